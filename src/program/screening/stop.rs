//! The stop rules: what happens at once when it hurts in a session or a run (`screening.md` section 9, with
//! `PRG-D1` to `PRG-D7` of `progression.md` section 6, which go with them).
//!
//! Not here: the player that carries it out, and the marks' effect on levels (see `plan`).

use super::question::{Block, Question};
use crate::journal::{Body, EntryId, HurtKind, Journal, Mark};
use crate::program::reason::{RuleId, SourceKey};
use crate::units::{Day, Now, PainScore};

macro_rules! stop_rules {
    ($($(#[$meta:meta])* $variant:ident = $id:literal [$($source:literal),+];)+) => {
        /// A stop rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StopRule { $($(#[$meta])* $variant,)+ }

        impl StopRule {
            /// All stop rules, in the dossier's order.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// Sources in the order of the row; `conv` last.
            pub const fn sources(self) -> &'static [SourceKey] {
                match self { $(Self::$variant => &[$(SourceKey($source)),+],)+ }
            }
        }
    };
}

stop_rules! {
    /// Pain of 6 or more.
    PainSix = "stop-pain-6" ["silbernagel2007", "thomee1997", "conv"];
    /// Pain of 4 or 5.
    PainFourFive = "stop-pain-4-5" ["silbernagel2007", "conv"];
    /// Sudden sharp, stabbing or tearing pain.
    Sharp = "stop-sharp" ["conv"];
    /// Locking, catching that stays, giving way.
    Lock = "stop-lock" ["griffin2016"];
    /// New numbness, tingling, weakness.
    Numb = "stop-numb" ["finucane2020"];
    /// Chest discomfort, dizziness, faintness.
    Unwell = "stop-unwell" ["riebe2015"];
    /// Cannot walk normally.
    Limp = "stop-limp" ["conv"];
    /// Pain that grows in a run, or passes 3.
    RunGrow = "stop-run-grow" ["conv"];
    /// Any pain at the old spot after a bone stress injury.
    RunBone = "stop-run-bone" ["warden2014", "george2024"];
    /// Cramp, cold, chest discomfort or unsafe in water.
    Water = "stop-water" ["conv"];
}

impl StopRule {
    /// The rule of a kind of hurt; an ache has only its number.
    pub const fn of_kind(kind: HurtKind) -> Option<Self> {
        match kind {
            HurtKind::Ache => None,
            HurtKind::Sharp => Some(Self::Sharp),
            HurtKind::Lock => Some(Self::Lock),
            HurtKind::Numb => Some(Self::Numb),
            HurtKind::Unwell => Some(Self::Unwell),
            HurtKind::Limp => Some(Self::Limp),
            HurtKind::Water => Some(Self::Water),
        }
    }

    /// The safety questions that it opens at once.
    pub fn opens(self) -> Vec<Question> {
        match self {
            Self::Lock => vec![Question::LockedNow, Question::Locking],
            Self::Numb => vec![Question::Saddle, Question::Numb, Question::FootDrop],
            Self::Unwell => vec![Question::Chest],
            Self::Limp => Question::of_block(Block::C).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it ends the session by itself (`PRG-D1`).
    pub const fn ends_session(self) -> bool {
        matches!(self, Self::Lock | Self::Numb | Self::Unwell | Self::Limp | Self::Water)
    }
}

/// What becomes of the exercise. The later the stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ForExercise {
    /// It goes on.
    #[default]
    GoOn,
    /// The easier step or half the range is offered, after 60 s of rest.
    Easier,
    /// It is skipped today.
    SkipToday,
    /// It is skipped until the next re-test.
    SkipUntilRetest,
}

/// What becomes of the session. The later the stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ForSession {
    /// It goes on.
    #[default]
    GoOn,
    /// It goes on only when pain is 0 to 3 within 10 minutes (`PRG-D4`).
    WhenCalm,
    /// It ends.
    End,
}

/// What the app says or suggests beside stopping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Also {
    /// The emergency text is shown.
    EmergencyText,
    /// The runner leaves the water.
    LeaveWater,
    /// The runner walks home; the session counts as not passed.
    WalkHome,
    /// A visit is suggested.
    SuggestVisit,
}

/// What the app does at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stop {
    /// The stop rules that matched, in the dossier's order. None: nothing to stop.
    pub rules: Vec<StopRule>,
    /// What becomes of the exercise.
    pub exercise: ForExercise,
    /// What becomes of the session.
    pub session: ForSession,
    /// What the app says or suggests beside.
    pub also: Vec<Also>,
    /// These safety questions are opened now.
    pub questions: Vec<Question>,
    /// These are opened if it hurts at rest or with walking afterward.
    pub questions_if_it_stays: Vec<Question>,
    /// The exercise's mark (`progression.md` section 6).
    pub mark: Mark,
}

impl Stop {
    fn take(&mut self, rule: StopRule, exercise: ForExercise, session: ForSession, mark: Mark) {
        let at = self.rules.partition_point(|before| *before <= rule);
        self.rules.insert(at, rule);
        self.raise(exercise, session, mark);
    }

    /// The stricter wins.
    fn raise(&mut self, exercise: ForExercise, session: ForSession, mark: Mark) {
        self.exercise = self.exercise.max(exercise);
        self.session = self.session.max(session);
        self.mark = worse(self.mark, mark);
    }

