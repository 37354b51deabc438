//! What holds for any answers and any journal: no red flag opens, "not sure" is never milder, nothing missing opens.

use proptest::prelude::*;

use super::sample::{Diary, answers, day, stored};
use crate::journal::sample::entries;
use crate::journal::{Answer, Body, BoneFinding, Moment, Scope};
use crate::program::screening::outcome::after_cr8;
use crate::program::screening::*;

/// A small generator of random numbers with a fixed seed, so that a hundred thousand answer sets take no time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn number(&mut self, limit: usize) -> i64 {
        i64::try_from(self.below(limit)).unwrap()
    }

    fn answer(&mut self, question: Question) -> Answer {
        let options = question.options();
        match question.kind() {
            Kind::Number { min, max } => Answer::Number(i64::from(min) + self.number(usize::from(max - min) + 1)),
            Kind::Nprs => Answer::Number(self.number(11)),
            Kind::Many => {
                let last = options.len() - 1;
                let several: Vec<String> =
                    options[..last].iter().filter(|_| self.below(6) == 0).map(|one| (*one).to_owned()).collect();
                if several.is_empty() { Answer::List(vec![options[last].to_owned()]) } else { Answer::List(several) }
            }
            _ => Answer::Text(options[self.below(options.len())].to_owned()),
        }
    }

    /// Mostly harmless, so that each level comes up.
    fn answers(&mut self) -> Answers {
        let mut all = answers(&[]);
        let share = 1 + self.below(12);
        for question in QUESTIONS {
            if self.below(12) < share {
                all.set(question, &self.answer(question)).unwrap();
            }
        }
        all
    }

    fn ok(&mut self) -> RecordedOk {
        RecordedOk {
            visit: day(-i32::try_from(self.below(200)).unwrap()),
            scope: if self.below(2) == 0 { Scope::Full } else { Scope::NoImpact },
            bone: if self.below(2) == 0 { BoneFinding::RuledOut } else { BoneFinding::NotChecked },
            ticked: Flag::ALL.into_iter().filter(|_| self.below(2) == 0).collect(),
            ended: self.below(4) == 0,
        }
    }
}

#[test]
fn no_red_flag_is_ever_open_in_100_000_answer_sets() {
    let mut random = Random(0x5eed_1234_9e37_79b9);
    let mut levels = [0_u32; 5];
    for _ in 0..100_000 {
        let all = random.answers();
        let oks = [random.ok(), random.ok()];
        let since = (random.below(2) == 0).then(|| day(-100));
        let clearance =
            Clearance { oks: &oks, begun: day(-1), bone_urgent_since: since, systemic_since: since, today: day(0) };
        let flags = raised(&all);
        let after = after_cr8(flags, &clearance);
        let level = after.overall(&clearance);
        levels[level as usize] += 1;
        for flag in flags.iter().filter(|flag| flag.level().shuts()) {
            let covered = clearance.covering(flag).next().is_some();
            match flag {
                Flag::BoneUrgent | Flag::Systemic => {
                    assert!(level.needs_new_screen() || (covered && since.is_some()), "{flag:?}");
                }
                Flag::ToldNo => assert!(level.shuts()),
                _ if flag.level().needs_new_screen() => assert!(level >= flag.level(), "{flag:?}"),
                Flag::BoneCheck => assert!(level.shuts() || covered || after.bone_check),
                _ => assert!(level.shuts() || covered, "{flag:?}"),
            }
        }
    }
    assert!(levels.iter().all(|count| *count > 100), "every level comes up: {levels:?}");
}

#[test]
fn without_an_ok_a_red_flag_shuts_the_gate() {
    let mut random = Random(0x0dd5_eed5_0f1d_0001);
    let mut opened = 0;
    for _ in 0..800 {
        let all = random.answers();
        let mut diary = Diary::new();
        diary.begin(Moment::Screen, &[]);
        for question in QUESTIONS {
            diary.answer(question.id(), all.answer(question).unwrap());
        }
        diary.write(Body::Finish { moment: Moment::Screen });
        let level = raised(&all).level();
        match diary.gate() {
            Gate::Open => {
                opened += 1;
                assert!(!level.shuts(), "{level:?}");
            }
            Gate::Stopped(stopped) => assert!(stopped.shuts() && level.shuts()),
            other => panic!("{other:?}"),
        }
    }
    assert!(opened > 8, "{opened}");
}

