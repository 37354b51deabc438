//! What the runner chose for the plan: days, minutes, equipment, pool, and the sore side. The newest answer of each counts.

use crate::journal::{Answer, Body, Journal};
use crate::library::Equipment;
use crate::program::reason::Input;
use crate::units::Weekday;

/// Which hip (`q-side`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SoreSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both, the left one more.
    BothLeftWorse,
    /// Both, the right one more.
    BothRightWorse,
    /// Both alike, or not known yet; ordered as the right one.
    #[default]
    BothSame,
}

impl SoreSide {
    /// The options of `q-side`.
    pub const ALL: [Self; 5] = [Self::Left, Self::Right, Self::BothLeftWorse, Self::BothRightWorse, Self::BothSame];

    /// The option's id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::BothLeftWorse => "both-left-worse",
            Self::BothRightWorse => "both-right-worse",
            Self::BothSame => "both-same",
        }
    }

    /// `PRG-S1`: whether the left side counts as the sore one.
    pub const fn is_left(self) -> bool {
        matches!(self, Self::Left | Self::BothLeftWorse)
    }
}

/// What water there is (`q-pool`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WaterDepth {
    /// None.
    #[default]
    No,
    /// Water in which one stands.
    Shallow,
    /// Water in which one does not.
    Deep,
    /// Both.
    Both,
}

impl WaterDepth {
    /// The options of `q-pool`.
    pub const ALL: [Self; 4] = [Self::No, Self::Shallow, Self::Deep, Self::Both];

    /// The option's id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Shallow => "shallow",
            Self::Deep => "deep",
            Self::Both => "both",
        }
    }
}

/// The questions of the first plan's card, in their order.
pub const QUESTIONS: [&str; 5] = ["q-side", "q-days", "q-minutes", "q-equipment", "q-pool"];

/// The equipment that can be ticked (`q-equipment`); wall, pillow and the pool's come by themselves.
pub const OFFERED: [Equipment; 14] = [
    Equipment::Mat,
    Equipment::Chair,
    Equipment::Bench,
    Equipment::Step,
    Equipment::BandLoop,
    Equipment::BandLong,
    Equipment::BallSoft,
    Equipment::BallSmall,
    Equipment::FoamRoller,
    Equipment::Stick,
    Equipment::Strap,
    Equipment::Slider,
    Equipment::Weight,
    Equipment::Treadmill,
];

/// Minutes that can be chosen (`q-minutes`).
pub const MINUTES: [u16; 4] = [10, 20, 30, 45];

/// Days a week that can be chosen (`q-days`).
pub const DAYS: core::ops::RangeInclusive<u8> = 2..=7;

/// The settings in force: the runner's answers, and what holds until there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The sore side.
    pub side: SoreSide,
    /// Days a week, 2 to 7.
    pub days: u8,
    /// The days that suit, in calendar order; empty: any.
    pub weekdays: Vec<Weekday>,
    /// Minutes a session: 10, 20, 30 or 45.
    pub minutes: u16,
    /// What the runner has, without what is always there.
    pub equipment: Vec<Equipment>,
    /// What water there is.
    pub pool: WaterDepth,
    /// Which of [`QUESTIONS`] have no answer yet.
    pub open: Vec<&'static str>,
}

impl Default for Settings {
    /// What holds until the five questions are answered: 3 days, 20 minutes, chair and mat, no pool.
    fn default() -> Self {
        Self {
            side: SoreSide::BothSame,
            days: 3,
            weekdays: Vec::new(),
            minutes: 20,
            equipment: vec![Equipment::Mat, Equipment::Chair],
            pool: WaterDepth::No,
            open: QUESTIONS.to_vec(),
        }
    }
}

impl Settings {
    /// The newest valid answer to each question.
    pub fn of(journal: &Journal) -> Self {
        let mut settings = Self::default();
        for happened in journal.happened() {
            if let Body::Answer { q, a, .. } = happened.body {
                settings.take(q, a);
            }
        }
        settings
    }

    /// Takes an answer in, if it is a valid one.
    pub fn take(&mut self, question: &str, answer: &Answer) {
        if self.read(question, answer).is_some() {
            self.open.retain(|open| *open != question);
        }
    }

    /// Whether that is a question of the plan.
    pub fn asks(question: &str) -> bool {
        question == "q-weekdays" || QUESTIONS.contains(&question)
    }

    /// Whether that is an answer to a question of the plan.
    pub fn accepts(question: &str, answer: &Answer) -> bool {
        Self::default().read(question, answer).is_some()
    }

    /// The chosen minutes, if the runner chose them.
    pub fn said_minutes(&self) -> Option<Input> {
        let said = !self.open.contains(&"q-minutes");
        said.then(|| Input::Said { question: "q-minutes", answer: vec![self.minutes.to_string()] })
    }

