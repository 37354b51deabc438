//! A decision's reason in words: because, rule, source (`clinical` vocabulary: "Why?").

use crate::ui::dom::prelude::*;

use super::handle::{App, DayStyle, Say};
use crate::locale::Key;
use crate::program::reason::{Input, Reason};
use crate::ui::{Why, WhyText};

/// At most this many inputs are told; the others are counted.
const TOLD: usize = 3;

/// The closed "Why?" panel of a reason.
pub fn why(say: Say, reason: &Reason) -> Markup {
    view! { <Why label=say.text(Key::AppWhy) text=text(say, reason)/> }
}

/// The lines of a reason.
pub fn text(say: Say, reason: &Reason) -> WhyText {
    let mut lines = vec![because(say, reason)];
    lines.push(rule(say, reason.rule.0));
    lines.extend(reason.sources.iter().map(|source| say.by_id(&format!("source.{}", source.0))));
    lines.retain(|line| !line.is_empty());
    WhyText { rule: reason.rule.0.to_owned(), lines }
}

fn because(say: Say, reason: &Reason) -> String {
    if reason.inputs.is_empty() {
        return say.text(Key::WhyEveryone);
    }
    let told: Vec<String> = reason.inputs.iter().take(TOLD).map(|input| input_words(say, input)).collect();
    let mut line = say.fill(Key::WhyBecause, &[("inputs", &told.join(" · "))]);
    let more = reason.inputs.len().saturating_sub(TOLD);
    if more > 0 {
        line.push_str(", ");
        line.push_str(&say.count(Key::AppAndMore, more as u64));
    }
    line
}

fn rule(say: Say, id: &str) -> String {
    let words = ["rule", "flagname", "constraint", "stop"]
        .iter()
        .map(|area| say.by_id(&format!("{area}.{id}")))
        .find(|words| !words.is_empty())
        .unwrap_or_default();
    if words.is_empty() {
        say.fill(Key::WhyRule, &[("id", id)])
    } else {
        say.fill(Key::WhyRuleWords, &[("id", id), ("words", &words)])
    }
}

/// One input in words.
pub fn input_words(say: Say, input: &Input) -> String {
    match input {
        Input::Said { question, answer } => {
            let mut words: Vec<String> = answer.iter().map(|option| option_words(say, question, option)).collect();
            if words.is_empty() {
                words.push(say.by_id("question.not-answered"));
            }
            let ask = say.by_id(&format!("question.{question}.short"));
            let ask = if ask.is_empty() { say.by_id(&format!("question.{question}.ask")) } else { ask };
            format!("{ask} {}", words.join(", "))
        }
        Input::Flag(id) => say.by_id(&format!("flagname.{id}")),
        Input::Constraint(constraint) => say.by_id(&format!("constraint.{}", constraint.id())),
        Input::Tag(tag) => say.by_id(&format!("tag.{}", tag.id())),
        Input::Pattern(pattern) => say.by_id(&format!("pattern.{}", pattern.id())),
        Input::Phase(phase) => say.by_id(&format!("phase.{}", phase.id())),
        Input::Exercise(id) => {
            say.with(|words| words.exercise(id.id()).map(|words| words.name.clone())).unwrap_or_default()
        }
        Input::ClinicianOk { visit } => say.fill(Key::OkOfDay, &[("day", &App::here().day(*visit, DayStyle::Full))]),
        Input::Missing(id) => say.fill(Key::WhyMissing, &[("what", &say.by_id(&format!("equipment.{id}")))]),
    }
}

/// An option of a question in words; a number stands for itself.
pub fn option_words(say: Say, question: &str, option: &str) -> String {
    let own = say.by_id(&format!("question.{question}.{option}"));
    if !own.is_empty() {
        return own;
    }
    // The places of the pain map, and what brings the pain on or eases it, have an area of their own.
    let area = match option.get(..2) {
        Some("r-") => "region",
        Some("a-") => "aggravator",
        Some("e-") => "easer",
        _ => "",
    };
    if !area.is_empty() {
        return say.by_id(&[area, option].join("."));
    }
    match option {
        "yes" => say.text(Key::AnswerYes),
        "no" => say.text(Key::AnswerNo),
        "not-sure" => say.text(Key::AnswerNotSure),
        "none" => say.text(Key::CheckNone),
        number => number.to_owned(),
    }
}
