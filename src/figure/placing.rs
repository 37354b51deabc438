//! Where the body stands: raised until it touches its supports, moved so that pinned points keep their place, and the
//! rest of a slide taken up by two-bone inverse kinematics.
//!
//! Not here: joints from angles (see `skeleton`).

use super::notes::{Nearness, Notes, Part, Pin, Point, Pose, Rest, Surface, View};
use super::reach::{aim, reach};
use super::skeleton::{Body, Setting, length};
use super::space::{Flat, between, flat};

/// Height of the water line over the shoulders in deep water.
const DEEP: f32 = 0.80;

/// The notes of a figure, with its key poses placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    notes: Notes,
    setting: Setting,
    /// How far each key pose was moved.
    keys: Vec<Flat>,
}

/// A key pose as one end of a motion; exchanged = near and far have changed places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Number of the key pose.
    pub pose: usize,
    /// Whether near and far are exchanged.
    pub exchanged: bool,
}

impl Placing {
    /// Places all key poses, one after the other.
    pub fn of(notes: Notes) -> Self {
        let from_above = notes.rests.iter().any(|rest| rest.surface == Surface::MatFromAbove);
        let setting = Setting { view: notes.view, from_above };
        let mut placing = Self { notes, setting, keys: Vec::new() };
        for pose in 0..placing.notes.poses.len() {
            let shift = placing.shift_of_key(pose);
            placing.keys.push(shift);
        }
        placing
    }

    /// What the notation says.
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// How many key poses there are, at least 1.
    pub fn poses(&self) -> usize {
        self.notes.poses.len()
    }

    /// The placed body of a key pose.
    pub fn key(&self, pose: usize) -> Option<Body> {
        let mut body = self.free(End { pose, exchanged: false })?;
        body.shift(self.keys.get(pose).copied().unwrap_or_default());
        Some(body)
    }

    /// The placed body of an end.
    pub fn end(&self, end: End) -> Option<Body> {
        let mut body = self.free(end)?;
        body.shift(self.shift_of(end));
        Some(body)
    }

    /// The placed body at `share` of the way between two ends.
    pub fn between(&self, from: End, to: End, share: f32) -> Option<Body> {
        if share <= 0.0 {
            return self.end(from);
        }
        if share >= 1.0 {
            return self.end(to);
        }
        let (start, end) = (self.end(from)?, self.end(to)?);
        let mut body = Body::between(&self.pose(from)?, &self.pose(to)?, share, self.setting);
        let raise = self.raise(&body, from, share).max(self.raise(&body, to, 1.0 - share));
        let raise = if raise.is_finite() { raise } else { between(start.hip.flat.y, end.hip.flat.y, share) };
        body.shift(flat(between(start.hip.flat.x, end.hip.flat.x, share), raise));
        self.hold(&mut body, (from, &start), (to, &end), share);
        Some(body)
    }

    fn pose(&self, end: End) -> Option<Pose> {
        let pose = self.notes.poses.get(end.pose)?;
        Some(if end.exchanged { pose.exchanged(self.notes.view) } else { *pose })
    }

    fn free(&self, end: End) -> Option<Body> {
        let pose = self.pose(end)?;
        Some(Body::between(&pose, &pose, 0.0, self.setting))
    }

    fn shift_of(&self, end: End) -> Flat {
        let shift = self.keys.get(end.pose).copied().unwrap_or_default();
        if end.exchanged && self.notes.view != View::Side { flat(-shift.x, shift.y) } else { shift }
    }

    fn shift_of_key(&self, pose: usize) -> Flat {
        let end = End { pose, exchanged: false };
        let Some(body) = self.free(end) else { return Flat::default() };
        let raise = self.raise(&body, end, 0.0);
        let mut shift = flat(0.0, if raise.is_finite() { raise } else { 0.0 });
        let Some(before) = pose.checked_sub(1) else { return shift };
        let shared = self.notes.pins.iter().find(|pin| pin.when.holds(before) && pin.when.holds(pose));
        if let (Some(pin), Some(body_before)) = (shared, self.key(before)) {
            let slide = body_before.point(pin.point, 0.0) - body.point(pin.point, 0.0);
            shift = if self.setting.from_above { slide } else { flat(slide.x, shift.y) };
        }
        shift
    }

