//! Rules of the page that belong to parts which are not built yet. Whoever builds one takes it off.

/// Their ids.
pub const LATER: &[&str] = &[
    // Scoring and decision of the evaluation.
    "D0", "D1", "D2", "D3", "p-01", "p-02", "p-03", "p-04", "p-05", "p-06", "p-07", "p-08", "p-09", "p-10", "p-11",
    "p-12", "p-13", "p-14", "p-15", "p-16", "p-17", "p-18", "p-19", "p-20", "p-21", "p-22", "p-23", "p-24", "p-25",
    "p-26", "p-27", "p-28", "p-29", "p-30", "p-31", "p-32", "p-33", "p-34", "p-35", "p-36", "p-37", "p-38", "p-39",
    "p-40", "p-41", "p-42", "p-43", "p-44", "p-45", "p-46", "p-47",
    // Start phase and irritability, which need the evaluation.
    "IRR-01", "IRR-02", "IRR-03", "IRR-04", "IRR-05", "IRR-06", "IRR-07", "IRR-08", "IRR-09", "PRG-B1", "PRG-B2",
    "PRG-B3", "PRG-B4", "PRG-B5", "PRG-C1", "PRG-C2", "PRG-C3", "PRG-C4", "PRG-J2", "PRG-J3", "PRG-J4", "PRG-J5",
    "PRG-J6", "PRG-K7", "PRG-K11", "PRG-K12", "PRG-L1", "PRG-L2", "PRG-P1", "PRG-P2", "PRG-P3", "PRG-P4", "PRG-P5",
    "PRG-R1", "PRG-SB", "W3", // The next morning, levels and ladders, missed days, flare-ups.
    "PRG-A1", "PRG-A2", "PRG-A3", "PRG-A4", "PRG-F1", "PRG-F2", "PRG-F3", "PRG-F4", "PRG-F5", "PRG-F6", "PRG-F7",
    "PRG-F8", "PRG-F9", "PRG-G2", "PRG-G3", "PRG-G4", "PRG-G5", "PRG-T1", "PRG-T2", "PRG-T3", "PRG-T4", "PRG-T5",
    "PRG-T6", "PRG-V1", "PRG-V2", "PRG-V3", "PRG-V4", "PRG-V5", "PRG-V6", "PRG-V7", "PRG-V8",
    // A clinician's limits, re-tests, refer rules.
    "PRG-X01", "PRG-X02", "PRG-X03", "PRG-X04", "PRG-X05", "PRG-X06", "PRG-X07", "PRG-X08", "PRG-X09", "PRG-X10",
    "PRG-X11", "PRG-X12", "PRG-Y1", "PRG-Y2", "PRG-Y3", "PRG-Y4", "PRG-Z2", "PRG-Z3",
];
