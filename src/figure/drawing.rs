//! The order of drawing: what lies behind what, the same for every moment of a figure.
//!
//! Not here: the outlines (see the body parts), and where the joints are (see `placing`).

use super::body_front;
use super::body_side::{self, Hands, Lay, Trunk};
use super::extremity::Grip;
use super::head::{Hair, Head};
use super::moving::Moment;
use super::muscle;
use super::outline::Pen;
use super::parse::{Nearness, Pair, Part, Surface, View};
use super::placing::{End, Placing};
use super::prop::{self, Props};
use super::skeleton::{Arm, Body, Leg};
use super::space::{Flat, flat};
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
    /// Whether it is seen from the front and lies on its far side.
    lies: bool,
    /// Which leg works, front view: lying on one side it may be the lower one.
    working: Nearness,
    layers: Layers,
    hands: Hands,
    props: Props,
    floats: bool,
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

/// Draws a whole scene.
pub fn draw(pen: &mut Pen, plan: &Plan, body: &Body, moment: &Moment, hair: Hair) {
    let exchanged = moment.from.exchanged;
    plan.props.draw_behind(pen, body, moment.whole, exchanged);
    let swell = if plan.breathes { 0.02 * moment.whole } else { 0.0 };
    let hands = if exchanged {
        Hands { grip: plan.hands.grip.exchanged(), lay: plan.hands.lay.exchanged() }
    } else {
        plan.hands
    };
    if plan.view == View::Side {
        side(pen, plan, body, &Trunk::of(body, swell), hands, (hair, moment));
    } else {
        front(pen, plan, body, &body_front::Trunk::of(body, swell), hands, (hair, exchanged));
    }
    plan.props.draw_before(pen, body, moment.whole, exchanged);
}

fn side(pen: &mut Pen, plan: &Plan, body: &Body, trunk: &Trunk, hands: Hands, (hair, moment): (Hair, &Moment)) {
    let exchanged = moment.from.exchanged;
    let Pair { near, far } = &body.legs;
    let lay = |lay: Option<Lay>| lay.map(|lay| lay.directions(body.up));
    let leg_muscles = |pen: &mut Pen, leg: &Leg, seen: bool| {
        pen.mute(!seen);
        for muscle in plan.muscles.iter().filter(|muscle| !muscle::is_of_trunk(**muscle)) {
            muscle::side(pen, *muscle, trunk, body, leg);
        }
        pen.mute(false);
    };
    body_side::arm(pen, &body.arms.far, hands.grip.far, lay(hands.lay.far), true);
    body_side::leg(pen, far, true);
    body_side::shorts(pen, far, None, true);
    leg_muscles(pen, far, exchanged);
    let head = head(body, hair, 0.0);
    head.draw_neck(pen);
    head.draw(pen);
    body_side::shirt(pen, trunk);
    for muscle in plan.muscles.iter().filter(|muscle| muscle::is_of_trunk(**muscle)) {
        muscle::side(pen, *muscle, trunk, body, near);
    }
    plan.props.draw_between(pen, body, moment.whole, exchanged);
    body_side::leg(pen, near, false);
    body_side::shorts(pen, near, Some(trunk), false);
    leg_muscles(pen, near, !exchanged);
    if plan.floats {
        prop::belt(pen, trunk);
    }
    body_side::arm(pen, &body.arms.near, hands.grip.near, lay(hands.lay.near), false);
}

