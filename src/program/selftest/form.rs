//! Running form (`evaluation.md` section 7): the step rate and the six things to look at in a clip.
//!
//! Nothing leaves the phone; the runner enters only what is seen. Not here: counting steps (see `measure`), the clip, and
//! the drills that a finding leads to.

use crate::journal::{Body, Happened, Method, TestEntry, TestSide};
use crate::library::Phase;
use crate::program::evaluation::BodySide;
use crate::program::reason::SourceKey;
use crate::units::{Day, PainScore, Seconds};

/// From where a clip is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Camera {
    /// From behind.
    Behind,
    /// From the side.
    Side,
}

/// One of the choices of a video item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its id.
    pub id: &'static str,
    /// Whether it is the finding that counts. `unsure` never is.
    pub counts: bool,
}

/// All that is known of a video item beside its words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The stable id.
    pub id: &'static str,
    /// Which clip.
    pub camera: Camera,
    /// The choices, `unsure` last.
    pub choices: &'static [Seen],
    /// Whether left and right are asked, named by the standing leg.
    pub each_side: bool,
    /// Sources; `conv` last.
    pub sources: &'static [SourceKey],
}

const fn fine(id: &'static str) -> Seen {
    Seen { id, counts: false }
}

const fn found(id: &'static str) -> Seen {
    Seen { id, counts: true }
}

const UNSURE: Seen = fine("unsure");

macro_rules! items {
    ($($(#[$meta:meta])* $variant:ident = $id:literal $camera:ident [$($choice:expr),+] $each:literal [$($source:literal),+];)+) => {
        /// A video item.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum VideoItem { $($(#[$meta])* $variant,)+ }

        impl VideoItem {
            /// All items, in the order in which they are looked at.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// All that is known of it beside its words.
            pub const fn look(self) -> &'static Look {
                match self {
                    $(Self::$variant => const { &Look {
                        id: $id,
                        camera: Camera::$camera,
                        choices: &[$($choice,)+ UNSURE],
                        each_side: $each,
                        sources: &[$(SourceKey($source)),+],
                    } },)+
                }
            }
        }
    };
}

items! {
    /// The waistband at the middle of stance.
    PelvicDrop = "v-pelvic-drop" Behind [fine("level"), found("drop")] true ["bramah2018", "neal2020", "conv"];
    /// The knee at the first contact.
    KneeBend = "v-knee-bend" Side [fine("bent"), found("straight")] false
        ["bramah2018", "damsted2015", "mousavi2020", "conv"];
    /// The foot against the knee and the body at the first contact.
    Overstride = "v-overstride" Side [fine("under"), found("ahead")] false ["wille2014", "souza2016"];
    /// The sole against the ground at contact.
    FootAngle = "v-foot-angle" Side [fine("flat"), found("toes-high")] false ["wille2014", "conv"];
    /// The line from hip to shoulder at mid-stance.
    Trunk = "v-trunk" Side [fine("slight"), found("back"), found("waist")] false ["bramah2018", "souza2016"];
    /// The feet against a line under the body.
    StepWidth = "v-step-width" Behind [fine("gap"), found("line"), found("cross")] false ["souza2016", "wang2024"];
}

impl VideoItem {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        self.look().id
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|item| item.id() == id)
    }

    fn choice(self, id: &str) -> Option<Seen> {
        self.look().choices.iter().copied().find(|choice| choice.id == id)
    }

    /// The entry of what was seen; none if the choice is not one of the item's, or a side is missing or too much.
    pub fn entry(self, side: Option<BodySide>, choice: &str) -> Option<TestEntry> {
        let seen = self.choice(choice)?;
        let side = match (side, self.look().each_side) {
            (Some(BodySide::Left), true) => TestSide::Left,
            (Some(BodySide::Right), true) => TestSide::Right,
            (None, false) => TestSide::Both,
            _ => return None,
        };
        Some(entry(self.id(), side, Vec::new(), Some(seen.id), Method::Choice, None))
    }
}

