//! What each event does.
//!
//! Not here: how time moves (see `player`).

use super::cue::{Cue, Sounding};
use super::edit::Edit;
use super::effect::{Effect, Milestone};
use super::event::{Event, Pace, UnseenAnswer};
use super::hurt::{CALM_WITHIN, Calm, Hurt, HurtChoice, Ruling};
use super::player::{Player, State, milestone};
use super::timeline::{Spot, Step, StepKind};
use super::unseen::Unseen;
use crate::journal::{EndedHow, HurtKind, Mark};
use crate::library::{Library, PlannedItem};
use crate::units::{Millis, Now, PainScore};

/// Within this time of a step's start, `Back` goes to the step before.
const JUST_BEGUN: Millis = Millis(3_000);
/// A snapshot is taken this often while the clock runs.
const SAVE_EVERY: i64 = 1_000;
/// A session is changed no more often than this: a snapshot stays small.
pub(super) const EDITS_MOST: usize = 200;
/// Nor are more hurts remembered.
pub(super) const HURTS_MOST: usize = 200;

impl Player {
    /// Moves the session to `now`, then lets the event happen. Total: an event that the state has no use for changes nothing.
    pub fn on(&mut self, event: Event, now: Now, library: &Library) -> Vec<Effect> {
        let mut out = Vec::new();
        let before = (self.state, self.spot.step);
        self.advance(now, &mut out);
        let is_intent = !matches!(event, Event::Frame | Event::Hidden | Event::Shown);
        if is_intent {
            // Whoever taps looks.
            self.settle(&mut out);
        }
        let changed = self.happen(event, library, &mut out);
        if self.clock.is_hidden() && self.state == State::Running && self.unseen.is_none() {
            self.unseen = Some(Unseen { spot: self.spot, spent: self.spent });
        }
        self.sound_ahead(now, &mut out);
        if changed || before != (self.state, self.spot.step) || self.is_save_due(now) {
            self.save(now, &mut out);
        }
        out
    }

    fn is_save_due(&self, now: Now) -> bool {
        matches!(self.state, State::Running | State::Calming) && now.mono.0 - self.saved.0 >= SAVE_EVERY
    }

    fn save(&mut self, now: Now, out: &mut Vec<Effect>) {
        // Nothing is kept before the session has begun.
        if self.ended().is_none() && self.state != State::Ready {
            self.saved = now.mono;
            out.push(Effect::Save);
        }
    }

    /// Lets the event happen; whether it changed anything.
    fn happen(&mut self, event: Event, library: &Library, out: &mut Vec<Effect>) -> bool {
        match (self.state, event) {
            (State::Ended(_), _) | (_, Event::Frame) => return false,
            (_, Event::Hidden) => self.clock.hide(true),
            (_, Event::Shown) => {
                self.clock.hide(false);
                self.settle(out);
            }
            (State::Ready | State::Paused, Event::Start | Event::Resume) => self.go(out),
            (State::Hurting, Event::Resume) => self.go_or_calm(out),
            (State::Running, Event::Pause) => self.pause(out),
            (State::Running | State::Paused, event) if is_move(&event) => return self.go_about(event, library, out),
            (State::Asking, Event::UnseenAnswered(answer)) => self.answer_unseen(answer, out),
            (State::Running | State::Paused | State::Asking | State::Calming, Event::ItHurts) => self.hurts(out),
            (State::Hurting, Event::HurtRated { pain, kind, ruling, mark }) => {
                self.rated(pain, kind, ruling, mark, out);
            }
            (State::Ruled(ruling), Event::HurtChosen(choice)) if ruling.choices().contains(&choice) => {
                self.chosen(ruling, choice, library, out);
            }
            (State::Calming, Event::PainNow(pain)) if self.calm.is_some_and(|calm| pain <= calm.most) => {
                self.calm = None;
                self.go(out);
            }
            (state, Event::EndEarly) => {
                self.forget_unseen();
                self.stop(if is_ruled(state) { EndedHow::Stopped } else { EndedHow::Early }, out);
            }
            _ => return false,
        }
        true
    }

