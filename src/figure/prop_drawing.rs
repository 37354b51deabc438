//! Draws what the body stands on, leans on and holds.
//!
//! Not here: what that is and where it stands (see `prop`), and the outlines of furniture (see `furniture`).

use super::body_side::Trunk;
use super::furniture::{ball, bench, chair_front, chair_side, rail, roller_above, sheet, stick};
use super::notes::{Part, Point, Rest, Surface};
use super::outline::Pen;
use super::placing::exchange;
use super::prop::{FAR_AWAY, MAT, Prop, Props, ROLLER, SEAT, STEP};
use super::skeleton::Body;
use super::space::{Flat, between, flat};

impl Props {
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

/// The belt that keeps a runner up in deep water, between two places of the trunk.
pub fn belt(pen: &mut Pen, trunk: &Trunk) {
    pen.part("fig-belt");
    pen.soft(trunk.at(0.19, 0.068), 0.4).to(trunk.at(0.26, 0.071)).soft(trunk.at(0.33, 0.067), 0.4);
    pen.soft(trunk.at(0.33, -0.058), 0.4).to(trunk.at(0.26, -0.063)).soft(trunk.at(0.19, -0.068), 0.4);
    pen.close();
}
