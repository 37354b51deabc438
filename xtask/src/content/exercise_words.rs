//! What is said about each exercise, one file an exercise and language.

use serde::Serialize;

use super::LANGUAGES;
use super::exercise::Exercise;
use super::fields::Fields;
use super::files::Files;
use super::library::Item;
use super::problem::Problems;
use super::words::check_text;

/// The words of one exercise, as the crate's `ExerciseWords`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExerciseWords {
    /// Its name.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// The start position.
    pub start: String,
    /// What to do.
    pub steps: Vec<String>,
    /// Short things to think of.
    pub cues: Vec<String>,
    /// What often goes wrong.
    pub faults: Vec<String>,
    /// What it should feel like.
    pub feel: String,
    /// When to stop.
    pub stop: String,
    /// What is known of its effect.
    pub effect: String,
    /// The names of the key poses, in their order.
    pub poses: Vec<String>,
}

fn path(lang: &str, id: &str) -> String {
    format!("src/locale/{lang}/exercises/{id}.toml")
}

/// Reads the words in every language, and compares the languages. What is missing is a problem already.
pub fn read(files: &Files, exercise: &Exercise, problems: &mut Problems) -> Vec<ExerciseWords> {
    let mut all = Vec::new();
    for lang in LANGUAGES {
        let file = path(lang, &exercise.id);
        let Some(text) = files.text(&file) else {
            problems.add(file, "", "is missing");
            continue;
        };
        let Some(words) = read_one(&file, text, exercise, problems) else { continue };
        if let Some(first) = all.first() {
            compare(first, &words, &file, problems);
        }
        all.push(words);
    }
    all
}

/// The same number of steps, cues and faults: a translation leaves nothing out.
fn compare(first: &ExerciseWords, other: &ExerciseWords, file: &str, problems: &mut Problems) {
    let lists = [
        ("steps", &first.steps, &other.steps),
        ("cues", &first.cues, &other.cues),
        ("faults", &first.faults, &other.faults),
    ];
    for (field, here, there) in lists {
        if here.len() != there.len() {
            let what = format_args!("has {} entries, `{}` has {}", there.len(), LANGUAGES[0], here.len());
            problems.add(file, field, what);
        }
    }
}

fn read_one(file: &str, text: &str, exercise: &Exercise, problems: &mut Problems) -> Option<ExerciseWords> {
    let mut fields = Fields::of_file(file, text, problems)?;
    let name = fields.need("name", problems);
    let also = fields.need("also", problems);
    let start = fields.need("start", problems);
    let steps = fields.need("steps", problems);
    let cues = fields.need("cues", problems);
    let faults = fields.need("faults", problems);
    let feel = fields.need("feel", problems);
    let stop = fields.need("stop", problems);
    let effect = fields.need("effect", problems);
    let poses = fields.table("poses", problems).map(|table| poses(table, exercise, problems));
    fields.end(problems);
    let words = ExerciseWords {
        name: name?,
        also: also?,
        start: start?,
        steps: steps?,
        cues: cues?,
        faults: faults?,
        feel: feel?,
        stop: stop?,
        effect: effect?,
        poses: poses?,
    };
    check(&words, file, problems);
    Some(words)
}

/// One name for each key pose of the exercise, and no other.
fn poses(mut fields: Fields, exercise: &Exercise, problems: &mut Problems) -> Vec<String> {
    let ids = exercise.figure.poses.iter().map(|pose| pose.id.as_str());
    let names = ids.map(|id| fields.need(id, problems).unwrap_or_default()).collect();
    fields.end(problems);
    names
}

fn check(words: &ExerciseWords, file: &str, problems: &mut Problems) {
    let one = |text: &'_ String| vec![text.clone()];
    let fields = [
        ("name", one(&words.name)),
        ("also", words.also.clone()),
        ("start", one(&words.start)),
        ("steps", words.steps.clone()),
        ("cues", words.cues.clone()),
        ("faults", words.faults.clone()),
        ("feel", one(&words.feel)),
        ("stop", one(&words.stop)),
        ("effect", one(&words.effect)),
    ];
    for (field, texts) in fields {
        if texts.is_empty() && field != "also" {
            problems.add(file, field, "has no entry");
        }
        for text in texts {
            match check_text(&text) {
                Err(what) => problems.add(file, field, what),
                Ok(()) if text.contains('{') => problems.add(file, field, "has a placeholder, and nothing fills it"),
                Ok(()) => {}
            }
        }
    }
}

/// Words for an exercise that does not exist.
pub fn check_strays(files: &Files, list: &[Item], problems: &mut Problems) {
    for lang in LANGUAGES {
        for (file, name, _) in files.within(&format!("src/locale/{lang}/exercises")) {
            if !list.iter().any(|item| item.exercise.id == name) {
                problems.add(file, "", "there is no such exercise");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::exercise::{self, tests::WHOLE};
    use super::*;

    const WORDS: &str = r#"
name = "Bridge"
also = []
start = "On the back."
steps = ["Lift.", "Lower."]
cues = ["Ribs down"]
faults = ["Arching"]
feel = "The buttocks."
stop = "It pinches."
effect = "No effect size is claimed."
poses = { start = "Down" }
"#;

    fn problems_of(en: &str, es: &str) -> Vec<String> {
        let mut files = Files::default();
        files.put(path("en", "bridge"), en);
        files.put(path("es", "bridge"), es);
        let mut problems = Problems::default();
        if let Some(exercise) = exercise::read("f", "bridge", WHOLE, &mut problems) {
            read(&files, &exercise, &mut problems);
        }
        problems.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn whole_words_have_no_problem() {
        assert_eq!(problems_of(WORDS, WORDS), [""; 0]);
    }

    #[test]
    fn each_gap_is_named() {
        for (right, wrong, problem) in [
            ("name =", "nam =", "name: is missing"),
            ("also = []", "also = \"x\"", "also: invalid type"),
            ("[\"Ribs down\"]", "[]", "cues: has no entry"),
            ("[\"Ribs down\"]", "[\"Ribs down\", \"Long\"]", "cues: has 2 entries, `en` has 1"),
            ("\"Bridge\"", "\" Bridge\"", "name: is empty, or begins or ends with a space"),
            ("The buttocks.", "The {what}.", "feel: has a placeholder, and nothing fills it"),
            ("{ start =", "{ begin =", "poses.start: is missing"),
            ("{ start =", "{ up = \"Up\", start =", "poses.up: is no field of this file"),
        ] {
            let found = problems_of(WORDS, &WORDS.replace(right, wrong));
            let expected = format!("src/locale/es/exercises/bridge.toml: {problem}");
            assert!(found.first().is_some_and(|first| first.starts_with(&expected)), "{wrong}: {found:?}");
        }
    }

    #[test]
    fn no_language_is_left_out() {
        let mut files = Files::default();
        files.put(path("en", "bridge"), WORDS);
        let mut problems = Problems::default();
        let exercise = exercise::read("f", "bridge", WHOLE, &mut problems).expect("a whole file");
        read(&files, &exercise, &mut problems);
        assert_eq!(problems.to_string(), "src/locale/es/exercises/bridge.toml: is missing");
    }

    #[test]
    fn words_without_an_exercise_are_named() {
        let mut files = Files::default();
        files.put(path("es", "nothing"), WORDS);
        let mut problems = Problems::default();
        check_strays(&files, &[], &mut problems);
        assert_eq!(problems.to_string(), "src/locale/es/exercises/nothing.toml: there is no such exercise");
    }
}
