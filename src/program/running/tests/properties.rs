//! What holds for every runner.

use proptest::prelude::*;

use super::runner::Jogger;
use crate::journal::{Entry, Journal};
use crate::program::running::*;
use crate::units::{Effort, Millis, Now};

/// One run: days since the last, pain during, after, next morning, effort.
type Deed = (i64, u8, Option<u8>, Option<u8>, u8);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let score = || prop_oneof![6 => 0_u8..=3, 2 => 4_u8..=5, 1 => 6_u8..=10];
    let maybe = |score| prop::option::weighted(0.8, score);
    prop::collection::vec((1_i64..=9, score(), maybe(score()), maybe(score()), 2_u8..=9), 1..24)
}

fn live(deeds: &[Deed], plan: impl Fn(&Jogger) -> String) -> Jogger {
    let mut jogger = Jogger::hopped();
    let mut day = 10;
    for (pause, during, after, morning, effort) in deeds {
        day += pause;
        let what = plan(&jogger);
        jogger.on(day).run_with(&what, (*during, *after, *morning), |run| run.effort = Effort::new(*effort));
    }
    jogger
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_stage_rises_by_one_and_only_after_a_good_run(deeds in deeds()) {
        let jogger = live(&deeds, |jogger| {
            let stage = jogger.stage();
            if stage == "-" { "RUN-S1".into() } else { stage.into() }
        });
        let running = jogger.running();
        let stages = running.course.responses.iter().filter(|response| response.what.is_run());
        for response in stages {
            let (Some(from), Some(to)) = (response.from.and_then(Place::stage), response.to.and_then(Place::stage)) else {
                continue;
            };
            if to.ladder() == from.ladder() && to > from {
                prop_assert_eq!(response.went, Went::Progress);
                prop_assert!(response.colors.all_green() && !response.open);
                prop_assert_eq!(to.number(), from.number() + 1, "never a stage skipped");
            }
            prop_assert!(to.ladder() <= from.ladder(), "never a harder ladder");
        }
    }

    #[test]
    fn no_run_follows_a_red_one_without_its_wait(deeds in deeds()) {
        let jogger = live(&deeds, |jogger| jogger.stage().to_owned());
        let running = jogger.running();
        let last = running.last.unwrap();
        let run = running.log.runs.iter().find(|run| run.id == last.run).unwrap();
        let hours = match last.colors.worst() {
            Color::Black => 72,
            Color::Red => 48,
            _ => 44,
        };
        for hour in 0..hours {
            let at = Now { wall: Millis(run.at.0 + hour * 3_600_000), ..jogger.now() };
            let earliest = running.earliest.at;
            prop_assert!(earliest > at.wall || last.what == What::Walk, "{:?} {}", last, hour);
        }
    }

    #[test]
    fn a_run_of_a_higher_stage_never_lifts(deeds in deeds()) {
        let jogger = live(&deeds, |_| "RUN-S12".into());
        let number = jogger.running().course.place.and_then(Place::stage).map(Stage::number);
        prop_assert!(number.is_none_or(|number| number == 1) || jogger.running().course.place.map(Place::ladder) != Some(Ladder::Standard));
    }

    #[test]
    fn the_order_of_merging_does_not_matter(deeds in deeds(), cut in 0_usize..200) {
        let jogger = live(&deeds, |jogger| jogger.stage().to_owned());
        let entries: Vec<Entry> = jogger.journal.raw().cloned().collect();
        let (one, other) = entries.split_at(cut.min(entries.len()));
        let of = |entries: &[Entry]| Journal::from_entries(entries.iter().cloned());
        let (mut forth, mut back) = (of(one), of(other));
        forth.merge(of(other));
        back.merge(of(one));
        prop_assert_eq!(jogger.running_in(&forth), jogger.running_in(&back));
        prop_assert_eq!(jogger.running(), jogger.running_in(&back));
    }

    #[test]
    fn more_pain_never_gives_a_better_decision(during in 0_u8..=9, after in 0_u8..=9, effort in 0_u8..=10) {
        let pain = |score| super::runner::pain(score);
        for class in [Morning::Settled, Morning::Slight, Morning::Up, Morning::Severe] {
            let felt = |more_during, more_after| Felt {
                during: Some(pain(during + more_during)),
                grew: false,
                limp: false,
                sharp: false,
                after: Some(pain(after + more_after)),
                morning: MorningAnswer::Given { pain: pain(0), class },
                effort: Effort::new(effort),
                finished: true,
            };
            let step = |felt: Felt| by_colors(Colors::of(&felt, Bounds::USUAL), &felt).step;
            prop_assert!(step(felt(1, 0)) >= step(felt(0, 0)));
            prop_assert!(step(felt(0, 1)) >= step(felt(0, 0)));
        }
    }
}
