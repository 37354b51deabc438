//! Which logged run may be appended to the journal.
//!
//! Not here: what follows from it (see `course`).

use super::what::What;
use crate::journal::RunEntry;
use crate::units::{Day, Seconds};

/// The longest time that one run or walk may have.
const LONGEST: Seconds = Seconds(24 * 3600);

/// Whether a logged run says enough to be kept: a time within a day (an impact step has none), the
/// worst pain, and no day to come.
pub fn is_whole(run: &RunEntry, today: Day) -> bool {
    let time = u64::from(run.run.0) + u64::from(run.walk.0);
    let is_long = time > 0 || matches!(What::read(&run.what), What::Impact(_));
    is_long && time <= u64::from(LONGEST.0) && run.worst.is_some() && run.on.is_none_or(|on| on < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::PainScore;

    #[test]
    fn a_run_needs_a_time_and_a_pain() {
        let today = Day::parse("2026-11-24").unwrap();
        let run = RunEntry { run: Seconds(600), worst: PainScore::new(0), ..RunEntry::default() };
        assert!(is_whole(&run, today));
        assert!(is_whole(&RunEntry { on: Some(today.plus(-1)), ..run.clone() }, today));
        assert!(!is_whole(&RunEntry { on: Some(today), ..run.clone() }, today), "today needs no day");
        assert!(!is_whole(&RunEntry { run: Seconds(0), ..run.clone() }, today));
        assert!(is_whole(&RunEntry { run: Seconds(0), what: "RUN-I1".into(), ..run.clone() }, today));
        assert!(!is_whole(&RunEntry { run: Seconds(90_000), ..run.clone() }, today));
        assert!(!is_whole(&RunEntry { worst: None, ..run }, today));
    }
}