/// The level that a single answer leads to beside others.
fn level_with(mut all: Answers, question: Question, answer: &str) -> ActionLevel {
    all.set(question, &stored(question, answer)).unwrap();
    evaluate(&all, Pool::Both, &Clearance::none(day(0))).level
}

#[test]
fn not_sure_is_never_milder_than_yes() {
    let mut random = Random(0xabcd_ef01_2345_6789);
    for _ in 0..300 {
        let all = random.answers();
        for question in QUESTIONS.into_iter().filter(|question| question.options().contains(&"not-sure")) {
            let yes = match question {
                Question::Floor => "no",
                Question::Course => "new",
                Question::ToldNo => "all",
                _ => "yes",
            };
            let (sure, unsure) = (level_with(all, question, yes), level_with(all, question, "not-sure"));
            assert!(unsure >= sure, "{question:?}: {unsure:?} < {sure:?}");
        }
    }
}

#[test]
fn a_missing_answer_never_opens() {
    let mut random = Random(0x1357_9bdf_0246_8ace);
    for _ in 0..400 {
        let missing = QUESTIONS[random.below(QUESTION_COUNT)];
        let mut diary = Diary::new();
        diary.begin(Moment::Screen, &[]);
        for question in QUESTIONS.into_iter().filter(|question| *question != missing) {
            let answer = random.answer(question);
            diary.answer(question.id(), answer);
        }
        diary.write(Body::Finish { moment: Moment::Screen });
        if missing != Question::Pool {
            assert_ne!(diary.gate(), Gate::Open, "{missing:?}");
        }
    }
}

#[test]
fn every_state_has_a_way_on() {
    let mut random = Random(0x2468_ace0_1357_9bdf);
    for _ in 0..60 {
        let all = random.answers();
        let mut diary = Diary::new();
        for _ in 0..60 {
            let state = diary.state();
            match &state.gate {
                Gate::Asking(asking) => {
                    let answer = match asking.step {
                        Step::Question(question) => all.answer(question).unwrap(),
                        Step::ShortCheck => Button::answer(&[]),
                    };
                    let bodies = state.answer(asking.step, &answer).unwrap();
                    assert!(!bodies.is_empty());
                    for body in bodies {
                        diary.write(body);
                    }
                }
                Gate::Unscreened | Gate::Due(..) => {
                    assert_eq!(state.begin().len(), 1);
                    for body in state.begin() {
                        diary.write(body);
                    }
                }
                Gate::Stopped(_) | Gate::Open => break,
            }
        }
        assert!(matches!(diary.gate(), Gate::Stopped(_) | Gate::Open), "{:?}", diary.gate());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_journal_opens_without_a_whole_screen(all in entries(60)) {
        // Entries of any kind: none of them holds 42 fitting answers.
        let journal = crate::journal::Journal::from_entries(all);
        let now = crate::units::Now { wall: crate::units::Millis(crate::journal::sample::START), mono: crate::units::Millis(0), zone: 0 };
        prop_assert!(!Screening::of(&journal, now).is_open());
    }
}

#[test]
fn ten_years_of_screening_are_read_quickly() {
    let mut diary = Diary::screened(&[]);
    for week in 1..520 {
        diary.on(week * 7);
        if week % 4 == 0 {
            diary.screen(&[]);
        } else {
            diary.tap(&[]);
        }
        diary.say(&["s-rest-pain no", "s-limp normal"]);
    }
    let took = crate::journal::sample::time_of(|| assert_eq!(diary.gate(), Gate::Open));
    // Without optimization; a phone's release build is far below it.
    assert!(took.as_millis() < 3_000, "{took:?}");
}
