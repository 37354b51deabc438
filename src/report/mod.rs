//! What Progress shows: series for charts, the charts, a calendar, the history; pure functions of the journal.
//!
//! Not here: words and dates as text, which the caller makes.

mod chart;
mod grain;
mod history;
mod log;
mod pain;
mod sessions;

pub use chart::{ChartWords, pain_chart, pain_ticks, session_chart, session_ticks};
pub use grain::{BUCKETS_MAX, Grain};
pub use history::{Page, Row, page};
pub use log::{Amount, Held, Log};
pub use pain::{Compared, PainChange, PainPoint, PainSeries, Tenths};
pub use sessions::{Calendar, CalendarWeek, DayMark, SessionBar, SessionSeries};
