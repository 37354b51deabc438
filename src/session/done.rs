//! What was done of each item, as the journal keeps it.

use super::player::Player;
use super::side::Side;
use super::timeline::Step;
use super::{Tally, hurt::Hurt};
use crate::journal::{ItemDone, Mark};
use crate::library::ExerciseId;
use crate::units::Millis;

impl Player {
    /// What has been done so far, an item each in the planned order.
    ///
    /// Sets are counted on the side with fewer. The amount is repetitions, holds of a fixed length, breaths or steps;
    /// else seconds, for one hold without the ways into and out of it. Of an exchanged item it is the last exercise's.
    pub fn done(&self) -> Vec<ItemDone> {
        let items = self.timeline.items.iter().zip(&self.timeline.doing).enumerate();
        items.map(|(item, (planned, doing))| self.done_of(item, planned.exercise, doing.exercise)).collect()
    }

    fn done_of(&self, item: usize, planned: ExerciseId, doing: ExerciseId) -> ItemDone {
        let works: Vec<(&Step, Millis)> = self
            .timeline
            .steps()
            .iter()
            .zip(self.worked.iter().copied())
            .filter(|(step, _)| step.item == item && step.is_work())
            .collect();
        let counted = works.iter().filter(|(step, _)| step.exercise == doing);
        let hurts = || self.hurts.iter().filter(move |hurt| hurt.item == item);
        ItemDone {
            exercise: planned.id().to_owned(),
            sets: sets_done(&works),
            amount: counted.map(|(step, worked)| amount(step, *worked)).fold(0, u32::saturating_add),
            worst: hurts().map(|hurt| hurt.pain).max(),
            mark: hurts().map(|hurt: &Hurt| hurt.mark).fold(Mark::Ok, worse),
            exchanged: (doing != planned).then(|| doing.id().to_owned()),
        }
    }
}

/// Sets of which the work is whole, on the side with fewer. A set that was done twice counts once.
fn sets_done(works: &[(&Step, Millis)]) -> u8 {
    let most = works.iter().map(|(step, _)| step.set).max().unwrap_or(0);
    let is_done = |set: u8, wanted: &dyn Fn(&Step) -> bool| {
        works.iter().any(|(step, worked)| step.set == set && wanted(step) && *worked >= step.length && worked.0 > 0)
    };
    let count = |wanted: &dyn Fn(&Step) -> bool| {
        (1..=most).map(|set| u8::from(is_done(set, wanted))).fold(0, u8::saturating_add)
    };
    let on = |side: Side| count(&|step: &Step| !step.is_pair() || step.side == side);
    on(Side::Left).min(on(Side::Right))
}

fn amount(step: &Step, worked: Millis) -> u32 {
    let count = match step.tally {
        Tally::Reps => worked.0 / step.beat.length().0.max(1),
        Tally::Hold => (worked.0 - step.beat.out.0).clamp(0, step.beat.hold.0) / 1000,
        Tally::Seconds => worked.0 / 1000,
    };
    u32::try_from(count).unwrap_or(0)
}

const fn worse(a: Mark, b: Mark) -> Mark {
    match (a, b) {
        (Mark::Bad, _) | (_, Mark::Bad) => Mark::Bad,
        (Mark::Held, _) | (_, Mark::Held) => Mark::Held,
        (Mark::Ok, Mark::Ok) => Mark::Ok,
    }
}