    /// Starts the clock. Sound is unlocked before anything else is done in the tap.
    fn go(&mut self, out: &mut Vec<Effect>) {
        out.insert(0, Effect::Unlock);
        if self.step().is_none() {
            return self.end(EndedHow::Done, out);
        }
        self.state = State::Running;
        self.sounded = None;
        out.push(Effect::KeepAwake(true));
        out.extend(self.step().map(|step| Effect::Announce(milestone(step))));
    }

    /// Goes on, unless the pain of another exercise must calm first.
    fn go_or_calm(&mut self, out: &mut Vec<Effect>) {
        if self.calm.is_some() {
            self.state = State::Calming;
            out.push(Effect::Announce(Milestone::Asked));
        } else {
            self.go(out);
        }
    }

    fn pause(&mut self, out: &mut Vec<Effect>) {
        self.state = State::Paused;
        self.silence(out);
        out.push(Effect::KeepAwake(false));
        out.push(Effect::Announce(Milestone::Paused));
    }

    /// Ends what did not run out by itself.
    fn stop(&mut self, how: EndedHow, out: &mut Vec<Effect>) {
        self.silence(out);
        self.end(how, out);
    }

    /// Moves about in the timeline; whether anything changed.
    fn go_about(&mut self, event: Event, library: &Library, out: &mut Vec<Effect>) -> bool {
        let Some(step) = self.step().copied() else { return false };
        let here = self.spot.step;
        match event {
            Event::Back => self.back(),
            Event::Skip if !step.is_firm => self.enter(here + 1),
            Event::SkipRest if step.kind == StepKind::Rest && !step.is_firm => self.enter(here + 1),
            Event::SkipExercise => {
                let next = self.timeline.open_from(here).find(|(_, other)| other.item != step.item);
                let next = next.map_or(self.timeline.steps().len(), |(at, _)| at);
                self.enter(next);
            }
            Event::Done if step.is_work() && step.can_wait => {
                self.complete(here);
                self.enter(here + 1);
            }
            Event::AddRest => return self.edit(Edit::Lengthen { step: here }, library) && self.moved(out),
            Event::Easier(with) => {
                return self.edit(Edit::Exchange { step: here, with, hurt: false }, library) && self.moved(out);
            }
            Event::Paced(pace) if pace != self.pace => self.set_pace(pace, &step),
            _ => return false,
        }
        self.moved(out)
    }

    fn set_pace(&mut self, pace: Pace, step: &Step) {
        self.pace = pace;
        if step.is_work() && step.can_wait {
            // What one pace counted says nothing under the other.
            self.spot.at = Millis(0);
        }
    }

    fn back(&mut self) {
        let before = self.timeline.last_open(self.spot.step).filter(|_| self.spot.at <= JUST_BEGUN);
        self.spot = Spot { step: before.unwrap_or(self.spot.step), at: Millis(0) };
    }

    /// Says where the session stands after a move, and lets it sound from there.
    fn moved(&mut self, out: &mut Vec<Effect>) -> bool {
        self.sounded = None;
        match self.step().copied() {
            None => {
                self.silence(out);
                out.push(Effect::Sound(vec![Sounding { cue: Cue::End, after: Millis(0) }]));
                self.end(EndedHow::Done, out);
            }
            Some(step) => out.push(Effect::Announce(milestone(&step))),
        }
        true
    }

    /// Changes the timeline, and leaves a step that was closed by it; whether it changed.
    pub(super) fn edit(&mut self, edit: Edit, library: &Library) -> bool {
        if self.edits.len() >= EDITS_MOST {
            return false;
        }
        let Some(inserted) = self.timeline.edit(edit, library, self.order) else { return false };
        self.edits.push(edit);
        let at = inserted.at.min(self.worked.len());
        self.worked.splice(at..at, (0..inserted.count).map(|_| Millis(0)));
        if self.step().is_none_or(|step| step.is_closed) {
            self.enter(self.spot.step);
        }
        true
    }