/// The id of the step-rate test.
pub const CADENCE: &str = "t-cadence";
/// The least and the most steps a minute that are a result.
pub const CADENCE_RANGE: (i32, i32) = (120, 220);
/// A later step rate counts as changed when it differs by more than this.
pub const CADENCE_CHANGE: i32 = 4;
/// Sources of the step-rate test.
pub const CADENCE_SOURCES: &[SourceKey] = &[SourceKey("luedke2020"), SourceKey("luedke2016"), SourceKey("conv")];
/// Seconds that landings of the right foot are counted, twice.
pub const CADENCE_COUNT: Seconds = Seconds(30);
/// Easy running before the first count, and between the counts.
pub const CADENCE_BEFORE: (Seconds, Seconds) = (Seconds(180), Seconds(60));

/// The entry of a step rate, with the pace in seconds a kilometer; none out of range.
pub fn cadence_entry(per_minute: f64, method: Method, pace: Option<Seconds>) -> Option<TestEntry> {
    let (least, most) = CADENCE_RANGE;
    let rate = (least..=most).find(|rate| {
        let apart = per_minute - f64::from(*rate);
        (-0.5..0.5).contains(&apart)
    })?;
    Some(entry(CADENCE, TestSide::Both, vec![rate * 10], None, method, pace))
}

fn entry(
    test: &str,
    side: TestSide,
    tries: Vec<i32>,
    choice: Option<&str>,
    method: Method,
    pace: Option<Seconds>,
) -> TestEntry {
    TestEntry {
        test: test.to_owned(),
        side,
        tries,
        choice: choice.map(str::to_owned),
        pain: None,
        regions: Vec::new(),
        onset: None,
        pace,
        method,
        why: None,
    }
}

/// A step rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cadence {
    /// The local day.
    pub day: Day,
    /// Steps of both feet a minute.
    pub per_minute: i32,
    /// Seconds a kilometer.
    pub pace: Option<Seconds>,
    /// How it was taken.
    pub method: Method,
}

/// What was seen of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// Which item.
    pub item: VideoItem,
    /// The standing leg, where sides are asked.
    pub side: Option<BodySide>,
    /// The choice's id.
    pub choice: &'static str,
    /// Whether it is a finding.
    pub counts: bool,
    /// The local day.
    pub day: Day,
}

/// The newest of everything about the running form. What is not in it was not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormLog {
    sights: Vec<Sight>,
    cadence: Option<Cadence>,
    cadence_before: Option<Cadence>,
}

impl FormLog {
    /// Gathers it; `happened` goes from old to new.
    pub fn of<'a>(happened: impl Iterator<Item = Happened<'a>>) -> Self {
        let mut log = Self::default();
        happened.for_each(|one| log.take(&one));
        log
    }

    /// Takes one of the journal's entries in, newer than all before.
    pub fn take(&mut self, happened: &Happened<'_>) {
        let Body::Test(entry) = happened.body else { return };
        if entry.test == CADENCE {
            self.take_cadence(entry, happened.day);
        } else if let Some(sight) = sight(entry, happened.day) {
            self.sights.retain(|old| (old.item, old.side) != (sight.item, sight.side));
            self.sights.push(sight);
        }
    }

    fn take_cadence(&mut self, entry: &TestEntry, day: Day) {
        let Some(per_minute) = entry.tries.last().map(|tenths| tenths.div_euclid(10)) else { return };
        if (CADENCE_RANGE.0..=CADENCE_RANGE.1).contains(&per_minute) {
            let newest = Cadence { day, per_minute, pace: entry.pace, method: entry.method };
            self.cadence_before = self.cadence.replace(newest).or(self.cadence_before);
        }
    }

    /// The newest step rate.
    pub const fn cadence(&self) -> Option<Cadence> {
        self.cadence
    }

    /// Whether the newest step rate differs from the one before by more than the real change.
    pub fn cadence_changed(&self) -> Option<bool> {
        let (before, now) = (self.cadence_before?, self.cadence?);
        Some((now.per_minute - before.per_minute).abs() > CADENCE_CHANGE)
    }

    /// What was seen of an item; of one with sides, on that standing leg.
    pub fn seen(&self, item: VideoItem, side: Option<BodySide>) -> Option<&Sight> {
        self.sights.iter().find(|sight| (sight.item, sight.side) == (item, side))
    }

    /// Whether an item has its finding, with one of these choices; on either leg.
    pub fn has(&self, item: VideoItem, choices: &[&str]) -> bool {
        self.sights.iter().any(|sight| sight.item == item && sight.counts && choices.contains(&sight.choice))
    }

    /// All findings, in the order of the items.
    pub fn findings(&self) -> Vec<Sight> {
        let mut all: Vec<Sight> = self.sights.iter().copied().filter(|sight| sight.counts).collect();
        all.sort_by_key(|sight| (sight.item, sight.side));
        all
    }

    /// The findings as the rules of the cues want them: item and choice, by their ids.
    pub fn seen_ids(&self) -> Vec<(&'static str, &'static str)> {
        self.findings().iter().map(|sight| (sight.item.id(), sight.choice)).collect()
    }

    /// The items that were not looked at yet.
    pub fn open_items(&self) -> Vec<VideoItem> {
        let is_open = |item: &VideoItem| {
            if item.look().each_side {
                BodySide::ALL.iter().any(|side| self.seen(*item, Some(*side)).is_none())
            } else {
                self.seen(*item, None).is_none()
            }
        };
        VideoItem::ALL.iter().copied().filter(is_open).collect()
    }
}

