//! The angle meter on made-up recordings: the error is stated here, and asserted.

use super::angle::{AngleMeter, Axis, MeterEvent, Way};
use super::gravity::Sample;
use super::synthetic::{Dice, Sensor};
use crate::units::Millis;

const G: f64 = 9.81;
/// What a reading may err by, in degrees.
const WITHIN: f64 = 2.0;

/// A recording: the leg holds the start for 2 s, moves in 1.5 s, holds the end for 3 s; the limb trembles.
fn swing(dice: &mut Dice, sensor: Sensor, from: f64, to: f64, place: impl Fn(f64, f64) -> [f64; 3]) -> Vec<Sample> {
    let roll = dice.normal() * 2.0;
    let times = sensor.times(dice, 6.5);
    let mut samples = Vec::new();
    for at in times {
        let share = ((at - 2.0) / 1.5).clamp(0.0, 1.0);
        let eased = share * share * (3.0 - 2.0 * share);
        let tremor = 0.3 * (at * 47.0).sin();
        let push = if share > 0.0 && share < 1.0 { 1.5 * (share * 9.0).sin() } else { 0.0 };
        let [x, y, z] = place(from + (to - from) * eased + tremor, roll);
        samples.push(sensor.sample(dice, at, [x + push, y - push, z]));
    }
    samples
}

/// The phone lies along a limb, screen up, its top that many degrees above level; rolled a little about its long side.
fn along(degrees: f64, roll: f64) -> [f64; 3] {
    let (slope, roll) = (degrees.to_radians(), roll.to_radians());
    [G * slope.cos() * roll.sin(), G * slope.sin(), G * slope.cos() * roll.cos()]
}

/// The phone stands against the shin, turned that far in its plane, leaning back a little.
fn standing(degrees: f64, lean: f64) -> [f64; 3] {
    let (turn, lean) = (degrees.to_radians(), (8.0 + lean).to_radians());
    [G * lean.cos() * turn.sin(), G * lean.cos() * turn.cos(), G * lean.sin()]
}

fn read(meter: &mut AngleMeter, samples: &[Sample]) -> (Vec<MeterEvent>, Option<f64>) {
    let events: Vec<MeterEvent> = samples.iter().filter_map(|sample| meter.take(*sample)).collect();
    let angle = events.iter().find_map(|event| if let MeterEvent::Read(angle) = event { Some(*angle) } else { None });
    (events, angle)
}

fn assert_reads(way: Way, samples: &[Sample], expected: f64, about: &str) {
    let (events, angle) = read(&mut AngleMeter::new(way), samples);
    let angle = angle.unwrap_or_else(|| panic!("{about}: {events:?}"));
    assert!((angle - expected).abs() <= WITHIN, "{about}: {angle} for {expected}");
    assert_eq!(events.len(), if way.needs_start() { 2 } else { 1 }, "{about}: one beep each: {events:?}");
}

#[test]
fn a_turn_is_within_two_degrees_on_every_system() {
    let mut dice = Dice::new(1);
    for sensor in Sensor::ALL {
        for to in [6.0, 15.0, 24.0, 30.0, 38.0, 60.0, -24.0, -45.0] {
            for from in [0.0, -7.0, 175.0] {
                let samples = swing(&mut dice, sensor, from, from + to, standing);
                assert_reads(Way::FromStart(Axis::Turn), &samples, to.abs(), &format!("{sensor:?} {from} {to}"));
            }
        }
    }
}

#[test]
fn a_slope_is_within_two_degrees_up_to_upright_and_beyond() {
    let mut dice = Dice::new(2);
    for sensor in Sensor::ALL {
        for to in [10.0, 35.0, 55.0, 70.0, 82.0, 98.0, 110.0, 125.0] {
            let samples = swing(&mut dice, sensor, 1.5, 1.5 + to, along);
            assert_reads(Way::FromStart(Axis::Slope), &samples, to, &format!("{sensor:?} {to}"));
        }
    }
}

#[test]
fn how_far_from_upright_needs_no_start_pose() {
    let mut dice = Dice::new(3);
    for sensor in Sensor::ALL {
        for bent in [5.0, 10.0, 23.0, 33.0, 43.0, 70.0] {
            let samples = swing(&mut dice, sensor, 90.0 - bent, 90.0 - bent, along);
            assert_reads(Way::FromUpright, &samples, bent, &format!("{sensor:?} {bent}"));
        }
    }
}

