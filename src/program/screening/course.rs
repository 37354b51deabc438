//! The course of the screening: what each entry of the journal does to the answers, one after the other.
//!
//! Not here: what is asked meanwhile (see `steps`), the clock (what is due today, see `decision`), and which entries
//! belong to it (see `history`).

use super::answers::Answers;
use super::clearance::{Clearance, RecordedOk};
use super::duration::Duration;
use super::flag::{Flag, FlagSet};
use super::gate::Step;
use super::level::ActionLevel;
use super::outcome::after_cr8;
use super::pool::Pool;
use super::question::{Block, QUESTION_COUNT, Question};
use super::raise::raised;
use super::short_check::Button;
use super::steps::{ALL_BLOCKS, Blocks, is_in, whole_screen};
use crate::journal::{Answer, EntryId, Moment, OkEntry};
use crate::units::Day;

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    pub id: EntryId,
    pub day: Day,
}

/// A short check, or single questions, on top of a whole screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub begun: When,
    pub moment: Moment,
    /// The questions that it opened.
    pub questions: Vec<Question>,
    /// A short check whose buttons wait for an answer.
    pub buttons_wait: bool,
}

/// A whole screen, and what was asked on top of it since.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Screen {
    begun: When,
    pub answers: Answers,
    /// The entry of each answer that holds.
    given: [Option<EntryId>; QUESTION_COUNT],
    /// Every needed answer was there once.
    pub passed: bool,
    /// A `finish` was written; only `s-pool` can be left open by it.
    pub finished: bool,
    pub parts: Vec<Part>,
    /// The level at which it stopped (CR6): its answers are sealed.
    stopped: Option<ActionLevel>,
}

/// The flags that the answers so far raise, before CR8 and CR5.
struct Worked {
    all: FlagSet,
    /// From the blocks in which nothing waits alone.
    settled: FlagSet,
    /// Those that stop at once, before their block is done.
    emergency: FlagSet,
    /// The blocks in which nothing waits.
    blocks: Blocks,
}

/// What the last screen that came to its end had raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Concluded {
    raised: FlagSet,
    /// The blocks that it reached: only flags from these can be new in the next one.
    reached: Blocks,
}

/// Since when a flag of CR8 has been raised by each screen that reached it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Since {
    day: Day,
    /// The whole screen in which that row began.
    screen: EntryId,
}

/// The screening so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Course {
    pub pool: Pool,
    /// What `q-duration` says, while the evaluation has an answer to it.
    pub duration: Option<Duration>,
    pub screen: Option<Screen>,
    oks: Vec<RecordedOk>,
    last: Option<Concluded>,
    bone_urgent: Option<Since>,
    systemic: Option<Since>,
    /// The last finished short check.
    short_check: Option<When>,
    /// The day of the newest entry so far.
    newest: Option<Day>,
    /// The day of the entry before the whole screen.
    before_screen: Option<Day>,
}

impl Course {
    /// The day on which the whole screen was begun whose answers hold.
    pub fn screen_begun(&self) -> Option<When> {
        self.screen.as_ref().map(|screen| screen.begun)
    }

    /// The day of the entry before the whole screen: entries are kept in rising order, so a clock that was ahead once
    /// dates all that come after.
    pub const fn day_before_screen(&self) -> Option<Day> {
        self.before_screen
    }

    /// An entry of that day follows, of whatever kind.
    pub fn pass_day(&mut self, day: Day) {
        self.newest = self.newest.max(Some(day));
    }

    /// The last short check that came to its end.
    pub const fn last_short_check(&self) -> Option<When> {
        self.short_check
    }

    /// The answers that hold.
    pub fn answers(&self) -> Answers {
        self.screen.as_ref().map_or(Answers::new(), |screen| screen.answers)
    }

    /// The answers as they count: `s-course` as not sure while `q-duration` contradicts it.
    pub fn counted(&self) -> Answers {
        let mut answers = self.answers();
        if self.duration.is_some_and(|duration| duration.contradicts(&answers)) {
            // It is one of its options, so it fits.
            let _ = answers.set(Question::Course, &Answer::Text("not-sure".to_owned()));
        }
        answers
    }

