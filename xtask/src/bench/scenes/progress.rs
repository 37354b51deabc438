//! Progress with a short and with a long history.

use serde_json::{Value, json};

use super::{RUNS, quotients};
use crate::bench::browser::{Chromium, Guide};
use crate::bench::histories::Histories;
use crate::bench::probe::{self, Noted};
use crate::bench::row::{Goal, Row};
use crate::failure::Result;

const THERE: &str = "#history";

#[derive(Default)]
struct Seen {
    times: Vec<f64>,
    nodes: Vec<f64>,
}

/// From the touch of the bar to the paint, again and again in one page for each history.
pub fn progress(guide: &Guide, histories: &Histories) -> Result<Vec<Row>> {
    let pages =
        [ready(guide, &histories.one)?, ready(guide, &histories.thousand)?, ready(guide, &histories.ten_thousand)?];
    let mut seen = [Seen::default(), Seen::default(), Seen::default()];
    for _ in 0..RUNS + 2 {
        for (page, seen) in pages.iter().zip(&mut seen) {
            visit(page, seen)?;
        }
    }
    let [one, thousand, ten] = seen;
    let goal = Goal::AtMost(300.0);
    Ok(vec![
        Row::new("Progress, 1,000 sessions ÷ 1 session", Goal::AtMost(1.5), "", quotients(&thousand.times, &one.times)),
        Row::new("Progress, 10,000 sessions ÷ 1 session", Goal::AtMost(2.5), "", quotients(&ten.times, &one.times)),
        Row::new("Progress, 1 session", goal, "ms", one.times),
        Row::new("Progress, 1,000 sessions", goal, "ms", thousand.times),
        Row::new("Progress, 10,000 sessions", goal, "ms", ten.times),
        Row::new("Progress, 1 session: elements", Goal::None, "", one.nodes),
        Row::new("Progress, 10,000 sessions: elements", Goal::AtMost(1500.0), "", ten.nodes),
    ])
}

fn ready<'a>(guide: &'a Guide, kept: &Value) -> Result<Chromium<'a>> {
    let page = Chromium::open(guide)?;
    page.put_in_storage(kept)?;
    page.open_guide("?lang=en#/more")?;
    Ok(page)
}

fn visit(page: &Chromium, seen: &mut Seen) -> Result<()> {
    page.wait_until_idle()?;
    seen.times.push(probe::go(page, ".bar a[href='#/progress']", THERE)?);
    seen.nodes.push(Noted::of(page)?.nodes);
    page.script("location.hash = '#/more'", &json!([]))?;
    page.wait_for("the way back", "return !document.querySelector('#history')")
}