    fn read(&mut self, question: &str, answer: &Answer) -> Option<()> {
        match (question, answer) {
            ("q-side", Answer::Text(id)) => self.side = SoreSide::ALL.into_iter().find(|side| side.id() == id)?,
            ("q-pool", Answer::Text(id)) => self.pool = WaterDepth::ALL.into_iter().find(|pool| pool.id() == id)?,
            ("q-days", Answer::Number(days)) => {
                self.days = u8::try_from(*days).ok().filter(|days| DAYS.contains(days))?;
                // As many weekdays as `q-days` says; an older choice of another number is no choice any more.
                if self.weekdays.len() != usize::from(self.days) {
                    self.weekdays.clear();
                }
            }
            ("q-minutes", Answer::Number(minutes)) => self.minutes = known_minutes(*minutes)?,
            ("q-minutes", Answer::Text(minutes)) => self.minutes = known_minutes(minutes.parse().ok()?)?,
            ("q-weekdays", Answer::List(ids)) => {
                let mut days: Vec<Weekday> = ids.iter().map(|id| Weekday::parse(id)).collect::<Option<_>>()?;
                days.sort_unstable();
                days.dedup();
                if !days.is_empty() {
                    // Their number then counts as days.
                    self.days = u8::try_from(days.len()).ok().filter(|count| DAYS.contains(count))?;
                }
                self.weekdays = days;
            }
            ("q-equipment", Answer::List(ids)) => {
                let known = |id: &String| Equipment::parse(id).filter(|one| OFFERED.contains(one));
                self.equipment = ids.iter().map(known).collect::<Option<_>>()?;
            }
            _ => return None,
        }
        Some(())
    }

    /// The ids of the chosen weekdays.
    pub fn weekday_ids(&self) -> Vec<&'static str> {
        self.weekdays.iter().map(|day| day.id()).collect()
    }

    /// The ids of the chosen equipment.
    pub fn equipment_ids(&self) -> Vec<&'static str> {
        self.equipment.iter().map(|one| one.id()).collect()
    }

    /// Whether a piece of equipment is at hand: chosen, always there, or in the pool.
    pub fn has(&self, equipment: Equipment) -> bool {
        match equipment {
            Equipment::Wall | Equipment::Pillow => true,
            Equipment::PoolShallow => matches!(self.pool, WaterDepth::Shallow | WaterDepth::Both),
            Equipment::PoolDeep | Equipment::FloatBelt => matches!(self.pool, WaterDepth::Deep | WaterDepth::Both),
            other => self.equipment.contains(&other),
        }
    }
}

fn known_minutes(minutes: i64) -> Option<u16> {
    MINUTES.into_iter().find(|known| i64::from(*known) == minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(answers: &[(&str, Answer)]) -> Settings {
        let mut settings = Settings::default();
        for (question, answer) in answers {
            settings.take(question, answer);
        }
        settings
    }

    #[test]
    fn the_first_plan_holds_until_answered() {
        let settings = Settings::of(&Journal::new());
        assert_eq!((settings.days, settings.minutes, settings.pool), (3, 20, WaterDepth::No));
        assert!(settings.has(Equipment::Chair) && settings.has(Equipment::Mat) && settings.has(Equipment::Wall));
        assert!(!settings.has(Equipment::Strap));
        assert_eq!(settings.open, QUESTIONS);
    }

    #[test]
    fn an_answer_counts_only_when_it_is_one() {
        let settings = with(&[
            ("q-days", Answer::Number(9)),
            ("q-minutes", Answer::Number(25)),
            ("q-equipment", Answer::List(vec!["wall".into()])),
            ("q-side", Answer::Text("up".into())),
        ]);
        assert_eq!(settings, Settings::default());
        let settings = with(&[("q-days", Answer::Number(5)), ("q-minutes", Answer::Text("45".into()))]);
        assert_eq!((settings.days, settings.minutes), (5, 45));
        assert_eq!(settings.open, ["q-side", "q-equipment", "q-pool"]);
    }

    #[test]
    fn the_newest_of_days_and_weekdays_counts() {
        let chosen = |ids: &[&str]| Answer::List(ids.iter().map(|id| (*id).to_owned()).collect());
        let (three, none) = (("q-weekdays", chosen(&["fri", "mon", "wed"])), ("q-weekdays", chosen(&[])));
        let settings = with(&[("q-days", Answer::Number(5)), three.clone()]);
        assert_eq!((settings.days, settings.weekdays.len()), (3, 3), "their number then counts as days");
        assert_eq!(settings.weekdays.first(), Some(&Weekday::Mon), "in calendar order");
        let settings = with(&[three.clone(), ("q-days", Answer::Number(5))]);
        assert_eq!((settings.days, settings.weekdays.len()), (5, 0));
        let settings = with(&[three.clone(), ("q-days", Answer::Number(3))]);
        assert_eq!(settings.weekdays.len(), 3, "it still fits");
        let settings = with(&[three, none]);
        assert_eq!((settings.days, settings.weekdays.len()), (3, 0));
        assert_eq!(with(&[("q-weekdays", chosen(&["mon"]))]), Settings::default(), "one day is no plan");
    }

    #[test]
    fn prg_s1_the_sore_side_comes_second() {
        let left = [SoreSide::Left, SoreSide::BothLeftWorse];
        for side in SoreSide::ALL {
            assert_eq!(side.is_left(), left.contains(&side), "{side:?}");
        }
    }
}
