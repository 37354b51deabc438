//! A start from the browser's cache, with nothing kept and with a long history.

use serde_json::{Value, json};

use super::{HOME, RUNS, quotients};
use crate::bench::browser::{Chromium, Guide};
use crate::bench::histories::Histories;
use crate::bench::probe::Noted;
use crate::bench::row::{Goal, Row};
use crate::failure::Result;

/// A start's times in milliseconds.
#[derive(Default)]
struct Times {
    interactive: Vec<f64>,
    busy_until: Vec<f64>,
}

/// The mark is set when the first screen answers; what comes after it may still keep a tap waiting, so that is told too.
pub fn start(guide: &Guide, histories: &Histories) -> Result<Vec<Row>> {
    let page = Chromium::open(guide)?;
    let nothing = json!({});
    let (mut empty, mut checked, mut long) = (Times::default(), Times::default(), Times::default());
    // The first start fills the cache.
    once(&page, &nothing)?;
    for _ in 0..RUNS + 2 {
        for (kept, times) in
            [(&nothing, &mut empty), (&histories.none, &mut checked), (&histories.ten_thousand, &mut long)]
        {
            let noted = once(&page, kept)?;
            times.interactive.extend(noted.interactive);
            times.busy_until.push(noted.busy_until.max(noted.interactive.unwrap_or_default()));
        }
    }
    let ratio = quotients(&long.interactive, &empty.interactive);
    let to_checked = quotients(&long.interactive, &checked.interactive);
    let row = |name: &str, samples| Row::new(name, Goal::None, "ms", samples);
    Ok(vec![
        row("Start, nothing kept, until a tap is answered", empty.interactive),
        row("Start, check passed, no session", checked.interactive),
        row("Start, 10,000 sessions", long.interactive),
        Row::new("Start, 10,000 sessions ÷ nothing kept", Goal::AtMost(1.15), "", ratio),
        Row::new("Start, 10,000 sessions ÷ check passed", Goal::None, "", to_checked),
        row("Start, nothing kept, until no long task is left", empty.busy_until),
        row("Start, check passed, until no long task is left", checked.busy_until),
        row("Start, 10,000 sessions, until no long task is left", long.busy_until),
    ])
}

fn once(page: &Chromium, kept: &Value) -> Result<Noted> {
    page.slow_down(1)?;
    page.put_in_storage(kept)?;
    page.slow_down(4)?;
    page.open_guide(HOME)?;
    page.wait_until_idle()?;
    Noted::of(page)
}
