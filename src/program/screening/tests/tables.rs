//! Sections 3 and 4: each row of the eight tables by its id, and that each table is total.

use super::sample::{answers, outcome};
use crate::program::screening::sign::Sign::*;
use crate::program::screening::sign::{Sign, Signs};
use crate::program::screening::table::{
    BLOOD_SUPPLY, BONE_STRESS, CANCER, ENERGY, INFLAMMATION, NUMB_LEG, TABLES, THIN_BONE, TableRow, WORSE, deciding,
};
use crate::program::screening::*;

/// Each combination of these short names.
fn combinations(names: &'static [Sign]) -> impl Iterator<Item = Signs> {
    (0..1_u32 << names.len()).map(|bits| {
        Signs(
            names
                .iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .fold(0, |all, (_, name)| all | 1 << *name as u8),
        )
    })
}

/// Compares a table with the dossier's conditions, written out once more, for every combination of short names.
fn check(table: &'static [TableRow], names: &'static [Sign], expected: impl Fn(&dyn Fn(Sign) -> bool) -> &'static str) {
    let mut hit = Vec::new();
    for signs in combinations(names) {
        let matching: Vec<_> = table.iter().filter(|row| row.when.holds(signs)).map(|row| row.id).collect();
        let row = deciding(table, signs).expect("total").id;
        assert_eq!(matching.first(), Some(&row));
        assert_eq!(row, expected(&|sign| signs.holds(sign)), "{names:?} {signs:?}");
        hit.push(row);
    }
    for row in table {
        assert!(hit.contains(&row.id), "{} is never reached", row.id);
    }
}

#[test]
#[expect(clippy::many_single_char_names, reason = "the dossier's short names")]
fn bs1_to_bs10_decide_every_combination() {
    check(&BONE_STRESS, &[P, X, I, A, WM, WS, N, NC, L, C, J, R, B], |h| {
        let (p, x, i, a, wm, ws, n, nc) = (h(P), h(X), h(I), h(A), h(WM), h(WS), h(N), h(NC));
        let (l, c, j, r, b) = (h(L), h(C), h(J), h(R), h(B));
        if l && (p || (b && c)) {
            "BS1"
        } else if p && i && (ws || nc || (n && c)) {
            "BS2"
        } else if p && i && (r || (j && c)) {
            "BS3"
        } else if p && i && wm && c {
            "BS4"
        } else if p && (nc || (n && c)) {
            "BS6"
        } else if (p || x) && ws && c {
            "BS7"
        } else if x && i && c && (ws || n || r) {
            "BS8"
        } else if p && (i || n || ws) {
            "BS5"
        } else if (i || ((p || x) && a)) && (r || (c && (j || ws || n))) {
            "BS10"
        } else {
            "BS9"
        }
    });
}

#[test]
fn av1_to_av3_decide_every_combination() {
    check(&BLOOD_SUPPLY, &[AV, P, I, C, N, WM, WS, L], |h| {
        let trouble = h(I) || h(C) || h(N) || h(WM) || h(WS) || h(L);
        if h(AV) && h(P) && trouble {
            "AV1"
        } else if h(AV) {
            "AV2"
        } else {
            "AV3"
        }
    });
}

#[test]
fn en1_to_en3_decide_every_combination() {
    check(&ENERGY, &[E, P, I, C, N], |h| {
        if h(E) && h(P) && (h(I) || h(C) || h(N)) {
            "EN1"
        } else if h(E) {
            "EN2"
        } else {
            "EN3"
        }
    });
}

#[test]
fn tb1_to_tb3_decide_every_combination() {
    check(&THIN_BONE, &[B, P, I, C, N], |h| {
        if h(B) && h(P) && (h(I) || h(C) || h(N)) {
            "TB1"
        } else if h(B) {
            "TB2"
        } else {
            "TB3"
        }
    });
}

#[test]
fn ca1_to_ca3_decide_every_combination() {
    check(&CANCER, &[CA, C, N, U], |h| {
        if h(CA) && (h(C) || h(N) || h(U)) {
            "CA1"
        } else if h(CA) {
            "CA2"
        } else {
            "CA3"
        }
    });
}

