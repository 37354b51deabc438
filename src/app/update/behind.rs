//! What happens behind the check: reached through [`super::super::INSIDE`] alone, so that a first screen need not wait for it.

use super::super::inside::Turn;
use super::super::{Effect, Event, Model};
use super::{evaluating, selftest};
use crate::journal::{Body, backup_name, write_backup};
use crate::program::plan;
use crate::units::Now;

/// What is behind the check has its say.
pub(in crate::app) fn tell(model: &mut Model, turn: Turn, now: Now) -> Vec<Effect> {
    match turn {
        Turn::Happened(Event::PlanAnswered { question, answer }) => {
            plan::setting(&question, answer).map(|body| vec![Effect::Record(vec![body])]).unwrap_or_default()
        }
        Turn::Happened(Event::BackupAsked) => backup(model, now),
        Turn::Happened(Event::Evaluation(deed)) => evaluating::happened(model, deed, now),
        turn => selftest::tell(model, turn, now),
    }
}

fn backup(model: &mut Model, now: Now) -> Vec<Effect> {
    model.backup_saved = true;
    let count = u32::try_from(model.journal.len()).unwrap_or(u32::MAX);
    vec![
        Effect::Download { name: backup_name(now.day()), text: write_backup(&model.journal, now) },
        Effect::Record(vec![Body::Backup { count }]),
    ]
}
