//! What the body stands on, leans on and holds.
//!
//! Not here: the body itself.

use super::body_side::Trunk;
use super::outline::Pen;
use super::parse::{Nearness, Part, Point, Rest, Surface, View};
use super::placing::{Placing, exchange, place};
use super::skeleton::Body;
use super::space::{Flat, between, flat};

/// Farther than any picture shows.
const FAR_AWAY: f32 = 4.0;
/// Thickness of a mat.
const MAT: f32 = 0.020;
/// Height of a seat.
const SEAT: f32 = 0.235;
/// Height of a step.
const STEP: f32 = 0.12;
/// Radius of a foam roller.
const ROLLER: f32 = 0.045;

/// Something that stands where it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prop {
    /// A wall parallel to the picture, up to this height.
    Backdrop { top: f32 },
    /// A wall from here outward (-1 left, 1 right), up to this height.
    Wall { at: f32, side: f32, top: f32 },
    /// The floor's edge.
    Ground { y: f32, left: f32, right: f32 },
    /// A mat on the floor.
    Mat { left: f32, right: f32 },
    /// A mat seen from above.
    MatFromAbove { low: Flat, high: Flat },
    /// A chair seen from the side, under this hip.
    Chair { hip: f32, ground: f32 },
    /// A chair seen from the front.
    ChairFront { hip: f32, ground: f32 },
    /// A bench between these ends.
    Bench { left: f32, right: f32, ground: f32 },
    /// A step between these ends.
    Step { left: f32, right: f32, ground: f32 },
    /// A folded towel under a knee.
    Pad { at: f32 },
    /// A pillow.
    Pillow { middle: Flat, half: Flat },
    /// A pillow between the knees of who lies on one side.
    PillowBetween { low: f32, high: f32, left: f32, right: f32 },
    /// A bar at this place, with posts.
    Rail { left: f32, right: f32, y: f32 },
    /// A line on the ground.
    Line,
}

/// Everything around the body.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Props {
    /// Stands still behind the body.
    pub behind: Vec<Prop>,
    /// Stands still in front of it.
    pub before: Vec<Prop>,
    /// Moves with the body.
    pub held: Vec<Rest>,
    /// Height of the water.
    pub water: Option<f32>,
    /// Height of the floor's edge.
    pub ground: f32,
    last: usize,
    view: Option<View>,
    from_above: bool,
    /// Where a wall stands, if there is one.
    pub wall: Option<(f32, f32)>,
}

impl Props {
    /// What the notation asks for. `low` and `high` = the room of all bodies.
    pub fn of(placing: &Placing, low: Flat, high: Flat) -> Self {
        let notes = placing.notes();
        let has = |surface| notes.rests.iter().any(|rest| rest.surface == surface);
        let on_mat = notes.rests.iter().any(|rest| {
            rest.surface == Surface::Floor
                && rest.point.is_some_and(|point| {
                    matches!(point.part, Part::Hip | Part::Shoulder | Part::Side | Part::Knee | Part::Elbow)
                })
        });
        let mut props = Self {
            water: notes.water,
            ground: if on_mat { -MAT } else { 0.0 },
            last: placing.poses().saturating_sub(1),
            view: Some(notes.view),
            from_above: has(Surface::MatFromAbove),
            ..Self::default()
        };
        let top = notes.water.map_or(FAR_AWAY, |water| water + 0.11);
        if has(Surface::Backdrop) {
            props.behind.push(Prop::Backdrop { top });
        }
        props.wall = wall(placing);
        if let Some((at, side)) = props.wall {
            props.behind.push(Prop::Wall { at, side, top });
        }
        if props.from_above {
            props.behind.push(Prop::MatFromAbove { low: low - flat(0.03, 0.02), high: high + flat(0.03, -0.04) });
        } else if !has(Surface::PoolDeep) {
            let wall = |side: f32, edge: f32| {
                props.wall.filter(|wall| (wall.1 - side).abs() < 0.5).map_or(edge, |wall| wall.0)
            };
            props.behind.push(Prop::Ground {
                y: props.ground,
                left: wall(-1.0, low.x - 0.04),
                right: wall(1.0, high.x + 0.04),
            });
        }
        if on_mat {
            props.behind.push(Prop::Mat { left: low.x - 0.02, right: high.x + 0.02 });
        }
        for rest in &notes.rests {
            props.add(placing, rest);
        }
        props
    }

