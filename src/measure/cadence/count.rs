//! Steps a minute from two counts of the landings of one foot.

/// Landings of the right foot in two stretches of 30 s: steps of both feet a minute.
pub const fn per_minute_by_count(first: u16, second: u16) -> u32 {
    (first as u32 + second as u32) * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t_cadence_counts_both_feet_for_a_minute() {
        assert_eq!(per_minute_by_count(42, 43), 170);
        assert_eq!(per_minute_by_count(0, 0), 0);
        assert_eq!(per_minute_by_count(u16::MAX, u16::MAX), 262_140);
    }
}
