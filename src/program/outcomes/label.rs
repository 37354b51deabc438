//! Labels: what a change or a value is called (`outcomes.md` section 3). In each table the first row that matches decides.
//!
//! Not here: which values are compared (see `state`), and the words of a label (see `locale`).

use crate::program::reason::RuleId;

/// A row of the tables `OM-21` to `OM-56`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(pub RuleId);

const fn row(id: &'static str) -> Label {
    Label(RuleId(id))
}

/// `OM-21` to `OM-27`: pain, in tenths.
pub fn pain_label(first_now: Option<(i16, i16)>) -> Label {
    let Some((first, now)) = first_now else { return row("OM-21") };
    let fall = first - now;
    match fall {
        20.. => row("OM-22"),
        10.. if 10 * i32::from(fall) >= 3 * i32::from(first) => row("OM-23"),
        10.. => row("OM-24"),
        -9.. => row("OM-25"),
        -19.. => row("OM-26"),
        _ => row("OM-27"),
    }
}

/// By how many percent pain is lower; below 0: higher. A first value of 0 has none.
pub fn percent_lower(first: i16, now: i16) -> Option<i16> {
    if first <= 0 {
        return None;
    }
    let (fall, first) = (i32::from(first) - i32::from(now), i32::from(first));
    i16::try_from((200 * fall + first).div_euclid(2 * first)).ok()
}

/// `OM-31` to `OM-36`: own activities, change in tenths.
pub const fn activities_label(change: Option<i16>) -> Label {
    match change {
        None => row("OM-31"),
        Some(23..) => row("OM-32"),
        Some(13..) => row("OM-33"),
        Some(-12..) => row("OM-34"),
        Some(-22..) => row("OM-35"),
        Some(_) => row("OM-36"),
    }
}

/// One activity alone: 3 or more up "better" (`OM-33`), 3 or more down "worse" (`OM-35`), else "about the same".
pub const fn one_activity_label(change: i16) -> Label {
    match change {
        30.. => row("OM-33"),
        ..=-30 => row("OM-35"),
        _ => row("OM-34"),
    }
}

/// `OM-41` to `OM-45`: global change, in whole steps.
pub const fn change_label(steps: Option<i16>) -> Label {
    match steps {
        None => row("OM-21"),
        Some(4..) => row("OM-41"),
        Some(2..) => row("OM-42"),
        Some(-1..) => row("OM-43"),
        Some(-3..) => row("OM-44"),
        Some(_) => row("OM-45"),
    }
}

/// `OM-6`: percent of the planned sessions of 14 days that were done; none planned: not shown.
pub fn adherence(done: u32, planned: u32) -> Option<u8> {
    let percent = (200 * done + planned).checked_div(2 * planned)?;
    u8::try_from(percent.min(100)).ok()
}

/// `OM-46` to `OM-49`.
pub const fn adherence_label(percent: Option<u8>) -> Label {
    match percent {
        None => row("OM-21"),
        Some(80..) => row("OM-46"),
        Some(60..) => row("OM-47"),
        Some(30..) => row("OM-48"),
        Some(_) => row("OM-49"),
    }
}

/// `OM-50` to `OM-52`: nights of 7.
pub const fn nights_label(nights: Option<u8>) -> Label {
    match nights {
        None => row("OM-21"),
        Some(0) => row("OM-50"),
        Some(1 | 2) => row("OM-51"),
        Some(_) => row("OM-52"),
    }
}

/// `OM-53` to `OM-56`: the symmetry index in percent.
pub const fn symmetry_label(index: Option<u8>) -> Label {
    match index {
        None => row("OM-53"),
        Some(90..) => row("OM-54"),
        Some(80..) => row("OM-55"),
        Some(_) => row("OM-56"),
    }
}

/// Whether the sides came together: the index up by 10 or more **and** one side changed by more than the test's real
/// change. `Some(true)` more even, `Some(false)` less even, `None` about the same.
pub fn evener(first: u8, now: u8, a_side_really_changed: bool) -> Option<bool> {
    match i16::from(now) - i16::from(first) {
        _ if !a_side_really_changed => None,
        10.. => Some(true),
        ..=-10 => Some(false),
        _ => None,
    }
}