    /// How far the body must be raised for the supports of an end; minus infinity where it has none.
    fn raise(&self, body: &Body, end: End, away: f32) -> f32 {
        if self.setting.from_above {
            return f32::NEG_INFINITY;
        }
        let last = self.poses().saturating_sub(1);
        let touch = self
            .notes
            .rests
            .iter()
            .filter(|rest| rest.when.holds(end.pose))
            .filter_map(|rest| needed(body, rest, end, last, self.notes.view))
            .fold(f32::NEG_INFINITY, f32::max);
        let lift = self.notes.lift.filter(|(_, when)| when.holds(end.pose)).map_or(0.0, |(lift, _)| lift);
        lift.mul_add(1.0 - away, touch)
    }

    /// Keeps the points that are pinned at both ends, and keeps feet on or above what is below them.
    fn hold(&self, body: &mut Body, from: (End, &Body), to: (End, &Body), share: f32) {
        let target = |point| from.1.point(point, 0.0).toward(to.1.point(point, 0.0), share);
        let pins = || {
            let shared = self.notes.pins.iter().filter(|pin| holds_between(**pin, from.0, to.0));
            shared.map(|pin| exchange(pin.point, from.0.exchanged))
        };
        // Where the trunk or an arm is held, a knee is reached by the thigh; else the knees say where the body is.
        let trunk_held = pins().any(|point| is_stiff(point.part) && point.part != Part::Knee);
        let (mut moved, mut stiff, mut first) = (Flat::default(), 0.0, None);
        for point in pins() {
            let slide = target(point) - body.point(point, 0.0);
            first = first.or(Some(flat(slide.x, if self.setting.from_above { slide.y } else { 0.0 })));
            if is_stiff(point.part) && !(trunk_held && point.part == Part::Knee) {
                moved = moved + slide;
                stiff += 1.0;
            }
        }
        body.shift(if stiff > 0.0 { moved * (1.0 / stiff) } else { first.unwrap_or_default() });
        for point in pins().filter(|point| trunk_held && point.part == Part::Knee) {
            let missed = aim(body, point, target(point));
            body.shift(missed * 0.5);
            for elbow in pins().filter(|point| point.part == Part::Elbow) {
                aim(body, elbow, target(elbow));
            }
        }
        for _ in 0..4 {
            let mut left = Flat::default();
            for point in pins().filter(|point| !is_stiff(point.part)) {
                let goal = target(point);
                reach(body, point, goal, self.notes.view);
                let missed = goal - body.point(point, 0.0);
                if missed.length() > left.length() {
                    left = missed;
                }
            }
            if stiff > 0.0 || left.length() < 0.001 {
                break;
            }
            body.shift(left);
        }
        self.keep_on_ground(body, from, to, share);
    }

    /// Feet that rest at both ends stay at their height though nothing pins them; no foot sinks into the floor.
    fn keep_on_ground(&self, body: &mut Body, from: (End, &Body), to: (End, &Body), share: f32) {
        let feet = |end: End| {
            let rests = self
                .notes
                .rests
                .iter()
                .filter(move |rest| rest.when.holds(end.pose) && rest.surface.height().is_some());
            rests.filter_map(move |rest| rest.point.map(|point| exchange(point, end.exchanged)))
        };
        for point in feet(from.0).filter(|point| matches!(point.part, Part::Foot | Part::Toe | Part::Heel)) {
            if feet(to.0).any(|other| other == point) {
                let now = body.point(point, 0.0);
                let height = between(from.1.point(point, 0.0).y, to.1.point(point, 0.0).y, share);
                if (height - now.y).abs() > 1e-4 {
                    reach(body, point, flat(now.x, height), self.notes.view);
                }
            }
        }
        if self.setting.from_above || self.notes.rests.iter().any(|rest| rest.surface == Surface::PoolDeep) {
            return;
        }
        for side in [Nearness::Near, Nearness::Far] {
            let leg = body.legs.of(side);
            let lowest = |body: &Body| {
                let leg = body.legs.of(side);
                leg.heel.y.min(leg.toe.y).min(0.0)
            };
            let ankle = leg.ankle.flat;
            // A key pose may dip a toe by a hair: from there the foot rises without a jump.
            let deeper = between(lowest(from.1), lowest(to.1), share) - lowest(body);
            if deeper > 0.0 {
                let foot = Point { part: Part::Foot, side: Some(side) };
                reach(body, foot, flat(ankle.x, ankle.y + deeper), self.notes.view);
            }
        }
    }
}

