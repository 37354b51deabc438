//! The log and what is made of it.

use crate::journal::{Answer, Body, Context, Entry, EntryId, Journal};
use crate::program::outcomes::*;
use crate::program::running::RunLog;
use crate::program::screening::Due;
use crate::units::{Day, Millis, Now};

const DAY: i64 = 86_400_000;
/// Monday 2026-11-02, 08:00 UTC.
const START: i64 = 1_793_606_400_000;

pub fn day(after: i32) -> Day {
    Day::parse("2026-11-02").unwrap().plus(after)
}

#[derive(Default)]
pub struct Diary {
    pub journal: Journal,
    entries: u128,
}

impl Diary {
    pub fn say(&mut self, on: i64, q: &str, a: Answer, ctx: Context) -> &mut Self {
        self.entries += 1;
        let at = START + on * DAY + i64::try_from(self.entries).unwrap() * 1000;
        let id = EntryId::new(Millis(at), self.entries);
        self.journal.insert(Entry { id, tz: 0, body: Body::Answer { q: q.into(), a, ctx } });
        self
    }

    pub fn number(&mut self, on: i64, q: &str, a: i64) -> &mut Self {
        self.say(on, q, Answer::Number(a), Context::CheckIn)
    }

    fn rate(&mut self, on: i64, items: &[&str]) -> &mut Self {
        let list = items.iter().map(|text| (*text).to_owned()).collect();
        self.say(on, "q-activities", Answer::List(list), Context::ReTest)
    }

    pub fn outcomes(&self, today: i32) -> Outcomes {
        let inputs = Inputs { day_zero: Some(day(0)), sessions: (4, 5), ..Inputs::default() };
        Outcomes::of(&OutcomeLog::of(&self.journal), inputs, day(today))
    }
}

fn label(outcomes: &Outcomes, measure: Measure) -> &'static str {
    outcomes.get(measure).unwrap().label.unwrap().0.0
}

#[test]
fn pain_from_seven_to_four() {
    let mut diary = Diary::default();
    diary.number(-1, "q-nprs-worst", 9).number(0, "q-nprs-worst", 8).number(0, "q-nprs-worst", 7);
    diary.number(7, "q-nprs-worst", 6).number(14, "q-nprs-worst", 4);
    let outcomes = diary.outcomes(15);
    let worst = outcomes.get(Measure::PainWorst).unwrap();
    assert_eq!((worst.first, worst.now), (Some((day(0), 70)), Some((day(14), 40))), "the later of one day counts");
    assert_eq!((label(&outcomes, Measure::PainWorst), worst.percent_lower, worst.line), ("OM-22", Some(43), Some(50)));
    assert_eq!(worst.series.len(), 4);
    let reason = worst.reason().unwrap();
    assert_eq!((reason.rule.0, reason.sources.len()), ("OM-22", 2));
    assert_eq!(label(&diary.outcomes(22), Measure::PainWorst), "OM-21", "more than 7 days old");
    assert_eq!(label(&diary.outcomes(0), Measure::PainWorst), "OM-21", "first and now on one day");
}

#[test]
fn the_line_is_two_points_or_thirty_percent() {
    let line = |first| {
        let mut diary = Diary::default();
        diary.number(0, "q-nprs-average", first);
        diary.outcomes(1).get(Measure::PainAverage).unwrap().line
    };
    let lines = [line(0), line(1), line(3), line(5), line(9)];
    assert_eq!(lines, [None, Some(0), Some(20), Some(35), Some(70)]);
}

#[test]
fn om_10_the_week_average() {
    let mut diary = Diary::default();
    diary.number(0, "q-nprs-average", 5);
    assert_eq!(OutcomeLog::of(&diary.journal).week(day(3)), Some(50), "fewer than 3: q-nprs-average");
    for (on, score, ctx) in
        [(1, 4, Context::Before), (2, 3, Context::Morning), (3, 4, Context::Before), (3, 9, Context::Today)]
    {
        diary.say(on, "q-nprs-now", Answer::Number(score), ctx);
    }
    let log = OutcomeLog::of(&diary.journal);
    assert_eq!(log.week(day(3)), Some(37), "11 / 3; a tap on Today does not count");
    assert_eq!(log.week(day(8)), Some(50), "two of them left");
    assert_eq!(OutcomeLog::default().week(day(0)), None);
}

#[test]
fn a_new_text_or_side_starts_a_new_series() {
    let mut diary = Diary::default();
    diary.rate(0, &["stairs", "3", "socks", "4"]).rate(28, &["stairs", "6", "socks", "7"]);
    let outcomes = diary.outcomes(28);
    assert_eq!(label(&outcomes, Measure::Activities), "OM-32");
    let activities = outcomes.get(Measure::Activities).unwrap();
    assert_eq!((activities.items.len(), activities.line), (2, Some(58)));
    diary.rate(30, &["stairs", "6", "running", "2"]);
    assert_eq!(label(&diary.outcomes(30), Measure::Activities), "OM-31");
    let log = OutcomeLog::of(&diary.journal);
    assert_eq!((log.activities.len(), log.older_activities.iter().map(Vec::len).collect::<Vec<_>>()), (1, vec![2]));
    let mut turned = Diary::default();
    let side = |side: &str| Answer::Text(side.into());
    turned.say(0, "q-side", side("left"), Context::DayZero).number(0, "q-nprs-worst", 8);
    turned.number(7, "q-nprs-worst", 2).say(8, "q-side", side("right"), Context::Plan);
    assert_eq!(label(&turned.outcomes(8), Measure::PainWorst), "OM-21");
}