    fn add(&mut self, placing: &Placing, rest: &Rest) {
        let pose = (0..placing.poses()).find(|pose| rest.when.holds(*pose)).unwrap_or(0);
        let Some(body) = placing.key(pose) else { return };
        let at = rest.point.map_or(body.hip.flat, |point| body.point(point, place(rest, pose, self.last)));
        let outward = if at.x < body.hip.flat.x { -1.0 } else { 1.0 };
        let ground = self.ground;
        let upright = self.view != Some(View::Side);
        let prop = match rest.surface {
            Surface::Chair if upright => Prop::ChairFront { hip: at.x, ground },
            Surface::Chair => Prop::Chair { hip: at.x, ground },
            Surface::Bench => {
                let (edge, end) = (at.x - outward * 0.05, at.x + outward * 0.26);
                Prop::Bench { left: edge.min(end), right: edge.max(end), ground }
            }
            Surface::Step => {
                let side = rest.point.and_then(|point| point.side).unwrap_or(Nearness::Near);
                let leg = body.legs.of(side);
                let (left, right) =
                    if upright { (at.x - 0.075, at.x + 0.085) } else { (leg.heel.x - 0.035, leg.toe.x + 0.10) };
                Prop::Step { left, right, ground }
            }
            Surface::Pad => Prop::Pad { at: at.x },
            Surface::Line => Prop::Line,
            Surface::Rail => {
                let rail = Prop::Rail { left: -0.17, right: 0.17, y: at.y - 0.012 };
                if !self.before.contains(&rail) && self.before.is_empty() {
                    self.before.push(rail);
                }
                return;
            }
            Surface::Pillow if self.from_above && rest.point.is_some_and(|point| point.part == Part::Head) => {
                Prop::Pillow { middle: at + flat(-0.01, 0.0), half: flat(0.11, 0.085) }
            }
            Surface::Pillow if rest.point.is_some_and(|point| point.part == Part::Head) => {
                let top = at.y - 0.045;
                Prop::Pillow { middle: flat(at.x - 0.005, top * 0.5), half: flat(0.085, (top * 0.5).max(0.012)) }
            }
            Surface::Pillow if self.from_above => {
                Prop::Pillow { middle: at + flat(-0.01, -0.05), half: flat(0.075, 0.11) }
            }
            Surface::Pillow => {
                // As it lies in the last key pose, on the lower leg.
                let Some(last) = placing.key(self.last) else { return };
                let (near, far) = (&last.legs.near, &last.legs.far);
                let (low, high) = (far.knee.flat.y - 0.035, near.knee.flat.y - 0.034);
                Prop::PillowBetween { low, high, left: near.knee.flat.x - 0.085, right: near.ankle.flat.x + 0.012 }
            }
            Surface::Roller
            | Surface::Strap
            | Surface::Band
            | Surface::Ball
            | Surface::Weight
            | Surface::Stick
            | Surface::Slider
            | Surface::PoolDeep => {
                self.held.push(*rest);
                return;
            }
            _ => return,
        };
        if !self.behind.contains(&prop) {
            self.behind.push(prop);
        }
    }

