//! The check before a session (`PRG-BF1` to `PRG-BF4`): what today's pain makes of the planned session.
//!
//! Safety questions come first; without a score no session starts. Not here: what else a very high score asks for (see
//! `log`, which demands it of the screening).

use super::allowance::conv;
use crate::program::adapt::PainLimit;
use crate::program::reason::{Input, Reason, RuleId};
use crate::units::{Millis, PainScore};

/// How long an answer to `q-nprs-now` holds.
pub const FRESH: Millis = Millis(60 * 60 * 1000);

/// What is done today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// As planned.
    Full,
    /// A light session; no run, no impact, no form work.
    Light,
    /// No session; calm breathing only.
    Rest,
}

/// A score and what it decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The score.
    pub pain: PainScore,
    /// What is done today.
    pub decision: Decision,
    /// The row of section 5 that decided.
    pub rule: RuleId,
    /// Why.
    pub reason: Reason,
}

/// Whether there is a score to go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// None of the last 60 minutes: it is asked.
    Ask,
    /// There is.
    Rated(Rated),
}

const ROWS: [(RuleId, Decision); 4] = [
    (RuleId("PRG-BF1"), Decision::Full),
    (RuleId("PRG-BF2"), Decision::Light),
    (RuleId("PRG-BF3"), Decision::Rest),
    (RuleId("PRG-BF4"), Decision::Rest),
];

/// Which row decides, from 0. At usual pain + 3 or more the next worse row holds.
fn row(pain: PainScore, usual: Option<PainScore>, limit: PainLimit) -> usize {
    let row = match pain.get() {
        pain if limit.is_fine(pain) => 0,
        0..=5 => 1,
        6 => 2,
        _ => 3,
    };
    if is_far_above(pain, usual) { (row + 1).min(3) } else { row }
}

fn is_far_above(pain: PainScore, usual: Option<PainScore>) -> bool {
    usual.is_some_and(|usual| pain.get() >= usual.get() + 3)
}

/// What a score decides, against the usual pain where that is known.
pub fn rate(pain: PainScore, usual: Option<PainScore>) -> Rated {
    rate_within(pain, usual, PainLimit::USUAL)
}

/// The same within a clinician's limit (`PRG-Y2`).
pub fn rate_within(pain: PainScore, usual: Option<PainScore>, limit: PainLimit) -> Rated {
    let said = |question, score: PainScore| Input::Said { question, answer: vec![score.get().to_string()] };
    let (rule, decision) = ROWS.get(row(pain, usual, limit)).copied().unwrap_or((RuleId("PRG-BF4"), Decision::Rest));
    let mut inputs = vec![said("q-nprs-now", pain)];
    if let Some(usual) = usual.filter(|usual| is_far_above(pain, Some(*usual))) {
        inputs.push(said("usual-pain", usual));
    }
    Rated { pain, decision, rule, reason: Reason { rule, inputs, sources: conv() } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(pain: u8) -> PainScore {
        PainScore::new(pain).unwrap()
    }

    #[test]
    fn prg_bf1_to_bf4() {
        let rows = [
            (0, Decision::Full, "PRG-BF1"),
            (3, Decision::Full, "PRG-BF1"),
            (4, Decision::Light, "PRG-BF2"),
            (5, Decision::Light, "PRG-BF2"),
            (6, Decision::Rest, "PRG-BF3"),
            (7, Decision::Rest, "PRG-BF4"),
            (10, Decision::Rest, "PRG-BF4"),
        ];
        for (pain, decision, rule) in rows {
            let rated = rate(score(pain), None);
            assert_eq!((rated.decision, rated.rule.0), (decision, rule), "{pain}");
        }
    }

    #[test]
    fn prg_bf_three_over_usual_pain_is_the_next_worse_row() {
        // Pain, usual pain: row.
        let rows = [
            (3, 0, "PRG-BF2"),
            (3, 1, "PRG-BF1"),
            (2, 0, "PRG-BF1"),
            (4, 1, "PRG-BF3"),
            (5, 3, "PRG-BF2"),
            (6, 3, "PRG-BF4"),
            (6, 4, "PRG-BF3"),
            (9, 1, "PRG-BF4"),
        ];
        for (pain, usual, rule) in rows {
            assert_eq!(rate(score(pain), Some(score(usual))).rule.0, rule, "{pain} over {usual}");
        }
        let reason = rate(score(4), Some(score(1))).reason;
        assert_eq!(reason.inputs.len(), 2, "the usual pain mattered");
        assert_eq!(rate(score(4), Some(score(4))).reason.inputs.len(), 1, "it did not");
    }

    #[test]
    fn prg_bf_never_gets_better_with_more_pain() {
        for usual in [None].into_iter().chain(PainScore::all().map(Some)) {
            let decisions: Vec<Decision> = PainScore::all().map(|pain| rate(pain, usual).decision).collect();
            assert!(decisions.is_sorted(), "{usual:?}: {decisions:?}");
        }
    }
}
