//! Own activities, then and now (`outcomes.md` section 2.2).
//!
//! Not here: their labels (see `label`).

use crate::program::evaluation::Activity;

/// How one activity changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// In the runner's words.
    pub name: String,
    /// At first, whole points.
    pub first: u8,
    /// Now.
    pub now: u8,
}

/// The items that were answered both times, and the change of their mean in tenths, half up. Too few: at least half of
/// the first items, rounded up, are needed.
pub fn activities_change(first: &[Activity], now: &[Activity]) -> (Vec<ItemChange>, Option<i16>) {
    let both: Vec<ItemChange> = first
        .iter()
        .filter_map(|item| {
            let later = now.iter().find(|other| other.name == item.name)?;
            Some(ItemChange { name: item.name.clone(), first: item.score, now: later.score })
        })
        .collect();
    if both.is_empty() || both.len() * 2 < first.len() {
        return (both, None);
    }
    let mean = |score: fn(&ItemChange) -> u8| -> Option<i16> {
        let sum: u32 = both.iter().map(|item| u32::from(score(item))).sum();
        let count = u32::try_from(both.len()).ok()?;
        i16::try_from((sum * 20 + count) / (count * 2)).ok()
    };
    let change = mean(|item| item.now).zip(mean(|item| item.first)).map(|(now, first)| now - first);
    (both, change)
}
