//! Every class boundary of every test, worked out by hand from the rules page.

use super::sample::who;
use crate::program::pattern::NormClass::{self, Below, Near, Target};
use crate::program::selftest::Sex::{self, Female, Male, NotSaid};
use crate::program::selftest::{Index, SelfTest, Who, index, rounded};

const ALL: [Sex; 3] = [Female, Male, NotSaid];

/// The values, in whole units, at both sides of both cuts: target, near, near, below.
fn assert_cuts(id: &str, sexes: &[Sex], ages: &[u8], [target, near_from, near_to, below]: [i32; 4]) {
    let test = SelfTest::parse(id).unwrap();
    for (sex, age) in sexes.iter().flat_map(|sex| ages.iter().map(move |age| (*sex, *age))) {
        let class = |value: i32| test.class(value * 10, who(sex, age));
        assert_eq!(class(target), Some(Target), "{id} {sex:?} {age} {target}");
        for near in [near_from, near_to] {
            assert_eq!(class(near), Some(Near), "{id} {sex:?} {age} {near}");
        }
        assert_eq!(class(below), Some(Below), "{id} {sex:?} {age} {below}");
    }
}

const ADULT: &[u8] = &[12, 18, 39, 40, 49, 50, 59, 60, 69, 70, 79, 80, 99];

#[test]
fn t_thomas_classes() {
    assert_cuts("t-thomas", &ALL, ADULT, [0, 1, 10, 11]);
}

#[test]
fn t_hip_ir_seated_classes() {
    assert_cuts("t-hip-ir-seated", &ALL, ADULT, [30, 29, 24, 23]);
}

#[test]
fn t_hip_er_seated_classes() {
    assert_cuts("t-hip-er-seated", &ALL, ADULT, [32, 31, 25, 24]);
}

#[test]
fn t_hip_ir_prone_classes() {
    assert_cuts("t-hip-ir-prone", &ALL, ADULT, [28, 27, 20, 19]);
}

#[test]
fn t_faber_classes() {
    assert_cuts("t-faber", &ALL, ADULT, [16, 17, 24, 25]);
}

#[test]
fn t_knee_to_wall_classes() {
    assert_cuts("t-knee-to-wall", &ALL, ADULT, [10, 9, 8, 7]);
    let class = |tenths| SelfTest::KneeToWall.class(tenths, who(NotSaid, 30));
    assert_eq!([class(100), class(99), class(80), class(79)], [Some(Target), Some(Near), Some(Near), Some(Below)]);
}

#[test]
fn t_aslr_classes() {
    assert_cuts("t-aslr", &ALL, ADULT, [70, 69, 55, 54]);
}

#[test]
fn t_knee_extension_classes() {
    assert_cuts("t-knee-extension", &[Female, NotSaid], ADULT, [23, 24, 33, 34]);
    assert_cuts("t-knee-extension", &[Male], ADULT, [33, 34, 43, 44]);
}

#[test]
fn t_heel_buttock_classes() {
    assert_cuts("t-heel-buttock", &ALL, ADULT, [8, 9, 16, 17]);
}

#[test]
fn t_stance_classes() {
    assert_cuts("t-stance", &ALL, &[12, 18, 39], [41, 40, 35, 34]);
    assert_cuts("t-stance", &ALL, &[40, 49, 50, 59], [38, 37, 33, 32]);
    assert_cuts("t-stance", &ALL, &[60, 69], [29, 28, 26, 25]);
    assert_cuts("t-stance", &ALL, &[70, 79], [18, 17, 17, 16]);
    for age in [80, 99] {
        let class = |value: i32| SelfTest::Stance.class(value * 10, who(NotSaid, age));
        assert_eq!([class(7), class(6)], [Some(Target), Some(Below)], "no near band");
    }
}

#[test]
fn t_stance_cuts_follow_from_the_norm() {
    for (age, norm) in [(30, 44.0_f64), (45, 41.0), (55, 41.0), (65, 32.0), (75, 21.0), (85, 9.0)] {
        for value in 0..=45 {
            let target = f64::from(value) >= norm - 3.0 && f64::from(value) >= norm * 0.8;
            // "Under 35" of 44 and so on: the page rounds 80 % to whole seconds; 80+ has no near band.
            let near = f64::from(value) >= (norm * 0.8).round();
            let expected = if target || (age == 85 && near) {
                Target
            } else if near {
                Near
            } else {
                Below
            };
            assert_eq!(SelfTest::Stance.class(value * 10, who(Male, age)), Some(expected), "{age} {value}");
        }
    }
}

#[test]
fn t_side_plank_classes() {
    assert_cuts("t-side-plank", &[Female, NotSaid], &[18, 49], [45, 44, 30, 29]);
    assert_cuts("t-side-plank", &[Male], &[18, 49], [60, 59, 40, 39]);
    assert_cuts("t-side-plank", &[Female, NotSaid], &[50, 80], [30, 29, 20, 19]);
    assert_cuts("t-side-plank", &[Male], &[50, 80], [40, 39, 25, 24]);
}

#[test]
fn t_bridge_classes() {
    assert_cuts("t-bridge", &ALL, &[18, 49], [25, 24, 20, 19]);
    assert_cuts("t-bridge", &ALL, &[50, 80], [18, 17, 12, 11]);
}

