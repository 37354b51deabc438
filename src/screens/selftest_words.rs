//! The words of the self-tests that are put together: results, norms, sides, differences.
//!
//! Not here: what is true of a result (see `program::selftest`).

use super::handle::Say;
use crate::app::{Standing, Target};
use crate::journal::{NotDone, TestSide};
use crate::locale::Key;
use crate::program::pattern::NormClass;
use crate::program::selftest::{Changed, Compared, SelfTest, Unit};

/// A part of a test's words; nothing where it has none.
pub fn part(say: Say, test: SelfTest, part: &str) -> String {
    say.by_id(&format!("test.{}.{part}", test.id()))
}

/// A result with its unit. Only lengths have tenths.
pub fn value(say: Say, unit: Unit, tenths: i32) -> String {
    let whole = (tenths + 5).div_euclid(10);
    let count = |key: Key| {
        let words = say.count(key, u64::from(whole.unsigned_abs()));
        if whole < 0 { format!("−{words}") } else { words }
    };
    match unit {
        Unit::Degrees => count(Key::TestUnitDegrees),
        Unit::Seconds => count(Key::TestUnitSeconds),
        Unit::Repetitions => count(Key::TestUnitRepetitions),
        Unit::Points => count(Key::TestUnitPoints),
        Unit::Pain => say.fill(Key::TestUnitPain, &[("n", &whole.to_string())]),
        Unit::Centimeters => say.fill(Key::TestUnitCentimeters, &[("n", &length(tenths))]),
    }
}

/// A length in centimeters, with its tenth where it has one.
pub fn length(tenths: i32) -> String {
    let (whole, rest) = (tenths.div_euclid(10), tenths.rem_euclid(10));
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") }
}

/// A class in words.
pub fn class(say: Say, class: Option<NormClass>) -> String {
    say.by_id(&format!("test.class.{}", class_id(class)))
}

/// `data-class`.
pub const fn class_id(class: Option<NormClass>) -> &'static str {
    match class {
        Some(NormClass::Target) => "target",
        Some(NormClass::Near) => "near",
        Some(NormClass::Below) => "below",
        None => "unknown",
    }
}

/// The tag's class of a class.
pub const fn class_tag(class: Option<NormClass>) -> &'static str {
    match class {
        Some(NormClass::Target) => "tag start go",
        Some(NormClass::Near) => "tag start accent",
        Some(NormClass::Below) => "tag start wait",
        None => "tag start",
    }
}

/// Why there is no result.
pub fn not_done(say: Say, why: NotDone) -> String {
    say.text(match why {
        NotDone::Skipped => Key::TestWhySkipped,
        NotDone::Stopped => Key::TestWhyStopped,
        NotDone::Unfit => Key::TestWhyUnfit,
        NotDone::Equipment => Key::TestWhyEquipment,
    })
}

/// How a test stands, with the tag's class and `data-state`.
pub fn standing(say: Say, standing: Standing) -> (String, &'static str, &'static str) {
    match standing {
        Standing::Open => (say.text(Key::SelftestStateOpen), "tag", "open"),
        Standing::Half => (say.text(Key::SelftestStateHalf), "tag accent", "half"),
        Standing::Done(_, found) => (class(say, found), class_tag(found), "done"),
        Standing::NotDone(why) => (not_done(say, why), "tag", "not-done"),
        Standing::LeftOut => (say.text(Key::SelftestStateLeftOut), "tag wait", "left-out"),
    }
}

/// A side as the name of a column.
pub fn side_name(say: Say, side: TestSide) -> String {
    say.text(match side {
        TestSide::Left => Key::SelftestResultLeft,
        TestSide::Right => Key::SelftestResultRight,
        TestSide::Both => Key::SelftestResultBoth,
    })
}

/// The side that is tested.
pub fn tested_side(say: Say, side: TestSide) -> String {
    say.text(match side {
        TestSide::Left => Key::SelftestTrialLeft,
        TestSide::Right => Key::SelftestTrialRight,
        TestSide::Both => Key::SelftestTrialBoth,
    })
}

/// `data-side`.
pub const fn side_id(side: TestSide) -> &'static str {
    match side {
        TestSide::Left => "left",
        TestSide::Right => "right",
        TestSide::Both => "both",
    }
}

/// The norm of this runner.
pub fn norm(say: Say, unit: Unit, target: Target) -> String {
    let words = |whole: i16| value(say, unit, i32::from(whole) * 10);
    let (norm, near) = if target.at_least {
        (Key::TestsResultNormAtLeast, Key::TestsResultNearAtLeast)
    } else {
        (Key::TestsResultNormAtMost, Key::TestsResultNearAtMost)
    };
    let mut line = say.fill(norm, &[("target", &words(target.target))]);
    if target.near != target.target {
        line = format!("{line}, {}", say.fill(near, &[("near", &words(target.near))]));
    }
    line
}

/// The sides beside each other.
pub fn compared(say: Say, unit: Unit, compared: Compared) -> String {
    match compared {
        Compared::Range { by, is_told, .. } => {
            let key = if is_told { Key::TestsResultDifferenceTold } else { Key::TestsResultDifference };
            say.fill(key, &[("value", &value(say, unit, by))])
        }
        Compared::Index(index) => format!(
            "{} · {}",
            say.fill(Key::TestsResultIndex, &[("n", &index.get().to_string())]),
            say.by_id(&format!("test.index.{}", index.id()))
        ),
        Compared::NoIndex => say.text(Key::TestsResultNoIndex),
        Compared::Class { is_told } => {
            say.text(if is_told { Key::TestsResultClassDiffers } else { Key::TestsResultDifferenceSmall })
        }
    }
}

/// Now beside before.
pub fn changed(say: Say, changed: Changed) -> String {
    say.text(match changed {
        Changed::Better => Key::TestsResultBetter,
        Changed::Worse => Key::TestsResultWorse,
        Changed::Same => Key::TestsResultSame,
    })
}