fn front(
    pen: &mut Pen,
    plan: &Plan,
    body: &Body,
    trunk: &body_front::Trunk,
    hands: Hands,
    (hair, exchanged): (Hair, bool),
) {
    let behind = plan.view == View::Back;
    for side in [Nearness::Far, Nearness::Near] {
        leg_in(pen, plan, body, side, Layer::Behind);
    }
    for side in [Nearness::Far, Nearness::Near] {
        arm_in(pen, plan, body, hands, side, Layer::Behind);
    }
    let head = head(body, hair, if behind { 270.0 } else { 90.0 });
    head.draw_neck(pen);
    body_front::seat(pen, body, trunk);
    body_front::shirt(pen, trunk, behind);
    for muscle in plan.muscles.iter().filter(|muscle| muscle::is_of_trunk(**muscle)) {
        for side in [Nearness::Far, Nearness::Near] {
            pen.mute(plan.lies && *muscle == Muscle::Obliques && side == Nearness::Near);
            muscle::front(pen, *muscle, trunk, body, side, behind);
            pen.mute(false);
        }
    }
    head.draw(pen);
    for side in [Nearness::Far, Nearness::Near] {
        leg_in(pen, plan, body, side, Layer::Before);
        for muscle in plan.muscles.iter().filter(|muscle| !muscle::is_of_trunk(**muscle)) {
            pen.mute(!plan.works(side, *muscle, exchanged));
            muscle::front(pen, *muscle, trunk, body, side, behind);
            pen.mute(false);
        }
    }
    for side in [Nearness::Far, Nearness::Near] {
        arm_in(pen, plan, body, hands, side, Layer::Before);
    }
}

/// Draws a leg in its layer; in a layer where it is at other moments alone, its parts are empty.
fn leg_in(pen: &mut Pen, plan: &Plan, body: &Body, side: Nearness, layer: Layer) {
    if plan.layers.legs.of(side).has(layer) {
        let leg = body.legs.of(side);
        pen.mute(plan.leg_layer(leg, side) != layer);
        body_front::leg(pen, leg, side, plan.from_above, plan.is_far(side));
        pen.mute(false);
    }
}

/// Draws an arm in its layer.
fn arm_in(pen: &mut Pen, plan: &Plan, body: &Body, hands: Hands, side: Nearness, layer: Layer) {
    if plan.layers.arms.of(side).has(layer) {
        let arm = body.arms.of(side);
        let lay = hands.lay.of(side).map(|lay| lay.directions(body.up));
        pen.mute(plan.arm_layer(arm, side) != layer);
        body_front::arm(pen, arm, side, *hands.grip.of(side), lay, plan.is_far(side));
        pen.mute(false);
    }
}

/// Behind the trunk or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Behind,
    Before,
}

/// In which layers a limb is seen in the course of the motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Seen {
    behind: bool,
    before: bool,
}

impl Seen {
    const fn has(self, layer: Layer) -> bool {
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

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Layers {
    legs: Pair<Seen>,
    arms: Pair<Seen>,
}

impl Plan {
    /// Only who lies on one side has a far side in the front view.
    fn is_far(&self, side: Nearness) -> bool {
        self.lies && side == Nearness::Far
    }

    /// Whether a muscle of this leg works, front and back view.
    fn works(&self, side: Nearness, muscle: Muscle, exchanged: bool) -> bool {
        // Standing, the outer hips work on both sides: one leg moves, the other one carries.
        let both = self.both_work || (!self.lies && !self.from_above && muscle == Muscle::GluteusMedius);
        both || ((side == self.working) != exchanged)
    }

    fn leg_layer(&self, leg: &Leg, side: Nearness) -> Layer {
        let before = if self.lies { side == Nearness::Near } else { leg.knee.z - leg.hip.z > 0.05 };
        if before { Layer::Before } else { Layer::Behind }
    }

    fn arm_layer(&self, arm: &Arm, side: Nearness) -> Layer {
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

fn head(body: &Body, hair: Hair, turn: f32) -> Head {
    let up = body.head_up;
    let right = flat(up.y, -up.x);
    Head {
        middle: body.head.flat + right * (0.008 * turn.to_radians().cos()) - up * 0.006,
        up,
        neck: body.shoulder.flat + body.up * 0.006 + flat(body.up.y, -body.up.x) * 0.002,
        right,
        turn: turn + body.face,
        nod: body.lean.to_radians().sin() * 0.45,
        hair,
        neck_class: "fig-skin",
    }
}