#[test]
fn wo1_to_wo3_decide_every_combination() {
    check(&WORSE, &[G, N, WS, L], |h| {
        if h(G) && (h(N) || h(WS) || h(L)) {
            "WO1"
        } else if h(G) {
            "WO2"
        } else {
            "WO3"
        }
    });
}

#[test]
fn nu1_to_nu3_decide_every_combination() {
    check(&NUMB_LEG, &[K, C], |h| {
        if h(K) && h(C) {
            "NU1"
        } else if h(K) {
            "NU2"
        } else {
            "NU3"
        }
    });
}

#[test]
fn in1_to_in3_decide_every_combination() {
    check(&INFLAMMATION, &[F1, F2], |h| {
        if h(F2) {
            "IN1"
        } else if h(F1) {
            "IN2"
        } else {
            "IN3"
        }
    });
}

/// Row, answers, the flag that they raise by it with its level.
type Case = (&'static str, &'static [&'static str], Option<(&'static str, ActionLevel)>);

const ROWS: &[Case] = {
    use ActionLevel::{Caution, ClinicianFirst, UrgentCare};
    &[
        ("BS1", &["s-limp limp", "s-place pubic"], Some(("f-bone-urgent", UrgentCare))),
        ("BS1", &["s-limp limp", "s-energy bone", "s-course new"], Some(("f-bone-urgent", UrgentCare))),
        ("BS2", &["s-place deep-groin", "s-run-pain grows", "s-walk-pain more"], Some(("f-bone-urgent", UrgentCare))),
        ("BS2", &["s-place other", "s-run-pain stopped", "s-rest-pain constant"], Some(("f-bone-urgent", UrgentCare))),
        (
            "BS2",
            &["s-place front-thigh", "s-run-pain grows", "s-rest-pain some", "s-worse not-sure"],
            Some(("f-bone-urgent", UrgentCare)),
        ),
        (
            "BS3",
            &["s-place deep-groin", "s-run-pain grows", "s-bsi recent-other"],
            Some(("f-bone-check", ClinicianFirst)),
        ),
        (
            "BS3",
            &["s-place deep-groin", "s-run-pain grows", "s-load-jump not-sure", "s-course not-sure"],
            Some(("f-bone-check", ClinicianFirst)),
        ),
        (
            "BS4",
            &["s-place deep-groin", "s-run-pain grows", "s-walk-pain mild", "s-course changed"],
            Some(("f-bone-check", ClinicianFirst)),
        ),
        ("BS6", &["s-place deep-buttock-sacrum", "s-rest-pain constant"], Some(("f-bone-check", ClinicianFirst))),
        ("BS6", &["s-place pubic", "s-rest-pain some", "s-course new"], Some(("f-bone-check", ClinicianFirst))),
        ("BS7", &["s-place inner-muscle", "s-walk-pain more", "s-course new"], Some(("f-bone-check", ClinicianFirst))),
        (
            "BS8",
            &["s-place sit-bone", "s-run-pain stopped", "s-course new", "s-energy hormone"],
            Some(("f-bone-check", ClinicianFirst)),
        ),
        ("BS5", &["s-place deep-groin", "s-run-pain grows"], Some(("f-bone-watch", Caution))),
        ("BS5", &["s-place deep-groin", "s-rest-pain some"], Some(("f-bone-watch", Caution))),
        ("BS10", &["s-place outer", "s-run-pain grows", "s-bsi recent-other"], Some(("f-bone-watch", Caution))),
        (
            "BS10",
            &["s-place inner-muscle", "s-run-pain same", "s-course new", "s-energy eating-past"],
            Some(("f-bone-watch", Caution)),
        ),
        ("BS9", &["s-place deep-groin", "s-walk-pain mild", "s-course new"], None),
        (
            "AV1",
            &["s-blood-supply steroid", "s-place deep-groin", "s-walk-pain mild"],
            Some(("f-blood-supply", ClinicianFirst)),
        ),
        ("AV2", &["s-blood-supply alcohol bends"], Some(("f-blood-supply-watch", Caution))),
        ("AV3", &[], None),
        ("EN1", &["s-energy periods", "s-place pubic", "s-course new"], Some(("f-energy", ClinicianFirst))),
        ("EN2", &["s-energy eating"], Some(("f-energy-watch", Caution))),
        ("EN3", &["s-energy eating-past"], None),
        ("TB1", &["s-energy bone", "s-place other", "s-run-pain grows"], Some(("f-low-bone-density", ClinicianFirst))),
        ("TB2", &["s-energy bone"], Some(("f-low-bone-watch", Caution))),
        ("TB3", &[], None),
        ("CA1", &["s-cancer not-sure", "s-course new"], Some(("f-cancer-history", ClinicianFirst))),
        ("CA2", &["s-cancer yes"], Some(("f-cancer-watch", Caution))),
        ("CA3", &[], None),
        ("WO1", &["s-worse yes", "s-walk-pain more"], Some(("f-worsening", ClinicianFirst))),
        ("WO2", &["s-worse not-sure"], Some(("f-worsening-watch", Caution))),
        ("WO3", &[], None),
        ("NU1", &["s-numb below-knee", "s-course changed"], Some(("f-leg-numbness", ClinicianFirst))),
        ("NU2", &["s-numb below-knee"], Some(("f-leg-numbness-watch", Caution))),
        ("NU3", &[], None),
        ("IN1", &["s-inflammatory stiff-60 swollen"], Some(("f-inflammatory", ClinicianFirst))),
        ("IN2", &["s-inflammatory late-night"], Some(("f-inflammatory-watch", Caution))),
        ("IN3", &[], None),
    ]
};

