//! The eight decision tables as data: the first row from the top that matches decides (`screening.md` sections 3 and 4).
//!
//! Not here: what the letters stand for (see `sign`), and what a flag does (see `flag`).

use super::flag::Flag;
use super::sign::Sign::{self, A, AV, B, C, CA, E, F1, F2, G, I, J, K, L, N, NC, P, R, U, WM, WS, X};
use super::sign::Signs;
use When::{All, Any, Else, Is};

/// A condition of a row.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// The short name holds.
    Is(Sign),
    /// All of these hold.
    All(&'static [Self]),
    /// Any of these holds.
    Any(&'static [Self]),
    /// Anything else.
    Else,
}

impl When {
    /// Whether it holds.
    pub fn holds(&self, signs: Signs) -> bool {
        match self {
            Is(sign) => signs.holds(*sign),
            All(parts) => parts.iter().all(|part| part.holds(signs)),
            Any(parts) => parts.iter().any(|part| part.holds(signs)),
            Else => true,
        }
    }

    /// Calls back with each short name that makes it hold, in the order of the row.
    pub fn because(&self, signs: Signs, tell: &mut impl FnMut(Sign)) {
        match self {
            Is(sign) if signs.holds(*sign) => tell(*sign),
            All(parts) | Any(parts) => {
                for part in parts.iter().filter(|part| part.holds(signs)) {
                    part.because(signs, tell);
                }
            }
            Is(_) | Else => {}
        }
    }
}

/// A row: its id, when it matches, and the flag that it raises.
#[derive(Debug, Clone, Copy)]
pub struct TableRow {
    /// The stable id, such as `BS3`.
    pub id: &'static str,
    /// When it matches, if no row above does.
    pub when: When,
    /// The flag, if it raises one.
    pub flag: Option<Flag>,
}

const fn row(id: &'static str, when: When, flag: Flag) -> TableRow {
    TableRow { id, when, flag: Some(flag) }
}

const fn otherwise(id: &'static str) -> TableRow {
    TableRow { id, when: Else, flag: None }
}

// Conditions that stand in several rows.
const I_C_N: When = Any(&[Is(I), Is(C), Is(N)]);
const P_OR_X: When = Any(&[Is(P), Is(X)]);
const N_AND_C: When = All(&[Is(N), Is(C)]);

/// Bone stress.
pub static BONE_STRESS: [TableRow; 10] = [
    row("BS1", All(&[Is(L), Any(&[Is(P), All(&[Is(B), Is(C)])])]), Flag::BoneUrgent),
    row("BS2", All(&[Is(P), Is(I), Any(&[Is(WS), Is(NC), N_AND_C])]), Flag::BoneUrgent),
    row("BS3", All(&[Is(P), Is(I), Any(&[Is(R), All(&[Is(J), Is(C)])])]), Flag::BoneCheck),
    row("BS4", All(&[Is(P), Is(I), Is(WM), Is(C)]), Flag::BoneCheck),
    row("BS6", All(&[Is(P), Any(&[Is(NC), N_AND_C])]), Flag::BoneCheck),
    row("BS7", All(&[P_OR_X, Is(WS), Is(C)]), Flag::BoneCheck),
    row("BS8", All(&[Is(X), Is(I), Is(C), Any(&[Is(WS), Is(N), Is(R)])]), Flag::BoneCheck),
    row("BS5", All(&[Is(P), Any(&[Is(I), Is(N), Is(WS)])]), Flag::BoneWatch),
    row(
        "BS10",
        All(&[Any(&[Is(I), All(&[P_OR_X, Is(A)])]), Any(&[Is(R), All(&[Is(C), Any(&[Is(J), Is(WS), Is(N)])])])]),
        Flag::BoneWatch,
    ),
    otherwise("BS9"),
];

/// Blood supply.
pub static BLOOD_SUPPLY: [TableRow; 3] = [
    row("AV1", All(&[Is(AV), Is(P), Any(&[Is(I), Is(C), Is(N), Is(WM), Is(WS), Is(L)])]), Flag::BloodSupply),
    row("AV2", Is(AV), Flag::BloodSupplyWatch),
    otherwise("AV3"),
];

/// Energy.
pub static ENERGY: [TableRow; 3] =
    [row("EN1", All(&[Is(E), Is(P), I_C_N]), Flag::Energy), row("EN2", Is(E), Flag::EnergyWatch), otherwise("EN3")];

/// Thin bone.
pub static THIN_BONE: [TableRow; 3] = [
    row("TB1", All(&[Is(B), Is(P), I_C_N]), Flag::LowBoneDensity),
    row("TB2", Is(B), Flag::LowBoneWatch),
    otherwise("TB3"),
];

/// Cancer.
pub static CANCER: [TableRow; 3] = [
    row("CA1", All(&[Is(CA), Any(&[Is(C), Is(N), Is(U)])]), Flag::CancerHistory),
    row("CA2", Is(CA), Flag::CancerWatch),
    otherwise("CA3"),
];

/// Getting worse.
pub static WORSE: [TableRow; 3] = [
    row("WO1", All(&[Is(G), Any(&[Is(N), Is(WS), Is(L)])]), Flag::Worsening),
    row("WO2", Is(G), Flag::WorseningWatch),
    otherwise("WO3"),
];

/// Numb leg.
pub static NUMB_LEG: [TableRow; 3] =
    [row("NU1", All(&[Is(K), Is(C)]), Flag::LegNumbness), row("NU2", Is(K), Flag::LegNumbnessWatch), otherwise("NU3")];

/// Inflammation.
pub static INFLAMMATION: [TableRow; 3] =
    [row("IN1", Is(F2), Flag::Inflammatory), row("IN2", Is(F1), Flag::InflammatoryWatch), otherwise("IN3")];

/// All tables, in the dossier's order.
pub static TABLES: [&[TableRow]; 8] =
    [&BONE_STRESS, &BLOOD_SUPPLY, &ENERGY, &THIN_BONE, &CANCER, &WORSE, &NUMB_LEG, &INFLAMMATION];

/// The row that decides: the first that matches. The last row of each table matches always.
pub fn deciding(table: &'static [TableRow], signs: Signs) -> Option<&'static TableRow> {
    table.iter().find(|row| row.when.holds(signs))
}
