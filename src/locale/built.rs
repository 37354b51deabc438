//! The words as the build wrote them, for tests and tools on the host; the app itself fetches them.

use std::sync::LazyLock;

use super::{Lang, Words};

static ENGLISH: LazyLock<Words> = LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/words-en.json"))));
static SPANISH: LazyLock<Words> = LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/words-es.json"))));

#[expect(clippy::expect_used, reason = "the same build wrote the file and the keys; never part of the bundle")]
fn read(json: &str) -> Words {
    Words::parse(json).expect("the build's own words")
}

/// The words of a language.
pub fn built(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Es => &SPANISH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::find;

    #[test]
    fn the_built_words_are_of_this_build() {
        for lang in Lang::ALL {
            assert_eq!(built(lang).lang(), lang);
        }
        let key = find("source.conv.fact").expect("the key of our own choices");
        assert_ne!(built(Lang::En).text(key), built(Lang::Es).text(key));
    }

    #[test]
    fn every_exercise_has_its_words_and_names_its_poses() {
        for lang in Lang::ALL {
            for exercise in crate::library::first().iter() {
                let id = exercise.id.id();
                let poses = built(lang).exercise(id).map(|words| words.poses.len());
                assert_eq!(poses, Some(exercise.figure.poses.len()), "{id}");
            }
        }
        let names = Lang::ALL.map(|lang| built(lang).exercise("bridge-double").map(|words| words.name.as_str()));
        assert_eq!(names, [Some("Bridge"), Some("Puente")]);
    }
}
