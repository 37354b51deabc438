//! Holds together what no compiler does: the rules page, the code, the tests and the words.
//!
//! Each check is a function of texts that returns its faults, so that it can be shown to find one. Not here: rules about
//! files as such (see `xtask`).

#![expect(clippy::expect_used, reason = "a repository that cannot be read is a failed test")]

#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/later.rs"]
mod later;
#[path = "tidy/page.rs"]
mod page;

use std::collections::BTreeSet;
use std::path::Path;

use code::Code;
use later::LATER;
use page::{Page, ids_in, keys_in};
use stridewell::library::{Constraint, Tag, first};
use stridewell::locale::{Lang, built};
use stridewell::program::evaluation as history;
use stridewell::program::reason::SourceKey;
use stridewell::program::screening::{
    ActionLevel, AfterOk, Brings, Button, ExcludesNow, Flag, Kind, QUESTIONS, Question, StopRule,
};
use stridewell::units::Weekday;

fn page() -> Page {
    Page::parse(include_str!("../docs/rules.md"))
}

fn code() -> Code {
    Code::read(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// What is wrong with a rule's id: it must stand in the code, in a test and, where a runner can see it, in words; or it
/// belongs to a later part, and then in none of them.
fn faults_of_rule(id: &str, code: &Code, later: &[&str], has_words: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    let is_used = code.uses(id);
    if later.contains(&id) {
        if is_used || code.is_named_by_a_test(id) {
            faults.push(format!("{id} is built: take it off the list of later ones"));
        }
        return faults;
    }
    if !is_used && !code.mentions(id) {
        faults.push(format!("{id} is on the page and not in the code: build it, or put it on the list of later ones"));
    }
    if !code.is_tested(id) {
        faults.push(format!("{id} stands in no test"));
    }
    if is_used && !has_words(id) {
        faults.push(format!("{id} has no words for \"Why?\""));
    }
    faults
}

/// Whether a runner is told of a rule in both languages, where the panel of "Why?" looks.
fn has_words(id: &str) -> bool {
    let mut paths = ["rule", "flagname", "constraint", "stop"].map(|area| format!("{area}.{id}")).to_vec();
    paths.push(format!("question.{id}.ask"));
    Lang::ALL.iter().all(|lang| paths.iter().any(|path| !built(*lang).of_id(path).is_empty()))
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_rule_of_the_page_stands_in_code_tests_and_words_or_is_for_later() {
    let (page, code) = (page(), code());
    let rules = page.rules();
    assert!(rules.len() > 300, "the page was not read: {}", rules.len());
    let mut faults: Vec<String> = rules.iter().flat_map(|id| faults_of_rule(id, &code, LATER, has_words)).collect();
    for id in LATER.iter().filter(|id| !rules.contains(**id)) {
        faults.push(format!("{id} is on the list of later ones and not on the page"));
    }
    assert_none(&faults);
}

#[test]
fn every_rule_in_the_code_is_on_the_page() {
    let rules = page().rules();
    let used = code().ids();
    assert!(used.len() > 200, "the code was not read: {}", used.len());
    let unknown = used.iter().filter(|id| !rules.contains(*id));
    assert_none(&unknown.map(|id| format!("{id} is in the code and not on the page")).collect::<Vec<_>>());
}

/// Rules of running and outcomes: whatever decides has a row on the page, a test, and words in both languages.
#[test]
fn every_rule_of_running_and_outcomes_is_on_the_page_tested_and_told() {
    let code = code();
    let used = code.running_and_outcomes();
    assert!(used.len() > 90, "the code was not read: {}", used.len());
    let page = include_str!("../docs/rules.md");
    let mut faults = Vec::new();
    for id in used {
        if !page.contains(&format!("`{id}`")) {
            faults.push(format!("{id} is in the code and not on the page"));
        }
        if !code.is_tested(&id) {
            faults.push(format!("{id} stands in no test"));
        }
        if !has_words(&id) {
            faults.push(format!("{id} has no words for \"Why?\""));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_source_has_its_row_and_its_words() {
    let evidence = page().sources();
    let mut used: BTreeSet<String> = code().sources();
    used.extend(first().iter().flat_map(|exercise| exercise.sources.clone()));
    used.extend(Flag::ALL.iter().flat_map(|flag| flag.sources()).map(|key| key.0.to_owned()));
    assert!(used.len() > 40 && used.contains("conv"), "{used:?}");
    let mut faults = Vec::new();
    for key in used {
        if key != "conv" && !evidence.contains(&key) {
            faults.push(format!("{key} has no row under \"Evidence\""));
        }
        for lang in Lang::ALL {
            if built(lang).of_id(&format!("source.{key}.fact")).is_empty() {
                faults.push(format!("{key} has no words ({})", lang.id()));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_questions_are_those_of_the_page() {
    let page = page();
    let rows = page.rows("2. Questions", "id");
    assert_eq!(rows.len(), QUESTIONS.len());
    for (row, question) in rows.iter().zip(QUESTIONS) {
        let [id, _, kind, options, _] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(ids_in(id), [question.id()]);
        let expected = match question.kind() {
            Kind::YesNo => "yesno",
            Kind::One => "one",
            Kind::Many => "many",
            Kind::Number { .. } => "number",
            Kind::Nprs => "nprs",
        };
        assert_eq!(kind, expected, "{id}");
        if matches!(question.kind(), Kind::One | Kind::Many) {
            let between = if options.contains('`') { '·' } else { ',' };
            let options: Vec<&str> = options.split(between).map(option_id).collect();
            assert_eq!(options, question.options(), "{id}");
        }
    }
}

#[test]
fn the_history_is_that_of_the_page() {
    let page = page();
    let rows = page.rows_of("Evaluation: history", "1. History questions", "id");
    let of = |prefix: &str| rows.iter().filter(|row| row[0].starts_with(prefix)).copied().collect::<Vec<_>>();
    let questions = of("`q-");
    assert_eq!(questions.len(), history::QUESTION_COUNT);
    for (row, question) in questions.into_iter().zip(history::QUESTIONS) {
        let [id, _, kind, options, range, required] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(option_id(id), question.id());
        assert_eq!(required == "yes", question.is_required(), "{id}");
        let bounds = |min: u16, max: u16| format!("{min}-{max}");
        let (expected, ends) = match question.kind() {
            history::Kind::One => ("one", None),
            history::Kind::Many { .. } => ("many", None),
            history::Kind::Number { min, max } => ("number", Some(bounds(min, max))),
            history::Kind::Nprs => ("nprs", None),
            history::Kind::NprsOr => ("nprs or `not-running`", None),
            history::Kind::Date => ("date", None),
            history::Kind::Activities => ("text + 0-10, up to 3", None),
        };
        assert_eq!(kind, expected, "{id}");
        assert!(ends.is_none_or(|ends| range.starts_with(&ends)), "{id}: {range}");
        let of_page: Vec<String> = match id.trim_matches('`') {
            "q-region-main" | "q-regions-other" => of("`r-").iter().map(|row| option_id(&row[0]).to_owned()).collect(),
            "q-aggravators" => of("`a-").iter().map(|row| option_id(&row[0]).to_owned()).collect(),
            "q-weekdays" => Weekday::ALL.map(|day| day.id().to_owned()).to_vec(),
            "q-minutes" => options.split(" · ").map(str::to_owned).collect(),
            _ if matches!(question.kind(), history::Kind::One | history::Kind::Many { .. }) => {
                options.split('·').map(|option| first_marked(option).to_owned()).collect()
            }
            _ => continue,
        };
        assert_eq!(of_page, question.options(), "{id}");
    }
}

#[test]
fn the_pain_map_and_what_brings_it_on_are_those_of_the_page() {
    let page = page();
    let rows = page.rows_of("Evaluation: history", "1. History questions", "id");
    let regions = rows.iter().filter(|row| row[0].starts_with("`r-"));
    for (row, region) in regions.zip(history::Region::ALL) {
        let [id, name, view, _] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(option_id(id), region.id());
        let seen = match history::View::ALL.map(|view| region.is_in(view)) {
            [true, true] => "both",
            [true, false] => "front",
            _ => "back",
        };
        assert_eq!(view, seen, "{id}");
        assert_eq!(built(Lang::En).of_id(&format!("region.{}", region.id())).to_lowercase(), *name);
    }
    for row in rows.iter().filter(|row| row[0].starts_with("`a-")) {
        let text = row[1].split(" (opens").next().unwrap();
        assert_eq!(built(Lang::En).of_id(&format!("aggravator.{}", option_id(&row[0]))), text);
    }
}

/// What stands between the first two back-ticks.
fn first_marked(text: &str) -> &str {
    text.split('`').nth(1).unwrap_or_default()
}

/// The id of an option: `` `id`: text ``, or the id alone.
fn option_id(text: &str) -> &str {
    let text = text.trim();
    let id = text.split_once(':').map_or(text, |(id, _)| id);
    id.trim().trim_matches('`')
}

#[test]
fn the_flags_are_those_of_the_page() {
    let page = page();
    let rows = page.rows("6. Flags", "id");
    assert_eq!(rows.len(), Flag::ALL.len());
    for (row, flag) in rows.iter().zip(Flag::ALL) {
        let [id, level, _, now, after, sources] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!((ids_in(id).as_slice(), level.as_str()), ([flag.id().to_owned()].as_slice(), flag.level().id()));
        assert_eq!(keys_in(sources), keys(flag.sources()), "{id}");
        match flag.excludes_now() {
            ExcludesNow::All => assert_eq!(now, "all", "{id}"),
            ExcludesNow::Only(brings) => assert_eq!(brought(now), of_brings(brings), "{id}"),
        }
        match flag.after_ok() {
            AfterOk::NewAnswers => assert!(after.starts_with("new screen"), "{id}: {after}"),
            AfterOk::Same => {
                assert!(after == "same" || after == now || brought(after) == brought(now), "{id}: {after}");
            }
            AfterOk::Only(brings) => assert_eq!(brought(after), of_brings(brings), "{id}"),
        }
    }
}

/// The constraints of a cell, and whether each holds only until an OK says `full`.
fn brought(cell: &str) -> BTreeSet<(String, bool)> {
    let parts = cell.split(';');
    parts.flat_map(|part| ids_in(part).into_iter().map(|id| (id, part.contains("until")))).collect()
}

fn of_brings(brings: &[Brings]) -> BTreeSet<(String, bool)> {
    brings.iter().map(|one| (one.constraint.id().to_owned(), one.until_full)).collect()
}

fn keys(sources: &[SourceKey]) -> Vec<String> {
    sources.iter().map(|key| key.0.to_owned()).collect()
}

#[test]
fn the_constraints_are_those_of_the_page() {
    let page = page();
    let rows = page.rows("7. Constraints", "constraint");
    let of_code: Vec<&str> = Constraint::ALL.iter().map(|one| one.id()).collect();
    let of_page: Vec<String> = rows.iter().filter_map(|row| ids_in(row.first()?).pop()).collect();
    assert_eq!(BTreeSet::from_iter(of_page), of_code.iter().map(|id| (*id).to_owned()).collect());
    for row in rows {
        let [id, tags, _] = row.as_slice() else { panic!("{row:?}") };
        let constraint = Constraint::parse(&ids_in(id).concat()).unwrap();
        let of_code: BTreeSet<&str> = constraint.excludes().iter().map(|tag| Tag::id(*tag)).collect();
        assert_eq!(tags.split(',').map(option_id).collect::<BTreeSet<_>>(), of_code, "{id}");
    }
}

#[test]
fn the_buttons_of_the_short_check_open_what_the_page_says() {
    let page = page();
    let rows = page.rows("8. Short check", "button");
    assert_eq!(rows.len(), Button::ALL.len());
    for (row, button) in rows.iter().zip(Button::ALL) {
        let [words, opens] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(ids_in(opens), button.opens().iter().map(|one| Question::id(*one)).collect::<Vec<_>>(), "{words}");
        assert_eq!(built(Lang::En).of_id(&format!("short.{}", button.id())), words);
    }
}

#[test]
fn the_stop_rules_are_those_of_the_page() {
    let page = page();
    let rows = page.rows("9. Stop rules", "id");
    assert_eq!(rows.len(), StopRule::ALL.len());
    for (row, rule) in rows.iter().zip(StopRule::ALL) {
        let [id, _, does, sources] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(ids_in(id), [rule.id()]);
        let of_page: Vec<String> = keys_in(sources);
        assert!(keys(rule.sources()).iter().all(|key| of_page.contains(key) || key == "conv"), "{id}: {sources}");
        let opens: Vec<String> = rule.opens().iter().map(|one| one.id().to_owned()).collect();
        let questions: Vec<String> = ids_in(does).into_iter().filter(|id| id.starts_with("s-")).collect();
        assert!(questions.is_empty() || of_set(&questions) == of_set(&opens), "{id}: {opens:?}");
    }
}

fn of_set(ids: &[String]) -> BTreeSet<&String> {
    ids.iter().collect()
}

#[test]
fn the_levels_are_those_of_the_page() {
    let page = page();
    let rows = page.rows("1. Action levels", "level");
    let of_page: Vec<&str> = rows.iter().filter_map(|row| row.first()).map(|cell| option_id(cell)).collect();
    assert_eq!(of_page, ActionLevel::ALL.map(ActionLevel::id).into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn prg_e1_every_effort_has_words() {
    for (lang, score) in Lang::ALL.into_iter().flat_map(|lang| (0..=10).map(move |score| (lang, score))) {
        assert!(!built(lang).of_id(&format!("effort.{score}")).is_empty(), "{lang:?} {score}");
    }
}

/// The checks can fail: a page, a program and a list with one fault of each kind.
#[test]
fn each_fault_is_found() {
    let page = Page::parse(
        "## Screening\n\n| rule | what |\n|---|---|\n| BS1 | x |\n| BS2 | x |\n| BS3 | `CR1` |\n\n## Evidence\n",
    );
    assert_eq!(page.rules(), BTreeSet::from(["BS1", "BS2", "BS3", "CR1"].map(str::to_owned)));
    let code = Code::of(
        "fn row() { row(\"BS1\"); row(\"CR1\"); row(\"BS7\"); }",
        "#[test] fn bs1_decides() {} #[test] fn bs3_decides() {}",
    );
    let faults = |id: &str, later: &[&str], words: bool| faults_of_rule(id, &code, later, |_| words).len();
    assert_eq!(faults("BS1", &[], true), 0);
    assert_eq!(faults("BS1", &[], false), 1, "no words");
    assert_eq!(faults("BS1", &["BS1"], true), 1, "built and still on the list");
    assert_eq!(faults("BS2", &[], true), 2, "neither code nor test");
    assert_eq!(faults("BS2", &["BS2"], true), 0);
    assert_eq!(faults("BS3", &["BS3"], true), 1, "a test names it");
    assert_eq!(faults("CR1", &[], true), 1, "no test");
    assert!(code.ids().iter().any(|id| !page.rules().contains(id)), "BS7 is on no page");
    assert!(!has_words("BS99") && has_words("BS1"));
}
