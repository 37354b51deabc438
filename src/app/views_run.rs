//! What the screens of running show: projections of `program::running`, without words.
//!
//! Not here: the rules (see `program::running`).

use super::model::Model;
use crate::journal::EntryId;
use crate::program::reason::Reason;
use crate::program::running::{
    BeforeRun, Colors, Guard, Ladder, Logged, MorningAnswer, Place, Running, Standing, What,
};
use crate::program::screening::Gate;
use crate::units::{Day, Now, PainScore, Seconds};

const HOUR: i64 = 3_600_000;
/// Hours within which an answer "after 60 minutes" belongs to a run.
const SIXTY_HOURS: i64 = 12;

/// When the next run or step may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextWhen {
    /// Today.
    Now,
    /// Not before that day, and the rule that says so.
    Day(Day, &'static str),
    /// The last morning's answer comes first.
    Morning,
    /// Safety questions come first.
    Due,
    /// Nothing runs now.
    Never,
}

/// What the last run or step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastRun {
    /// Its day.
    pub day: Day,
    /// What was run.
    pub what: What,
    /// The colors of its three checks.
    pub colors: Colors,
    /// Whether the stage went back.
    pub back: bool,
    /// Why.
    pub reason: Option<Reason>,
}

/// Where the runner stands with running.
#[derive(Debug, Clone, PartialEq)]
pub struct RunView {
    /// Where.
    pub standing: Standing,
    /// Criteria that are met, and all of them.
    pub ready: (usize, usize),
    /// What is missing, in order.
    pub missing: Vec<Reason>,
    /// Why running on is shut, if it is.
    pub on_shut: Option<Reason>,
    /// When the next one may be.
    pub when: NextWhen,
    /// What the last one came to.
    pub last: Option<LastRun>,
    /// The guard on length, where one runs freely or runs on.
    pub guard: Option<Guard>,
    /// What is said before a run.
    pub words: Vec<BeforeRun>,
    /// An hour after that run nothing was told yet.
    pub asks_sixty: Option<EntryId>,
}

impl RunView {
    /// Running as it stands now; `None` before the program has come.
    pub fn of(model: &Model, now: Now) -> Option<Self> {
        let running = model.program()?.running.as_ref();
        let of = running.readiness.criteria.len();
        let missing: Vec<Reason> = running.readiness.missing().map(|judged| judged.reason.clone()).collect();
        let last = running.last.as_ref().map(|last| LastRun {
            day: last.day,
            what: last.what,
            colors: last.colors,
            back: last.from.zip(last.to).is_some_and(|(from, to)| to < from),
            reason: running.why_last(),
        });
        let is_guarded = matches!(running.standing, Standing::Keep | Standing::RunningOn(_));
        Some(Self {
            standing: running.standing.clone(),
            ready: (of - missing.len(), of),
            missing,
            on_shut: running.running_on.as_ref().err().cloned(),
            when: when(model, running, now),
            last,
            guard: is_guarded.then(|| running.guard.clone()),
            words: running.words.clone(),
            asks_sixty: asks_sixty(running, now),
        })
    }

    /// The stage or easy run that is planned.
    pub const fn planned(&self) -> Option<&crate::program::running::NextRun> {
        match &self.standing {
            Standing::Stage(next) | Standing::RunningOn(next) => Some(next),
            _ => None,
        }
    }

    /// What may be logged, the planned one first.
    pub fn choices(&self) -> Vec<What> {
        let planned = match &self.standing {
            Standing::Stage(next) | Standing::RunningOn(next) => next.place.stage().map(What::Stage),
            Standing::Impact { step, .. } => Some(What::Impact(*step)),
            Standing::Locked(_) | Standing::NotReady | Standing::Keep => None,
        };
        planned.into_iter().chain([What::Walk, What::Free]).collect()
    }

    /// The ladder that the runner is on.
    pub fn ladder(&self) -> Option<Ladder> {
        self.planned().map(|next| Place::ladder(next.place))
    }
}

