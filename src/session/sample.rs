//! Made-up sessions for the tests of this layer.

use super::{Effect, Event, Pace, Player, SideOrder, View};
use crate::library::{DoseLevel, Exercise, ExerciseId, PlannedItem, first};
use crate::units::{Millis, Now};

pub(super) fn exercise(id: &str) -> &'static Exercise {
    first().get(ExerciseId::parse(id).expect(id)).expect(id)
}

/// An exercise with the dose of a level.
pub(super) fn planned(id: &str, level: DoseLevel) -> PlannedItem {
    let exercise = exercise(id);
    PlannedItem { exercise: exercise.id, level, dose: exercise.dose(level) }
}

/// A player and the clocks beside it.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) player: Player,
    pub(super) now: Now,
}

/// A session of these, the left side first, not begun.
pub(super) fn session(items: &[(&str, DoseLevel)]) -> Desk {
    let items: Vec<_> = items.iter().map(|(id, level)| planned(id, *level)).collect();
    Desk::of(&items)
}

impl Desk {
    pub(super) fn of(items: &[PlannedItem]) -> Self {
        let now = Now { wall: Millis(1_795_478_400_000), mono: Millis(5_000), zone: -300 };
        Self { player: Player::new(items, first(), SideOrder::LeftFirst, Pace::Tempo, now), now }
    }

    pub(super) fn does(&mut self, event: Event) -> Vec<Effect> {
        self.player.on(event, self.now, first())
    }

    /// Moves both clocks, and brings a frame.
    pub(super) fn leaps(&mut self, mono: i64, wall: i64) -> Vec<Effect> {
        self.now.mono.0 += mono;
        self.now.wall.0 += wall;
        self.does(Event::Frame)
    }

    /// Lets time pass with a frame every second or so.
    pub(super) fn passes(&mut self, time: i64) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut left = time;
        while left > 0 {
            let by = left.min(997);
            effects.extend(self.leaps(by, by));
            left -= by;
        }
        effects
    }

    pub(super) fn view(&self) -> View {
        self.player.view(self.now)
    }
}