    /// What the picture must have room for besides the bodies.
    pub fn extents(&self) -> Vec<(Flat, Flat)> {
        let mut boxes = Vec::new();
        for prop in self.behind.iter().chain(&self.before) {
            boxes.extend(match *prop {
                Prop::Wall { at, side, .. } => Some((flat(at, 0.0), flat(at + side * 0.06, 0.0))),
                Prop::Ground { y, left, right } => Some((flat(left.max(-2.0), y - 0.03), flat(right.min(2.0), y))),
                Prop::MatFromAbove { low, high } => Some((low - flat(0.03, 0.03), high + flat(0.03, 0.03))),
                Prop::Chair { hip, .. } => Some((flat(hip - 0.17, 0.0), flat(hip + 0.13, SEAT + 0.26))),
                Prop::ChairFront { hip, .. } => Some((flat(hip - 0.16, 0.0), flat(hip + 0.16, SEAT))),
                Prop::Bench { left, right, .. } | Prop::Step { left, right, .. } => {
                    Some((flat(left - 0.02, 0.0), flat(right + 0.02, 0.0)))
                }
                Prop::Pillow { middle, half } => Some((middle - half, middle + half)),
                _ => None,
            });
        }
        if let Some(water) = self.water {
            boxes.push((flat(0.0, water), flat(0.0, water)));
        }
        boxes
    }

    /// Draws what stands behind the body.
    pub fn draw_behind(&self, pen: &mut Pen, body: &Body, whole: f32, exchanged: bool) {
        for prop in &self.behind {
            self.draw(pen, *prop);
        }
        if let Some(water) = self.water {
            pen.part("water");
            sheet(pen, flat(-FAR_AWAY, self.bottom()), flat(FAR_AWAY, water));
        }
        for rest in &self.held {
            match rest.surface {
                Surface::Roller if self.from_above => roller_above(pen, held_at(body, rest, whole, exchanged)),
                Surface::Slider => {
                    let at = held_at(body, rest, whole, exchanged);
                    pen.part("prop-3");
                    pen.round_box(flat(at.x + 0.02, 0.006), flat(0.05, 0.0), flat(0.0, 0.006), 0.006);
                }
                _ => {}
            }
        }
    }

    /// Draws what lies between the far and the near leg, side view.
    pub fn draw_between(&self, pen: &mut Pen, body: &Body, whole: f32, exchanged: bool) {
        for rest in self.held.iter().filter(|rest| rest.surface == Surface::Roller) {
            let middle = flat(held_at(body, rest, whole, exchanged).x, ROLLER);
            pen.part("roller");
            pen.circle(middle, ROLLER);
            pen.part("roller-end");
            pen.circle(middle, ROLLER * 0.42);
        }
        for rest in self.held.iter().filter(|rest| rest.surface == Surface::Band && rest.places.0 > 0.0) {
            self.pulling_band(pen, body, rest, exchanged);
        }
    }

    /// How deep the water goes.
    fn bottom(&self) -> f32 {
        if self.held.iter().any(|rest| rest.surface == Surface::PoolDeep) { -FAR_AWAY } else { self.ground }
    }

    /// A band around a thigh that pulls forward to a post, or sideways past the viewer.
    fn pulling_band(&self, pen: &mut Pen, body: &Body, rest: &Rest, exchanged: bool) {
        let at = held_at(body, rest, 0.0, exchanged);
        pen.part("prop-3");
        if !rest.sideways {
            sheet(pen, flat(at.x + 0.50, self.ground), flat(at.x + 0.52, at.y + 0.05));
        }
        pen.part("fig-band-strip");
        if rest.sideways {
            pen.polygon([
                at + flat(-0.014, 0.0),
                at + flat(0.014, 0.0),
                flat(at.x + 0.05, -0.12),
                flat(at.x - 0.01, -0.12),
            ]);
        } else {
            let half = flat(0.0, 0.009);
            let end = flat(at.x + 0.512, at.y);
            pen.polygon([at - half, at + half, end + half, end - half]);
        }
    }

