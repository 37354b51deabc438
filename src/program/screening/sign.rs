//! The short names of the decision tables: what a letter such as P or WS stands for (`screening.md` sections 3 and 4).
//!
//! Not here: how the tables join them (see `table`).

use super::answers::Answers;
use super::question::{Choice, Question};

macro_rules! signs {
    ($($(#[$meta:meta])* $variant:ident = $parts:expr,)+) => {
        /// A short name. It holds when any of its options is chosen; a question without an answer adds nothing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Sign { $($(#[$meta])* $variant,)+ }

        impl Sign {
            /// All short names.
            pub const ALL: [Self; [$(Sign::$variant),+].len()] = [$(Self::$variant),+];

            /// The options that it stands for.
            pub const fn parts(self) -> &'static [Choice] {
                match self { $(Self::$variant => const { $parts },)+ }
            }
        }
    };
}

const YES: &[&str] = &["yes", "not-sure"];
const INFLAMMATORY: &[Choice] =
    &[Choice::of(Question::Inflammatory, &["stiff-60", "late-night", "swollen", "skin-eye-bowel"])];

signs! {
    /// Pain where bone can hurt.
    P = &[Choice::of(Question::Place, &["deep-groin", "front-thigh", "pubic", "deep-buttock-sacrum", "other"])],
    /// Pain in the inner-thigh muscle or at the sit bone.
    X = &[Choice::of(Question::Place, &["inner-muscle", "sit-bone"])],
    /// Pain that grows in a run, or stopped it.
    I = &[Choice::of(Question::RunPain, &["grows", "stopped"])],
    /// Pain that stays the same in a run, or comes after it.
    A = &[Choice::of(Question::RunPain, &["same", "after"])],
    /// Mild pain in walking.
    WM = &[Choice::of(Question::WalkPain, &["mild"])],
    /// Strong pain in walking.
    WS = &[Choice::of(Question::WalkPain, &["more"])],
    /// Pain at rest.
    N = &[Choice::of(Question::RestPain, &["some", "constant"])],
    /// Constant pain at rest.
    NC = &[Choice::of(Question::RestPain, &["constant"])],
    /// A limp.
    L = &[Choice::of(Question::Limp, &["limp"])],
    /// New, changed or worse: not the old and unchanged pain.
    C = &[Choice::of(Question::Course, &["changed", "new", "not-sure"]), Choice::of(Question::Worse, YES)],
    /// A jump in load, or an old risk.
    J = &[Choice::of(Question::LoadJump, YES), Choice::of(Question::Bsi, &["old"]), Choice::of(Question::Energy, &["eating-past"])],
    /// A fresh risk.
    R = &[
        Choice::of(Question::Bsi, &["recent-other", "recent-hip-cleared", "recent-hip-open"]),
        Choice::of(Question::Energy, &["periods", "weight", "eating", "bone", "hormone"]),
    ],
    /// Thin bones.
    B = &[Choice::of(Question::Energy, &["bone"])],
    /// What can harm the blood supply.
    AV = &[Choice::of(Question::BloodSupply, &["steroid", "alcohol", "sickle", "lupus", "bends", "treatment"])],
    /// Too little energy.
    E = &[Choice::of(Question::Energy, &["periods", "weight", "eating", "hormone"])],
    /// Ever had cancer.
    CA = &[Choice::of(Question::Cancer, YES)],
    /// Numb below the knee.
    K = &[Choice::of(Question::Numb, &["below-knee"])],
    /// Unwell.
    U = &[Choice::of(Question::Unwell, YES)],
    /// Getting worse.
    G = &[Choice::of(Question::Worse, YES)],
    /// Exactly one sign of inflammation.
    F1 = INFLAMMATORY,
    /// Two or more signs of inflammation.
    F2 = INFLAMMATORY,
}

/// The short names that hold, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(pub u32);

impl Signs {
    /// The short names that hold for these answers.
    pub fn of(answers: &Answers) -> Self {
        let holds = |sign: Sign| {
            let count: u32 = sign.parts().iter().map(|choice| answers.count(*choice)).sum();
            match sign {
                Sign::F1 => count == 1,
                Sign::F2 => count >= 2,
                _ => count >= 1,
            }
        };
        Self(Sign::ALL.into_iter().filter(|sign| holds(*sign)).fold(0, |bits, sign| bits | 1 << sign as u8))
    }

    /// Whether that short name holds.
    pub const fn holds(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }
}
