//! What is left out early, by pattern and by what brings the pain on (`patterns.md` section 5).
//!
//! Not here: the waits that no tag brings; they stand in the exercises' files.

use super::bearing::{Aggravator, Bearing};
use crate::library::{Constraint, Pattern, Phase};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};

/// An early constraint of a pattern: active in all phases before `until`.
struct Early {
    pattern: Pattern,
    constraint: Constraint,
    until: Phase,
    sources: &'static [&'static str],
}

const fn early(pattern: Pattern, constraint: Constraint, until: Phase, sources: &'static [&'static str]) -> Early {
    Early { pattern, constraint, until, sources }
}

const BY_PATTERN: [Early; 8] = [
    early(Pattern::LateralHip, Constraint::Adduction, Phase::Load, &["grimaldi2015", "mellor2018"]),
    early(Pattern::FrontHip, Constraint::DeepFlexion, Phase::Load, &["griffin2016", "kemp2020"]),
    early(Pattern::Groin, Constraint::AdductorStretch, Phase::Load, &["holmich1999"]),
    early(Pattern::Groin, Constraint::AdductorHeavy, Phase::Load, &["haroy2019", "serner2014"]),
    early(Pattern::HipFlexor, Constraint::HipFlexorStretch, Phase::Build, &["weir2015", "conv"]),
    early(Pattern::DeepButtock, Constraint::HamstringStretch, Phase::Load, &["goom2016", "beatty2017"]),
    early(Pattern::DeepButtock, Constraint::DeepFlexion, Phase::Load, &["goom2016"]),
    early(Pattern::StiffHip, Constraint::DeepFlexion, Phase::Build, &["koc2025", "conv"]),
];

const BY_AGGRAVATOR: [(Aggravator, Constraint, Phase); 7] = [
    (Aggravator("a-deep-bend"), Constraint::DeepFlexion, Phase::Load),
    (Aggravator("a-cross-legs"), Constraint::Adduction, Phase::Load),
    (Aggravator("a-squeeze"), Constraint::AdductorStretch, Phase::Load),
    (Aggravator("a-squeeze"), Constraint::AdductorHeavy, Phase::Load),
    (Aggravator("a-sit-bone"), Constraint::HamstringStretch, Phase::Load),
    (Aggravator("a-bend-forward"), Constraint::HamstringStretch, Phase::Load),
    (Aggravator("a-leg-back"), Constraint::HipFlexorStretch, Phase::Build),
];

/// The constraints that pattern and aggravators bring in this phase, each with its reason.
pub fn early_constraints(bearing: &Bearing) -> Vec<(Constraint, Reason)> {
    let patterns: Vec<Pattern> = bearing.patterns().collect();
    let by_pattern = BY_PATTERN
        .iter()
        .filter(|row| patterns.contains(&row.pattern))
        .map(|row| (row.constraint, row.until, Input::Pattern(row.pattern), row.sources));
    let by_aggravator = BY_AGGRAVATOR.iter().filter(|(what, ..)| bearing.aggravators.contains(what)).map(
        |(what, constraint, until)| {
            let said = Input::Said { question: "q-aggravators", answer: vec![what.0.to_owned()] };
            (*constraint, *until, said, &["conv"] as &[&str])
        },
    );
    by_pattern
        .chain(by_aggravator)
        .filter(|(_, until, ..)| bearing.phase < *until)
        .map(|(constraint, until, brought, sources)| {
            let sources = sources.iter().map(|key| SourceKey(key)).collect();
            let inputs = vec![brought, Input::Phase(until)];
            (constraint, Reason { rule: RuleId("PRG-Q1"), inputs, sources })
        })
        .collect()
}

/// The same without their reasons.
pub fn early_shut(bearing: &Bearing) -> impl Iterator<Item = Constraint> {
    early_constraints(bearing).into_iter().map(|(constraint, _)| constraint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn active(pattern: Pattern, aggravators: &[&'static str], phase: Phase) -> Vec<&'static str> {
        let aggravators = aggravators.iter().map(|id| Aggravator(id)).collect();
        let bearing = Bearing { pattern, aggravators, phase, ..Bearing::first_plan() };
        early_constraints(&bearing).into_iter().map(|(constraint, _)| constraint.id()).collect()
    }

    #[test]
    fn early_constraints_end_with_their_phase() {
        assert_eq!(active(Pattern::LateralHip, &[], Phase::Calm), ["cx-adduction"]);
        assert_eq!(active(Pattern::LateralHip, &[], Phase::Build), ["cx-adduction"]);
        assert!(active(Pattern::LateralHip, &[], Phase::Load).is_empty());
        assert_eq!(active(Pattern::Groin, &[], Phase::Build), ["cx-adductor-stretch", "cx-adductor-heavy"]);
        assert_eq!(active(Pattern::HipFlexor, &[], Phase::Calm), ["cx-hip-flexor-stretch"]);
        assert!(active(Pattern::HipFlexor, &[], Phase::Build).is_empty());
        assert_eq!(active(Pattern::DeepButtock, &[], Phase::Calm), ["cx-hamstring-stretch", "cx-deep-flexion"]);
        assert!(active(Pattern::LoadGeneral, &[], Phase::Calm).is_empty());
    }

    #[test]
    fn what_hurts_is_left_out_whatever_the_pattern() {
        assert_eq!(
            active(Pattern::LoadGeneral, &["a-squeeze"], Phase::Build),
            ["cx-adductor-stretch", "cx-adductor-heavy"]
        );
        assert_eq!(active(Pattern::LoadGeneral, &["a-leg-back"], Phase::Calm), ["cx-hip-flexor-stretch"]);
        assert!(active(Pattern::LoadGeneral, &["a-leg-back"], Phase::Build).is_empty());
    }

    #[test]
    fn mixed_patterns_bring_theirs_too() {
        let bearing = Bearing { mixed: vec![Pattern::LateralHip, Pattern::Groin], ..Bearing::first_plan() };
        let brought: Vec<_> = early_constraints(&bearing).into_iter().map(|(constraint, _)| constraint).collect();
        assert_eq!(brought, [Constraint::Adduction, Constraint::AdductorStretch, Constraint::AdductorHeavy]);
    }
}
