//! Everything of the plan that a runner sees has words in both languages.

use super::*;
use crate::journal::HurtKind;
use crate::library::{Equipment, Pattern, Phase};
use crate::locale::{Lang, built};
use crate::program::plan::settings::{MINUTES, OFFERED, QUESTIONS};
use crate::units::Weekday;

/// The rules that stand in a reason of the plan, or before one.
const RULES: [&str; 36] = [
    "W1", "PRG-Q1", "PRG-Q3", "PRG-Q5", "PRG-Q6", "PRG-K2", "PRG-K3", "PRG-K4", "PRG-K5", "PRG-K6", "PRG-K10",
    "PRG-M1", "PRG-M2", "PRG-M3", "PRG-M4", "PRG-M5", "PRG-M6", "PRG-N1", "PRG-N2", "PRG-N3", "PRG-N4", "PRG-N5",
    "PRG-N6", "PRG-BF1", "PRG-BF2", "PRG-BF3", "PRG-BF4", "PRG-D1", "PRG-D2", "PRG-D3", "PRG-D4", "PRG-D5", "PRG-D6",
    "PRG-D7", "PRG-G1", "PRG-Z1",
];

fn paths() -> Vec<String> {
    let mut paths: Vec<String> = RULES.iter().map(|rule| format!("rule.{rule}")).collect();
    paths.extend(["F", "S", "M", "P", "R", "light", "try"].map(|kind| format!("session-kind.{kind}")));
    paths.extend(Phase::ALL.iter().map(|phase| format!("phase.{}", phase.id())));
    paths.extend(Pattern::ALL.iter().map(|pattern| format!("pattern.{}", pattern.id())));
    paths.extend(Part::ALL.iter().map(|part| format!("part.{}", part.id())));
    paths.extend(Equipment::ALL.iter().map(|one| format!("equipment.{}", one.id())));
    for day in Weekday::ALL.map(Weekday::id) {
        paths.extend([format!("weekday.{day}"), format!("weekday-short.{day}"), format!("question.q-weekdays.{day}")]);
    }
    paths.extend((0..=10).flat_map(|score| [format!("pain.{score}"), format!("effort.{score}")]));
    for question in QUESTIONS.into_iter().chain(["q-weekdays"]) {
        paths.extend(["ask", "why", "short"].map(|part| format!("question.{question}.{part}")));
    }
    for question in ["q-nprs-now", "q-nprs-session", "q-effort", "hurt-pain", "hurt-kind", "usual-pain"] {
        paths.extend(["ask", "short"].map(|part| format!("question.{question}.{part}")));
    }
    paths.extend(SoreSide::ALL.map(|side| format!("question.q-side.{}", side.id())));
    paths.extend(WaterDepth::ALL.map(|pool| format!("question.q-pool.{}", pool.id())));
    paths.extend(MINUTES.map(|minutes| format!("question.q-minutes.{minutes}")));
    paths.extend(OFFERED.map(|one| format!("question.q-equipment.{}", one.id())));
    paths.extend(HURT_KINDS.map(|kind| format!("question.hurt-kind.{}", hurt::kind_id(kind))));
    paths
}

const HURT_KINDS: [HurtKind; 7] = [
    HurtKind::Ache,
    HurtKind::Sharp,
    HurtKind::Lock,
    HurtKind::Numb,
    HurtKind::Unwell,
    HurtKind::Limp,
    HurtKind::Water,
];

#[test]
fn everything_has_words_in_both_languages() {
    for lang in Lang::ALL {
        for path in paths() {
            assert!(!built(lang).of_id(&path).is_empty(), "{lang:?}: {path}");
        }
    }
}

#[test]
fn the_words_claim_nothing_about_the_app() {
    for (lang, words) in [
        (Lang::En, ["diagnos", "treat", "heal ", "cure", "guarant"]),
        (Lang::Es, ["diagnos", "tratamos", "sanar", "curar", "garant"]),
    ] {
        for path in paths() {
            let text = built(lang).of_id(&path).to_lowercase();
            for word in words {
                assert!(!text.contains(word), "{path}: {word}");
            }
        }
    }
}
