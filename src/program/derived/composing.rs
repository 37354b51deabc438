//! What the program composes: this week's sessions from today on, and one exercise alone.
//!
//! Not here: how a session is composed (see `plan::compose`).

use super::{BREATHING, NoSession, Program};
use crate::library::{Category, Exercise, ExerciseId};
use crate::program::plan::{
    Check, Cleared, Composed, Composer, Decision, Only, OwnList, Rated, RestDay, SlotId, SlotKind, Walker, WeekDay,
};
use crate::units::{Day, Millis, Now};

impl Program {
    pub(super) fn walker(&self) -> Walker<'_> {
        Walker { library: self.library, allowance: &self.allowance, bearing: &self.bearing, levels: &self.levels }
    }

    pub(super) fn composer<'a>(&'a self, only: Option<&'a Only>) -> Composer<'a> {
        let most = self.course.limits.as_ref().and_then(|limits| limits.max_minutes);
        let (week, walk) = (self.in_week, self.log.walk);
        Composer { walker: self.walker(), settings: &self.settings, week, walk, only, most }
    }

    /// What a day leaves of its session.
    pub(super) fn leaves(&self, day: Day, now: Now) -> Option<Only> {
        let morning = Millis(i64::from(day.epoch_days()) * 86_400_000 - i64::from(now.zone) * 60_000);
        self.course.leaves(now.wall.max(morning), day)
    }

    /// This week's sessions from today on. The days to come are shown as if those before them were done.
    pub(super) fn compose_week(&self, now: Now) -> Vec<(SlotId, Result<Composed, RestDay>)> {
        let Some(cleared) = Cleared::by(&self.screening) else { return Vec::new() };
        let sore = match self.check(now) {
            Check::Rated(Rated { decision: Decision::Light, reason, .. }) => Some(reason),
            _ => None,
        };
        let mut ahead = 0;
        let mut sessions = Vec::new();
        for WeekDay { day, slot, .. } in &self.week.days {
            let Some(slot @ SlotId::Day { kind, .. }) = *slot else { continue };
            if *day < self.today.day {
                continue;
            }
            let sore = sore.clone().filter(|_| *day == self.today.day);
            let only = self.leaves(*day, now);
            let session = self.composer(only.as_ref()).compose(cleared, slot, kind, sore, self.log.turns(slot) + ahead);
            let session = session.map(|session| self.with_swaps(session));
            if let Ok(session) = &session
                && self.log.done_on(*day).is_none()
            {
                ahead += self.turns_of(session, kind);
            }
            sessions.push((slot, session));
        }
        sessions
    }

    /// `PRG-M8`: how far a session that is still to come will turn the own list.
    fn turns_of(&self, session: &Composed, planned: SlotKind) -> usize {
        if session.kind != planned.session() {
            return 0;
        }
        let used = session.items.iter().map(|item| item.planned.exercise);
        OwnList::of(&self.bearing, self.library).turns_by(session.kind, used)
    }

    /// The week's days get the length and the type that their sessions turned out to have.
    pub(super) fn note_lengths(&mut self) {
        for day in &mut self.week.days {
            let session = self.sessions.iter().find(|(slot, _)| Some(*slot) == day.slot).map(|(_, session)| session);
            if let (None, Some(Ok(session))) = (day.session, session) {
                day.seconds = Some(session.seconds);
                day.kind = Some(session.kind);
            }
        }
    }

    pub(super) fn alone(&self, cleared: Cleared<'_>, id: ExerciseId, now: Now) -> Result<Composed, NoSession> {
        let exercise = self.library.get(id).ok_or(NoSession::NotFound)?;
        if let Check::Rated(rated) = self.check(now) {
            match rated.decision {
                Decision::Rest if id.id() != BREATHING => {
                    return Err(NoSession::RestToday { why: rated.reason, breathing: self.breathing() });
                }
                Decision::Light if !self.is_light(exercise) => return Err(NoSession::NotToday(rated.reason)),
                _ => {}
            }
        }
        if let Some(only) = self.leaves(now.day(), now)
            && !is_calm(exercise)
        {
            return Err(NoSession::NotToday(only.reason));
        }
        match self.allowance.left_out(exercise) {
            Some(out) => Err(NoSession::LeftOut(out)),
            None => self.composer(None).alone(cleared, exercise).ok_or(NoSession::NotFound),
        }
    }

    /// What a light day leaves of exercises done alone: mobility, self-manual, breathing, and the holds of the calm list
    /// (`PRG-BF2`).
    fn is_light(&self, exercise: &Exercise) -> bool {
        match exercise.category {
            Category::WarmUp | Category::Mobility | Category::SelfSoftTissue | Category::SelfMobilization => true,
            Category::Strength => self.walker().calm_holds().iter().any(|hold| hold.exercise.id == exercise.id),
            Category::Aquatic | Category::RunningDrill => false,
        }
    }

    pub(super) fn breathing(&self) -> Option<SlotId> {
        self.walker().named(BREATHING).map(|exercise| SlotId::Try(exercise.id))
    }
}

/// What is left on a day without strength, pool and runs.
fn is_calm(exercise: &Exercise) -> bool {
    match exercise.category {
        Category::WarmUp | Category::Mobility | Category::SelfSoftTissue | Category::SelfMobilization => true,
        Category::Strength | Category::Aquatic | Category::RunningDrill => false,
    }
}