    /// Draws what is held, and what stands before the body.
    pub fn draw_before(&self, pen: &mut Pen, body: &Body, whole: f32, exchanged: bool) {
        let mut before: Option<(Surface, Flat)> = None;
        for rest in &self.held {
            let at = held_at(body, rest, whole, exchanged);
            let pair = before.take().filter(|(surface, _)| *surface == rest.surface).map(|(_, other)| other);
            match rest.surface {
                Surface::Ball | Surface::Strap | Surface::Band | Surface::Weight => {
                    if pair.is_none() && self.has_partner(rest) {
                        before = Some((rest.surface, at));
                        continue;
                    }
                    self.hold(pen, body, rest, at, pair);
                }
                Surface::Stick => stick(pen, at),
                _ => {}
            }
        }
        for prop in &self.before {
            self.draw(pen, *prop);
        }
        if let Some(water) = self.water {
            pen.part("water-front");
            sheet(pen, flat(-FAR_AWAY, self.bottom()), flat(FAR_AWAY, water));
            pen.part("water-line");
            pen.line(flat(-FAR_AWAY, water), flat(FAR_AWAY, water));
        }
    }

    fn has_partner(&self, rest: &Rest) -> bool {
        self.held.iter().any(|other| other.surface == rest.surface && other.point != rest.point)
    }

    fn hold(&self, pen: &mut Pen, body: &Body, rest: &Rest, at: Flat, other: Option<Flat>) {
        let middle = other.map_or(at, |other| at.toward(other, 0.5));
        match rest.surface {
            Surface::Ball if other.is_some() => {
                let gap = other.map_or(0.1, |other| (other - at).length());
                ball(pen, middle - body.up * 0.012, (gap * 0.5 - 0.036).clamp(0.028, 0.075));
            }
            Surface::Ball => match self.wall {
                Some((wall, side)) => ball(pen, flat(wall - side * 0.036, at.y - 0.01), 0.036),
                None => ball(pen, flat(at.x - 0.035, SEAT + 0.026), 0.030),
            },
            Surface::Band if rest.places.0 > 0.0 => {
                // The loop around the thigh; the strip that pulls lies below the near leg.
                let across = body.legs.near.thigh.left();
                pen.part("fig-band");
                pen.curve([at + across * 0.058, at - body.legs.near.thigh * 0.006, at - across * 0.056]);
            }
            Surface::Strap | Surface::Band => {
                pen.part(if rest.surface == Surface::Band { "fig-band" } else { "fig-strap" });
                let other = other.unwrap_or(at);
                // A loop goes round the outside of both limbs.
                let loops = rest.point.is_some_and(|point| point.part == Part::Knee);
                let beyond = (at - other).unit_or(flat(0.0, 1.0)) * if loops { 0.034 } else { 0.0 };
                pen.line(at + beyond, other - beyond);
            }
            Surface::Weight => {
                pen.part("fig-weight");
                let low = middle - flat(0.0, 0.085);
                pen.round_box(low, flat(0.052, 0.0), flat(0.0, 0.062), 0.03);
                pen.part("fig-band");
                pen.curve([low + flat(-0.026, 0.058), middle + flat(0.0, 0.004), low + flat(0.026, 0.058)]);
            }
            _ => {}
        }
    }

