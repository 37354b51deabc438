//! Charts as SVG text. Looks come from classes (`.chart` in the style sheet), so that the strict CSP holds.
//!
//! A chart has at most 60 points whatever the history's length. Not here: words and dates; the caller gives them.

use core::fmt::Write;

use super::grain::Grain;
use super::pain::PainSeries;
use super::sessions::SessionSeries;
use crate::units::Day;

/// The words of a chart.
#[derive(Debug, Clone, Copy)]
pub struct ChartWords<'a> {
    /// What the whole picture says.
    pub label: &'a str,
    /// In the band of 0 to 3 ("up to 3: fine to train"); the chart of sessions has none.
    pub band: &'a str,
    /// One for each tick, in their order.
    pub ticks: &'a [String],
    /// One for each point or bar, in their order: they can be reached by keyboard then. Or none at all.
    pub points: &'a [String],
}

const WIDTH: f64 = 372.0;
const HEIGHT: f64 = 206.0;
const LEFT: f64 = 30.0;
const RIGHT: f64 = 356.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 176.0;
/// Ticks below a chart: more would run into each other at the phone's width.
const TICKS_MAX: i32 = 5;

/// The first days of the buckets that get a tick.
pub fn pain_ticks(series: &PainSeries) -> Vec<Day> {
    let mut days = series.points.iter().map(|point| point.from);
    let (first, last) = (days.next(), days.next_back());
    first.map_or_else(Vec::new, |first| ticks(series.grain, first, last.unwrap_or(first)))
}

/// The first days of the bars that get a tick.
pub fn session_ticks(series: &SessionSeries) -> Vec<Day> {
    match (series.bars.first(), series.bars.last()) {
        (Some(first), Some(last)) => ticks(series.grain, first.from, last.from),
        _ => Vec::new(),
    }
}

fn ticks(grain: Grain, first: Day, last: Day) -> Vec<Day> {
    let (first, last) = (grain.index(first), grain.index(last));
    let mut step = (last - first) / TICKS_MAX + 1;
    if grain == Grain::Day && step > 3 {
        // Whole weeks, so that the ticks fall on the same weekday.
        step = (step + 6) / 7 * 7;
    }
    (0..TICKS_MAX).map(|tick| first + tick * step).take_while(|at| *at <= last).map(|at| grain.start(at)).collect()
}

