//! The scoring table: rows `p-01` to `p-47` (`patterns.md` section 2).
//!
//! Not here: what the points of all met rows decide (see `decision`), and the rows' sentences (see `locale`, `rule.<id>`).

use super::findings::{Finding, Findings, NormClass};
use crate::library::Pattern;
use crate::program::evaluation::Region::{
    self, BackThigh, FrontThigh, GroinCrease, InnerGroin, OuterHip, Pubic, SitBone,
};
use crate::program::evaluation::{Answers, BodySide, Point, Question};
use crate::program::plan::SoreSide;
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::{Answers as Safety, Question as SafetyQuestion};

/// The patterns that are scored, in the order of the table's columns.
pub const SCORED: [Pattern; 6] = [
    Pattern::LateralHip,
    Pattern::FrontHip,
    Pattern::Groin,
    Pattern::HipFlexor,
    Pattern::DeepButtock,
    Pattern::StiffHip,
];

/// Points of the six patterns, in the order of [`SCORED`].
pub type Points = [u8; 6];

/// What the table is applied to.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The answers of the history, the age among them.
    pub answers: &'a Answers,
    /// The answers of the safety screen.
    pub safety: &'a Safety,
    /// The findings of the self-tests.
    pub findings: &'a Findings,
}

impl<'a> Known<'a> {
    /// What was known at an evaluation point; the findings are those of the tests up to it.
    pub const fn at(point: &'a Point, findings: &'a Findings) -> Self {
        Self { answers: &point.answers, safety: &point.safety, findings }
    }
}

/// When a row is met.
#[derive(Debug, Clone, Copy)]
enum When {
    /// Any of these options was chosen.
    Said(Question, &'static [&'static str]),
    /// `s-locking` is any of these.
    Locking(&'static [&'static str]),
    /// The age is within these bounds.
    Age(u8, u8),
    /// `q-sex` = female, from that age.
    FemaleFrom(u8),
    /// The test brought pain of that score or more at any of these regions, within so many seconds.
    Pain { test: &'static str, least: u8, regions: &'static [Region], within: Option<u16> },
    /// The test's class is `below`, or its result is less than the other side's by so many tenths or more.
    Short { test: &'static str, less: Option<i32> },
}

/// One row.
struct Row {
    id: &'static str,
    when: When,
    points: Points,
    sources: &'static [&'static str],
}

const fn row(id: &'static str, when: When, points: Points, sources: &'static [&'static str]) -> Row {
    Row { id, when, points, sources }
}

const fn main(region: &'static [&'static str]) -> When {
    When::Said(Question::RegionMain, region)
}

const fn also(regions: &'static [&'static str]) -> When {
    When::Said(Question::RegionsOther, regions)
}

const fn brings(aggravator: &'static [&'static str]) -> When {
    When::Said(Question::Aggravators, aggravator)
}

/// Pain of 3 or more in a test, at any of these regions.
const fn pain(test: &'static str, regions: &'static [Region]) -> When {
    When::Pain { test, least: 3, regions, within: None }
}

