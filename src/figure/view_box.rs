//! How much room a figure takes in all its poses.

use super::moving::Frame;
use super::notes::Nearness;
use super::outline::number;
use super::placing::{End, Placing};
use super::plan::Plan;
use super::skeleton::Body;
use super::space::{Flat, flat};

/// Room that limbs, shoes and head take beyond their joints, body heights.
const MARGIN: f32 = 0.075;
/// Side of the common square, body heights: the largest figure, arms overhead and mat and all.
const COMMON: f32 = 1.36;

/// A box around all poses, body heights, y up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Lower left corner.
    pub low: Flat,
    /// Upper right corner.
    pub high: Flat,
}

impl Bounds {
    const NOTHING: Self =
        Self { low: flat(f32::INFINITY, f32::INFINITY), high: flat(f32::NEG_INFINITY, f32::NEG_INFINITY) };

    /// The box around all key poses of a figure and what it stands on.
    pub fn of(placing: &Placing, plan: &Plan) -> Self {
        let mut bounds = Self::bodies(placing);
        for (low, high) in plan.extents() {
            bounds.add(low);
            bounds.add(high);
        }
        bounds
    }

    /// The box around the bodies of all key poses.
    pub fn bodies(placing: &Placing) -> Self {
        let mut bounds = Self::NOTHING;
        let exchanges = placing.notes().cycle;
        for pose in 0..placing.poses() {
            for exchanged in [false, true] {
                if exchanged && !exchanges {
                    continue;
                }
                if let Some(body) = placing.end(End { pose, exchanged }) {
                    bounds.add_body(&body);
                }
            }
        }
        bounds
    }

    fn add_body(&mut self, body: &Body) {
        let around = |bounds: &mut Self, at: Flat, room: f32| {
            bounds.add(at - flat(room, room));
            bounds.add(at + flat(room, room));
        };
        around(self, body.head.flat + body.head_up * 0.03, 0.1);
        around(self, body.hip.flat, MARGIN);
        for side in [Nearness::Near, Nearness::Far] {
            let (leg, arm) = (body.legs.of(side), body.arms.of(side));
            for joint in [leg.knee.flat, leg.ankle.flat, leg.heel, leg.toe] {
                around(self, joint, 0.045);
            }
            around(self, arm.elbow.flat, 0.04);
            around(self, arm.hand.flat + arm.fore * 0.05, 0.04);
        }
    }

    /// Takes a point in.
    pub fn add(&mut self, at: Flat) {
        self.low = flat(self.low.x.min(at.x), self.low.y.min(at.y));
        self.high = flat(self.high.x.max(at.x), self.high.y.max(at.y));
    }

    /// The attribute `viewBox` in 1/1000 body heights, y down.
    pub fn view_box(&self, frame: Frame, mirrored: bool) -> String {
        let (low, high) = match frame {
            Frame::Tight => (self.low, self.high),
            Frame::Common => {
                let (middle, half) = (self.low.toward(self.high, 0.5), flat(COMMON, COMMON) * 0.5);
                (middle - half, middle + half)
            }
        };
        let left = if mirrored { -high.x } else { low.x };
        let mut text = String::new();
        for (place, value) in [left, -high.y, high.x - low.x, high.y - low.y].into_iter().enumerate() {
            if place > 0 && value < 0.0 {
                text.push(' ');
            }
            #[expect(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
            number(&mut text, (value * 1000.0).round() as i32 * 10, place == 0);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::moving::{Figure, Mirror};
    use super::super::testdata::all;
    use super::*;

    fn numbers(view_box: &str) -> Vec<f32> {
        view_box.replace('-', " -").split_whitespace().map(|number| number.parse().unwrap()).collect()
    }

    #[test]
    fn a_mirrored_picture_has_the_mirrored_box() {
        for sample in all() {
            let figure = Figure::parse(&sample.notation, &[]).unwrap();
            let drawn = numbers(&figure.view_box(Frame::Tight, Mirror::AsDrawn));
            let mirrored = numbers(&figure.view_box(Frame::Tight, Mirror::Mirrored));
            assert!((drawn[0] + drawn[2] + mirrored[0]).abs() < 1.5, "{}: {drawn:?} {mirrored:?}", sample.id);
            assert_eq!(drawn[1..], mirrored[1..], "{}", sample.id);
        }
    }

    #[test]
    fn every_figure_has_room_in_the_common_frame() {
        for sample in all() {
            let figure = Figure::parse(&sample.notation, &[]).unwrap();
            let tight = numbers(&figure.view_box(Frame::Tight, Mirror::AsDrawn));
            let common = numbers(&figure.view_box(Frame::Common, Mirror::AsDrawn));
            assert!(common[2] > 1000.0 && (common[2] - common[3]).abs() < 1.0);
            // The ends of a mat may stand out a little.
            assert!(tight[2] <= common[2] + 40.0 && tight[3] <= common[3], "{}: {tight:?}", sample.id);
        }
    }
}
