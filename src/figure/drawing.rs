//! The order of drawing: what lies behind what, the same for every moment of a figure.
//!
//! Not here: the outlines (see the body parts), and where the joints are (see `placing`).

use super::body_side::{Hands, Lay, Trunk};
use super::head::{Hair, Head};
use super::moving::Moment;
use super::notes::{Nearness, Pair, View};
use super::outline::Pen;
use super::plan::{Layer, Plan};
use super::skeleton::{Body, Leg};
use super::space::flat;
use super::{body_front, body_side, muscle, prop_drawing};
use crate::library::Muscle;

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
    leg_muscles(pen, far, exchanged || plan.cycle);
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
    body_side::fold(pen, near, body.up);
    leg_muscles(pen, near, !exchanged || plan.cycle);
    if plan.floats {
        prop_drawing::belt(pen, trunk);
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
        let seen = (plan.from_above, plan.view == View::Back);
        body_front::leg(pen, leg, side, seen, plan.is_far(side));
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
