//! One exercise file: read field by field, and checked by itself.
//!
//! What two exercises owe each other is in `library.rs`, the words in `exercise_words.rs`.

use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::figure;
use super::key::is_id;
use super::notation::FigureNotation;
use super::problem::Problems;
use super::vocabulary::{Category, Equipment, Measure, Muscle, Pattern, Phase, Sides, Tag};

/// Sets x amount and rest, as the crate's `Dose`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Sets.
    pub sets: u8,
    /// What the measure counts.
    pub amount: u16,
    /// Seconds of rest between sets.
    pub rest: u32,
}

/// The beat, as the crate's `Tempo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Tempo {
    /// Seconds out, there and back.
    Paced { out: u8, hold: u8, back: u8 },
    /// Own springy pace.
    Springy,
    /// No beat.
    OwnPace,
}

/// A wait that no tag brings, as the crate's `Wait`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// The patterns; empty = all.
    pub patterns: Vec<Pattern>,
    /// The first phase in which it is open.
    pub until: Phase,
}

/// One exercise, as the crate's `Exercise` reads it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exercise {
    /// Its id, the file's name.
    pub id: String,
    /// Its kind.
    pub category: Category,
    /// All of these are needed.
    pub equipment: Vec<Equipment>,
    /// Which legs work.
    pub sides: Sides,
    /// What a dose counts.
    pub measure: Measure,
    /// The length of one hold, where a set has several.
    pub hold_seconds: Option<u32>,
    /// The beat.
    pub tempo: Tempo,
    /// The three doses.
    pub levels: [Dose; 3],
    /// The easier step of its ladder.
    pub easier: Option<String>,
    /// The harder step of its ladder.
    pub harder: Option<String>,
    /// What glows.
    pub muscles: Vec<Muscle>,
    /// What it asks of the body.
    pub tags: Vec<Tag>,
    /// Waits that no tag brings.
    pub waits: Vec<Wait>,
    /// Source keys.
    pub sources: Vec<String>,
    /// The moving figure.
    pub figure: FigureNotation,
}

/// Reads one file; `None` if so much is wrong that there is no exercise to check further.
pub fn read(file: &str, name: &str, text: &str, problems: &mut Problems) -> Option<Exercise> {
    let mut fields = Fields::of_file(file, text, problems)?;
    let id: Option<String> = fields.need("id", problems);
    let category = fields.need("category", problems);
    let equipment = fields.need("equipment", problems);
    let sides = fields.need("sides", problems);
    let measure = fields.need("measure", problems);
    let hold_seconds = fields.may("seconds", problems);
    let tempo: Option<String> = fields.need("tempo", problems);
    let levels: Option<[Dose; 3]> = fields.need("levels", problems);
    let easier = fields.may("easier", problems);
    let harder = fields.may("harder", problems);
    let muscles = fields.need("muscles", problems);
    let tags = fields.need("tags", problems);
    let waits = fields.need("waits", problems);
    let sources = fields.need("sources", problems);
    let figure = fields.table("figure", problems).and_then(|table| figure::read(file, table, problems));
    fields.end(problems);
    let tempo = tempo.and_then(|text| {
        let tempo = parse_tempo(&text);
        if tempo.is_none() {
            problems.add(
                file,
                "tempo",
                format_args!("`{text}` is neither a-b-c in seconds nor `springy` or `own-pace`"),
            );
        }
        tempo
    });
    let exercise = Exercise {
        id: id?,
        category: category?,
        equipment: equipment?,
        sides: sides?,
        measure: measure?,
        hold_seconds,
        tempo: tempo?,
        levels: levels?,
        easier,
        harder,
        muscles: muscles?,
        tags: tags?,
        waits: waits?,
        sources: sources?,
        figure: figure?,
    };
    check(&exercise, file, name, problems);
    Some(exercise)
}