/// Whether only a move of the whole body holds such a point in its place.
const fn is_stiff(part: Part) -> bool {
    matches!(part, Part::Knee | Part::Hip | Part::Shoulder | Part::Elbow | Part::Side)
}

fn holds_between(pin: Pin, from: End, to: End) -> bool {
    from.exchanged == to.exchanged && pin.when.holds(from.pose) && pin.when.holds(to.pose)
}

/// The point of the other side, where near and far are exchanged.
pub fn exchange(point: Point, exchanged: bool) -> Point {
    let other = |side| match side {
        Nearness::Near => Nearness::Far,
        Nearness::Far => Nearness::Near,
    };
    if exchanged { Point { side: point.side.map(other), ..point } } else { point }
}

fn needed(body: &Body, rest: &Rest, end: End, last: usize, view: View) -> Option<f32> {
    if rest.surface == Surface::PoolDeep {
        return Some(DEEP - body.shoulder.flat.y);
    }
    let height = rest.surface.height()?;
    let point = exchange(rest.point?, end.exchanged);
    let at = |part| body.point(Point { part, ..point }, place(rest, end.pose, last)).y;
    Some(match point.part {
        // From the front a foot is a block below a shank that may lean: the ankle says how high it stands.
        Part::Foot if view != View::Side => height + length::ANKLE - at(Part::Ankle),
        Part::Foot => (height - at(Part::Heel)).max(height - at(Part::Toe)),
        Part::Side => (height + 0.05 - at(Part::Hip)).max(height + 0.03 - at(Part::Shoulder)),
        Part::Toe | Part::Heel => height - at(point.part),
        Part::Knee | Part::Ankle => height + 0.03 - at(point.part),
        Part::Hip | Part::Shoulder | Part::Thigh => height + 0.05 - at(point.part),
        Part::Shank => height + 0.04 - at(point.part),
        Part::Elbow | Part::Hand => height + 0.02 - at(point.part),
        Part::Head => return None,
    })
}

/// The place on the segment in a key pose.
#[expect(clippy::cast_precision_loss, reason = "a figure has a handful of key poses")]
pub fn place(rest: &Rest, pose: usize, last: usize) -> f32 {
    between(rest.places.0, rest.places.1, if last == 0 { 0.0 } else { pose as f32 / last as f32 })
}

#[cfg(test)]
mod tests {
    use super::super::testdata::{all, end};
    use super::*;

    fn joint(body: &Body, name: &str) -> Flat {
        let (stem, side) = name.split_once('-').map_or((name, None), |(stem, side)| {
            (stem, Some(if side == "n" { Nearness::Near } else { Nearness::Far }))
        });
        let part = match stem {
            "hip" => Part::Hip,
            "shoulder" => Part::Shoulder,
            "head" => Part::Head,
            "knee" => Part::Knee,
            "ankle" => Part::Ankle,
            "heel" => Part::Heel,
            "toe" => Part::Toe,
            "elbow" => Part::Elbow,
            "hand" => Part::Hand,
            _ => panic!("{name}"),
        };
        body.point(Point { part, side }, 0.0)
    }

