//! Which place an address leads to: no address typed by hand leads to an exercise before the check has been passed.

use super::model::Model;
use super::route::Route;
use crate::program::screening::{ActionLevel, Gate};
use crate::units::Now;

impl Model {
    /// Where `wanted` leads, given what the runner's check says. Anything but the wanted place replaces the address.
    pub(super) fn settle(&self, wanted: Route, now: Now) -> Route {
        match wanted {
            Route::Welcome
            | Route::Check
            | Route::Safety
            | Route::Library
            | Route::Exercise(_)
            | Route::More
            | Route::Missing => wanted,
            Route::Evaluation => {
                if self.may_evaluate() {
                    wanted
                } else if self.has_result() {
                    Route::Result
                } else {
                    Route::Safety
                }
            }
            Route::Result => {
                if self.has_result() {
                    wanted
                } else {
                    Route::Safety
                }
            }
            Route::Progress if self.is_stopped() => wanted,
            Route::Today if self.is_new() => Route::Welcome,
            Route::Today
            | Route::Plan
            | Route::Progress
            | Route::Tests
            | Route::Test(_)
            | Route::Run
            | Route::Session(_)
            | Route::Player(_)
            | Route::After(_) => {
                if self.is_stopped() {
                    Route::Result
                } else if self.is_passed() {
                    self.settle_inside(wanted, now)
                } else {
                    Route::Safety
                }
            }
        }
    }

    /// Whether the safety check leaves the evaluation open: it is passed, or shut by nothing worse than a clinician first.
    pub fn may_evaluate(&self) -> bool {
        match self.gate() {
            Gate::Open | Gate::Due(..) => true,
            Gate::Stopped(level) => *level == ActionLevel::ClinicianFirst,
            Gate::Unscreened | Gate::Asking(_) => false,
        }
    }

    /// Places of a runner who has passed: a session that does not exist is missing, one that has ended is looked at.
    fn settle_inside(&self, wanted: Route, now: Now) -> Route {
        match wanted {
            Route::Player(slot) if !self.is_live(slot) => self.settle_inside(Route::Session(slot), now),
            // A session that waits is gone on with after the questions; one that runs is not interrupted by a date.
            Route::Player(slot) if !self.may_go_on() && self.route != wanted => Route::Session(slot),
            Route::After(slot) if self.ended(slot).is_none() => Route::Today,
            Route::Session(slot) if !self.knows(slot, now) => Route::Missing,
            other => other,
        }
    }
}