/// `2-1-3`, `springy` or `own-pace`. A paced repetition lasts at least one second.
fn parse_tempo(text: &str) -> Option<Tempo> {
    match text {
        "springy" => return Some(Tempo::Springy),
        "own-pace" => return Some(Tempo::OwnPace),
        _ => {}
    }
    let seconds: Result<Vec<u8>, _> = text.split('-').map(str::parse).collect();
    match *seconds.ok()?.as_slice() {
        [out, hold, back] if out <= 10 && hold <= 60 && back <= 10 && out + hold + back > 0 => {
            Some(Tempo::Paced { out, hold, back })
        }
        _ => None,
    }
}

/// The largest amount of a dose: a slip of a digit must not become an exercise.
const fn largest(measure: Measure) -> u16 {
    match measure {
        Measure::Reps | Measure::Hold | Measure::Steps | Measure::Meters => 40,
        Measure::Breaths | Measure::Minutes => 20,
        Measure::Seconds => 120,
    }
}

fn check(exercise: &Exercise, file: &str, name: &str, problems: &mut Problems) {
    if exercise.id != name || !is_id(name) {
        problems.add(file, "id", format_args!("must be the file's name, `{name}`, in kebab-case"));
    }
    check_levels(exercise, file, problems);
    if !(1..=3).contains(&exercise.muscles.len()) {
        problems.add(file, "muscles", "one to three muscles glow");
    }
    if exercise.sources.is_empty() {
        problems.add(file, "sources", "at least one source, or `conv`");
    }
    check_once(&exercise.equipment, file, "equipment", problems);
    check_once(&exercise.muscles, file, "muscles", problems);
    check_once(&exercise.tags, file, "tags", problems);
    check_once(&exercise.sources, file, "sources", problems);
    if exercise.waits.iter().any(|wait| wait.until == Phase::Calm) {
        problems.add(file, "waits", "`calm` is the first phase: that is no wait");
    }
}

fn check_levels(exercise: &Exercise, file: &str, problems: &mut Problems) {
    let most = largest(exercise.measure);
    for (dose, level) in exercise.levels.iter().zip(1..) {
        let ranges = [
            ("sets", u32::from(dose.sets), 1, 8),
            ("amount", u32::from(dose.amount), 1, u32::from(most)),
            ("rest", dose.rest, 0, 90),
        ];
        for (what, value, least, most) in ranges {
            if !(least..=most).contains(&value) {
                problems.add(
                    file,
                    format_args!("levels {level}.{what}"),
                    format_args!("{value} is not within {least} to {most}"),
                );
            }
        }
    }
    let work = |dose: &Dose| u32::from(dose.sets) * u32::from(dose.amount);
    if !exercise.levels.iter().map(work).is_sorted() {
        problems.add(file, "levels", "a higher level does at least as much as the one below");
    }
    match (exercise.measure, exercise.hold_seconds) {
        (Measure::Hold, Some(1..=30)) | (_, None) => {}
        (Measure::Hold, Some(_)) => problems.add(file, "seconds", "a hold that is repeated lasts 1 to 30 seconds"),
        (_, Some(_)) => problems.add(file, "seconds", "belongs to the measure `hold` alone"),
    }
    let beat = matches!(exercise.tempo, Tempo::Paced { .. });
    if matches!(exercise.measure, Measure::Hold | Measure::Breaths) && !beat {
        problems.add(file, "tempo", "holds and breaths need seconds, as a-b-c");
    }
}

