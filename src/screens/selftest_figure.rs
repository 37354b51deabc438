//! The figures of the self-tests: in the list, and moving on a test's own page.
//!
//! Not here: the figures themselves (see `program::selftest`).

use std::rc::Rc;

use super::handle::Say;
use super::selftest_words::part;
use crate::figure::{Figure, Motion};
use crate::library::{Measure, Sides, Tempo};
use crate::locale::Key;
use crate::program::selftest::{Drawn, SelfTest};
use crate::ui::dom::prelude::*;
use crate::ui::{figure_like, figure_of, looped, still, strip};

/// Slowly there, a stay, and slowly back.
const TEMPO: Tempo = Tempo::Paced { out: 2, hold: 1, back: 2 };

/// A figure with its motion; whether the left side works as it is drawn.
fn drawing(test: SelfTest) -> Option<(Rc<Figure>, Motion, bool)> {
    match test.protocol().drawn {
        Drawn::Exercise(id) => {
            let (figure, exercise) = (figure_of(id)?, crate::library::first().get(id)?);
            let motion = figure.motion(exercise);
            Some((figure, motion, is_left(test, &exercise.figure.view)))
        }
        Drawn::Own(sketch) => {
            let figure = figure_like(&sketch.notation())?;
            let motion = Motion::of(TEMPO, Measure::Reps, Sides::Each, figure.poses(), figure.is_cycle());
            Some((figure, motion, is_left(test, sketch.view)))
        }
    }
}

/// The near side is tested, which seen from the front is the left one; of the side plank the lower, far one.
fn is_left(test: SelfTest, view: &str) -> bool {
    view.starts_with("front") != (test == SelfTest::SidePlank)
}

/// The small picture of a row.
pub fn thumb(test: SelfTest) -> Option<Markup> {
    let (figure, ..) = drawing(test)?;
    Some(view! { <span class="thumb">{still(&figure, usize::MAX, true)}</span> })
}

/// The moving figure, mirrored where the other side is tested; its key poses where less motion is wished.
pub fn picture(say: Say, test: SelfTest, left_side: Signal<bool>) -> Option<Markup> {
    let (figure, motion, is_left) = drawing(test)?;
    let words = [("name", part(say, test, "name")), ("about", part(say, test, "about"))];
    let values = words.each_ref().map(|(name, value)| (*name, value.as_str()));
    let label = say.fill(Key::SelftestPageFigure, &values);
    let mirrored = Signal::derive(move || left_side.get() != is_left);
    Some(view! {
        <div class="stage tall" role="img" aria-label=label>
            {looped(Rc::clone(&figure), motion, Signal::derive(|| true), mirrored)}
        </div>
        <div class="stage strip">{strip(&figure, Vec::new())}</div>
    })
}