fn when(model: &Model, running: &Running, now: Now) -> NextWhen {
    if matches!(running.standing, Standing::Locked(_) | Standing::NotReady) {
        return NextWhen::Never;
    }
    if matches!(model.gate(), Gate::Due(..)) {
        return NextWhen::Due;
    }
    let earliest = running.earliest;
    if earliest.waits_for_morning && asks_morning(model, now) {
        return NextWhen::Morning;
    }
    if running.may_start(now) {
        return NextWhen::Now;
    }
    // The morning of a run of today comes tomorrow.
    let day = if earliest.waits_for_morning { earliest.day.max(now.day().plus(1)) } else { earliest.day };
    NextWhen::Day(day, earliest.rule.0)
}

/// The newest run, an hour to twelve after it, if nothing was told yet.
fn asks_sixty(running: &Running, now: Now) -> Option<EntryId> {
    let last = newest(running)?;
    let (told, begun) = (last.id.utc(), last.at);
    let is_time = now.wall.0 - told.0 >= HOUR && now.wall.0 - begun.0 <= SIXTY_HOURS * HOUR;
    (is_time && last.felt.after.is_none() && last.day == Day::at(told, i32::from(now.zone))).then_some(last.id)
}

fn newest(running: &Running) -> Option<&Logged> {
    running.log.runs.last().filter(|run| run.what != What::Walk)
}

/// Whether the morning after the last run is still to be told today.
pub fn asks_morning(model: &Model, now: Now) -> bool {
    let Some(program) = model.program() else { return false };
    let (running, today) = (program.running.as_ref(), now.day());
    if program.course.asks_morning(today) {
        return model.is_passed();
    }
    let told = running.log.mornings.iter().rev().any(|morning| morning.day == today);
    let last = running.log.runs.iter().rev().find(|run| run.day < today);
    !told && model.is_passed() && last.is_some_and(|run| run.felt.morning == MorningAnswer::Open)
}

/// A logged run in the list of Progress.
#[derive(Debug, Clone, PartialEq)]
pub struct RunLine {
    /// Its entry.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// What was run.
    pub what: What,
    /// Time running and walking.
    pub time: (Seconds, Seconds),
    /// Meters.
    pub meters: Option<u32>,
    /// The worst pain.
    pub worst: Option<PainScore>,
    /// The colors of its three checks; a walk has none.
    pub colors: Option<Colors>,
}

impl RunLine {
    /// The newest runs first, at most that many.
    pub fn newest(model: &Model, most: usize) -> Vec<Self> {
        let Some(running) = model.program().map(|program| program.running.as_ref()) else { return Vec::new() };
        let line = |run: &Logged| {
            let response = running.course.responses.iter().rev().find(|response| response.run == run.id);
            Self {
                id: run.id,
                day: run.day,
                what: run.what,
                time: (run.run, run.walk),
                meters: run.meters,
                worst: run.felt.during,
                colors: response.map(|response| response.colors),
            }
        };
        running.log.runs.iter().rev().take(most).map(line).collect()
    }
}

/// A number with up to three decimals in thousandths: what is typed into a field, with a point or a comma. Minutes and
/// kilometers stay under a hundred thousand.
pub fn thousandths(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 1000 + part)
}

/// A time in minutes, as it stands in a field: whole, or with one decimal.
pub fn minutes_text(time: Seconds) -> String {
    let (whole, tenths) = (time.0 / 60, time.0 % 60 / 6);
    if tenths == 0 { whole.to_string() } else { format!("{whole}.{tenths}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_number_is_read_with_point_or_comma() {
        for (text, thousand) in [("5", 5000), ("5.2", 5200), (" 5,25 ", 5250), ("0.5", 500), ("10.125", 10_125)] {
            assert_eq!(thousandths(text), Some(thousand), "{text}");
        }
        for text in ["", ".5", "-1", "5.1234", "123456", "1e3", "1.2.3", "five"] {
            assert_eq!(thousandths(text), None, "{text}");
        }
        assert_eq!((minutes_text(Seconds(150)), minutes_text(Seconds(180))), ("2.5".into(), "3".into()));
    }
}