    fn draw(&self, pen: &mut Pen, prop: Prop) {
        match prop {
            Prop::Backdrop { top } => {
                pen.part("backdrop");
                sheet(pen, flat(-FAR_AWAY, self.ground), flat(FAR_AWAY, top));
            }
            Prop::Wall { at, side, top } => {
                pen.part("prop");
                sheet(pen, flat(at, -FAR_AWAY), flat(at + side * FAR_AWAY, top));
                pen.part("prop-2");
                sheet(pen, flat(at, self.ground), flat(at + side * 0.009, top));
            }
            Prop::Ground { y, left, right } => {
                pen.part("ground");
                pen.line(flat(left, y - 0.003), flat(right, y - 0.003));
            }
            Prop::Mat { left, right } => {
                pen.part("mat");
                let (middle, half) = ((left + right) * 0.5, (right - left) * 0.5);
                pen.round_box(flat(middle, -MAT * 0.5), flat(half, 0.0), flat(0.0, MAT * 0.5), MAT * 0.5);
            }
            Prop::MatFromAbove { low, high } => {
                pen.part("mat above");
                let (middle, half) = (low.toward(high, 0.5), (high - low) * 0.5);
                pen.round_box(middle, flat(half.x, 0.0), flat(0.0, half.y), 0.035);
                pen.part("mat-edge");
                pen.round_box(middle, flat(half.x - 0.016, 0.0), flat(0.0, half.y - 0.016), 0.025);
            }
            Prop::Chair { hip, ground } => chair_side(pen, hip, ground),
            Prop::ChairFront { hip, ground } => chair_front(pen, hip, ground),
            Prop::Bench { left, right, ground } => bench(pen, left, right, ground),
            Prop::Step { left, right, ground } => {
                pen.part("prop-2");
                sheet(pen, flat(left, ground), flat(right, STEP));
                pen.part("prop-3");
                sheet(pen, flat(left - 0.006, STEP - 0.016), flat(right + 0.006, STEP));
            }
            Prop::Pad { at } => {
                pen.part("pillow");
                pen.round_box(flat(at, 0.03), flat(0.055, 0.0), flat(0.0, 0.03), 0.018);
            }
            Prop::Pillow { middle, half } => {
                pen.part("pillow");
                pen.round_box(middle, flat(half.x, 0.0), flat(0.0, half.y), half.y.min(0.05));
            }
            Prop::PillowBetween { low, high, left, right } => {
                pen.part("pillow");
                let (middle, half) = ((low + high) * 0.5, ((high - low) * 0.5).max(0.02));
                pen.round_box(
                    flat((left + right) * 0.5, middle),
                    flat((right - left) * 0.5, 0.0),
                    flat(0.0, half),
                    half,
                );
            }
            Prop::Rail { left, right, y } => rail(pen, left, right, y, self.ground),
            Prop::Line => {
                pen.part("fig-line");
                pen.line(flat(0.0, self.ground - 0.006), flat(0.0, self.ground - 0.07));
            }
        }
    }
}

/// Where a thing is held.
fn held_at(body: &Body, rest: &Rest, whole: f32, exchanged: bool) -> Flat {
    if let Some(Point { part: Part::Foot, side: Some(side) }) = rest.point.map(|point| exchange(point, exchanged)) {
        // A strap lies in the middle of the sole.
        let leg = body.legs.of(side);
        return leg.heel.toward(leg.toe, 0.6);
    }
    let share = between(rest.places.0, rest.places.1, whole);
    rest.point.map_or(body.hip.flat, |point| body.point(exchange(point, exchanged), share))
}

fn wall(placing: &Placing) -> Option<(f32, f32)> {
    let rest = placing.notes().rests.iter().find(|rest| rest.surface == Surface::Wall)?;
    let pose = (0..placing.poses()).find(|pose| rest.when.holds(*pose))?;
    let (body, point) = (placing.key(pose)?, rest.point?);
    let at = body.point(point, 0.0).x;
    let (beyond, side) = match point.part {
        Part::Hip => (0.09, -1.0),
        Part::Knee => (0.05, (at - body.hip.flat.x).signum()),
        _ => (0.03, (at - body.shoulder.flat.x).signum()),
    };
    Some((at + side * beyond, side))
}

/// A roller seen from above.
fn roller_above(pen: &mut Pen, at: Flat) {
    pen.part("roller");
    pen.round_box(at, flat(0.045, 0.0), flat(0.0, 0.15), 0.012);
    pen.part("roller-end");
    let (top, groove) = (flat(0.0, 0.14), flat(0.022, 0.0));
    pen.line(at + top + groove, at - top + groove).line(at + top - groove, at - top - groove);
}

