//! Places and their addresses in the URL's fragment. The parser is total: what it does not know is [`Route::Missing`].

use core::fmt;

use crate::library::ExerciseId;
use crate::program::plan::SlotId;
use crate::program::selftest::SelfTest;

/// A place in the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// `#/welcome`: the first run.
    Welcome,
    /// `#/check`: what is done and what is open.
    Check,
    /// `#/check/safety`: the safety questions.
    Safety,
    /// `#/check/evaluation`: the questions about hip, running and week.
    Evaluation,
    /// `#/check/result`: what the check says.
    Result,
    /// `#/check/tests`: the self-tests.
    Tests,
    /// `#/check/tests/<test-id>`: one of them.
    Test(SelfTest),
    /// `#/today`
    Today,
    /// `#/plan`
    Plan,
    /// `#/progress`
    Progress,
    /// `#/library`
    Library,
    /// `#/library/<exercise-id>`
    Exercise(ExerciseId),
    /// `#/more`
    More,
    /// `#/run`: where the runner stands with running, and the log of runs.
    Run,
    /// `#/session/<session-id>`: the preview.
    Session(SlotId),
    /// `#/session/<session-id>/go`: the player.
    Player(SlotId),
    /// `#/session/<session-id>/after`: pain, effort and note once it has ended.
    After(SlotId),
    /// Anything else.
    Missing,
}

/// The places of the bar.
pub const PLACES: [Route; 5] = [Route::Today, Route::Plan, Route::Progress, Route::Library, Route::More];

impl Route {
    /// Reads a fragment, with or without its `#`. An empty one is the first place: [`Route::Today`], which leads a
    /// new runner to [`Route::Welcome`].
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_start_matches('/').trim_end_matches('/');
        let mut parts = path.split('/');
        let at = (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next());
        match at {
            ("" | "today", None, ..) => Self::Today,
            ("welcome", None, ..) => Self::Welcome,
            ("check", None, ..) => Self::Check,
            ("check", Some("safety"), None, _) => Self::Safety,
            ("check", Some("evaluation"), None, _) => Self::Evaluation,
            ("check", Some("result"), None, _) => Self::Result,
            ("check", Some("tests"), None, _) => Self::Tests,
            ("check", Some("tests"), Some(id), None) => SelfTest::parse(id).map_or(Self::Missing, Self::Test),
            ("plan", None, ..) => Self::Plan,
            ("progress", None, ..) => Self::Progress,
            ("library", None, ..) => Self::Library,
            ("library", Some(id), None, _) => ExerciseId::parse(id).map_or(Self::Missing, Self::Exercise),
            ("more", None, ..) => Self::More,
            ("run", None, ..) => Self::Run,
            ("session", Some(id), None, _) => SlotId::parse(id).map_or(Self::Missing, Self::Session),
            ("session", Some(id), Some("go"), None) => SlotId::parse(id).map_or(Self::Missing, Self::Player),
            ("session", Some(id), Some("after"), None) => SlotId::parse(id).map_or(Self::Missing, Self::After),
            _ => Self::Missing,
        }
    }

    /// Whether the bar of places is shown: never while something is being done that has its own way out.
    pub const fn has_bar(self) -> bool {
        matches!(
            self,
            Self::Today
                | Self::Plan
                | Self::Progress
                | Self::Library
                | Self::Exercise(_)
                | Self::More
                | Self::Run
                | Self::Missing
        )
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Welcome => f.write_str("#/welcome"),
            Self::Check => f.write_str("#/check"),
            Self::Safety => f.write_str("#/check/safety"),
            Self::Evaluation => f.write_str("#/check/evaluation"),
            Self::Result => f.write_str("#/check/result"),
            Self::Tests => f.write_str("#/check/tests"),
            Self::Test(test) => write!(f, "#/check/tests/{}", test.id()),
            Self::Today => f.write_str("#/today"),
            Self::Plan => f.write_str("#/plan"),
            Self::Progress => f.write_str("#/progress"),
            Self::Library => f.write_str("#/library"),
            Self::Exercise(id) => write!(f, "#/library/{}", id.id()),
            Self::More => f.write_str("#/more"),
            Self::Run => f.write_str("#/run"),
            Self::Session(slot) => write!(f, "#/session/{slot}"),
            Self::Player(slot) => write!(f, "#/session/{slot}/go"),
            Self::After(slot) => write!(f, "#/session/{slot}/after"),
            Self::Missing => f.write_str("#/missing"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_reads_its_own_address() {
        let slot = SlotId::parse("2026-11-23-f").unwrap();
        let exercise = ExerciseId::parse("bridge-double").unwrap();
        let all = [
            Route::Welcome,
            Route::Check,
            Route::Safety,
            Route::Evaluation,
            Route::Result,
            Route::Tests,
            Route::Test(SelfTest::Stance),
            Route::Today,
            Route::Plan,
            Route::Progress,
            Route::Library,
            Route::Exercise(exercise),
            Route::More,
            Route::Run,
            Route::Session(slot),
            Route::Player(slot),
            Route::After(slot),
        ];
        for route in all {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn what_is_not_known_is_missing() {
        for text in [
            "#/nowhere",
            "#/library/nothing",
            "#/session/2026-13-01-f",
            "#/session/x",
            "#/today/x",
            "#/run/go",
            "#/check/x",
            "#/check/tests/t-nothing",
            "#/check/tests/t-stance/x",
            "#//today",
        ] {
            let route = Route::parse(text);
            assert!(route == Route::Missing || text == "#//today", "{text}: {route:?}");
        }
        assert_eq!(Route::parse(""), Route::Today);
        assert_eq!(Route::parse("#/"), Route::Today);
    }
}