#[test]
fn each_row_raises_its_flag_from_answers() {
    for (row, given, raised) in ROWS {
        let table = TABLES.iter().find(|table| table.iter().any(|one| one.id == *row)).unwrap();
        assert_eq!(deciding(table, Signs::of(&answers(given))).unwrap().id, *row, "{given:?}");
        if let Some((flag, level)) = raised {
            let outcome = outcome(given);
            let flag = Flag::parse(flag).unwrap();
            let raised = outcome.flag(flag).unwrap_or_else(|| panic!("{row}: {flag:?}"));
            assert_eq!((raised.level, raised.reason.rule.0), (*level, *row), "{given:?}");
            assert!(!raised.reason.inputs.is_empty(), "{row} names no answer");
        }
    }
    for row in TABLES.iter().flat_map(|table| table.iter()) {
        assert!(ROWS.iter().any(|(id, ..)| *id == row.id), "{} has no case", row.id);
    }
}

#[test]
fn a_row_names_the_answers_that_made_it_match() {
    let outcome =
        outcome(&["s-place outer deep-groin", "s-run-pain grows", "s-energy bone eating-past", "s-course new"]);
    let reason = &outcome.flag(Flag::BoneCheck).unwrap().reason;
    let said: Vec<String> = reason
        .inputs
        .iter()
        .map(|input| match input {
            crate::program::reason::Input::Said { question, answer } => format!("{question} {}", answer.join(" ")),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(reason.rule.0, "BS3");
    assert_eq!(said, ["s-place deep-groin", "s-run-pain grows", "s-energy bone eating-past", "s-course new"]);
}

#[test]
fn more_signs_never_lower_the_bone_stress_level() {
    let names = &[P, X, I, A, WM, WS, N, NC, L, C, J, R, B];
    let level = |signs| deciding(&BONE_STRESS, signs).unwrap().flag.map_or(ActionLevel::None, Flag::level);
    for signs in combinations(names) {
        for name in names {
            let more = Signs(signs.0 | 1 << *name as u8);
            assert!(level(more) >= level(signs), "{signs:?} and {name:?}");
        }
    }
}

#[test]
fn a_condition_on_a_question_without_an_answer_is_not_met() {
    assert_eq!(Signs::of(&Answers::new()), Signs(0));
    assert!(raised(&Answers::new()).is_empty());
}
