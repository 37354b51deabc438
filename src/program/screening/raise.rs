//! Which flags the answers raise: the questions' own (section 2), the tables' (sections 3 and 4), CR1 and CR2.
//!
//! Not here: what a clinician's OK changes (see `outcome`).

use super::answers::Answers;
use super::flag::{Flag, FlagSet};
use super::question::{Choice, Question};
use super::sign::Signs;
use super::table::{TABLES, TableRow, deciding};
use crate::program::reason::{Input, Reason, RuleId};

/// What raises a flag by a single answer.
#[derive(Debug, Clone, Copy)]
pub enum Raises {
    /// Any of these options.
    Options(Choice),
    /// This number or more.
    AtLeast(Question, u8),
    /// Less than this number.
    Under(Question, u8),
}

const fn yes(question: Question, flag: Flag) -> (Raises, Flag) {
    by(question, &["yes", "not-sure"], flag)
}

const fn by(question: Question, options: &[&str], flag: Flag) -> (Raises, Flag) {
    (Raises::Options(Choice::of(question, options)), flag)
}

/// The column "raises" of section 2, but for the tables'.
pub static DIRECT: &[(Raises, Flag)] = &[
    yes(Question::BearWeight, Flag::CannotBearWeight),
    yes(Question::Deformity, Flag::Deformity),
    by(Question::Saddle, &["saddle-numb", "urine", "bowel", "sexual", "both-legs"], Flag::CaudaEquina),
    yes(Question::Fever, Flag::HotJoint),
    yes(Question::Chest, Flag::Chest),
    yes(Question::LegCold, Flag::ColdLeg),
    yes(Question::Testicle, Flag::Testicle),
    yes(Question::Belly, Flag::AcuteAbdomen),
    yes(Question::Calf, Flag::LegClot),
    yes(Question::Trauma, Flag::Trauma),
    yes(Question::Pop, Flag::Pop),
    yes(Question::FootDrop, Flag::ProgressiveWeakness),
    yes(Question::LockedNow, Flag::LockedNow),
    yes(Question::UrineBlood, Flag::Urinary),
    by(Question::RestPain, &["constant"], Flag::ConstantPain),
    by(Question::Limp, &["limp"], Flag::Limp),
    by(Question::Bsi, &["recent-hip-open"], Flag::BsiOpen),
    by(Question::Bsi, &["recent-hip-cleared"], Flag::BsiCleared),
    (Raises::Under(Question::Age, 18), Flag::Under18),
    (Raises::AtLeast(Question::Age, 65), Flag::Age65),
    yes(Question::Unwell, Flag::Unwell),
    by(Question::Surgery, &["replacement"], Flag::HipReplacement),
    by(Question::Surgery, &["recent"], Flag::RecentSurgery),
    by(Question::Surgery, &["old-hip"], Flag::OldHipSurgery),
    yes(Question::Injection, Flag::RecentInjection),
    by(Question::Pregnancy, &["pregnant"], Flag::Pregnant),
    by(Question::Pregnancy, &["birth-12w", "birth-year-symptoms"], Flag::Postpartum),
    by(Question::Heart, &["stable"], Flag::HeartStable),
    by(Question::Heart, &["inactive", "symptoms"], Flag::Heart),
    by(Question::Locking, &["catch"], Flag::Catching),
    by(Question::Locking, &["lock"], Flag::GivingWay),
    by(Question::Numb, &["thigh-patch"], Flag::ThighPatch),
    by(Question::Lump, &["cough"], Flag::CoughPain),
    by(Question::Lump, &["lump"], Flag::GroinLump),
    by(Question::Medicine, &["thinner"], Flag::Bleeding),
    by(Question::Medicine, &["clot"], Flag::RecentClot),
    by(Question::Medicine, &["quinolone"], Flag::Quinolone),
    yes(Question::Skin, Flag::Skin),
    yes(Question::Lax, Flag::LaxHip),
    by(Question::ToldNo, &["run"], Flag::ToldNoRun),
    by(Question::ToldNo, &["all", "not-sure"], Flag::ToldNo),
    (Raises::AtLeast(Question::RestNow, 7), Flag::HighRestPain),
    // Worded positively: `no` is the answer that raises the flag.
    by(Question::Floor, &["no", "not-sure"], Flag::NoFloor),
    by(Question::Pool, &["wound", "seizure", "bowel", "chlorine"], Flag::NoPool),
    by(Question::Pool, &["no-swim"], Flag::NoDeepWater),
];

