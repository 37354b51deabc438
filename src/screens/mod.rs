//! The screens: each reads a part of the state, puts it into words, and sends what the runner does. No rule lives here.

mod adapting;
mod after;
mod body_map;
mod check_state;
mod contact;
mod dose;
mod evaluation;
mod evaluation_forms;
mod exercise;
mod frame;
mod handle;
mod history;
mod hurt;
mod library;
mod missing;
mod more;
mod morning;
mod notices;
mod ok_form;
mod pattern;
mod plan;
mod plan_settings;
mod player;
mod player_sheets;
mod player_words;
mod preview;
mod progress;
mod question;
mod reason;
mod result;
mod run;
mod run_form;
mod run_words;
mod runs;
mod safety;
mod scores;
mod selftest;
mod selftest_figure;
mod selftest_list;
mod selftest_words;
mod title;
mod today;
mod trial;
mod trial_forms;
mod trial_measure;
mod waiting;
mod welcome;

pub use after::After;
pub use evaluation::{EvaluationCard, EvaluationScreen};
pub use exercise::ExercisePage;
pub use frame::Bar;
pub use handle::{App, DayStyle, Say};
pub use library::Library;
pub use missing::Missing;
pub use more::More;
pub use notices::Notices;
pub use pattern::PatternPart;
pub use plan::Plan;
pub use player::PlayerScreen;
pub use preview::Preview;
pub use progress::Progress;
pub use result::CheckResult;
pub use run::Run;
pub use safety::{Check, Safety};
pub use selftest::SelfTestPage;
pub use selftest_list::SelfTests;
pub use title::title;
pub use today::Today;
pub use waiting::Waiting;
pub use welcome::Welcome;

/// The last part of a session type's key.
const fn kind_id(kind: crate::journal::SessionKind) -> &'static str {
    use crate::journal::SessionKind::{F, Light, M, P, R, S, Try};
    match kind {
        F => "F",
        S => "S",
        M => "M",
        P => "P",
        R => "R",
        Light => "light",
        Try => "try",
    }
}
