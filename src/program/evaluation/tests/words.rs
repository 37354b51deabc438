//! Everything that the evaluation asks and comes to has its words, in both languages.

use crate::library::Pattern;
use crate::locale::{Lang, built};
use crate::program::evaluation::*;
use crate::program::pattern::{DecisionRow, Note, advice};
use crate::program::screening::tests::words::grade;

fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for question in QUESTIONS {
        let id = question.id();
        paths.extend(["ask", "why", "short"].map(|part| format!("question.{id}.{part}")));
        if matches!(question.kind(), Kind::One | Kind::Many { .. }) {
            paths.extend(question.options().iter().map(|option| question.words_of(option)));
        }
    }
    paths.push(Question::NprsRun.words_of("not-running"));
    for block in Block::ALL {
        paths.extend(["title", "why"].map(|part| format!("block.{}.{part}", block.id())));
    }
    for pattern in Pattern::ALL {
        paths.extend(["seen-with", "plan"].map(|part| format!("result.{}.{part}", pattern.id())));
        paths.extend(advice(*pattern).iter().map(|path| (*path).to_owned()));
    }
    paths.extend(["low", "moderate", "high"].map(|level| format!("irritability.{level}")));
    paths.extend(["some", "many"].map(|signs| format!("result.signs-{signs}")));
    paths.extend(DecisionRow::ALL.map(|row| format!("rule.{}", row.id())));
    paths.extend(Note::ALL.map(|note| format!("rule.{}", note.id())));
    paths.extend((1..=47).map(|n| format!("rule.p-{n:02}")));
    paths.extend((1..=9).map(|n| format!("rule.IRR-{n:02}")));
    paths.extend(OPENERS.map(|opener| format!("rule.{}", opener.by.id())));
    paths.push("rule.q-duration".into());
    paths
}

/// Texts that both languages may share.
const SHARED: [&str; 1] = ["No"];

#[test]
fn everything_has_words_in_both_languages() {
    let (en, es) = (built(Lang::En), built(Lang::Es));
    for path in paths() {
        assert!(!en.of_id(&path).is_empty() && !es.of_id(&path).is_empty(), "{path}");
        assert!(en.of_id(&path) != es.of_id(&path) || SHARED.contains(&en.of_id(&path)), "{path} is not translated");
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

#[test]
fn questions_and_why_read_at_grade_8() {
    for part in ["ask", "why"] {
        let paths: Vec<String> =
            QUESTIONS.iter().map(|question| format!("question.{}.{part}", question.id())).collect();
        let texts: Vec<&str> = paths.iter().map(|path| built(Lang::En).of_id(path)).collect();
        let grade = grade(&texts);
        assert!(grade <= 8.0, "{part}: grade {grade:.1}");
    }
}