/// A stick across a limb, seen a little from the side.
fn stick(pen: &mut Pen, at: Flat) {
    let along = flat(0.5, 0.87);
    pen.part("fig-stick");
    pen.round_box(at, along * 0.075, along.left() * 0.0095, 0.0095);
    pen.part("fig-stick-end");
    for end in [-1.0, 1.0] {
        pen.round_box(at + along * (0.062 * end), along * 0.022, along.left() * 0.0115, 0.009);
    }
}

fn sheet(pen: &mut Pen, low: Flat, high: Flat) {
    pen.polygon([low, flat(low.x, high.y), high, flat(high.x, low.y)]);
}

fn ball(pen: &mut Pen, middle: Flat, radius: f32) {
    pen.part("ball");
    pen.circle(middle, radius);
    pen.part("ball-line");
    let r = radius * 0.72;
    pen.curve([middle + flat(-r, r * 0.45), middle + flat(0.0, r * 0.15), middle + flat(r, r * 0.5)]);
}

fn legs(pen: &mut Pen, places: [f32; 2], top: f32, ground: f32) {
    pen.part("prop-3");
    for at in places {
        sheet(pen, flat(at - 0.009, ground), flat(at + 0.009, top));
    }
}

fn chair_side(pen: &mut Pen, hip: f32, ground: f32) {
    legs(pen, [hip - 0.115, hip + 0.085], SEAT - 0.02, ground);
    pen.part("prop-3");
    pen.polygon([
        flat(hip - 0.124, SEAT - 0.02),
        flat(hip - 0.150, SEAT + 0.25),
        flat(hip - 0.132, SEAT + 0.25),
        flat(hip - 0.104, SEAT - 0.02),
    ]);
    pen.part("prop-2");
    pen.round_box(flat(hip - 0.015, SEAT - 0.013), flat(0.118, 0.0), flat(0.0, 0.013), 0.012);
    pen.round_box(flat(hip - 0.140, SEAT + 0.19), flat(0.012, 0.0), flat(0.006, 0.065), 0.012);
}

fn chair_front(pen: &mut Pen, hip: f32, ground: f32) {
    legs(pen, [hip - 0.12, hip + 0.12], SEAT - 0.02, ground);
    pen.part("prop-3");
    for side in [-0.125, 0.125] {
        sheet(pen, flat(hip + side - 0.009, SEAT), flat(hip + side + 0.009, SEAT + 0.25));
    }
    pen.part("prop-2");
    pen.round_box(flat(hip, SEAT + 0.20), flat(0.145, 0.0), flat(0.0, 0.06), 0.03);
    pen.round_box(flat(hip, SEAT - 0.015), flat(0.145, 0.0), flat(0.0, 0.016), 0.014);
}

fn bench(pen: &mut Pen, left: f32, right: f32, ground: f32) {
    legs(pen, [left + 0.04, right - 0.04], SEAT - 0.02, ground);
    pen.part("prop-2");
    pen.round_box(flat((left + right) * 0.5, SEAT - 0.017), flat((right - left) * 0.5, 0.0), flat(0.0, 0.017), 0.014);
}

fn rail(pen: &mut Pen, left: f32, right: f32, y: f32, ground: f32) {
    legs(pen, [left + 0.01, right - 0.01], y, ground);
    pen.part("prop-2");
    pen.round_box(flat((left + right) * 0.5, y), flat((right - left) * 0.5 + 0.012, 0.0), flat(0.0, 0.014), 0.014);
}

/// The belt that keeps a runner up in deep water, between two places of the trunk.
pub fn belt(pen: &mut Pen, trunk: &Trunk) {
    pen.part("fig-belt");
    pen.soft(trunk.at(0.19, 0.068), 0.4).to(trunk.at(0.26, 0.071)).soft(trunk.at(0.33, 0.067), 0.4);
    pen.soft(trunk.at(0.33, -0.058), 0.4).to(trunk.at(0.26, -0.063)).soft(trunk.at(0.19, -0.068), 0.4);
    pen.close();
}