#[test]
fn global_change_nights_and_adherence() {
    let mut diary = Diary::default();
    diary.number(28, CHANGE, -2).number(28, NIGHTS, 2);
    let outcomes = diary.outcomes(30);
    let labels = [Measure::Change, Measure::Nights, Measure::Adherence].map(|measure| label(&outcomes, measure));
    assert_eq!(labels, ["OM-44", "OM-51", "OM-46"]);
    assert_eq!(outcomes.get(Measure::Change).unwrap().now, Some((day(28), -20)));
    let reason = outcomes.get(Measure::Change).unwrap().reason().unwrap();
    assert!(format!("{reason:?}").contains("-2.0"));
    diary.say(29, NIGHTS, Answer::Skipped, Context::CheckIn);
    assert_eq!(label(&diary.outcomes(30), Measure::Nights), "OM-51", "a skipped answer is none");
}

#[test]
fn om_71_to_om_73() {
    let asks = |diary: &Diary, today, asked: Option<i32>| {
        let all = again(&OutcomeLog::of(&diary.journal), &diary.outcomes(today), day(today), asked.map(day));
        let count = |due: &Due| match due {
            Due::Questions(questions) => questions.len(),
            _ => 0,
        };
        all.iter().map(|again| (again.reason.rule.0, count(&again.demand.due) > 0)).collect::<Vec<_>>()
    };
    let mut diary = Diary::default();
    diary.number(7, NIGHTS, 1).number(14, NIGHTS, 2);
    assert!(asks(&diary, 14, None).is_empty());
    diary.number(21, NIGHTS, 4);
    assert_eq!(asks(&diary, 21, None), [("OM-71", true)]);
    let mut two_more = Diary::default();
    two_more.number(7, NIGHTS, 0).number(14, NIGHTS, 2);
    assert_eq!(asks(&two_more, 14, None), [("OM-71", true)]);
    let mut strong = Diary::default();
    strong.say(3, "q-nprs-now", Answer::Number(7), Context::Today);
    assert_eq!(asks(&strong, 3, None), [("OM-72", true)]);
    let mut worse = Diary::default();
    worse.number(0, "q-nprs-average", 3).number(7, "q-nprs-average", 5);
    assert_eq!(asks(&worse, 7, None), [("OM-73", true)]);
    assert!(asks(&worse, 9, Some(7)).is_empty(), "at most once in 7 days");
    assert_eq!(asks(&worse, 14, Some(7)), [("OM-73", true)]);
    let mut change = Diary::default();
    change.number(28, CHANGE, -2);
    assert_eq!(asks(&change, 28, None), [("OM-73", true)]);
}

#[test]
fn om_8_volume() {
    use crate::journal::RunEntry;
    use crate::units::Seconds;
    let mut diary = Diary::default();
    diary.number(0, "q-km-usual", 20);
    for (on, meters) in [(0, 5000), (10, 4000), (25, 6000), (27, 3000)] {
        let run =
            RunEntry { what: "free".into(), run: Seconds(meters / 3), meters: Some(meters), ..RunEntry::default() };
        diary.entries += 1;
        let id = EntryId::new(Millis(START + on * DAY), diary.entries);
        diary.journal.insert(Entry { id, tz: 0, body: Body::Run(Box::new(run)) });
    }
    let now = Now { wall: Millis(START + 27 * DAY), mono: Millis(0), zone: 0 };
    let volume = Volume::of(&RunLog::of(&diary.journal, now), day(27));
    assert_eq!((volume.week_meters, volume.week_seconds), (9000, 3000));
    assert_eq!((volume.month_meters, volume.longest_meters, volume.began), (4500, Some(6000), Some(day(0))));
    assert_eq!(volume.percent_of_usual(), Some(23), "4.5 of 20");
}

/// For the eyes: `cargo test --release --lib tell_the_time_of_outcomes -- --ignored --nocapture`.
#[test]
#[ignore = "tells times"]
fn tell_the_time_of_outcomes_and_runs() {
    use crate::journal::sample::{tell_time, year_of_sessions};
    let journal = Journal::from_entries(year_of_sessions(2500, 8));
    let now = Now { wall: Millis(START + 900 * DAY), mono: Millis(0), zone: 0 };
    tell_time("outcomes", 10, || {
        let log = OutcomeLog::of(&journal);
        assert!(log.demands(Some(day(0)), day(900)).len() < 4);
    });
    tell_time("runs", 10, || assert!(RunLog::of(&journal, now).runs.is_empty()));
}
