//! The order of drawing: what lies behind what, the same for every moment of a figure.
//!
//! Not here: the outlines (see the body parts), and where the joints are (see `placing`).

use super::body_side::{self, Hands, Trunk};
use super::extremity::Grip;
use super::head::{Hair, Head};
use super::moving::Moment;
use super::outline::Pen;
use super::parse::{Pair, Part, Surface, View};
use super::placing::Placing;
use super::prop::{self, Props};
use super::skeleton::Body;
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
        Self {
            view: notes.view,
            muscles: muscles.iter().copied().take(3).collect(),
            both_work: symmetric,
            breathes: false,
            from_above: has(Surface::MatFromAbove),
            hands: hands(placing),
            props: Props::of(placing, room.low, room.high),
            floats: has(Surface::PoolDeep),
        }
    }

    /// What the picture must have room for besides the bodies.
    pub fn extents(&self) -> Vec<(Flat, Flat)> {
        self.props.extents()
    }
}

/// What the hands do follows from what they rest on.
fn hands(placing: &Placing) -> Hands {
    let notes = placing.notes();
    let mut hands = Hands::default();
    for rest in &notes.rests {
        let Some(point) = rest.point.filter(|point| matches!(point.part, Part::Hand)) else { continue };
        let Some(side) = point.side else { continue };
        let (grip, along) = match rest.surface {
            Surface::Floor if notes.view == View::Side => (Grip::Flat, Some(flat(1.0, 0.0))),
            Surface::Wall if notes.view == View::Side => (Grip::Flat, Some(flat(0.0, 1.0))),
            Surface::Rail | Surface::Strap | Surface::Weight | Surface::Stick => (Grip::Fist, None),
            _ => continue,
        };
        *hands.grip.of_mut(side) = grip;
        *hands.along.of_mut(side) = along;
    }
    hands
}

/// Draws a whole scene.
pub fn draw(pen: &mut Pen, plan: &Plan, body: &Body, moment: &Moment, hair: Hair) {
    let exchanged = moment.from.exchanged;
    plan.props.draw_behind(pen, body, moment.whole, exchanged);
    let swell = if plan.breathes { 0.02 * moment.whole } else { 0.0 };
    let trunk = Trunk::of(body, swell);
    let hands = if exchanged {
        Hands { grip: plan.hands.grip.exchanged(), along: plan.hands.along.exchanged() }
    } else {
        plan.hands
    };
    side(pen, plan, body, &trunk, &hands, hair);
    plan.props.draw_before(pen, body, moment.whole, exchanged);
}

fn side(pen: &mut Pen, plan: &Plan, body: &Body, trunk: &Trunk, hands: &Hands, hair: Hair) {
    let Pair { near, far } = &body.legs;
    body_side::arm(pen, &body.arms.far, hands.grip.far, hands.along.far, true);
    body_side::leg(pen, far, true);
    body_side::shorts(pen, far, None, true);
    head(body, hair, 0.0, plan).draw(pen);
    body_side::shirt(pen, trunk);
    body_side::leg(pen, near, false);
    body_side::shorts(pen, near, Some(trunk), false);
    if plan.floats {
        prop::belt(
            pen,
            [trunk.at(0.16, 0.066), trunk.at(0.16, -0.064)],
            [trunk.at(0.34, 0.062), trunk.at(0.34, -0.056)],
        );
    }
    body_side::arm(pen, &body.arms.near, hands.grip.near, hands.along.near, false);
}

fn head(body: &Body, hair: Hair, turn: f32, _plan: &Plan) -> Head {
    let up = body.head_up;
    let right = flat(up.y, -up.x);
    Head {
        middle: body.head.flat + right * 0.008 - up * 0.006,
        up,
        neck: body.shoulder.flat + body.up * 0.006 + flat(body.up.y, -body.up.x) * 0.002,
        right,
        turn: turn + body.face,
        nod: 0.0,
        hair,
        neck_class: "fig-skin",
    }
}
