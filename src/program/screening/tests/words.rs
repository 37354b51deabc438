//! Every question, option, flag, level, constraint, rule, stop rule and button has its words, in both languages.

use crate::journal::{BoneFinding, Profession, Scope};
use crate::library::Constraint;
use crate::locale::{Key, Lang, Words, built};
use crate::program::screening::table::TABLES;
use crate::program::screening::*;

/// All paths that the screens look up for the screening.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for question in QUESTIONS {
        let id = question.id();
        paths.extend(["ask", "why", "short"].map(|part| format!("question.{id}.{part}")));
        if matches!(question.kind(), Kind::One | Kind::Many) {
            paths.extend(question.options().iter().map(|option| format!("question.{id}.{option}")));
        }
        if question.kind() == Kind::Many {
            paths.push(format!("question.{id}.hint"));
        }
    }
    for flag in Flag::ALL {
        paths.extend(["flag", "flagname"].map(|area| format!("{area}.{}", flag.id())));
    }
    for level in ActionLevel::ALL {
        paths.extend(["name", "title", "tell", "do-1", "do-2"].map(|part| format!("level.{}.{part}", level.id())));
    }
    for block in Block::ALL {
        paths.extend(["title", "why"].map(|part| format!("block.{}.{part}", block.id())));
    }
    paths.extend(Constraint::ALL.iter().map(|constraint| format!("constraint.{}", constraint.id())));
    paths.extend(TABLES.iter().flat_map(|table| table.iter()).map(|row| format!("rule.{}", row.id)));
    paths.extend((1..=9).map(|n| format!("rule.CR{n}")));
    paths.extend(StopRule::ALL.iter().flat_map(|rule| ["", "-tell"].map(|part| format!("stop.{}{part}", rule.id()))));
    paths.extend(Button::ALL.iter().map(|button| format!("short.{}", button.id())));
    let id = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    for profession in [Profession::Physician, Profession::PhysicalTherapist, Profession::Other] {
        paths.push(format!("ok.profession.{}", id(serde_json::to_value(profession).unwrap())));
    }
    for scope in [Scope::Full, Scope::NoImpact] {
        paths.push(format!("ok.scope.{}", id(serde_json::to_value(scope).unwrap())));
    }
    for bone in [BoneFinding::RuledOut, BoneFinding::NotChecked] {
        paths.push(format!("ok.bone.{}", id(serde_json::to_value(bone).unwrap())));
    }
    paths.extend(
        [
            "block.a.intro",
            "block.hint-one",
            "block.hint-many",
            "question.not-answered",
            "question.s-floor.not-sure-text",
        ]
        .map(str::to_owned),
    );
    paths.extend(["rule.short-check", "stop.PRG-D2", "stop.PRG-D2-tell"].map(str::to_owned));
    paths
}

/// Texts that both languages may share, such as a number or an abbreviation.
const SHARED: [&str; 2] = ["No", "no"];

#[test]
fn everything_has_words_in_both_languages() {
    let (en, es) = (built(Lang::En), built(Lang::Es));
    for path in paths() {
        for words in [en, es] {
            assert!(!words.of_id(&path).trim().is_empty(), "{path}");
        }
        assert!(en.of_id(&path) != es.of_id(&path) || SHARED.contains(&en.of_id(&path)), "{path} is not translated");
    }
    for key in [Key::AnswerYes, Key::AnswerNo, Key::AnswerNotSure, Key::AnswerNotSureText] {
        assert_ne!(en.text(key), "");
    }
}

#[test]
fn no_other_words_are_kept_for_questions_flags_and_stop_rules() {
    let known = paths();
    let more = ["question.s-testicle.hint", "question.s-pregnancy.hint"];
    for (path, _) in built_paths().filter(|(path, _)| {
        ["question.s-", "flag.", "flagname.", "short.", "constraint."].iter().any(|start| path.starts_with(start))
    }) {
        assert!(
            known.contains(&path) || more.contains(&path.as_str()) || path == "short.title",
            "{path} is used by nothing"
        );
    }
}

/// The paths of the English file and their texts.
fn built_paths() -> impl Iterator<Item = (String, String)> {
    include_str!("../../../locale/en/screening.toml")
        .lines()
        .scan(String::new(), |table, line| {
            if let Some(name) = line.strip_prefix('[') {
                name.trim_end_matches(']').clone_into(table);
                return Some(None);
            }
            let pair = line.split_once(" = \"").map(|(key, text)| (format!("{table}.{key}"), text.to_owned()));
            Some(pair)
        })
        .flatten()
}

#[test]
fn the_words_claim_nothing_about_the_app() {
    let forbidden = |lang| match lang {
        Lang::En => ["diagnos", "heal ", "heals", "cure", "guarant"].as_slice(),
        Lang::Es => ["diagnos", "curar", "curamos", "sanar", "garant", "tratamos"].as_slice(),
    };
    for lang in Lang::ALL {
        for path in paths() {
            let text = built(lang).of_id(&path).to_lowercase();
            for word in forbidden(lang) {
                assert!(!text.contains(word), "{path}: {word}");
            }
        }
    }
}

/// Syllables of an English word, by its groups of vowels.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// The reading grade of English texts (Flesch and Kincaid), all together.
pub(crate) fn grade(texts: &[&str]) -> f64 {
    let (mut words, mut sentences, mut syllable_count) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        sentences += u32::try_from(text.split_inclusive(['.', '?', '!', ':', ';']).count()).unwrap();
        for word in text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)) {
            words += 1;
            syllable_count += u32::try_from(syllables(word.trim_matches(|c: char| !c.is_alphabetic()))).unwrap();
        }
    }
    0.39 * f64::from(words) / f64::from(sentences) + 11.8 * f64::from(syllable_count) / f64::from(words) - 15.59
}

#[test]
fn what_the_runner_is_told_to_do_reads_at_grade_6() {
    let en: &Words = built(Lang::En);
    let told = |starts: &[&str], ends: &[&str]| -> Vec<&str> {
        paths()
            .iter()
            .filter(|path| {
                starts.iter().any(|start| path.starts_with(start)) && ends.iter().any(|end| path.ends_with(end))
            })
            .map(|path| en.of_id(path))
            .collect()
    };
    for (name, texts) in [
        ("levels", told(&["level."], &[""])),
        ("stop rules", told(&["stop."], &[""])),
        ("flags", told(&["flag."], &[""])),
        ("why", told(&["question.s-"], &[".why"])),
    ] {
        let grade = grade(&texts);
        assert!(grade <= 6.0, "{name}: grade {grade:.1}");
    }
}