#[test]
fn t_abduction_classes() {
    assert_cuts("t-abduction", &ALL, &[18, 49], [25, 24, 18, 17]);
    assert_cuts("t-abduction", &ALL, &[50, 80], [18, 17, 12, 11]);
}

#[test]
fn t_sit_stand_classes() {
    assert_cuts("t-sit-stand", &ALL, &[18, 39], [10, 9, 6, 5]);
    assert_cuts("t-sit-stand", &ALL, &[40, 59], [7, 6, 4, 3]);
    assert_cuts("t-sit-stand", &ALL, &[60, 80], [4, 3, 2, 1]);
}

#[test]
fn t_squat_classes() {
    assert_cuts("t-squat", &ALL, ADULT, [5, 4, 3, 2]);
}

#[test]
fn t_squeeze_and_t_hip_flexion_classes() {
    assert_cuts("t-squeeze", &ALL, ADULT, [2, 3, 5, 6]);
    assert_cuts("t-hip-flexion", &ALL, ADULT, [2, 3, 5, 6]);
}

#[test]
fn t_copenhagen_classes() {
    assert_cuts("t-copenhagen", &ALL, &[18, 49], [30, 29, 20, 19]);
    assert_cuts("t-copenhagen", &ALL, &[50, 80], [20, 19, 10, 9]);
}

#[test]
fn t_calf_classes() {
    assert_cuts("t-calf", &[Female, NotSaid], &[18, 59], [20, 19, 15, 14]);
    assert_cuts("t-calf", &[Male], &[18, 59], [23, 22, 18, 17]);
    assert_cuts("t-calf", &ALL, &[60, 80], [14, 13, 9, 8]);
}

/// Every valid value has exactly one class for every runner, and a better value never a worse class.
#[test]
fn norms_have_no_gap_and_no_overlap() {
    for test in SelfTest::ALL {
        let (least, most) = test.protocol().range;
        let more_is_better = test.protocol().norm.more_is_better();
        for (sex, age) in ALL.into_iter().flat_map(|sex| (10..=100).map(move |age| (sex, age))) {
            let classes: Vec<NormClass> = (i32::from(least) * 10..=i32::from(most) * 10)
                .map(|tenths| test.class(tenths, who(sex, age)).unwrap())
                .collect();
            let is_ordered = if more_is_better { classes.is_sorted() } else { classes.iter().rev().is_sorted() };
            assert!(is_ordered, "{} {sex:?} {age}", test.id());
            assert!(classes.contains(&Target) && classes.contains(&Below), "{} {sex:?} {age}", test.id());
        }
    }
}

#[test]
fn without_an_age_a_norm_by_age_is_unknown() {
    for test in SelfTest::ALL {
        let by_age = test.protocol().norm.bands().iter().any(|band| band.under.is_some());
        let class = test.class(50, Who { sex: Female, age: None });
        assert_eq!(class.is_none(), by_age, "{}", test.id());
    }
}

#[test]
fn not_said_takes_the_lower_norm() {
    for test in SelfTest::ALL {
        for age in 10..=100 {
            let target = |sex| test.protocol().norm.band(sex, Some(age)).unwrap().target;
            assert_eq!(target(NotSaid), target(Female).min(target(Male)), "{} {age}", test.id());
        }
    }
}

#[test]
fn flexibility_is_the_mean_of_two_rounded_half_up() {
    for (tries, expected) in [
        ([240, 250], 250), // 24.5
        ([244, 245], 240), // 24.45, not 24.5
        ([240, 249], 240),
        ([230, 240], 240),
        ([-10, 0], 0), // -0.5
        ([-20, -10], -10),
        ([-16, -16], -20),
    ] {
        assert_eq!(rounded(SelfTest::Thomas, &tries), Some(expected), "{tries:?}");
    }
    assert_eq!(rounded(SelfTest::KneeToWall, &[99, 100]), Some(100), "to a tenth, half up");
    assert_eq!(rounded(SelfTest::KneeToWall, &[79, 79]), Some(79));
}

#[test]
fn balance_is_the_best_of_three_and_strength_one_try() {
    assert_eq!(rounded(SelfTest::Stance, &[120, 344, 300]), Some(340));
    assert_eq!(rounded(SelfTest::Stance, &[345]), Some(350));
    assert_eq!(rounded(SelfTest::Bridge, &[240]), Some(240));
}

#[test]
fn no_try_and_a_try_out_of_range_is_no_result() {
    for test in SelfTest::ALL {
        assert_eq!(rounded(*test, &[]), None);
        let (least, most) = test.protocol().range;
        for out in [i32::from(least) * 10 - 1, i32::from(most) * 10 + 1, i32::MAX, i32::MIN] {
            assert_eq!(rounded(*test, &[out]), None, "{} {out}", test.id());
        }
    }
}

#[test]
fn om_54_to_om_56_the_symmetry_index() {
    for (one, other, expected) in [
        (100, 100, Some(Index::Even(100))),
        (90, 100, Some(Index::Even(90))),
        (899, 1000, Some(Index::SlightlyUneven(89))),
        (100, 80, Some(Index::SlightlyUneven(80))),
        (799, 1000, Some(Index::Uneven(79))),
        (0, 100, Some(Index::Uneven(0))),
        (0, 0, None),
        (-10, 100, None),
    ] {
        assert_eq!(index(one, other), expected, "{one} {other}");
        assert_eq!(index(other, one), expected, "either way round");
    }
}