    /// The entry of the answer that holds.
    pub fn given(&self, question: Question) -> Option<EntryId> {
        self.screen.as_ref()?.given.get(question as usize).copied().flatten()
    }

    /// The level at which the screen stopped, whatever was answered since.
    pub fn stopped(&self) -> Option<ActionLevel> {
        self.screen.as_ref()?.stopped
    }

    /// What the clearance rules need to know, on that day.
    pub fn clearance(&self, today: Day) -> Clearance<'_> {
        let begun = self.screen.as_ref().map(|screen| screen.begun);
        let earlier = |since: Option<Since>| {
            since.filter(|since| begun.is_some_and(|begun| since.screen != begun.id)).map(|since| since.day)
        };
        Clearance {
            oks: &self.oks,
            begun: begun.map_or(today, |begun| begun.day),
            bone_urgent_since: earlier(self.bone_urgent),
            systemic_since: earlier(self.systemic),
            today,
        }
    }

    /// A part of the check is begun.
    pub fn begin(&mut self, when: When, moment: Moment, questions: &[String]) {
        if moment == Moment::Screen {
            self.before_screen = self.newest;
            self.screen = Some(Screen {
                begun: when,
                answers: Answers::new(),
                given: [None; QUESTION_COUNT],
                passed: false,
                finished: false,
                parts: Vec::new(),
                stopped: None,
            });
            return;
        }
        let Some(screen) = &mut self.screen else { return };
        // Before a whole screen has passed there is nothing to ask on top of; after a stop only a new one counts.
        if !screen.passed || screen.stopped.is_some() {
            return;
        }
        let (questions, buttons_wait) = match moment {
            Moment::Short => (Vec::new(), true),
            Moment::Ask => (questions.iter().filter_map(|id| Question::parse(id)).collect(), false),
            _ => return,
        };
        if buttons_wait {
            screen.parts.retain(|part| part.moment != Moment::Short);
        }
        if buttons_wait || !questions.is_empty() {
            screen.parts.push(Part { begun: when, moment, questions, buttons_wait });
        }
    }

    /// A part of the check is said to be finished. The answers decide, so only the pool's question is left by it.
    pub fn finish(&mut self, when: When, moment: Moment) {
        let Some(screen) = &mut self.screen else { return };
        if moment == Moment::Screen && screen.stopped.is_none() {
            screen.finished = true;
            self.work_out(when);
        }
    }

    /// A step was answered.
    pub fn answer(&mut self, when: When, step: Step, answer: &Answer) {
        let Some(screen) = &mut self.screen else { return };
        if screen.stopped.is_some() {
            return;
        }
        match step {
            Step::ShortCheck => screen.tap(answer),
            Step::Question(question) => screen.take(when.id, question, answer),
        }
        self.work_out(when);
    }

    /// The flags that a clinician can know of: of the answers so far, and of the last screen that came to its end.
    pub fn known_flags(&self) -> FlagSet {
        raised(&self.counted()).union(self.last.map_or(FlagSet::EMPTY, |last| last.raised))
    }

    /// A clinician's OK was recorded.
    pub fn record_ok(&mut self, when: When, entry: &OkEntry) {
        let known = self.known_flags();
        let Some(ok) = RecordedOk::read(entry, when.day, known) else { return };
        self.oks.push(ok);
        // CR8: a screen that was answered after being seen goes on once the OK is there.
        let level = self.level(&self.worked(), when.day);
        if let Some(screen) = &mut self.screen
            && screen.stopped.is_some()
            && !level.needs_new_screen()
        {
            screen.stopped = None;
            self.work_out(when);
        }
    }

    /// The level that stops: an `Emergency` answer at once, anything else from the blocks that are settled.
    fn level(&self, flags: &Worked, today: Day) -> ActionLevel {
        let clearance = self.clearance(today);
        after_cr8(flags.settled, &clearance).overall(&clearance).max(flags.emergency.level())
    }

    fn worked(&self) -> Worked {
        let answers = self.answers();
        let (all, blocks) = (raised(&answers), self.settled_blocks());
        let settled = if blocks == ALL_BLOCKS {
            all
        } else {
            raised(&answers.only(|question| is_in(blocks, self.block_of(question))))
        };
        let emergency = all.iter().filter(|flag| flag.level() == ActionLevel::Emergency).collect();
        Worked { all, settled, emergency, blocks }
    }

    /// Works the flags out from what is answered so far: ends OKs, stops, concludes.
    fn work_out(&mut self, when: When) {
        self.pass();
        let flags = self.worked();
        self.end_oks(&flags);
        let level = self.level(&flags, when.day);
        if level.needs_new_screen() {
            if let Some(screen) = &mut self.screen {
                screen.stopped = Some(level);
                screen.parts.clear();
            }
            self.conclude(when, flags.all);
        } else if self.next_step().is_none() {
            self.conclude(when, flags.all);
            self.close_parts();
        }
    }

    fn pass(&mut self) {
        let Some(screen) = &self.screen else { return };
        let is_done =
            |question: Question| screen.answers.has(question) || (question == Question::Pool && screen.finished);
        let passed = screen.passed || whole_screen(&screen.answers, self.pool).into_iter().all(is_done);
        if let Some(screen) = &mut self.screen {
            screen.passed = passed;
        }
    }

    /// An OK ends as a whole as soon as a screen raises a flag of `ClinicianFirst` or higher that the one before did not.
    ///
    /// Flags from blocks that the one before did not reach are not new; neither is `f-bone-check` by CR8, which the
    /// answers alone do not raise.
    fn end_oks(&mut self, flags: &Worked) {
        if self.oks.iter().all(|ok| ok.ended) {
            return;
        }
        let last = self.last.unwrap_or(Concluded { raised: FlagSet::EMPTY, reached: ALL_BLOCKS });
        let now = if flags.blocks == ALL_BLOCKS && last.reached == ALL_BLOCKS {
            flags.all
        } else {
            let reached = self.answers().only(|question| is_in(last.reached, question.block()));
            raised(&reached.only(|question| is_in(flags.blocks, self.block_of(question))))
                .union(raised(&reached).intersection(flags.emergency))
        };
        if now.without(last.raised).iter().any(|flag| flag.level().shuts()) {
            for ok in &mut self.oks {
                ok.ended = true;
            }
        }
    }

    /// The screen came to its end: what it raised is what the next one is compared with.
    fn conclude(&mut self, when: When, flags: FlagSet) {
        let Some(screen) = &self.screen else { return };
        let (answers, begun) = (screen.answers, screen.begun.id);
        let entered = |block| answers.answered().any(|question| self.block_of(question) == block);
        let reached = Block::ALL.map(|block| screen.passed || entered(block));
        let by_cr8 = after_cr8(flags, &self.clearance(when.day));
        let [.., c, d] = reached;
        self.last = Some(Concluded { raised: flags.union(by_cr8.flags), reached });
        self.bone_urgent = since(self.bone_urgent, flags.contains(Flag::BoneUrgent), c, when.day, begun);
        self.systemic = since(self.systemic, flags.contains(Flag::Systemic), d, when.day, begun);
    }

    fn close_parts(&mut self) {
        let Some(screen) = &mut self.screen else { return };
        let short = screen.parts.iter().filter(|part| part.moment == Moment::Short).map(|part| part.begun).next_back();
        screen.parts.clear();
        self.short_check = short.or(self.short_check);
    }
}

impl Screen {
    fn tap(&mut self, answer: &Answer) {
        let buttons = Button::read(answer);
        if let Some(part) = self.parts.iter_mut().find(|part| part.moment == Moment::Short) {
            part.buttons_wait = buttons.is_none();
            part.questions = buttons.iter().flatten().flat_map(|button| button.opens()).copied().collect();
        }
    }

    /// An answer that does not fit leaves the question without one.
    fn take(&mut self, id: EntryId, question: Question, answer: &Answer) {
        let fits = self.answers.set(question, answer).is_ok();
        if !fits {
            self.answers.clear(question);
        }
        if let Some(place) = self.given.get_mut(question as usize) {
            *place = fits.then_some(id);
        }
    }
}

fn since(before: Option<Since>, raised: bool, reached: bool, day: Day, screen: EntryId) -> Option<Since> {
    match (raised, reached) {
        (true, _) => before.or(Some(Since { day, screen })),
        (false, true) => None,
        (false, false) => before,
    }
}