impl Raises {
    fn holds(self, answers: &Answers) -> bool {
        match self {
            Self::Options(choice) => answers.any(choice),
            Self::AtLeast(question, least) => answers.number(question).is_some_and(|number| number >= least),
            Self::Under(question, limit) => answers.number(question).is_some_and(|number| number < limit),
        }
    }

    /// The part of the answer that raised the flag.
    fn said(self, answers: &Answers) -> Input {
        match self {
            Self::Options(choice) => said(choice, answers),
            Self::AtLeast(question, _) | Self::Under(question, _) => {
                Input::Said { question: question.id(), answer: answers.ids(question) }
            }
        }
    }
}

fn said(choice: Choice, answers: &Answers) -> Input {
    let answer = answers.chosen_of(choice).map(str::to_owned).collect();
    Input::Said { question: choice.question.id(), answer }
}

/// All flags that these answers raise, before CR8 and CR5. A condition on a question without an answer is not met.
pub fn raised(answers: &Answers) -> FlagSet {
    let signs = Signs::of(answers);
    let by_answer = DIRECT.iter().filter(|(raises, _)| raises.holds(answers)).map(|(_, flag)| *flag);
    let by_row = TABLES.iter().filter_map(|table| deciding(table, signs)?.flag);
    let mut flags: FlagSet = by_answer.chain(by_row).collect();
    if flags.contains(Flag::Under18) && flags.contains(Flag::Limp) {
        flags.insert(Flag::Under18Limp); // CR1
    }
    if flags.contains(Flag::Unwell) && (flags.contains(Flag::CancerHistory) || flags.contains(Flag::ConstantPain)) {
        flags.insert(Flag::Systemic); // CR2
    }
    flags
}

/// Why the answers raise that flag. The rule is the row's id, the combination rule's, or the flag's own for a single answer.
pub fn reason(flag: Flag, answers: &Answers) -> Reason {
    let sources = flag.sources().to_vec();
    let (rule, inputs) = match flag {
        Flag::Under18Limp => ("CR1", of_flags(&[Flag::Limp, Flag::Under18], answers)),
        Flag::Systemic => ("CR2", of_flags(&[Flag::CancerHistory, Flag::ConstantPain, Flag::Unwell], answers)),
        _ => by_row(flag, answers).unwrap_or_else(|| (flag.id(), by_answer(flag, answers))),
    };
    Reason { rule: RuleId(rule), inputs, sources }
}

fn by_answer(flag: Flag, answers: &Answers) -> Vec<Input> {
    DIRECT
        .iter()
        .filter(|(raises, raised)| *raised == flag && raises.holds(answers))
        .map(|(raises, _)| raises.said(answers))
        .collect()
}

fn by_row(flag: Flag, answers: &Answers) -> Option<(&'static str, Vec<Input>)> {
    let signs = Signs::of(answers);
    let row = TABLES.iter().filter_map(|table| deciding(table, signs)).find(|row| row.flag == Some(flag))?;
    Some((row.id, row_inputs(row, signs, answers)))
}

/// What of the answers made the row match, in the row's order, each question once.
fn row_inputs(row: &TableRow, signs: Signs, answers: &Answers) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    row.when.because(signs, &mut |sign| {
        for choice in sign.parts().iter().filter(|choice| answers.any(**choice)) {
            add(&mut inputs, said(*choice, answers));
        }
    });
    inputs
}

/// Puts an input in; of one question the fuller answer stays.
fn add(inputs: &mut Vec<Input>, input: Input) {
    let Input::Said { question, answer } = &input else { return };
    for known in &mut *inputs {
        if let Input::Said { question: same, answer: old } = known
            && same == question
        {
            for option in answer {
                if !old.contains(option) {
                    old.push(option.clone());
                }
            }
            return;
        }
    }
    inputs.push(input);
}

fn of_flags(flags: &[Flag], answers: &Answers) -> Vec<Input> {
    let raised = raised(answers);
    let mut inputs = Vec::new();
    for flag in flags.iter().filter(|flag| raised.contains(**flag)) {
        for input in reason(*flag, answers).inputs {
            add(&mut inputs, input);
        }
    }
    inputs
}
