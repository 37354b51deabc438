//! What is to be drawn of a figure, worked out once: what glows, what the hands do, which limbs lie before the trunk.
//!
//! Not here: the drawing (see `drawing`).

use super::body_side::{Hands, Lay};
use super::extremity::Grip;
use super::notes::{Nearness, Pair, Part, Surface, View};
use super::placing::{End, Placing};
use super::prop::Props;
use super::skeleton::{Arm, Leg};
use super::space::Flat;
use super::view_box::Bounds;
use crate::library::Muscle;

/// What is drawn of a figure besides its joints.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one notation")]
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// From where it is seen.
    pub view: View,
    /// What glows, at most three.
    pub muscles: Vec<Muscle>,
    /// Whether both legs work at once.
    pub both_work: bool,
    /// Whether the trunk swells with the breath.
    pub breathes: bool,
    /// Whether the picture is taken from above.
    pub from_above: bool,
    /// Whether it is gait, which works both legs.
    pub cycle: bool,
    /// Whether it is seen from the front and lies on its far side.
    pub lies: bool,
    /// Which leg works, front view: lying on one side it may be the lower one.
    working: Nearness,
    /// In which layers the limbs are seen.
    pub layers: Layers,
    /// What the hands do.
    pub hands: Hands,
    /// What is around the body.
    pub props: Props,
    /// Whether a belt keeps the body up in deep water.
    pub floats: bool,
}

impl Plan {
    /// What the notation and the muscles ask for.
    pub fn of(placing: &Placing, muscles: &[Muscle]) -> Self {
        let notes = placing.notes();
        let room = Bounds::bodies(placing);
        let has = |surface| notes.rests.iter().any(|rest| rest.surface == surface);
        let symmetric = notes.poses.iter().all(|pose| pose.hip.near == pose.hip.far && pose.knee.near == pose.knee.far);
        let lies = notes.view != View::Side && notes.poses.iter().all(|pose| pose.trunk.angle.abs() > 40.0);
        let mut plan = Self {
            view: notes.view,
            muscles: seen_muscles(muscles, notes.view),
            both_work: symmetric,
            breathes: false,
            cycle: notes.cycle,
            from_above: has(Surface::MatFromAbove),
            hands: hands(placing),
            props: Props::of(placing, room.low, room.high),
            floats: has(Surface::PoolDeep),
            lies,
            working: if lies { working(placing) } else { Nearness::Near },
            layers: Layers::default(),
        };
        if plan.view != View::Side {
            plan.note_layers(placing);
        }
        plan
    }

    /// What the picture must have room for besides the bodies.
    pub fn extents(&self) -> Vec<(Flat, Flat)> {
        self.props.extents()
    }
}

/// At most three; from the front the buttock hides behind the outer hip where both work.
fn seen_muscles(muscles: &[Muscle], view: View) -> Vec<Muscle> {
    let hidden = view == View::Front && muscles.contains(&Muscle::GluteusMedius);
    let seen = muscles.iter().copied().filter(|muscle| !(hidden && *muscle == Muscle::GluteusMaximus));
    let mut seen: Vec<Muscle> = seen.take(3).collect();
    // The smaller ones over the large one of the seat.
    seen.sort_by_key(|muscle| match muscle {
        Muscle::GluteusMaximus => 0,
        Muscle::DeepRotators => 2,
        _ => 1,
    });
    seen
}

/// Who lies on one side works with the leg that moves, or in a side plank with the one that carries.
fn working(placing: &Placing) -> Nearness {
    let notes = placing.notes();
    let rests = |surface, part| {
        notes.rests.iter().any(|rest| rest.surface == surface && rest.point.is_some_and(|point| point.part == part))
    };
    if rests(Surface::Floor, Part::Elbow) {
        let on_bench = notes.rests.iter().any(|rest| rest.surface == Surface::Bench);
        return if on_bench { Nearness::Near } else { Nearness::Far };
    }
    let moved = |side: Nearness| {
        let at = |pose| placing.key(pose).map(|body| body.legs.of(side).ankle.flat).unwrap_or_default();
        (at(0) - at(placing.poses().saturating_sub(1))).length()
    };
    if moved(Nearness::Far) > moved(Nearness::Near) + 0.01 { Nearness::Far } else { Nearness::Near }
}