/// The phone lies flat, is picked up and laid on the thigh.
fn laid_on_thigh(dice: &mut Dice, sensor: Sensor, thigh: f64) -> Vec<Sample> {
    let mut samples = swing(dice, sensor, 0.0, 60.0, along);
    let taken = samples.len() - samples.iter().filter(|sample| sample.at.0 > 3_500).count();
    samples.truncate(taken);
    let later = swing(dice, sensor, 60.0, thigh, along);
    let of_later = later.into_iter().filter(|sample| sample.at.0 >= 2_000);
    samples.extend(of_later.map(|sample| Sample { at: Millis(sample.at.0 + 1_500), ..sample }));
    samples
}

#[test]
fn above_or_below_level_has_the_same_sign_on_every_system() {
    let mut dice = Dice::new(4);
    for sensor in Sensor::ALL {
        for thigh in [-30.0, -12.0, -3.0, 0.0, 4.0, 11.0, 25.0, 50.0] {
            let samples = laid_on_thigh(&mut dice, sensor, thigh);
            assert_reads(Way::AboveFlat, &samples, thigh, &format!("{sensor:?} {thigh}"));
        }
    }
}

#[test]
fn a_phone_that_stays_on_the_bench_is_no_thigh_at_level() {
    let mut dice = Dice::new(5);
    let sensor = Sensor::ALL[0];
    let mut samples = Vec::new();
    for at in sensor.times(&mut dice, 20.0) {
        let bump = if (at - 8.0).abs() < 0.15 { 5.0 } else { 0.0 };
        samples.push(sensor.sample(&mut dice, at, [bump, 0.0, G]));
    }
    let (events, angle) = read(&mut AngleMeter::new(Way::AboveFlat), &samples);
    assert_eq!((events, angle), (vec![MeterEvent::Started], None));
}

#[test]
fn a_start_that_is_not_flat_is_asked_again() {
    let mut dice = Dice::new(6);
    let steep = swing(&mut dice, Sensor::ALL[1], 70.0, 70.0, along);
    let mut meter = AngleMeter::new(Way::AboveFlat);
    assert_eq!(read(&mut meter, &steep), (vec![MeterEvent::NotFlat], None), "once, not at each sample");
    assert!(meter.awaits_start());
    // Laid on the thigh screen down: up and down could not be told apart.
    let flipped = |degrees: f64, roll: f64| along(180.0 - degrees, roll);
    let mut samples = swing(&mut dice, Sensor::ALL[1], 0.0, 0.0, along);
    samples.extend(
        swing(&mut dice, Sensor::ALL[1], 90.0, 10.0, flipped)
            .into_iter()
            .map(|sample| Sample { at: Millis(sample.at.0 + 6_550), ..sample })
            .filter(|sample| sample.at.0 > 8_600),
    );
    let (events, angle) = read(&mut AngleMeter::new(Way::AboveFlat), &samples);
    assert_eq!(angle, None, "{events:?}");
}

#[test]
fn nothing_is_read_before_the_leg_moves_nor_while_it_moves() {
    let mut dice = Dice::new(8);
    let sensor = Sensor::ALL[0];
    let waiting = swing(&mut dice, sensor, 0.0, 0.0, standing);
    let (events, angle) = read(&mut AngleMeter::new(Way::FromStart(Axis::Turn)), &waiting);
    assert_eq!((events, angle), (vec![MeterEvent::Started], None));
    let mut moving = Vec::new();
    for at in sensor.times(&mut dice, 12.0) {
        // A swing to and fro turns too quickly at its ends to be still there.
        let [x, y, z] = standing(30.0 * (at * 4.0).sin(), 0.0);
        moving.push(sensor.sample(&mut dice, at, [x, y, z]));
    }
    assert_eq!(read(&mut AngleMeter::new(Way::FromStart(Axis::Turn)), &moving).0, []);
}

#[test]
fn a_sensor_that_stalls_is_not_still() {
    let mut meter = AngleMeter::new(Way::FromUpright);
    for nth in 0..40 {
        assert_eq!(meter.take(Sample { at: Millis(nth * 400), x: 0.0, y: 9.8, z: 0.0 }), None);
    }
}

#[test]
fn readings_that_are_no_numbers_give_no_angle() {
    for bad in [f64::NAN, f64::INFINITY, 0.0, -1e300] {
        let mut meter = AngleMeter::new(Way::FromUpright);
        for nth in 0..200 {
            assert_eq!(meter.take(Sample { at: Millis(nth * 16), x: bad, y: bad, z: bad }), None, "{bad}");
        }
    }
}