/// The rows, by number; their points stand in the order of [`SCORED`].
static ROWS: [Row; 47] = [
    row("p-01", main(&["r-outer-hip"]), [4, 0, 0, 0, 0, 1], &["grimaldi2017", "chamberlain2021"]),
    row("p-02", main(&["r-outer-thigh"]), [2, 0, 0, 0, 0, 0], &["grimaldi2015"]),
    row("p-03", main(&["r-groin-crease"]), [0, 3, 0, 2, 0, 2], &["griffin2016", "cibulka2017"]),
    row("p-04", main(&["r-front-thigh"]), [0, 1, 0, 2, 0, 1], &["weir2015"]),
    row("p-05", main(&["r-inner-groin"]), [0, 1, 4, 0, 0, 1], &["weir2015"]),
    row("p-06", main(&["r-pubic"]), [0, 0, 2, 0, 0, 0], &["weir2015"]),
    row("p-07", main(&["r-sit-bone"]), [0, 0, 0, 0, 4, 0], &["goom2016"]),
    row("p-08", main(&["r-buttock-deep"]), [0, 1, 0, 0, 3, 1], &["goom2016"]),
    row("p-09", main(&["r-buttock-upper"]), [1, 0, 0, 0, 1, 0], &["conv"]),
    row("p-10", main(&["r-back-thigh"]), [0, 0, 0, 0, 2, 0], &["beatty2017"]),
    row("p-11", also(&["r-outer-hip"]), [1, 0, 0, 0, 0, 0], &["conv"]),
    row("p-12", also(&["r-groin-crease"]), [0, 1, 0, 0, 0, 0], &["conv"]),
    row("p-13", also(&["r-inner-groin"]), [0, 0, 1, 0, 0, 0], &["conv"]),
    row("p-14", also(&["r-front-thigh"]), [0, 0, 0, 1, 0, 0], &["conv"]),
    row("p-15", also(&["r-sit-bone", "r-buttock-deep"]), [0, 0, 0, 0, 1, 0], &["conv"]),
    row("p-16", brings(&["a-lie-side"]), [2, 0, 0, 0, 0, 0], &["grimaldi2015", "allison2016"]),
    row("p-17", brings(&["a-one-leg"]), [2, 0, 0, 0, 0, 0], &["grimaldi2017"]),
    row("p-18", brings(&["a-cross-legs"]), [1, 0, 0, 0, 0, 0], &["grimaldi2015"]),
    row("p-19", brings(&["a-stairs"]), [1, 0, 0, 0, 0, 0], &["allison2016"]),
    row("p-20", brings(&["a-deep-bend"]), [0, 2, 0, 0, 0, 1], &["griffin2016", "reiman2013"]),
    row("p-21", brings(&["a-twist"]), [0, 1, 1, 0, 0, 0], &["enseki2014", "weir2015"]),
    row("p-22", brings(&["a-sit-long"]), [0, 1, 0, 0, 0, 0], &["griffin2016"]),
    row("p-23", brings(&["a-sit-bone"]), [0, 0, 0, 0, 3, 0], &["goom2016", "beatty2017"]),
    row("p-24", brings(&["a-bend-forward"]), [0, 0, 0, 0, 1, 0], &["beatty2017"]),
    row("p-25", brings(&["a-fast"]), [0, 0, 1, 1, 1, 0], &["goom2016", "weir2015"]),
    row("p-26", brings(&["a-squeeze"]), [0, 0, 2, 0, 0, 0], &["weir2015"]),
    row("p-27", brings(&["a-knee-lift"]), [0, 0, 0, 3, 0, 0], &["weir2015"]),
    row("p-28", brings(&["a-leg-back"]), [0, 0, 0, 1, 0, 0], &["weir2015"]),
    row("p-29", brings(&["a-cough"]), [0, 0, 1, 0, 0, 0], &["weir2015"]),
    row("p-30", brings(&["a-start-stiff"]), [1, 0, 0, 0, 0, 1], &["cibulka2017", "conv"]),
    row("p-31", brings(&["a-socks"]), [0, 0, 0, 0, 0, 2], &["conv"]),
    row("p-32", brings(&["a-walk-long"]), [0, 0, 0, 0, 0, 1], &["cibulka2017"]),
    row("p-33", When::Age(50, u8::MAX), [0, 0, 0, 0, 0, 2], &["cibulka2017"]),
    row("p-34", When::Age(45, 49), [0, 0, 0, 0, 0, 1], &["nice2022"]),
    row("p-35", When::FemaleFrom(40), [1, 0, 0, 0, 0, 0], &["allison2016", "mellor2018"]),
    row("p-36", When::Said(Question::Stiff, &["m1-30", "m31-60"]), [0, 0, 0, 0, 0, 2], &["cibulka2017", "nice2022"]),
    row("p-37", When::Locking(&["click", "catch", "lock"]), [0, 1, 0, 0, 0, 0], &["griffin2016"]),
    row(
        "p-38",
        When::Pain { test: "t-stance", least: 1, regions: &[OuterHip], within: Some(30) },
        [3, 0, 0, 0, 0, 0],
        &["lequesne2008", "grimaldi2017"],
    ),
    row("p-39", When::Short { test: "t-hip-ir-seated", less: Some(150) }, [0, 1, 0, 0, 0, 2], &["cibulka2017"]),
    row("p-40", pain("t-hip-ir-seated", &[GroinCrease]), [0, 1, 0, 0, 0, 1], &["cibulka2017"]),
    row("p-41", pain("t-faber", &[GroinCrease, InnerGroin]), [0, 2, 0, 0, 0, 0], &["enseki2014"]),
    row("p-42", pain("t-faber", &[OuterHip]), [1, 0, 0, 0, 0, 0], &["grimaldi2017"]),
    row("p-43", pain("t-squeeze", &[InnerGroin, Pubic]), [0, 0, 3, 0, 0, 0], &["thorborg2017", "weir2015"]),
    row("p-44", pain("t-hip-flexion", &[GroinCrease, FrontThigh]), [0, 0, 0, 3, 0, 0], &["weir2015"]),
    row("p-45", When::Short { test: "t-thomas", less: None }, [0, 0, 0, 1, 0, 0], &["weir2015"]),
    row("p-46", pain("t-bridge", &[SitBone, BackThigh]), [0, 0, 0, 0, 3, 0], &["goom2016"]),
    row("p-47", pain("t-aslr", &[SitBone]), [0, 0, 0, 0, 1, 0], &["beatty2017"]),
];