/// What the hands do follows from what they rest on.
fn hands(placing: &Placing) -> Hands {
    let notes = placing.notes();
    let mut hands = Hands::default();
    for rest in &notes.rests {
        let Some(point) = rest.point.filter(|point| matches!(point.part, Part::Hand)) else { continue };
        let Some(side) = point.side else { continue };
        let (grip, lay) = match rest.surface {
            Surface::Floor if notes.view == View::Side => (Grip::Flat, Some(Lay::Floor)),
            Surface::Floor => (Grip::Flat, Some(Lay::Ahead)),
            Surface::Wall => {
                let body = placing.key(0);
                let left = body.is_some_and(|body| body.point(point, 0.0).x < body.shoulder.flat.x);
                (Grip::Flat, Some(Lay::Wall(if left { -1 } else { 1 })))
            }
            Surface::Rail | Surface::Strap | Surface::Weight | Surface::Stick => (Grip::Fist, None),
            _ => continue,
        };
        *hands.grip.of_mut(side) = grip;
        *hands.lay.of_mut(side) = lay;
    }
    if notes.view == View::Side {
        // A forearm that crosses the trunk ends on it.
        for (side, way) in [(Nearness::Near, -1.0), (Nearness::Far, 1.0)] {
            let crosses = notes.poses.iter().all(|pose| pose.elbow.of(side).out.is_some_and(|out| out * way > 40.0));
            if crosses && hands.lay.of(side).is_none() {
                *hands.grip.of_mut(side) = Grip::Flat;
                *hands.lay.of_mut(side) = Some(Lay::Trunk);
            }
        }
    }
    hands
}

/// Behind the trunk or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Behind the trunk.
    Behind,
    /// Before it.
    Before,
}

/// In which layers a limb is seen in the course of the motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    behind: bool,
    before: bool,
}

impl Seen {
    /// Whether the limb is in a layer at any moment.
    pub const fn has(self, layer: Layer) -> bool {
        match layer {
            Layer::Behind => self.behind,
            Layer::Before => self.before,
        }
    }

    const fn add(&mut self, layer: Layer) {
        match layer {
            Layer::Behind => self.behind = true,
            Layer::Before => self.before = true,
        }
    }
}

/// The layers of all limbs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Layers {
    /// Of the legs.
    pub legs: Pair<Seen>,
    /// Of the arms.
    pub arms: Pair<Seen>,
}

impl Plan {
    /// Only who lies on one side has a far side in the front view.
    pub fn is_far(&self, side: Nearness) -> bool {
        self.lies && side == Nearness::Far
    }

    /// Whether a muscle of this leg works, front and back view.
    pub fn works(&self, side: Nearness, muscle: Muscle, exchanged: bool) -> bool {
        // Standing, the outer hips work on both sides: one leg moves, the other one carries.
        let both = self.both_work || self.cycle || (!self.lies && !self.from_above && muscle == Muscle::GluteusMedius);
        both || ((side == self.working) != exchanged)
    }

    /// The layer of a leg at this moment.
    pub fn leg_layer(&self, leg: &Leg, side: Nearness) -> Layer {
        let before = if self.lies { side == Nearness::Near } else { leg.knee.z - leg.hip.z > 0.05 };
        if before { Layer::Before } else { Layer::Behind }
    }

    /// The layer of an arm at this moment.
    pub fn arm_layer(&self, arm: &Arm, side: Nearness) -> Layer {
        let forward = (arm.elbow.z - arm.shoulder.z) + (arm.hand.z - arm.shoulder.z);
        let before = if self.lies { side == Nearness::Near } else { forward > 0.03 };
        if before { Layer::Before } else { Layer::Behind }
    }

    /// Goes through the motion and notes in which layers each limb is seen.
    fn note_layers(&mut self, placing: &Placing) {
        let poses = placing.poses();
        for exchanged in [false, true] {
            for pose in 0..poses {
                let to = (pose + 1).min(poses - 1);
                for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
                    let (from, to) = (End { pose, exchanged }, End { pose: to, exchanged });
                    let Some(body) = placing.between(from, to, share) else { continue };
                    for side in [Nearness::Near, Nearness::Far] {
                        let (leg, arm) =
                            (self.leg_layer(body.legs.of(side), side), self.arm_layer(body.arms.of(side), side));
                        self.layers.legs.of_mut(side).add(leg);
                        self.layers.arms.of_mut(side).add(arm);
                    }
                }
            }
        }
    }
}
