//! All exercises together: what they owe each other and the rest of the content.

use std::collections::BTreeMap;

use super::exercise::{self, Exercise};
use super::exercise_words::{self, ExerciseWords};
use super::files::Files;
use super::key::{is_id, variant};
use super::problem::{Problem, Problems};

/// The folder of the exercise files.
pub const FOLDER: &str = "src/library/exercises";

/// One exercise with its words, a language after the other.
#[derive(Debug)]
pub struct Item {
    /// Its variant of `ExerciseId`.
    pub variant: String,
    /// Its data.
    pub exercise: Exercise,
    /// Its words, in the order of the languages.
    pub words: Vec<Option<ExerciseWords>>,
}

/// All exercises, by id.
#[derive(Debug, Default)]
pub struct AllExercises {
    /// The exercises.
    pub list: Vec<Item>,
    /// What is not complete yet.
    pub warnings: Vec<Problem>,
}

/// Reads every exercise with its words. `is_source` knows the keys of the evidence list.
pub fn read(files: &Files, is_source: impl Fn(&str) -> bool, problems: &mut Problems) -> AllExercises {
    let mut all = AllExercises::default();
    for (file, name, text) in files.within(FOLDER) {
        let Some(exercise) = exercise::read(file, name, text, problems) else { continue };
        for source in exercise.sources.iter().filter(|source| !is_source(source)) {
            problems.add(file, "sources", format_args!("`{source}` is not in the evidence list (`source.{source}`)"));
        }
        let words = exercise_words::read(files, &exercise, &mut all.warnings, problems);
        all.list.push(Item { variant: variant(name), exercise, words });
    }
    check_ladders(&all.list, problems);
    exercise_words::check_strays(files, &all.list, problems);
    all
}

/// Links are mutual and lead nowhere in a circle.
///
/// A link may name an exercise whose file does not exist yet: the file keeps the ladder as it is meant, and the
/// library that is built from it has no step there.
fn check_ladders(list: &[Item], problems: &mut Problems) {
    let by_id: BTreeMap<&str, &Exercise> =
        list.iter().map(|item| (item.exercise.id.as_str(), &item.exercise)).collect();
    for exercise in by_id.values() {
        let file = format!("{FOLDER}/{}.toml", exercise.id);
        let mut link = |field: &str, link: &Option<String>, back: fn(&Exercise) -> &Option<String>| {
            let Some(link) = link else { return };
            if !is_id(link) {
                problems.add(&file, field, format_args!("`{link}` is no id"));
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
        assert_eq!(problems_of(&[("a", "easier = \"B C\"")]), ["/a.toml: easier: `B C` is no id"]);
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
        read(&files, |source| source == "conv", &mut problems);
        assert!(problems.0[0].to_string().contains("sources: `nobody1999` is not in the evidence list"));
    }
}
