//! How much of a plan each kind of work gets (`patterns.md` section 4), and what the rules W1 to W3 make of it.
//!
//! Not here: which day is which session (see `week`), and which exercises fill the seconds (see `compose`).

use crate::library::{DoseLevel, Pattern};

/// Parts of a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// Mobility.
    pub mobility: u32,
    /// Strength.
    pub strength: u32,
    /// In the pool.
    pub aquatic: u32,
    /// Roller, ball, stick and own glides.
    pub self_manual: u32,
    /// Running form.
    pub running_form: u32,
}

/// The emphasis of a pattern. Sums to 100.
pub const fn weights(pattern: Pattern) -> Weights {
    let [mobility, strength, aquatic, self_manual, running_form] = match pattern {
        Pattern::LateralHip | Pattern::DeepButtock => [10, 55, 15, 5, 15],
        Pattern::FrontHip => [20, 45, 15, 5, 15],
        Pattern::Groin => [15, 55, 10, 5, 15],
        Pattern::HipFlexor => [20, 45, 10, 10, 15],
        Pattern::StiffHip => [30, 35, 20, 10, 5],
        Pattern::LoadGeneral => [15, 45, 10, 10, 20],
    };
    Weights { mobility, strength, aquatic, self_manual, running_form }
}

/// What W1 and W2 need to know of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InWeek {
    /// A pool session was placed.
    pub pool: bool,
    /// A run or an impact step was placed.
    pub run: bool,
}

impl Weights {
    /// W1, W2: the weights of a full land session in such a week.
    #[must_use]
    pub fn of_land(pattern: Pattern, week: InWeek) -> Self {
        let mut left = weights(pattern);
        let mut moved = 0;
        if !week.pool {
            moved += left.aquatic;
        }
        if !week.run {
            moved += left.running_form;
            left.running_form = 0;
        }
        left.aquatic = 0;
        match pattern {
            Pattern::StiffHip => left.mobility += moved,
            _ => left.strength += moved,
        }
        left
    }

    /// W2: the weights of a light session: strength and running form are added to mobility.
    #[must_use]
    pub const fn of_light(self) -> Self {
        Self { mobility: self.mobility + self.strength + self.running_form, strength: 0, running_form: 0, ..self }
    }

    /// W2: the seconds of a block of that weight.
    pub const fn budget(&self, main: u32, weight: u32) -> u32 {
        let sum = self.mobility + self.strength + self.self_manual + self.running_form;
        match (main * weight).checked_div(sum) {
            Some(seconds) => seconds,
            None => 0,
        }
    }
}

/// W1: pool sessions a week, rounded up; none while the pool is shut, no aquatic exercise is allowed, or sessions last
/// 10 minutes.
pub fn pool_sessions(pattern: Pattern, days: u8, minutes: u16, any_aquatic: bool) -> u32 {
    if !any_aquatic || minutes <= 10 {
        return 0;
    }
    (weights(pattern).aquatic * u32::from(days.min(6))).div_ceil(100)
}

/// W3: what comes before a run. They add to its length.
pub const BEFORE_RUN: [(&str, DoseLevel); 2] = [("leg-swing-front-back", DoseLevel::One), ("a-march", DoseLevel::One)];
/// W3: the drill that comes too once the impact steps are passed (`RUN-R15`).
const QUICK_STEPS: (&str, DoseLevel) = ("quick-steps", DoseLevel::One);

/// W3: what comes before a run of that pattern. Each is used only where it may be.
pub fn before_run(pattern: Pattern, impact_passed: bool) -> impl Iterator<Item = (&'static str, DoseLevel)> {
    let form = (10..=100).contains(&weights(pattern).running_form);
    BEFORE_RUN.into_iter().chain((form && impact_passed).then_some(QUICK_STEPS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_a_hundred() {
        for pattern in Pattern::ALL {
            let Weights { mobility, strength, aquatic, self_manual, running_form } = weights(*pattern);
            assert_eq!(mobility + strength + aquatic + self_manual + running_form, 100, "{pattern:?}");
        }
    }

    #[test]
    fn w1_pool_sessions() {
        // Pattern, days, minutes, an aquatic exercise is allowed: sessions.
        let rows = [
            (Pattern::LoadGeneral, 3, 20, true, 1),
            (Pattern::LoadGeneral, 7, 20, true, 1),
            (Pattern::StiffHip, 6, 30, true, 2),
            (Pattern::StiffHip, 7, 30, true, 2),
            (Pattern::StiffHip, 5, 30, true, 1),
            (Pattern::LateralHip, 6, 45, true, 1),
            (Pattern::StiffHip, 6, 10, true, 0),
            (Pattern::StiffHip, 6, 30, false, 0),
        ];
        for (pattern, days, minutes, any, expected) in rows {
            assert_eq!(pool_sessions(pattern, days, minutes, any), expected, "{pattern:?} {days} {minutes} {any}");
        }
    }

    #[test]
    fn w2_moves_what_has_no_place() {
        let week = |pool, run| InWeek { pool, run };
        let parts = |w: Weights| [w.mobility, w.strength, w.self_manual, w.running_form];
        assert_eq!(parts(Weights::of_land(Pattern::LoadGeneral, week(false, false))), [15, 75, 10, 0]);
        assert_eq!(parts(Weights::of_land(Pattern::LoadGeneral, week(true, false))), [15, 65, 10, 0]);
        assert_eq!(parts(Weights::of_land(Pattern::LoadGeneral, week(false, true))), [15, 55, 10, 20]);
        assert_eq!(parts(Weights::of_land(Pattern::StiffHip, week(false, false))), [55, 35, 10, 0]);
        assert_eq!(parts(Weights::of_land(Pattern::LateralHip, week(false, false))), [10, 85, 5, 0]);
        let light = Weights::of_land(Pattern::LoadGeneral, week(false, false)).of_light();
        assert_eq!(parts(light), [90, 0, 10, 0]);
    }

    #[test]
    fn w3_drills_before_a_run() {
        let ids = |pattern, passed| before_run(pattern, passed).map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(Pattern::Groin, false), ["leg-swing-front-back", "a-march"]);
        assert_eq!(ids(Pattern::Groin, true), ["leg-swing-front-back", "a-march", "quick-steps"]);
        assert_eq!(ids(Pattern::StiffHip, true), ["leg-swing-front-back", "a-march"], "its weight is 5");
    }

    #[test]
    fn w2_budgets_are_rounded_down() {
        let left = Weights::of_land(Pattern::LateralHip, InWeek { pool: false, run: false });
        assert_eq!((left.budget(1010, left.mobility), left.budget(1010, left.self_manual)), (101, 50));
    }
}
