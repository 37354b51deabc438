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

/// From the touch of the bar to the paint, again and again in one page each.
pub fn progress(guide: &Guide, histories: &Histories) -> Result<Vec<Row>> {
    let one = visits(guide, &histories.one)?;
    let thousand = visits(guide, &histories.thousand)?;
    let ten = visits(guide, &histories.ten_thousand)?;
    let goal = Goal::AtMost(300.0);
    Ok(vec![
        Row::new(
            "Progress, 1 / 1,000 sessions: the quotient",
            Goal::AtMost(1.5),
            "",
            quotients(&thousand.times, &one.times),
        ),
        Row::new(
            "Progress, 1 / 10,000 sessions: the quotient",
            Goal::AtMost(2.5),
            "",
            quotients(&ten.times, &one.times),
        ),
        Row::new("Progress, 1 session", goal, "ms", one.times),
        Row::new("Progress, 1,000 sessions", goal, "ms", thousand.times),
        Row::new("Progress, 10,000 sessions", goal, "ms", ten.times),
        Row::new("Progress, 1 session: elements", Goal::None, "", one.nodes),
        Row::new("Progress, 10,000 sessions: elements", Goal::AtMost(1500.0), "", ten.nodes),
    ])
}

fn visits(guide: &Guide, kept: &Value) -> Result<Seen> {
    let page = Chromium::open(guide)?;
    page.put_in_storage(kept)?;
    page.open_guide("?lang=en#/more")?;
    let mut seen = Seen::default();
    for _ in 0..RUNS + 2 {
        page.wait_until_idle()?;
        seen.times.push(probe::go(&page, ".bar a[href='#/progress']", THERE)?);
        seen.nodes.push(Noted::of(&page)?.nodes);
        page.script("location.hash = '#/more'", &json!([]))?;
        page.wait_for("the way back", "return !document.querySelector('#history')")?;
    }
    Ok(seen)
}
