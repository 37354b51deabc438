//! What to avoid at first in daily life, by pattern (`patterns.md` section 5), as keys of words.
//!
//! Not here: the exercises that are left out meanwhile (see `plan::Allowance`).

use crate::library::Pattern;

/// Where the words of a pattern's daily-life advice stand, one a row.
pub const fn advice(pattern: Pattern) -> &'static [&'static str] {
    match pattern {
        Pattern::LateralHip => &["result.lateral-hip.cx-adduction"],
        Pattern::FrontHip => &["result.front-hip.cx-deep-flexion"],
        Pattern::Groin => &["result.groin.cx-adductor-stretch", "result.groin.cx-adductor-heavy"],
        Pattern::HipFlexor => &["result.hip-flexor.cx-hip-flexor-stretch"],
        Pattern::DeepButtock => &["result.deep-buttock.cx-hamstring-stretch", "result.deep-buttock.cx-deep-flexion"],
        Pattern::StiffHip => &["result.stiff-hip.cx-deep-flexion"],
        Pattern::LoadGeneral => &["result.load-general.keep"],
    }
}
