//! Rules of the page that belong to parts which are not built yet. Whoever builds one takes it off.

/// Their ids.
pub const LATER: &[&str] = &[
    // Start phase and phases.
    "PRG-B1", "PRG-B2", "PRG-B3", "PRG-B4", "PRG-B5", "PRG-C1", "PRG-C2", "PRG-C3", "PRG-C4", "PRG-J2", "PRG-J3",
    "PRG-J4", "PRG-J5", "PRG-J6", "PRG-K7", "PRG-K11", "PRG-K12", "PRG-L1", "PRG-L2", "PRG-P1", "PRG-P2", "PRG-P3",
    "PRG-P4", "PRG-P5", "PRG-R1", "PRG-SB", "W3", // The next morning, levels and ladders, missed days, flare-ups.
    "PRG-A1", "PRG-A2", "PRG-A3", "PRG-A4", "PRG-F1", "PRG-F2", "PRG-F3", "PRG-F4", "PRG-F5", "PRG-F6", "PRG-F7",
    "PRG-F8", "PRG-F9", "PRG-G2", "PRG-G3", "PRG-G4", "PRG-G5", "PRG-T1", "PRG-T2", "PRG-T3", "PRG-T4", "PRG-T5",
    "PRG-T6", "PRG-V1", "PRG-V2", "PRG-V3", "PRG-V4", "PRG-V5", "PRG-V6", "PRG-V7", "PRG-V8",
    // A clinician's limits, re-tests, refer rules.
    "PRG-X01", "PRG-X02", "PRG-X03", "PRG-X04", "PRG-X05", "PRG-X06", "PRG-X07", "PRG-X08", "PRG-X09", "PRG-X11",
    "PRG-X12", "PRG-Y1", "PRG-Y2", "PRG-Y3", "PRG-Y4", "PRG-Z2",
];
