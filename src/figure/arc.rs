//! Arrows that show what moves: along the way of the joint that moves most, or, where hardly anything moves, the way in
//! which a limb presses.
//!
//! Not here: the motion itself.

use super::notes::{Nearness, Part, Point};
use super::outline::Pen;
use super::placing::{End, Placing};
use super::skeleton::Body;
use super::space::{Flat, flat};

/// What moves less than this, in body heights, presses.
const PRESS: f32 = 0.08;
/// Room between an arrow and the limb whose way it shows.
const ASIDE: f32 = 0.06;
const STEPS: u8 = 8;
const SIDES: [Nearness; 2] = [Nearness::Near, Nearness::Far];

/// An arrow through points of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    points: Vec<Flat>,
}

/// The arrows of a figure; none for gait, where everything moves. `both` = both legs work.
pub fn arrows(placing: &Placing, both: bool) -> Vec<Arrow> {
    let last = placing.poses().saturating_sub(1);
    if placing.notes().cycle || last == 0 {
        return Vec::new();
    }
    let most = |parts: [Part; 2]| {
        let points = parts.into_iter().flat_map(|part| SIDES.map(|side| Point { part, side: Some(side) }));
        let ways = points.map(|point| (point, way(placing, point, last)));
        ways.max_by(|one, other| reach(&one.1).total_cmp(&reach(&other.1)))
    };
    // An arm counts where no leg moves.
    let leg = most([Part::Ankle, Part::Knee]).filter(|(_, path)| reach(path) > PRESS);
    let Some((point, path)) = leg.or_else(|| most([Part::Hand, Part::Elbow])) else { return Vec::new() };
    let hips = way(placing, Point { part: Part::Hip, side: None }, last);
    if reach(&hips) > 0.1 && reach(&hips) > reach(&path) * 0.6 {
        return whole_body(placing, &hips).into_iter().collect();
    }
    if reach(&path) > PRESS {
        if last > 1 {
            // A way through many poses is no arrow that one could read.
            return Vec::new();
        }
        return along(placing, point, &path).into_iter().collect();
    }
    let knees = SIDES.map(|side| Point { part: Part::Knee, side: Some(side) });
    let pressing = knees.into_iter().filter(|knee| both || reach(&way(placing, *knee, last)) > 0.02);
    pressing.filter_map(|knee| press(&way(placing, knee, last))).collect()
}

/// Places of a point on the way from the first to the last key pose.
fn way(placing: &Placing, point: Point, last: usize) -> Vec<Flat> {
    let mut places = Vec::new();
    for pose in 0..last {
        let (from, to) = (End { pose, exchanged: false }, End { pose: pose + 1, exchanged: false });
        for step in 0..STEPS {
            let body = placing.between(from, to, f32::from(step) / f32::from(STEPS));
            places.extend(body.map(|body| body.point(point, 0.0)));
        }
    }
    places.extend(placing.key(last).map(|body| body.point(point, 0.0)));
    places
}

/// How far the last place is from the first.
fn reach(places: &[Flat]) -> f32 {
    match places {
        [first, .., last] => (*last - *first).length(),
        _ => 0.0,
    }
}

/// Beside the way of a limb's end, on the side that looks away from its root.
fn along(placing: &Placing, point: Point, path: &[Flat]) -> Option<Arrow> {
    let root = |body: &Body| match (point.part, point.side) {
        (Part::Hand, Some(side)) => body.arms.of(side).shoulder.flat,
        (_, Some(side)) => body.legs.of(side).hip.flat,
        _ => body.hip.flat,
    };
    let (first, last) = (placing.key(0)?, placing.key(placing.poses() - 1)?);
    let root = root(&first).toward(root(&last), 0.5);
    let count = path.len();
    let middle: Vec<Flat> = path
        .iter()
        .skip(count / 6)
        .take(count - count / 3)
        .map(|at| *at + (*at - root).unit_or(flat(0.0, 1.0)) * ASIDE)
        .collect();
    Some(Arrow { points: middle })
}

/// Behind the body, as long as the way of the hips.
fn whole_body(placing: &Placing, hips: &[Flat]) -> Option<Arrow> {
    let (first, last) = (hips.first()?, hips.last()?);
    let body = placing.key(0)?;
    let behind = flat(-body.up.y, body.up.x).unit_or(flat(-1.0, 0.0)) * 0.17;
    let points = [0.1, 0.5, 0.9].map(|share| first.toward(*last, share) + behind).to_vec();
    Some(Arrow { points })
}

/// A short arrow that pushes a knee the way in which it presses.
fn press(path: &[Flat]) -> Option<Arrow> {
    let (first, last) = (path.first()?, path.last()?);
    let direction = (*last - *first).unit_or(flat(0.0, 0.0));
    if direction.length() < 0.5 {
        return None;
    }
    Some(Arrow { points: [0.125, 0.06].map(|back| *last - direction * back).to_vec() })
}

/// Draws an arrow: line and tip.
pub fn draw(pen: &mut Pen, arrow: &Arrow) {
    pen.part("fig-arc");
    for point in &arrow.points {
        pen.to(*point);
    }
    pen.end();
    pen.part("fig-tip");
    if let [.., before, end] = arrow.points.as_slice() {
        let along = (*end - *before).unit_or(flat(1.0, 0.0));
        let aside = along.left() * 0.017;
        let base = *end - along * 0.006;
        pen.polygon([*end + along * 0.026, base + aside, base - aside]);
    }
}

impl Arrow {
    /// What the picture must have room for.
    pub fn points(&self) -> impl Iterator<Item = (Flat, Flat)> {
        let room = flat(0.03, 0.03);
        self.points.iter().map(move |at| (*at - room, *at + room))
    }
}
