//! A run, an impact step or a brisk walk as the runner logged it, and its fields in JSON.
//!
//! Not here: what a run comes to (see `program::running`), and what was answered an hour later and the next morning:
//! those are answers of their own.

use serde_json::Value;

use super::fields::{Fields, Line};
use super::{EntryError, EntryId};
use crate::units::{Day, Effort, PainScore, Seconds};

/// Meters that a run may have.
const METERS_MAX: f64 = 1_000_000.0;

/// A logged run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five things that are seen or not, each by itself, as they are stored"
)]
pub struct RunEntry {
    /// The session's entry, if it was played.
    pub of: Option<EntryId>,
    /// The day, if it was typed in later.
    pub on: Option<Day>,
    /// A stage's id, `RUN-I1` to `RUN-I4`, `walk`, `free`, or the id of an item of `keep`, such as `RUN-H1`.
    pub what: String,
    /// Time running.
    pub run: Seconds,
    /// Time walking.
    pub walk: Seconds,
    /// Distance in meters; `km` in JSON.
    pub meters: Option<u32>,
    /// The worst pain during it.
    pub worst: Option<PainScore>,
    /// Where it hurt: ids of the pain map, or `old-spot`.
    pub regions: Vec<String>,
    /// Pain grew for 2 minutes (`stop-run-grow`).
    pub grew: bool,
    /// It could not be walked normally (`stop-limp`).
    pub limp: bool,
    /// There was a sharp pain (`stop-sharp`).
    pub sharp: bool,
    /// The pain at the site went within 5 minutes of walking (`RUN-Z3`).
    pub gone: bool,
    /// It was done as planned.
    pub finished: bool,
    /// How hard it was.
    pub effort: Option<Effort>,
    /// Steps a minute, both feet.
    pub cadence: Option<u16>,
    /// An option of `q-surface`, or the runner's word.
    pub surface: String,
    /// The pair of shoes, in the runner's words.
    pub shoes: String,
    /// The runner's words.
    pub note: String,
}

pub(super) fn read_run(fields: Fields<'_>) -> Result<RunEntry, EntryError> {
    let yes = |name| fields.optional_word::<bool>(name).map(Option::unwrap_or_default);
    let text = |name| fields.optional_text(name).map(Option::unwrap_or_default);
    Ok(RunEntry {
        of: if fields.0.contains_key("of") { Some(fields.id("of")?) } else { None },
        on: fields.optional_word("on")?,
        what: fields.text("what")?,
        run: Seconds(fields.number("run")?),
        walk: Seconds(fields.number("walk")?),
        meters: read_km(fields)?,
        worst: fields.optional_word("worst")?,
        regions: if fields.0.contains_key("regions") { fields.texts("regions")? } else { Vec::new() },
        grew: yes("grew")?,
        limp: yes("limp")?,
        sharp: yes("sharp")?,
        gone: yes("gone")?,
        finished: yes("finished")?,
        effort: fields.optional_word("effort")?,
        cadence: fields.optional_word("cadence")?,
        surface: text("surface")?,
        shoes: text("shoes")?,
        note: text("note")?,
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to a million, looked at before")]
fn read_km(fields: Fields<'_>) -> Result<Option<u32>, EntryError> {
    let Some(value) = fields.0.get("km").filter(|value| !value.is_null()) else { return Ok(None) };
    let meters = Value::as_f64(value).map(|km| (km * 1000.0).round());
    match meters.filter(|meters| (0.0..=METERS_MAX).contains(meters)) {
        Some(meters) => Ok(Some(meters as u32)),
        None => Err(EntryError::Field("km")),
    }
}

pub(super) fn write_run(line: &mut Line, run: &RunEntry) {
    if let Some(of) = run.of {
        line.id("of", of);
    }
    if let Some(on) = run.on {
        line.word("on", &on);
    }
    line.text("what", &run.what);
    line.number("run", run.run.0);
    line.number("walk", run.walk.0);
    if let Some(meters) = run.meters {
        line.json("km", &format!("{}.{:03}", meters / 1000, meters % 1000));
    }
    line.word("worst", &run.worst);
    line.texts("regions", &run.regions);
    for (name, yes) in [("grew", run.grew), ("limp", run.limp), ("sharp", run.sharp), ("gone", run.gone)] {
        if yes {
            line.word(name, &true);
        }
    }
    line.word("finished", &run.finished);
    line.word("effort", &run.effort);
    if let Some(cadence) = run.cadence {
        line.number("cadence", cadence);
    }
    for (name, text) in [("surface", &run.surface), ("shoes", &run.shoes), ("note", &run.note)] {
        if !text.is_empty() {
            line.text(name, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::journal::{Body, Entry, EntryError};

    const ID: &str = "01KB0000000000000000000001";

    fn parse(rest: &str) -> Result<Entry, EntryError> {
        Entry::parse(&format!(r#"{{"id":"{ID}","kind":"run","v":1,"tz":0,{rest}}}"#))
    }

    #[test]
    fn a_run_reads_what_it_writes() {
        let text = r#""on":"2026-11-24","what":"RUN-G4","run":420,"walk":1140,"km":3.205,"worst":2,"regions":["r-outer-hip"],"grew":true,"finished":true,"effort":4,"cadence":171,"surface":"road","shoes":"blue","note":"wet""#;
        let entry = parse(text).unwrap();
        let Body::Run(run) = &entry.body else { panic!() };
        assert_eq!((run.meters, run.cadence, run.grew, run.limp), (Some(3205), Some(171), true, false));
        assert_eq!(entry.to_json(), format!(r#"{{"id":"{ID}","kind":"run","v":1,"tz":0,{text}}}"#));
    }

    #[test]
    fn what_is_left_out_is_not_known() {
        let entry = parse(r#""what":"free","run":600,"walk":0"#).unwrap();
        let Body::Run(run) = &entry.body else { panic!() };
        assert_eq!((run.worst, run.meters, run.effort, run.finished), (None, None, None, false));
        assert_eq!(Entry::parse(&entry.to_json()), Ok(entry));
    }

    #[test]
    fn out_of_bounds_is_refused() {
        let base = r#""what":"free","run":600,"walk":0"#;
        for (more, field) in [
            (r#""km":-1"#, "km"),
            (r#""km":"x""#, "km"),
            (r#""worst":11"#, "worst"),
            (r#""cadence":-1"#, "cadence"),
            (r#""on":"2026-02-30""#, "on"),
            (r#""regions":[1]"#, "regions"),
            (r#""of":"x""#, "of"),
        ] {
            assert_eq!(parse(&format!("{base},{more}")), Err(EntryError::Field(field)), "{more}");
        }
        assert_eq!(parse(r#""what":"free","walk":0"#), Err(EntryError::Field("run")));
    }
}