/// No list names anything twice.
pub fn check_once<T: PartialEq>(list: &[T], file: &str, field: &str, problems: &mut Problems) {
    let twice = list.iter().enumerate().any(|(at, value)| list.iter().skip(at + 1).any(|other| other == value));
    if twice {
        problems.add(file, field, "names something twice");
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A file with nothing wrong.
    pub const WHOLE: &str = r#"
id = "bridge"
category = "strength"
equipment = ["mat"]
sides = "both"
measure = "reps"
tempo = "2-1-3"
levels = [{ sets = 2, amount = 8, rest = 60 }, { sets = 3, amount = 10, rest = 60 }, { sets = 3, amount = 15, rest = 60 }]
muscles = ["gluteus-maximus"]
tags = ["supine"]
waits = [{ patterns = ["groin"], until = "load" }]
sources = ["conv"]
[figure]
view = "side"
support = "floor: shoulder, foot-n, hip@1"
pinned = ["shoulder", "feet"]
[[figure.poses]]
id = "start"
spine = "-90 5 0"
hip = "54 54"
knee = "112@3/-4 112"
ankle = "-32 -32"
shoulder = "0/-4 .5"
elbow = "0 0"
"#;

    pub fn problems_of(text: &str) -> Vec<String> {
        let mut problems = Problems::default();
        read("f", "bridge", text, &mut problems);
        problems.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_whole_file_has_no_problem() {
        assert_eq!(problems_of(WHOLE), [""; 0]);
        let holds = WHOLE.replace("\"reps\"", "\"hold\"\nseconds = 5");
        assert_eq!(problems_of(&holds), [""; 0]);
    }

    #[test]
    fn each_broken_field_is_named() {
        for (right, wrong, problem) in [
            ("id = \"bridge\"", "id = \"bride\"", "f: id: must be the file's name, `bridge`, in kebab-case"),
            ("\"strength\"", "\"strenght\"", "f: category: unknown variant `strenght`"),
            ("[\"mat\"]", "[\"matt\"]", "f: equipment: unknown variant `matt`"),
            ("[\"mat\"]", "[\"mat\", \"mat\"]", "f: equipment: names something twice"),
            ("\"both\"", "\"all\"", "f: sides: unknown variant `all`"),
            ("\"reps\"", "\"rep\"", "f: measure: unknown variant `rep`"),
            ("\"reps\"", "\"reps\"\nseconds = 5", "f: seconds: belongs to the measure `hold` alone"),
            ("\"reps\"", "\"hold\"\nseconds = 50", "f: seconds: a hold that is repeated lasts 1 to 30 seconds"),
            ("2-1-3", "2-1", "f: tempo: `2-1` is neither"),
            ("2-1-3", "0-0-0", "f: tempo: `0-0-0` is neither"),
            ("2-1-3", "2-255-3", "f: tempo: `2-255-3` is neither"),
            ("\"reps\"\ntempo = \"2-1-3\"", "\"hold\"\ntempo = \"springy\"", "f: tempo: holds and breaths need"),
            ("sets = 2", "sets = 9", "f: levels 1.sets: 9 is not within 1 to 8"),
            ("sets = 2", "sets = 0", "f: levels 1.sets: 0 is not within 1 to 8"),
            ("amount = 15", "amount = 150", "f: levels 3.amount: 150 is not within 1 to 40"),
            ("amount = 10, rest = 60", "amount = 10, rest = 600", "f: levels 2.rest: 600 is not within 0 to 90"),
            ("amount = 15", "amount = 5", "f: levels: a higher level does at least as much"),
            ("amount = 15, rest", "amuont = 15, rest", "f: levels: unknown field `amuont`"),
            ("[\"gluteus-maximus\"]", "[]", "f: muscles: one to three muscles glow"),
            ("[\"gluteus-maximus\"]", "[\"glutes\"]", "f: muscles: unknown variant `glutes`"),
            ("[\"supine\"]", "[\"supin\"]", "f: tags: unknown variant `supin`"),
            ("[\"groin\"]", "[\"groins\"]", "f: waits: unknown variant `groins`"),
            ("\"load\"", "\"calm\"", "f: waits: `calm` is the first phase"),
            ("[\"conv\"]", "[]", "f: sources: at least one source"),
            ("sources =", "source =", "f: sources: is missing"),
        ] {
            assert!(WHOLE.contains(right), "{right}");
            let found = problems_of(&WHOLE.replacen(right, wrong, 1));
            assert!(found.first().is_some_and(|first| first.starts_with(problem)), "{wrong}: {found:?}");
        }
        assert!(
            problems_of(&WHOLE.replace("tags =", "tag =")).contains(&"f: tag: is no field of this file".to_owned())
        );
        assert!(problems_of("id = ").join("").starts_with("f: is not TOML"));
    }
}