    fn answer_unseen(&mut self, answer: UnseenAnswer, out: &mut Vec<Effect>) {
        match answer {
            UnseenAnswer::Count => self.count_unseen(),
            UnseenAnswer::GoBack => self.forget_unseen(),
        }
        self.go(out);
    }

    fn hurts(&mut self, out: &mut Vec<Effect>) {
        // What nobody saw is not counted on a hip that hurts.
        self.forget_unseen();
        self.state = State::Hurting;
        self.silence(out);
        out.push(Effect::Announce(Milestone::Asked));
    }

    fn rated(&mut self, pain: PainScore, kind: HurtKind, ruling: Ruling, mark: Mark, out: &mut Vec<Effect>) {
        if let Some(step) = self.hurting_step().copied() {
            let planned = self.timeline.items().get(step.item).map_or(step.exercise, |item| item.exercise);
            if self.hurts.len() < HURTS_MOST {
                self.hurts.push(Hurt { item: step.item, exercise: step.exercise, pain, kind, mark });
            }
            out.push(Effect::Hurt { item: planned, exercise: step.exercise, pain, kind });
        }
        self.state = State::Ruled(ruling);
        if ruling == Ruling::End {
            self.stop(EndedHow::Stopped, out);
        }
    }

    fn chosen(&mut self, ruling: Ruling, choice: HurtChoice, library: &Library, out: &mut Vec<Effect>) {
        let step = self.spot.step;
        let is_here = self.hurting_step().map(|hurting| hurting.item) == self.step().map(|here| here.item);
        match (choice, ruling) {
            (HurtChoice::End, Ruling::GoOn) => return self.stop(EndedHow::Early, out),
            (HurtChoice::End, _) => return self.stop(EndedHow::Stopped, out),
            (HurtChoice::Easier, Ruling::Easier(Some(with))) if is_here => self.ease(Some(with), step, library),
            (HurtChoice::HalfRange, _) if is_here => self.ease(None, step, library),
            (HurtChoice::Skip, _) => {
                self.bar(library);
                if let Ruling::SkipUntilCalm(most) = ruling {
                    self.calm = Some(Calm { left: CALM_WITHIN, most });
                    if self.step().is_none() {
                        return self.stop(EndedHow::Stopped, out);
                    }
                }
            }
            _ => {}
        }
        self.go_or_calm(out);
    }

    /// The easier exercise, and where it cannot be done half the range.
    fn ease(&mut self, with: Option<PlannedItem>, step: usize, library: &Library) {
        let exchanged = with.is_some_and(|with| self.edit(Edit::Exchange { step, with, hurt: true }, library));
        if !exchanged && !self.edit(Edit::Half { step }, library) {
            self.bar(library);
        }
    }

    fn bar(&mut self, library: &Library) {
        let Some(exercise) = self.hurting_step().map(|hurting| hurting.exercise) else { return };
        if !self.edit(Edit::Bar { step: self.spot.step, exercise }, library) {
            // Too much was changed to change more: the exercise is still left.
            self.spot = Spot { step: self.timeline.steps().len(), at: Millis(0) };
        }
    }
}

/// Whether an event moves about in the timeline.
const fn is_move(event: &Event) -> bool {
    matches!(
        event,
        Event::Back
            | Event::Skip
            | Event::SkipExercise
            | Event::SkipRest
            | Event::Done
            | Event::AddRest
            | Event::Easier(_)
            | Event::Paced(_)
    )
}

/// Whether a stop rule has the word: ending is then what it asked for.
const fn is_ruled(state: State) -> bool {
    match state {
        State::Calming => true,
        State::Ruled(ruling) => !matches!(ruling, Ruling::GoOn),
        _ => false,
    }
}