/// A row that is met, with its points and its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The points that it gives.
    pub points: Points,
    /// Rule, the runner's own inputs, sources.
    pub reason: Reason,
}

/// All rows that are met, by rule number. What is not known meets none.
pub fn met(known: Known<'_>) -> Vec<Met> {
    let met = |row: &Row| {
        let input = row.when.met(known)?;
        let sources = row.sources.iter().map(|key| SourceKey(key)).collect();
        let reason = Reason { rule: RuleId(row.id), inputs: input, sources };
        Some(Met { points: row.points, reason })
    };
    ROWS.iter().filter_map(met).collect()
}

impl When {
    /// What the runner said or measured that meets the row, if anything does.
    fn met(self, known: Known<'_>) -> Option<Vec<Input>> {
        let answers = known.answers;
        match self {
            Self::Said(question, options) => {
                said(question.id(), answers.chosen(question).filter(|option| options.contains(option)))
            }
            Self::Locking(options) => {
                let question = SafetyQuestion::Locking;
                said(question.id(), known.safety.chosen(question).filter(|option| options.contains(option)))
            }
            Self::Age(least, most) => {
                let fits = answers.age().is_some_and(|age| (least..=most).contains(&age));
                fits.then(|| vec![answers.said(Question::Age)])
            }
            Self::FemaleFrom(least) => {
                let fits = answers.says(Question::Sex, "female") && answers.age().is_some_and(|age| age >= least);
                fits.then(|| vec![answers.said(Question::Sex), answers.said(Question::Age)])
            }
            Self::Pain { test, least, regions, within } => sore_sides(answers).iter().find_map(|side| {
                let pain = known.findings.get(test, *side)?.pain.as_ref()?;
                let in_time = within.is_none_or(|within| pain.from_second.is_some_and(|second| second <= within));
                let meets = pain.worst.get() >= least && in_time;
                let at = pain.regions.iter().filter(|region| regions.contains(region)).map(|region| region.id());
                let mut input = said(test, at.filter(|_| meets))?;
                if let Some(Input::Said { answer, .. }) = input.first_mut() {
                    answer.push(pain.worst.get().to_string());
                }
                Some(input)
            }),
            Self::Short { test, less } => {
                sore_sides(answers).iter().find_map(|side| short(known.findings, test, *side, less))
            }
        }
    }
}

/// The sides whose tests count: the sore one; of two alike the worse, so either of them may meet a row.
fn sore_sides(answers: &Answers) -> &'static [BodySide] {
    match answers.side() {
        Some(SoreSide::Left | SoreSide::BothLeftWorse) => &[BodySide::Left],
        Some(SoreSide::Right | SoreSide::BothRightWorse) => &[BodySide::Right],
        Some(SoreSide::BothSame) => &[BodySide::Right, BodySide::Left],
        None => &[],
    }
}

fn said(question: &'static str, chosen: impl Iterator<Item = &'static str>) -> Option<Vec<Input>> {
    let answer: Vec<String> = chosen.map(str::to_owned).collect();
    (!answer.is_empty()).then(|| vec![Input::Said { question, answer }])
}

fn short(findings: &Findings, test: &'static str, side: BodySide, less: Option<i32>) -> Option<Vec<Input>> {
    let this = findings.get(test, side)?;
    let other = findings.get(test, side.other()).and_then(|other| other.tenths);
    let by_side = match (less, this.tenths, other) {
        (Some(less), Some(this), Some(other)) if other - this >= less => Some(other),
        _ => None,
    };
    if by_side.is_none() && this.class != Some(NormClass::Below) {
        return None;
    }
    let answer = measured(this).into_iter().chain(by_side.map(in_units)).collect();
    Some(vec![Input::Said { question: test, answer }])
}

/// The result in the test's unit.
fn measured(finding: &Finding) -> Option<String> {
    finding.tenths.map(in_units)
}

fn in_units(tenths: i32) -> String {
    let mut text = (tenths / 10).to_string();
    let rest = (tenths % 10).unsigned_abs();
    if tenths < 0 && tenths > -10 {
        text.insert(0, '-');
    }
    if rest > 0 {
        text.push('.');
        text.push_str(&rest.to_string());
    }
    text
}
