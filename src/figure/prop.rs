//! What the body stands on, leans on and holds.
//!
//! Not here: how it is drawn (see `prop_drawing`), and the body itself.

use super::notes::{Nearness, Part, Rest, Surface, View};
use super::placing::{Placing, place};
use super::space::{Flat, flat};

/// Farther than any picture shows.
pub const FAR_AWAY: f32 = 4.0;
/// Thickness of a mat.
pub const MAT: f32 = 0.020;
/// Height of a seat.
pub const SEAT: f32 = 0.235;
/// Height of a step.
pub const STEP: f32 = 0.12;
/// Radius of a foam roller.
pub const ROLLER: f32 = 0.045;

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
    /// Whether the picture is taken from above.
    pub from_above: bool,
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