/// Pain over time: a line on 0 to 10, with the band in which training is fine.
pub fn pain_chart(series: &PainSeries, words: &ChartWords<'_>) -> String {
    let y = |points: f64| BOTTOM - points * (BOTTOM - TOP) / 10.0;
    let mut svg = Svg::open(words);
    let (band, end) = (y(3.0), y(0.0));
    svg.add(format_args!(
        r#"<rect class="okay" x="{}" y="{}" width="{}" height="{}" rx="6"/>"#,
        n(LEFT),
        n(band),
        n(RIGHT - LEFT),
        n(end - band)
    ));
    svg.scale([(0, y(0.0)), (5, y(5.0)), (10, y(10.0))]);
    svg.text(38.0, end - 8.0, "", "", words.band);
    let days = |day: Day| f64::from(day.epoch_days());
    let middle = |from: Day, to: Day| f64::midpoint(days(from), days(to));
    let (Some(first), Some(last)) = (series.points.first(), series.points.last()) else { return svg.close() };
    let (start, length) = (middle(first.from, first.to), middle(last.from, last.to) - middle(first.from, first.to));
    let x = |at: f64| if length > 0.0 { LEFT + 10.0 + (at - start) / length * (RIGHT - LEFT - 20.0) } else { 193.0 };
    for (day, word) in pain_ticks(series).into_iter().zip(words.ticks) {
        svg.tick(x(days(day).max(start)), word);
    }
    let place = |point: &super::PainPoint| (x(middle(point.from, point.to)), y(point.mean.points()));
    let mut path = String::new();
    for point in &series.points {
        let (x, y) = place(point);
        let _ = write!(path, "{}{} {}", if point.joined { 'L' } else { 'M' }, n(x), n(y));
    }
    svg.add(format_args!(r#"<path class="trend" d="{path}"/>"#));
    let radius = if series.points.len() > 30 { 3 } else { 4 };
    for (index, point) in series.points.iter().enumerate() {
        let (x, y) = place(point);
        let is_last = index + 1 == series.points.len();
        let (class, radius) = if is_last { ("pt last", 7) } else { ("pt", radius) };
        svg.mark(
            words.points.get(index),
            format_args!(r#"<circle class="{class}" cx="{}" cy="{}" r="{radius}""#, n(x), n(y)),
        );
        if is_last {
            svg.text(x, y - 14.0, "big", "middle", &n(point.mean.points()));
        }
    }
    svg.close()
}

/// Sessions over time: a bar a bucket, what counts as done below and the rest on top, as sessions a week.
pub fn session_chart(series: &SessionSeries, words: &ChartWords<'_>) -> String {
    let weeks = |bar: &super::SessionBar| f64::from(bar.to.since(bar.from) + 1) / 7.0;
    let a_week = |count: u32, bar| f64::from(count) / weeks(bar);
    let most = series.bars.iter().map(|bar| a_week(bar.done + bar.part, bar)).fold(4.0, f64::max);
    // An even top, so that its half is a whole number too.
    let half = (1..=500_u16).find(|half| f64::from(*half) * 2.0 >= most).unwrap_or(500);
    let y = |count: f64| BOTTOM - count * (BOTTOM - TOP) / f64::from(half * 2);
    let mut svg = Svg::open(words);
    svg.scale([(0, y(0.0)), (half, y(f64::from(half))), (half * 2, y(f64::from(half * 2)))]);
    let count = f64::from(u16::try_from(series.bars.len()).unwrap_or(u16::MAX)).max(1.0);
    // Few bars stay slim and begin at the left.
    let step = ((RIGHT - LEFT - 8.0) / count).min(36.0);
    let wide = (step * 0.7).max(2.0);
    let ticks = session_ticks(series);
    let mut x = LEFT + 8.0;
    for (index, bar) in series.bars.iter().enumerate() {
        if let Some(place) = ticks.iter().position(|day| *day == bar.from)
            && let Some(word) = words.ticks.get(place)
        {
            svg.tick(x, word);
        }
        let (done, all) = (y(a_week(bar.done, bar)), y(a_week(bar.done + bar.part, bar)));
        let mut piece = |class, top: f64, bottom: f64| {
            if bottom > top {
                let (x, y, wide, high) = (n(x), n(top), n(wide), n(bottom - top));
                svg.mark(
                    words.points.get(index),
                    format_args!(r#"<rect class="{class}" x="{x}" y="{y}" width="{wide}" height="{high}" rx="2""#),
                );
            }
        };
        piece("bar-a", done, BOTTOM);
        piece("bar-b", all, done);
        x += step;
    }
    svg.close()
}

/// A number of a picture, to a tenth.
fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

struct Svg(String);

impl Svg {
    /// A picture whose parts cannot be reached is one image to a screen reader; else it is a group of them.
    fn open(words: &ChartWords<'_>) -> Self {
        let role = if words.points.is_empty() { "img" } else { "group" };
        let mut svg = Self(format!(r#"<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="{role}" aria-label=""#));
        svg.escaped(words.label);
        svg.0.push_str("\">");
        svg
    }

    fn close(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    fn add(&mut self, text: core::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.0.write_fmt(text);
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
    }

    fn text(&mut self, x: f64, y: f64, class: &str, anchor: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.add(format_args!(r#"<text x="{}" y="{}""#, n(x), n(y)));
        for (name, value) in [("class", class), ("text-anchor", anchor)] {
            if !value.is_empty() {
                self.add(format_args!(r#" {name}="{value}""#));
            }
        }
        self.0.push('>');
        self.escaped(text);
        self.0.push_str("</text>");
    }

    /// Three lines with their numbers.
    fn scale(&mut self, lines: [(u16, f64); 3]) {
        self.0.push_str(r#"<path class="grid" d=""#);
        for (_, y) in lines {
            self.add(format_args!("M{} {}H{}", n(LEFT), n(y), n(RIGHT)));
        }
        self.0.push_str(r#""/>"#);
        for (number, y) in lines {
            self.text(LEFT - 10.0, y + 5.0, "", "end", &number.to_string());
        }
    }

    fn tick(&mut self, x: f64, word: &str) {
        // Near an edge the word leans inward.
        let (x, anchor) = match x {
            x if x < LEFT + 30.0 => (x.max(LEFT) - 8.0, "start"),
            x if x > RIGHT - 30.0 => (x.min(RIGHT) + 8.0, "end"),
            x => (x, "middle"),
        };
        self.text(x, BOTTOM + 23.0, "", anchor, word);
    }

    /// A point or bar, given as its tag without the end; with its words, if there are any, to be reached and read.
    fn mark(&mut self, words: Option<&String>, tag: core::fmt::Arguments<'_>) {
        self.add(tag);
        if let Some(words) = words {
            self.0.push_str(r#" tabindex="0" role="img" aria-label=""#);
            self.escaped(words);
            self.0.push('"');
        }
        self.0.push_str("/>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Journal;
    use crate::journal::sample::{tell_time, year_of_sessions};
    use crate::report::{Calendar, Log, PainChange, page};
    use crate::units::PainScore;

    fn days(list: &[(i32, u8)]) -> Vec<(Day, PainScore)> {
        let start = Day::parse("2026-11-02").unwrap();
        list.iter().map(|(day, pain)| (start.plus(*day), PainScore::new(*pain).unwrap())).collect()
    }

    fn words<'a>(ticks: &'a [String], points: &'a [String]) -> ChartWords<'a> {
        ChartWords { label: "6 < \"7\" & more", band: "fine", ticks, points }
    }

    #[test]
    fn a_pain_chart_is_this_text() {
        let series = PainSeries::of(&days(&[(0, 6), (7, 4), (20, 2)]));
        let ticks: Vec<String> = pain_ticks(&series).iter().map(Day::to_string).collect();
        assert_eq!(ticks, ["2026-11-02", "2026-11-09", "2026-11-16"]);
        assert_eq!(
            pain_chart(&series, &words(&ticks, &[])),
            concat!(
                r#"<svg viewBox="0 0 372 206" role="img" aria-label="6 &lt; &quot;7&quot; &amp; more">"#,
                r#"<rect class="okay" x="30" y="128" width="326" height="48" rx="6"/>"#,
                r#"<path class="grid" d="M30 176H356M30 96H356M30 16H356"/>"#,
                r#"<text x="20" y="181" text-anchor="end">0</text><text x="20" y="101" text-anchor="end">5</text>"#,
                r#"<text x="20" y="21" text-anchor="end">10</text><text x="38" y="168">fine</text>"#,
                r#"<text x="32" y="199" text-anchor="start">2026-11-02</text>"#,
                r#"<text x="147.1" y="199" text-anchor="middle">2026-11-09</text>"#,
                r#"<text x="254.2" y="199" text-anchor="middle">2026-11-16</text>"#,
                r#"<path class="trend" d="M40 80L147.1 112M346 144"/>"#,
                r#"<circle class="pt" cx="40" cy="80" r="4"/><circle class="pt" cx="147.1" cy="112" r="4"/>"#,
                r#"<circle class="pt last" cx="346" cy="144" r="7"/>"#,
                r#"<text x="346" y="130" class="big" text-anchor="middle">2</text></svg>"#
            )
        );
    }

    #[test]
    fn points_with_words_can_be_reached() {
        let series = PainSeries::of(&days(&[(0, 6)]));
        let svg = pain_chart(&series, &words(&[], &["Monday: 6".to_owned()]));
        assert!(svg.contains(r#"role="group""#));
        assert!(svg.contains(
            r#"<circle class="pt last" cx="193" cy="80" r="7" tabindex="0" role="img" aria-label="Monday: 6"/>"#
        ));
    }

    #[test]
    fn a_session_chart_stacks_part_on_done() {
        let start = Day::parse("2026-11-02").unwrap();
        let bar = |week: i32, done, part| super::super::SessionBar {
            from: start.plus(week * 7),
            to: start.plus(week * 7 + 6),
            done,
            part,
        };
        let series = SessionSeries { grain: Grain::Week, bars: vec![bar(0, 3, 1), bar(1, 0, 0), bar(2, 5, 0)] };
        let svg = session_chart(&series, &words(&["a".into(), "b".into(), "c".into()], &[]));
        assert!(svg.contains(r#"<text x="20" y="21" text-anchor="end">6</text>"#), "{svg}");
        let rects: Vec<&str> = svg.split("<rect").skip(1).map(|part| part.split("/>").next().unwrap()).collect();
        assert_eq!(
            rects,
            [
                r#" class="bar-a" x="38" y="96" width="25.2" height="80" rx="2""#,
                r#" class="bar-b" x="38" y="69.3" width="25.2" height="26.7" rx="2""#,
                r#" class="bar-a" x="110" y="42.7" width="25.2" height="133.3" rx="2""#,
            ]
        );
        assert_eq!(svg.matches("y=\"199\"").count(), 3);
    }

    #[test]
    fn an_empty_chart_has_no_points() {
        let svg = pain_chart(&PainSeries::of(&[]), &words(&[], &[]));
        assert!(svg.ends_with("</svg>") && !svg.contains("circle") && !svg.contains("trend"));
        let svg = session_chart(&SessionSeries { grain: Grain::Week, bars: Vec::new() }, &words(&[], &[]));
        assert!(svg.ends_with("</svg>") && !svg.contains("rect"));
    }

    /// The whole of Progress but its words.
    fn progress(journal: &Journal, today: Day) -> usize {
        let log = Log::of(journal, today);
        let (pain, sessions) = (PainSeries::of(&log.pain), SessionSeries::of(&log.sessions, today));
        assert_ne!(PainChange::of(&log.pain), PainChange::Nothing);
        assert_eq!(Calendar::of(&log.sessions, today, 5).weeks.len(), 5);
        assert_eq!(page(journal, 0, 20).rows.len(), 20.min(log.sessions.len()));
        pain_chart(&pain, &words(&[], &[])).len() + session_chart(&sessions, &words(&[], &[])).len()
    }

    #[test]
    fn progress_of_ten_thousand_sessions_is_no_larger() {
        let size = |sessions| {
            let journal = Journal::from_entries(year_of_sessions(sessions, 2));
            progress(&journal, journal.raw().next_back().map(|entry| Day::at(entry.id.utc(), 0)).unwrap())
        };
        assert!(size(10_000) < 12_000);
    }

    /// Run in release with `--ignored --nocapture`.
    #[test]
    #[ignore = "a measurement"]
    fn speed_of_progress() {
        let journal = Journal::from_entries(year_of_sessions(10_000, 10));
        let today = journal.raw().next_back().map(|entry| Day::at(entry.id.utc(), 0)).unwrap();
        let log = Log::of(&journal, today);
        tell_time("the log", 50, || assert_eq!(Log::of(&journal, today).sessions.len(), 10_000));
        tell_time("the series", 50, || {
            assert_eq!(PainSeries::of(&log.pain).grain, SessionSeries::of(&log.sessions, today).grain);
        });
        tell_time("the calendar", 50, || assert_eq!(Calendar::of(&log.sessions, today, 5).weeks.len(), 5));
        tell_time("a page", 50, || assert_eq!(page(&journal, 0, 20).rows.len(), 20));
        tell_time("progress", 50, || assert!(progress(&journal, today) > 0));
    }
}
