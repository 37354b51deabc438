//! All exercises together: what they owe each other and the rest of the content.

use std::collections::BTreeMap;

use super::exercise::{self, Exercise, check_once};
use super::exercise_words::{self, ExerciseWords};
use super::fields::Fields;
use super::files::Files;
use super::key::{is_id, variant};
use super::problem::Problems;

/// The folder of the exercise files.
pub const FOLDER: &str = "src/library/exercises";
/// The order of the library.
const INDEX: &str = "src/library/index.toml";

/// One exercise with its words, a language after the other.
#[derive(Debug)]
pub struct Item {
    /// Its variant of `ExerciseId`.
    pub variant: String,
    /// Its data.
    pub exercise: Exercise,
    /// Its words, in the order of the languages.
    pub words: Vec<ExerciseWords>,
}

/// All exercises, by id.
#[derive(Debug, Default)]
pub struct AllExercises {
    /// The exercises.
    pub list: Vec<Item>,
    /// The ids of the library in its order, also those whose files are still to come.
    pub index: Vec<String>,
}

/// Reads every exercise with its words. `is_source` knows the keys of the evidence list.
pub fn read(files: &Files, is_source: impl Fn(&str) -> bool, problems: &mut Problems) -> AllExercises {
    let mut all = AllExercises { list: Vec::new(), index: read_index(files, problems) };
    for (file, name, text) in files.within(FOLDER) {
        let Some(exercise) = exercise::read(file, name, text, problems) else { continue };
        for source in exercise.sources.iter().filter(|source| !is_source(source)) {
            problems.add(file, "sources", format_args!("`{source}` is not in the evidence list (`source.{source}`)"));
        }
        let words = exercise_words::read(files, &exercise, problems);
        all.list.push(Item { variant: variant(name), exercise, words });
    }
    check_ladders(&all, problems);
    exercise_words::check_strays(files, &all.list, problems);
    all
}

/// The order of the library, each id once.
fn read_index(files: &Files, problems: &mut Problems) -> Vec<String> {
    let Some(text) = files.text(INDEX) else {
        problems.add(INDEX, "", "is missing");
        return Vec::new();
    };
    let Some(mut fields) = Fields::of_file(INDEX, text, problems) else { return Vec::new() };
    let order: Vec<String> = fields.need("order", problems).unwrap_or_default();
    fields.end(problems);
    check_once(&order, INDEX, "order", problems);
    if let Some(wrong) = order.iter().find(|id| !is_id(id)) {
        problems.add(INDEX, "order", format_args!("`{wrong}` is not in kebab-case"));
    }
    order
}

/// Every exercise is in the index, links are mutual, and no ladder goes round in a circle.
///
/// A link may name an exercise of the index whose file does not exist yet: the file keeps the ladder as it is meant,
/// and the library that is built from it has no step there.
fn check_ladders(all: &AllExercises, problems: &mut Problems) {
    let by_id: BTreeMap<&str, &Exercise> =
        all.list.iter().map(|item| (item.exercise.id.as_str(), &item.exercise)).collect();
    for exercise in by_id.values() {
        let file = format!("{FOLDER}/{}.toml", exercise.id);
        // Without an index that is the one problem to name.
        let is_known = |id: &String| all.index.is_empty() || all.index.contains(id);
        if !is_known(&exercise.id) {
            problems.add(&file, "id", format_args!("is not in {INDEX}"));
        }
        let mut link = |field: &str, link: &Option<String>, back: fn(&Exercise) -> &Option<String>| {
            let Some(link) = link else { return };
            if !is_known(link) {
                problems.add(&file, field, format_args!("`{link}` is not in {INDEX}"));
            }
            if by_id.get(link.as_str()).is_some_and(|other| back(other).as_ref() != Some(&exercise.id)) {
                problems.add(&file, field, format_args!("`{link}` does not link back"));
            }
        };
        link("easier", &exercise.easier, |other| &other.harder);
        link("harder", &exercise.harder, |other| &other.easier);
        if goes_round(exercise, &by_id) {
            problems.add(&file, "harder", "the ladder goes round in a circle");
        }
    }
}