    fn open(&mut self, questions: impl IntoIterator<Item = Question>) {
        for question in questions {
            if let Err(at) = self.questions.binary_search(&question) {
                self.questions.insert(at, question);
            }
        }
    }

    /// The ids of the rules, the stop rules first, then `PRG-D2` where it decided.
    pub fn rule_ids(&self, pain: PainScore) -> Vec<RuleId> {
        let mut ids: Vec<RuleId> = self.rules.iter().map(|rule| RuleId(rule.id())).collect();
        if pain.get() >= 8 {
            ids.push(RuleId("PRG-D2"));
        }
        ids
    }
}

fn worse(a: Mark, b: Mark) -> Mark {
    match (a, b) {
        (Mark::Bad, _) | (_, Mark::Bad) => Mark::Bad,
        (Mark::Held, _) | (_, Mark::Held) => Mark::Held,
        (Mark::Ok, Mark::Ok) => Mark::Ok,
    }
}

/// What happened before, in this session and in the last 7 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// This exercise already had a pain of 4 or 5 in this session.
    pub four_five_here: bool,
    /// Another exercise of this session was stopped already: pain of 6 or more, or sharp.
    pub other_stopped: bool,
    /// A sharp pain in the last 7 days, today included.
    pub sharp_in_week: bool,
}

impl Before {
    /// What the journal says, before the new entry is in it. `of` is the session's entry, `item` the exercise's id.
    pub fn of(journal: &Journal, of: EntryId, item: &str, now: Now) -> Self {
        let mut before = Self::default();
        let today = now.day();
        for happened in journal.happened().rev() {
            if happened.id < of && today.since(happened.day) >= DAYS {
                break;
            }
            let Body::Hurt { of: session, item: exercise, pain, kind } = happened.body else { continue };
            before.sharp_in_week |= *kind == HurtKind::Sharp && in_week(happened.day, today);
            if *session == of && exercise == item {
                before.four_five_here |= matches!(pain.get(), 4 | 5);
            } else if *session == of {
                before.other_stopped |= pain.get() >= 6 || *kind == HurtKind::Sharp;
            }
        }
        before
    }
}

/// Days that "7 days" count back, today included.
const DAYS: i32 = 7;

fn in_week(day: Day, today: Day) -> bool {
    today.since(day) < DAYS
}

/// What the app does when it hurts in a session. Total: pain of 0 to 3 that is no more than an ache goes on (`PRG-D7`).
pub fn stop_rule(kind: HurtKind, pain: PainScore, before: Before) -> Stop {
    let mut stop = Stop::default();
    by_number(&mut stop, pain, before);
    if let Some(rule) = StopRule::of_kind(kind) {
        by_kind(&mut stop, rule, before);
    }
    stop
}

fn by_number(stop: &mut Stop, pain: PainScore, before: Before) {
    let when_calm = if before.other_stopped { ForSession::End } else { ForSession::WhenCalm };
    match pain.get() {
        0..=3 => {}
        4 | 5 if before.four_five_here => {
            stop.take(StopRule::PainFourFive, ForExercise::SkipToday, ForSession::GoOn, Mark::Held);
        }
        4 | 5 => stop.take(StopRule::PainFourFive, ForExercise::Easier, ForSession::GoOn, Mark::Held),
        6 | 7 => stop.take(StopRule::PainSix, ForExercise::SkipToday, when_calm, Mark::Bad),
        _ => {
            // PRG-D2.
            stop.take(StopRule::PainSix, ForExercise::SkipUntilRetest, ForSession::End, Mark::Bad);
            stop.open(Question::of_block(Block::B));
        }
    }
}

fn by_kind(stop: &mut Stop, rule: StopRule, before: Before) {
    stop.open(rule.opens());
    if rule.ends_session() {
        stop.take(rule, ForExercise::SkipToday, ForSession::End, Mark::Bad);
        match rule {
            StopRule::Unwell => stop.also.push(Also::EmergencyText),
            StopRule::Water => stop.also.push(Also::LeaveWater),
            _ => {}
        }
    } else {
        // PRG-D3: as PRG-D4, but until the next re-test.
        let session = if before.other_stopped { ForSession::End } else { ForSession::WhenCalm };
        stop.take(rule, ForExercise::SkipUntilRetest, session, Mark::Bad);
        if before.sharp_in_week {
            stop.also.push(Also::SuggestVisit);
        }
    }
}

/// What is felt during a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunPain {
    /// How much.
    pub pain: PainScore,
    /// It has been growing for 2 minutes.
    pub grows: bool,
    /// In the `bone-stress-cleared` variant: it is at the old spot.
    pub old_spot: bool,
}

/// What the app does about pain in a run, beside [`stop_rule`] for its kind.
pub fn run_stop_rule(felt: RunPain, bone_stress_cleared: bool) -> Stop {
    let mut stop = Stop::default();
    let grows = felt.grows || felt.pain.get() > 3;
    let old_bone = bone_stress_cleared && felt.old_spot && felt.pain.get() >= 1;
    for rule in [(grows, StopRule::RunGrow), (old_bone, StopRule::RunBone)].into_iter().filter(|(met, _)| *met) {
        stop.take(rule.1, ForExercise::SkipToday, ForSession::End, Mark::Bad);
    }
    if grows || old_bone {
        stop.also.push(Also::WalkHome);
    }
    if old_bone {
        stop.questions_if_it_stays = Question::of_block(Block::C).collect();
    }
    stop
}