fn sight(entry: &TestEntry, day: Day) -> Option<Sight> {
    let item = VideoItem::parse(&entry.test)?;
    let seen = item.choice(entry.choice.as_deref()?)?;
    let side = match (entry.side, item.look().each_side) {
        (TestSide::Left, true) => Some(BodySide::Left),
        (TestSide::Right, true) => Some(BodySide::Right),
        (TestSide::Both, false) => None,
        _ => return None,
    };
    Some(Sight { item, side, choice: seen.id, counts: seen.counts, day })
}

/// What the gate of the running form goes by.
#[derive(Debug, Clone, Copy)]
pub struct FormFacts {
    /// The safety gate is open.
    pub is_open: bool,
    /// `cx-impact` is active, whoever brings it.
    pub no_impact: bool,
    /// `q-nprs-run`; none also for `not-running`.
    pub run_pain: Option<PainScore>,
    /// `q-easy-min`, in minutes.
    pub easy_minutes: Option<u16>,
    /// The phase.
    pub phase: Phase,
    /// Running on is open.
    pub running_on: bool,
}

/// Why running form has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormClosed {
    /// The safety gate is not open.
    Shut,
    /// No running now (`cx-impact`).
    NoImpact,
    /// Not in phase `calm`; in `build` and `load` only while running on is open.
    Phase,
    /// Pain in running is more than 3, or not known.
    RunPain,
    /// Less than 5 minutes of running, or not known.
    Minutes,
}

impl FormClosed {
    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Shut => "shut",
            Self::NoImpact => "no-impact",
            Self::Phase => "phase",
            Self::RunPain => "run-pain",
            Self::Minutes => "minutes",
        }
    }
}

/// Whether running form may be looked at: the first reason that says no. A missing answer says no.
pub fn form_gate(facts: FormFacts) -> Result<(), FormClosed> {
    let in_phase = match facts.phase {
        Phase::Calm => false,
        Phase::Build | Phase::Load => facts.running_on,
        Phase::Run | Phase::Keep => true,
    };
    if !facts.is_open {
        Err(FormClosed::Shut)
    } else if facts.no_impact {
        Err(FormClosed::NoImpact)
    } else if !in_phase {
        Err(FormClosed::Phase)
    } else if facts.run_pain.is_none_or(|pain| pain.get() > 3) {
        Err(FormClosed::RunPain)
    } else if facts.easy_minutes.is_none_or(|minutes| minutes < 5) {
        Err(FormClosed::Minutes)
    } else {
        Ok(())
    }
}
