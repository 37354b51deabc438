//! "Why?": a decision's four lines, closed until asked for.

use crate::ui::dom::prelude::*;

use super::icon::{Icon, icon_sized};

/// The four lines of a reason, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhyText {
    /// The rule's id: `data-rule`.
    pub rule: String,
    /// Its lines: what, because, rule, source.
    pub lines: Vec<String>,
}

/// A closed panel that opens with the reasons.
#[component]
pub fn Why(
    /// What the closed panel says, such as "Why?".
    label: String,
    /// The reasons.
    text: WhyText,
) -> impl IntoView {
    let lines = text.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Markup>();
    view! {
        <details class="why" data-rule=text.rule>
            <summary>{icon_sized(Icon::Ask, "ic s")}{label}{icon_sized(Icon::Down, "ic s turn")}</summary>
            <div>{lines}</div>
        </details>
    }
}
