//! The words as the build wrote them, for tests and tools on the host; the app itself fetches them.

use std::sync::LazyLock;

use super::{Lang, Words};

macro_rules! read {
    ($lang:literal) => {
        LazyLock::new(|| {
            read(
                include_str!(concat!(env!("OUT_DIR"), "/words-", $lang, ".txt")),
                include_str!(concat!(env!("OUT_DIR"), "/more-", $lang, ".txt")),
            )
        })
    };
}

static ENGLISH: LazyLock<Words> = read!("en");
static SPANISH: LazyLock<Words> = read!("es");

#[expect(clippy::expect_used, reason = "the same build wrote the files and the keys; never part of the bundle")]
fn read(first: &str, more: &str) -> Words {
    let words = Words::parse(first).expect("the build's own words");
    words.add(more).expect("the build's own words");
    words
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

    #[test]
    fn the_built_words_are_of_this_build() {
        for lang in Lang::ALL {
            assert_eq!(built(lang).lang(), lang);
        }
        let own = "source.conv.fact";
        assert_ne!(built(Lang::En).of_id(own), built(Lang::Es).of_id(own));
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