    #[test]
    fn every_key_pose_stands_where_the_dossier_puts_it() {
        let mut wrong = Vec::new();
        let mut seen = 0;
        for sample in all() {
            let placing = sample.placing();
            assert_eq!(placing.poses(), sample.joints.len(), "{}", sample.id);
            for (pose, joints) in sample.joints.iter().enumerate() {
                let body = placing.key(pose).unwrap();
                for (name, [x, y]) in joints {
                    let found = joint(&body, name);
                    seen += 1;
                    if (found - flat(*x, *y)).length() > 0.001 {
                        wrong.push(format!("{} {} {name}: {found:?}, not {x} {y}", sample.id, pose + 1));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
        assert_eq!(seen, 233 * 19);
    }

    /// All ways between neighboring key poses, gait: also into the exchanged first one.
    fn spans(placing: &Placing) -> Vec<(End, End)> {
        let last = placing.poses() - 1;
        let mut spans: Vec<(End, End)> = (0..last).map(|pose| (end(pose), end(pose + 1))).collect();
        if placing.notes.cycle {
            spans.push((end(last), End { pose: 0, exchanged: true }));
        }
        spans
    }

    const STEPS: u8 = 20;

    fn frames(placing: &Placing, (from, to): (End, End)) -> Vec<(f32, Body)> {
        let share = |step| f32::from(step) / f32::from(STEPS);
        (0..=STEPS).map(|step| (share(step), placing.between(from, to, share(step)).unwrap())).collect()
    }

    #[test]
    fn pinned_points_slide_at_most_one_percent_of_the_body() {
        for sample in all() {
            let placing = sample.placing();
            for span in spans(&placing) {
                let (start, stop) = (placing.end(span.0).unwrap(), placing.end(span.1).unwrap());
                for (share, body) in frames(&placing, span) {
                    for pin in placing.notes.pins.iter().filter(|pin| holds_between(**pin, span.0, span.1)) {
                        let at = |body: &Body| body.point(pin.point, 0.0);
                        let slide = (at(&start).toward(at(&stop), share) - at(&body)).length();
                        assert!(slide <= 0.01, "{} {share}: {:?} {slide}", sample.id, pin.point);
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_goes_through_the_floor() {
        let joints =
            [Part::Knee, Part::Ankle, Part::Heel, Part::Toe, Part::Elbow, Part::Hand, Part::Hip, Part::Shoulder];
        for sample in all() {
            let placing = sample.placing();
            if placing.setting.from_above || placing.notes.rests.iter().any(|rest| rest.surface == Surface::PoolDeep) {
                continue;
            }
            for span in spans(&placing) {
                for (share, body) in frames(&placing, span) {
                    for side in [Nearness::Near, Nearness::Far] {
                        for part in joints {
                            let height = body.point(Point { part, side: Some(side) }, 0.0).y;
                            assert!(height > -0.02, "{} {share}: {part:?} {side:?} {height}", sample.id);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn motion_does_not_jump() {
        for sample in all() {
            let placing = sample.placing();
            for span in spans(&placing) {
                let frames = frames(&placing, span);
                let way = (frames[0].1.hip.flat - frames[frames.len() - 1].1.hip.flat).length();
                for pair in frames.windows(2) {
                    let step = (pair[1].1.hip.flat - pair[0].1.hip.flat).length();
                    assert!(step < 0.02 + way * 0.15, "{} {}: {step} of {way}", sample.id, pair[1].0);
                }
            }
        }
    }

    #[test]
    fn joints_keep_their_limits() {
        let within = |value: f32, low: f32, high: f32| value >= low && value <= high;
        for sample in all() {
            let placing = sample.placing();
            for pose in &placing.notes.poses {
                for side in [Nearness::Near, Nearness::Far] {
                    let knee = match pose.knee.of(side) {
                        super::super::notes::Knee::Plain(bend) | super::super::notes::Knee::Turned { bend, .. } => {
                            *bend
                        }
                    };
                    assert!(within(knee, 0.0, 150.0), "{}: knee {knee}", sample.id);
                    let plain = |cell: &super::super::notes::Cell| cell.out.is_none().then_some(cell.angle);
                    if placing.notes.view != View::Side {
                        continue;
                    }
                    assert!(within(*pose.ankle.of(side), -80.0, 36.0), "{}: ankle", sample.id);
                    for (name, value, low, high) in [
                        ("hip", plain(pose.hip.of(side)), -30.0, 132.0),
                        ("shoulder", plain(pose.shoulder.of(side)), -62.0, 185.0),
                        ("elbow", plain(pose.elbow.of(side)), 0.0, 150.0),
                    ] {
                        assert!(value.is_none_or(|value| within(value, low, high)), "{}: {name} {value:?}", sample.id);
                    }
                }
            }
        }
    }

    #[test]
    fn exchanged_twice_is_as_before() {
        for sample in all() {
            for pose in &sample.placing().notes.poses {
                let view = sample.placing().notes.view;
                assert_eq!(pose.exchanged(view).exchanged(view), *pose);
            }
        }
    }
}
