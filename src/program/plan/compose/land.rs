//! F and S: the land sessions with strength (`PRG-M1` to `PRG-M7`, `PRG-N1`).

use super::composer::Composer;
use super::draft::{Draft, Pick};
use super::session::Part;
use super::time;
use crate::library::Phase;
use crate::program::plan::candidate::Candidate;
use crate::program::reason::RuleId;

impl<'a> Composer<'a> {
    /// The session, or nothing when no strength exercise is usable or fits (`PRG-N2`).
    pub(super) fn land(&self, row: time::Row, turns: usize) -> Option<Draft<'a>> {
        let mut draft = Draft::default();
        draft.picks.extend(self.named(row.warm_up, Part::WarmUp));
        let cool_down: Vec<Pick<'a>> = self.named(row.cool_down, Part::CoolDown).collect();
        let set = draft.seconds() + cool_down.iter().map(Pick::seconds).sum::<u32>();
        draft.picks.extend(cool_down);
        let main = row.seconds.saturating_sub(set);

        let used = self.blocks(&mut draft, &row, main);
        let strength = self.strength(&row, main.saturating_sub(used), turns)?;
        draft.picks.extend(strength);
        self.fill(&mut draft, row.seconds);
        self.walk(&mut draft, row.seconds);
        Some(draft)
    }

    /// `PRG-M2`: self-manual, mobility, running form; the seconds that they use.
    fn blocks(&self, draft: &mut Draft<'a>, row: &time::Row, main: u32) -> u32 {
        let by = RuleId("PRG-M2");
        let weights = self.weights();
        let manual = self.walker.self_manual();
        let manual = manual.iter().map(|candidate| self.pick(candidate, Part::SelfManual, by));
        let mut used = draft.take_block(manual, weights.budget(main, weights.self_manual), row.self_manual);
        let mobility = self.walker.mobility();
        let mobility = mobility.iter().map(|candidate| self.pick(candidate, Part::Mobility, by));
        used += draft.take_block(mobility, weights.budget(main, weights.mobility), row.mobility);
        if weights.running_form > 0 && row.mobility > 0 {
            let drill = self
                .walker
                .named("a-march")
                .map(|drill| Pick::named(drill, self.walker.levels.level(drill.id), Part::RunningForm, by));
            used += draft.take_block(drill.into_iter(), weights.budget(main, weights.running_form), 1);
        }
        used
    }

    /// `PRG-M3`, `PRG-M4`, and `PRG-N1` when the phase's lists give nothing.
    fn strength(&self, row: &time::Row, seconds: u32, turns: usize) -> Option<Vec<Pick<'a>>> {
        let phase = self.walker.bearing.phase;
        let listed = self.walker.strength(phase, turns);
        let mut picks = self.strength_of(&listed, row, seconds, "PRG-M3", "PRG-M4");
        if picks.is_empty() && phase != Phase::Calm {
            picks = self.strength_of(&self.walker.calm_strength(), row, seconds, "PRG-N1", "PRG-N1");
        }
        (!picks.is_empty()).then_some(picks)
    }

    fn strength_of(
        &self,
        listed: &[Candidate<'a>],
        row: &time::Row,
        seconds: u32,
        first: &'static str,
        then: &'static str,
    ) -> Vec<Pick<'a>> {
        let (leading, rest) = listed.split_at(listed.len().min(row.first));
        let mut picks: Vec<Pick<'a>> =
            leading.iter().map(|candidate| self.pick(candidate, Part::Strength, RuleId(first))).collect();
        let dropped = trim(&mut picks, seconds);
        if dropped {
            return picks;
        }
        let mut left = seconds.saturating_sub(total(&picks));
        for candidate in rest.iter().take(row.most.saturating_sub(picks.len())) {
            let whole = self.pick(candidate, Part::Strength, RuleId(then));
            let Some(fitting) = most_sets(whole, left) else { break };
            left -= fitting.seconds();
            picks.push(fitting);
        }
        picks
    }
}

fn total(picks: &[Pick<'_>]) -> u32 {
    picks.iter().map(Pick::seconds).sum()
}

/// `PRG-M3`: while over the time, one set off the id with the most sets (of several the later one); all at one set:
/// the last id goes. Whether one went.
fn trim(picks: &mut Vec<Pick<'_>>, seconds: u32) -> bool {
    let mut dropped = false;
    while total(picks) > seconds {
        // Of equals `max_by_key` gives the last.
        match picks.iter_mut().max_by_key(|pick| pick.dose.sets) {
            Some(pick) if pick.dose.sets > 1 => *pick = pick.with_sets(pick.dose.sets - 1, RuleId("PRG-M3")),
            _ => {
                picks.pop();
                dropped = true;
            }
        }
    }
    dropped
}

/// `PRG-M4`: as many of its sets as fit.
fn most_sets(whole: Pick<'_>, left: u32) -> Option<Pick<'_>> {
    let all = whole.dose.sets;
    (1..=all)
        .rev()
        .map(|sets| if sets == all { whole } else { whole.with_sets(sets, RuleId("PRG-M4")) })
        .find(|pick| pick.seconds() <= left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{DoseLevel, ExerciseId, first};

    fn pick(id: &str) -> Pick<'static> {
        let exercise = first().get(ExerciseId::parse(id).expect(id)).expect(id);
        Pick::named(exercise, DoseLevel::One, Part::Strength, RuleId("PRG-M3"))
    }

    #[test]
    fn prg_m3_sets_go_first_then_the_last_exercise() {
        type Trimmed = (u32, &'static [(&'static str, u8)], bool);
        // Bridge: 172 and 71 with one set. Sit-to-stand: 156 and 63. Squeeze: 111, 82, 53, 24.
        let rows: [Trimmed; 7] = [
            (328, &[("bridge-double", 2), ("sit-to-stand", 2)], false),
            (327, &[("bridge-double", 2), ("sit-to-stand", 1)], false),
            (235, &[("bridge-double", 2), ("sit-to-stand", 1)], false),
            (234, &[("bridge-double", 1), ("sit-to-stand", 1)], false),
            (133, &[("bridge-double", 1)], true),
            (71, &[("bridge-double", 1)], true),
            (70, &[], true),
        ];
        for (seconds, expected, expected_drop) in rows {
            let mut picks = vec![pick("bridge-double"), pick("sit-to-stand")];
            let dropped = trim(&mut picks, seconds);
            let left: Vec<(&str, u8)> = picks.iter().map(|pick| (pick.exercise.id.id(), pick.dose.sets)).collect();
            assert_eq!((left.as_slice(), dropped), (expected, expected_drop), "{seconds}");
        }
        let mut picks = vec![pick("adductor-squeeze-ball"), pick("bridge-double")];
        trim(&mut picks, 254);
        assert_eq!(
            picks.iter().map(|pick| pick.dose.sets).collect::<Vec<_>>(),
            [3, 2],
            "off the id with the most sets"
        );
    }

    #[test]
    fn prg_m4_as_many_sets_as_fit() {
        let sets = |left| most_sets(pick("adductor-squeeze-ball"), left).map(|pick| pick.dose.sets);
        assert_eq!([111, 110, 82, 53, 24, 23].map(sets), [Some(4), Some(3), Some(3), Some(2), Some(1), None]);
    }
}