fn goes_round(start: &Exercise, by_id: &BTreeMap<&str, &Exercise>) -> bool {
    let mut at = start;
    for _ in 0..by_id.len() {
        let Some(next) = at.harder.as_deref().and_then(|id| by_id.get(id)) else { return false };
        if next.id == start.id {
            return true;
        }
        at = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::exercise::tests::WHOLE;
    use super::*;

    fn problems_of(exercises: &[(&str, &str)]) -> Vec<String> {
        let mut files = Files::default();
        let known: Vec<&str> = exercises.iter().map(|(id, _)| *id).filter(|id| *id != "stranger").collect();
        files.put(INDEX, format!("order = {known:?}").replace(']', ", \"not-there-yet\"]"));
        for (id, links) in exercises {
            let text = WHOLE.replace("id = \"bridge\"", &format!("id = \"{id}\"\n{links}"));
            files.put(format!("{FOLDER}/{id}.toml"), text);
        }
        let mut problems = Problems::default();
        read(&files, |source| source == "conv", &mut problems);
        let texts = problems.0.iter().map(ToString::to_string);
        texts.filter(|text| !text.contains("locale")).map(|text| text.replace(FOLDER, "")).collect()
    }

    #[test]
    fn links_are_mutual() {
        let whole = [("a", "harder = \"b\""), ("b", "easier = \"a\"\nharder = \"not-there-yet\"")];
        assert_eq!(problems_of(&whole), [""; 0]);
        let one_way = [("a", "harder = \"b\""), ("b", "")];
        assert_eq!(problems_of(&one_way), ["/a.toml: harder: `b` does not link back"]);
        let other_way = [("a", ""), ("b", "easier = \"a\"")];
        assert_eq!(problems_of(&other_way), ["/b.toml: easier: `a` does not link back"]);
    }

    #[test]
    fn every_exercise_and_every_step_is_in_the_index() {
        let found = problems_of(&[("a", "easier = \"nobody\""), ("stranger", "")]);
        assert_eq!(found[0], "/a.toml: easier: `nobody` is not in src/library/index.toml");
        assert_eq!(found[1], "/stranger.toml: id: is not in src/library/index.toml");
    }

    #[test]
    fn the_index_names_each_id_once() {
        for (order, problem) in [
            ("order = ['a', 'a']", "src/library/index.toml: order: names something twice"),
            ("order = ['A b']", "src/library/index.toml: order: `A b` is not in kebab-case"),
            ("oder = []", "src/library/index.toml: order: is missing"),
        ] {
            let mut files = Files::default();
            files.put(INDEX, order);
            let mut problems = Problems::default();
            read_index(&files, &mut problems);
            assert_eq!(problems.0[0].to_string(), problem);
        }
    }

    #[test]
    fn no_ladder_is_a_circle() {
        let circle = [("a", "harder = \"b\"\neasier = \"b\""), ("b", "easier = \"a\"\nharder = \"a\"")];
        let found = problems_of(&circle);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "/a.toml: harder: the ladder goes round in a circle");
        assert_eq!(problems_of(&[("a", "harder = \"a\"\neasier = \"a\"")]).len(), 1);
    }

    #[test]
    fn sources_are_in_the_evidence_list() {
        let mut files = Files::default();
        files.put(format!("{FOLDER}/bridge.toml"), WHOLE.replace("[\"conv\"]", "[\"conv\", \"nobody1999\"]"));
        let mut problems = Problems::default();
        files.put(INDEX, "order = ['bridge']");
        read(&files, |source| source == "conv", &mut problems);
        assert!(problems.0[0].to_string().contains("sources: `nobody1999` is not in the evidence list"));
    }
}
