//! What to append to the journal for what the runner does with the plan.
//!
//! Not here: the start of a session (see [`super::Composed::entry`]), and answers of the safety screen (see `screening`).

use core::fmt;

use super::settings::Settings;
use crate::journal::{Answer, Body, Context, EndedHow, EntryId, ItemDone};
use crate::units::{Effort, PainScore, Seconds};

/// Characters of a note at most.
pub const NOTE_MAX: usize = 1000;

/// An answer that is none to a question of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadSetting;

impl fmt::Display for BadSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an answer to a question of the plan")
    }
}

impl core::error::Error for BadSetting {}

/// An answer to a question of the plan: side, days, weekdays, minutes, equipment, pool.
pub fn setting(question: &str, answer: Answer) -> Result<Body, BadSetting> {
    if Settings::accepts(question, &answer) {
        Ok(Body::Answer { q: question.to_owned(), a: answer, ctx: Context::Plan })
    } else {
        Err(BadSetting)
    }
}

/// "How is your hip right now?", on Today or before a session.
pub fn pain_now(pain: PainScore, ctx: Context) -> Body {
    Body::Answer { q: "q-nprs-now".to_owned(), a: Answer::Number(i64::from(pain.get())), ctx }
}

/// The end of a session.
pub const fn session_end(of: EntryId, how: EndedHow, seconds: Seconds, items: Vec<ItemDone>) -> Body {
    Body::SessionEnd { of, how, seconds, items }
}

/// What the runner says after a session. A note is cut to [`NOTE_MAX`] characters.
pub fn after_session(of: EntryId, worst: Option<PainScore>, effort: Option<Effort>, note: &str) -> Body {
    Body::After { of, worst, effort, note: note.trim().chars().take(NOTE_MAX).collect() }
}

/// A setting of the app, such as a note that was seen.
pub fn preference(name: &str, value: &str) -> Body {
    Body::Pref { name: name.to_owned(), value: value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_answer_that_fits_is_appended() {
        assert!(setting("q-days", Answer::Number(4)).is_ok());
        assert!(setting("q-weekdays", Answer::List(vec!["mon".into(), "wed".into()])).is_ok());
        assert_eq!(setting("q-days", Answer::Number(8)), Err(BadSetting));
        assert_eq!(setting("q-nprs-now", Answer::Number(3)), Err(BadSetting));
        assert_eq!(setting("q-pool", Answer::Text("sea".into())), Err(BadSetting));
    }

    #[test]
    fn a_note_is_cut_between_characters() {
        let Body::After { note, .. } = after_session(EntryId(1), None, None, &"ñ".repeat(1500)) else { panic!() };
        assert_eq!(note.chars().count(), NOTE_MAX);
    }
}
