//! What holds for all answers.

use proptest::prelude::*;

use super::series::{Diary, day};
use crate::journal::{Entry, Journal};
use crate::program::outcomes::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_pain_has_one_label_and_less_is_never_called_higher(first in 0_i16..=100, now in 0_i16..=100) {
        let label = pain_label(Some((first, now))).0.0;
        prop_assert!(("OM-22"..="OM-27").contains(&label));
        if now < first {
            prop_assert!(label <= "OM-25");
        }
        if let Some(percent) = percent_lower(first, now) {
            prop_assert!(percent <= 100);
        }
    }

    #[test]
    fn scores_stay_in_range(done in 0_u32..100, planned in 0_u32..100) {
        let percent = adherence(done, planned);
        prop_assert_eq!(percent.is_none(), planned == 0);
        prop_assert!(percent.is_none_or(|percent| percent <= 100));
    }

    #[test]
    fn order_does_not_matter_and_values_are_of_their_scale(
        answers in prop::collection::vec((0_i64..60, 0_usize..5, -6_i64..=12), 1..40),
        cut in 0_usize..40,
    ) {
        let questions = ["q-nprs-now", "q-nprs-worst", "q-nprs-average", CHANGE, NIGHTS];
        let mut diary = Diary::default();
        let mut sorted = answers;
        sorted.sort_by_key(|(on, ..)| *on);
        for (on, question, score) in sorted {
            diary.number(on, questions[question], score);
        }
        let entries: Vec<Entry> = diary.journal.raw().cloned().collect();
        let (one, other) = entries.split_at(cut.min(entries.len()));
        let of = |entries: &[Entry]| Journal::from_entries(entries.iter().cloned());
        let mut back = of(other);
        back.merge(of(one));
        prop_assert_eq!(OutcomeLog::of(&back), OutcomeLog::of(&diary.journal));
        let outcomes = diary.outcomes(60);
        for outcome in &outcomes.all {
            let (low, high) = outcome.measure.row().range;
            for (_, tenths) in &outcome.series {
                prop_assert!((i16::from(low) * 10..=i16::from(high) * 10).contains(tenths));
            }
            prop_assert!(outcome.now.is_none_or(|(at, _)| at <= day(60)));
            prop_assert!(outcome.line.is_none_or(|line| (0..=100).contains(&line)));
        }
    }

    #[test]
    fn a_check_is_always_due_or_has_a_day(check_in in prop::option::of(0_i32..60), re_test in prop::option::of(25_i32..60), today in 0_i32..90) {
        let checks = Checks { day_zero: day(0), check_in: check_in.map(day), re_test: re_test.map(day) };
        match due(checks, day(today)) {
            CheckDue::None { next } => prop_assert!(next > day(today)),
            CheckDue::CheckIn { since, missed } => prop_assert!(since <= day(today) && day(today).since(since) < 7 && missed >= 0),
            CheckDue::ReTest { since, .. } => prop_assert!(since <= day(today)),
        }
    }
}
