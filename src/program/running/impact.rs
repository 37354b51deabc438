//! The impact steps: what a pass is, and what each try leads to (`RUN-F1` to `RUN-F5`, `return-to-run.md` section 2).
//!
//! Not here: what a step is made of (see `choice`), and when the next one may be done (see `days`).

use super::log::Logged;
use super::response::{Morning, MorningAnswer, Step, by_site};
use super::what::ImpactStep;
use crate::program::reason::RuleId;
use crate::units::{Day, PainScore};

/// Passes that a step needs.
const PASSES: u8 = 2;
/// Days in which a second set-back locks (`RUN-F1` after `RUN-F5`).
const AFTER_F5: i32 = 56;
/// Days of walking only.
pub(super) const WALKING_DAYS: i32 = 7;

/// Where the impact steps stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact {
    /// The step that is next.
    pub step: ImpactStep,
    /// Its passes so far.
    pub passes: u8,
    /// `RUN-I4` was passed (`RUN-R15`).
    pub passed: bool,
    /// Tries in a row at this step that were no pass.
    row: Vec<NoPass>,
    /// When `RUN-F5` was last.
    last_f5: Option<Day>,
}

/// Bone-site pain of a try that was no pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NoPass {
    over: bool,
    severe: bool,
}

/// What a try leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tried {
    /// A pass; `up`: the next step, or the last was passed.
    Pass {
        /// It was the last that the step needed.
        up: bool,
    },
    /// The same step again.
    Stay,
    /// One step back; at the first step after 7 days of walking.
    Back,
    /// 7 days of walking only, then one step back.
    Walk,
    /// Impact is locked until a clinician's OK.
    Lock,
}

impl Impact {
    /// Before the first try.
    pub(super) const START: Self =
        Self { step: ImpactStep::I1, passes: 0, passed: false, row: Vec::new(), last_f5: None };

    /// Starts anew, as after `PRG-G1`, `RUN-F1` or a new flag about bone; an earlier `RUN-F5` is not forgotten.
    pub fn restart(&mut self) {
        *self = Self { last_f5: self.last_f5, ..Self::START };
    }

    /// Takes a finished try. One of another step than the one that is next counts where it could do no harm: never as
    /// a pass.
    pub fn take(&mut self, run: &Logged, step: ImpactStep, rules: Rules) -> (RuleId, Tried) {
        let (rule, tried) = self.judge(run, step, rules);
        match tried {
            Tried::Pass { .. } => {
                self.row.clear();
                self.passes += 1;
                if self.step_is_done(run, rules) {
                    return (rule, self.up());
                }
            }
            Tried::Stay => self.passes = 0,
            Tried::Back => {
                if step != ImpactStep::I1 {
                    self.row.clear();
                }
                self.down();
            }
            Tried::Walk => {
                self.last_f5 = Some(run.day);
                self.row.clear();
                self.down();
            }
            Tried::Lock => self.restart(),
        }
        (rule, tried)
    }

    fn up(&mut self) -> Tried {
        match self.step.next() {
            Some(next) => (self.step, self.passes) = (next, 0),
            None => self.passed = true,
        }
        Tried::Pass { up: true }
    }

    fn down(&mut self) {
        self.step = self.step.back();
        self.passes = 0;
        self.passed = false;
    }

    /// Twice; at `RUN-I1` to `RUN-I3` one pass with pain 0 is enough, unless `RUN-L2` is true.
    fn step_is_done(&self, run: &Logged, rules: Rules) -> bool {
        let painless = run.felt.during.is_some_and(|pain| pain.get() == 0);
        self.passes >= PASSES || (painless && self.step != ImpactStep::I4 && !rules.bone_ladder)
    }

    fn judge(&mut self, run: &Logged, step: ImpactStep, rules: Rules) -> (RuleId, Tried) {
        if rules.bone_ladder
            && let Some(decided) = by_site(run.at_site, &run.felt)
            && decided.step == Step::Stop
        {
            return (decided.rule, Tried::Lock);
        }
        if step == self.step && is_pass(run, step, rules) {
            return (RuleId("RUN-F4"), Tried::Pass { up: false });
        }
        let felt = &run.felt;
        let missing = felt.morning == MorningAnswer::Missing;
        let pain = felt.during.map_or(0, PainScore::get);
        let only_missing = missing && pain <= 2 && !felt.limp && !felt.sharp;
        if step == self.step && !only_missing {
            let bone = run.site.bone && step != ImpactStep::I1;
            let over = bone && pain > limit(run, rules);
            self.row.push(NoPass { over, severe: run.site.bone && pain >= 3 });
        }
        if self.row.len() >= 3 {
            let over = self.row.iter().filter(|one| one.over).count() >= 2;
            let severe = self.row.iter().any(|one| one.severe);
            let again = self.last_f5.is_some_and(|day| run.day.since(day) <= AFTER_F5);
            if over || severe || again || rules.bone_ladder {
                return (RuleId("RUN-F1"), Tried::Lock);
            }
            return (RuleId("RUN-F5"), Tried::Walk);
        }
        let morning = matches!(felt.morning, MorningAnswer::Given { class: Morning::Up | Morning::Severe, .. });
        if pain >= 4 || felt.sharp || felt.limp || morning {
            return (RuleId("RUN-F2"), Tried::Back);
        }
        (RuleId("RUN-F3"), Tried::Stay)
    }
}

/// What holds for a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// `RUN-L2` would be true.
    pub bone_ladder: bool,
    /// An OK that says `bone` = `ruled-out` came after pain at a bone site.
    pub ruled_out: bool,
}

/// The highest pain at a bone site that passes.
fn limit(run: &Logged, rules: Rules) -> u8 {
    if rules.ruled_out && !rules.bone_ladder {
        return 2;
    }
    u8::from(run.before.is_some_and(|before| before.get() >= 1))
}

fn is_pass(run: &Logged, step: ImpactStep, rules: Rules) -> bool {
    let felt = &run.felt;
    let settled = matches!(felt.morning, MorningAnswer::Given { class: Morning::Settled, .. });
    let most = if step != ImpactStep::I1 && run.site.bone { limit(run, rules).min(2) } else { 2 };
    let low = felt.during.is_some_and(|pain| pain.get() <= most);
    let clean = !rules.bone_ladder || by_site(run.at_site, felt).is_none();
    settled && low && clean && felt.finished && !felt.limp && !felt.sharp
}
