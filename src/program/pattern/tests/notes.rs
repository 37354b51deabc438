//! The notes of the result (`load-note`, `shoe-note`, `camber-note`, `sleep-note`), and the advice of each pattern.

use super::sample::Facts;
use crate::library::Pattern;
use crate::locale::{Lang, built};
use crate::program::pattern::{Note, advice};

fn notes(lines: &[&str]) -> Vec<&'static str> {
    let facts = Facts::of(lines);
    let of = |note: Note| note.of(&facts.answers).map(|reason| reason.rule.0);
    Note::ALL.into_iter().filter_map(of).collect()
}

#[test]
fn each_note_has_its_condition() {
    let rows: &[(&[&str], &[&str])] = &[
        (&["q-load-change distance"], &["load-note"]),
        (&["q-load-change speed"], &["load-note"]),
        (&["q-load-change return life"], &["load-note"]),
        (&["q-load-change surface race life"], &[]),
        (&["q-load-change none"], &[]),
        (&["q-load-change shoes"], &["shoe-note"]),
        (&["q-shoe-km 801"], &["shoe-note"]),
        (&["q-shoe-km 800"], &[]),
        (&["q-shoe-km skip", "q-sleep skip", "q-surface skip"], &[]),
        (&["q-surface camber road"], &["camber-note"]),
        (&["q-surface road"], &[]),
        (&["q-sleep 6"], &["sleep-note"]),
        (&["q-sleep 7"], &[]),
        (&["q-sleep 3", "q-load-change distance shoes"], &["load-note", "shoe-note", "sleep-note"]),
    ];
    for (lines, expected) in rows {
        assert_eq!(notes(lines), *expected, "{lines:?}");
    }
}

#[test]
fn the_advice_and_plans_are_those_of_the_page() {
    let page = include_str!("../../../../docs/rules.md");
    for pattern in Pattern::ALL {
        let start = format!("| `{}` |", pattern.id());
        let lines: Vec<&str> = page.lines().filter(|line| line.starts_with(&start)).collect();
        let words = |path: &str| built(Lang::En).of_id(path);
        for path in advice(*pattern) {
            assert!(lines.iter().any(|line| line.contains(words(path))), "{path}");
        }
        for part in ["seen-with", "plan"] {
            let path = format!("result.{}.{part}", pattern.id());
            assert!(lines.iter().any(|line| line.contains(words(&path))), "{path}");
        }
    }
}
