//! Answers and findings from short lines.

use crate::program::evaluation::tests::sample::only;
use crate::program::evaluation::{Answers, BodySide, Region};
use crate::program::pattern::{Decided, Finding, Findings, Known, NormClass, TestPain, met};
use crate::program::screening::Answers as Safety;
use crate::units::PainScore;

/// What is known of a made-up runner.
pub(super) struct Facts {
    pub answers: Answers,
    pub safety: Safety,
    pub findings: Findings,
}

impl Facts {
    /// From answers such as `q-stiff none` and findings such as `t-stance right pain 2 r-outer-hip at 12`,
    /// `t-thomas left below 140`.
    pub fn of(lines: &[&str]) -> Self {
        let (tests, said): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| line.starts_with("t-"));
        let (answers, safety) = only(&said);
        Self { answers, safety, findings: tests.into_iter().map(finding).collect() }
    }

    pub fn known(&self) -> Known<'_> {
        Known { answers: &self.answers, safety: &self.safety, findings: &self.findings }
    }

    pub fn met(&self) -> Vec<&'static str> {
        met(self.known()).iter().map(|one| one.reason.rule.0).collect()
    }

    pub fn decided(&self) -> Decided {
        Decided::of(self.known())
    }
}

const TESTS: [&str; 8] =
    ["t-stance", "t-hip-ir-seated", "t-faber", "t-squeeze", "t-hip-flexion", "t-thomas", "t-bridge", "t-aslr"];

pub(super) fn finding(line: &str) -> Finding {
    let words: Vec<&str> = line.split(' ').collect();
    let test = TESTS.into_iter().find(|test| *test == words[0]).unwrap_or_else(|| panic!("{line}"));
    let side = BodySide::parse(words[1]).unwrap();
    let nothing = Finding { test, side, class: None, tenths: None, pain: None };
    if words[2] == "pain" {
        let at = words.iter().position(|word| *word == "at").unwrap_or(words.len());
        let pain = TestPain {
            worst: PainScore::new(words[3].parse().unwrap()).unwrap(),
            regions: words[4..at].iter().map(|id| Region::parse(id).unwrap()).collect(),
            from_second: words.get(at + 1).map(|second| second.parse().unwrap()),
        };
        return Finding { pain: Some(pain), ..nothing };
    }
    let class = match words[2] {
        "below" => Some(NormClass::Below),
        "near" => Some(NormClass::Near),
        "target" => Some(NormClass::Target),
        _ => None,
    };
    Finding { class, tenths: words.get(3).map(|tenths| tenths.parse().unwrap()), ..nothing }
}
