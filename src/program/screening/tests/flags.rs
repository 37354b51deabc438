//! Section 6: each flag with its level, what it excludes now and after an OK, and its sources, read from the row's words.

use super::sample::{Diary, answers, day};
use crate::journal::Scope;
use crate::library::{Constraint, Tag};
use crate::program::screening::*;

/// Id, level, "excludes now", "after OK", sources: the columns of the dossier.
const ROWS: &[(&str, &str, &str, &str, &str)] = &[
    ("f-cannot-bear-weight", "Emergency", "all", "new screen (CR6)", "chamberlain2021"),
    ("f-deformity", "Emergency", "all", "new screen (CR6)", "chamberlain2021"),
    ("f-cauda-equina", "Emergency", "all", "new screen (CR6)", "greenhalgh2018, long2020, finucane2020"),
    ("f-hot-joint", "Emergency", "all", "new screen (CR6)", "carpenter2011"),
    ("f-chest", "Emergency", "all", "new screen (CR6)", "riebe2015, wells2003"),
    ("f-cold-leg", "Emergency", "all", "new screen (CR6)", "conv"),
    ("f-testicle", "Emergency", "all", "new screen (CR6)", "conv"),
    ("f-acute-abdomen", "Emergency", "all", "new screen (CR6)", "conv"),
    ("f-leg-clot", "UrgentCare", "all", "new screen (CR6)", "wells2003"),
    ("f-trauma", "UrgentCare", "all", "new screen (CR6)", "chamberlain2021"),
    ("f-pop", "UrgentCare", "all", "new screen (CR6)", "conv"),
    ("f-progressive-weakness", "UrgentCare", "all", "new screen (CR6)", "finucane2020"),
    ("f-locked-now", "UrgentCare", "all", "new screen (CR6)", "griffin2016"),
    ("f-urinary", "UrgentCare", "all", "new screen (CR6)", "conv"),
    ("f-bone-urgent", "UrgentCare", "all", "new screen (CR6)", "robertson2017, hoenig2022, hoenig2023"),
    ("f-under-18-limp", "UrgentCare", "all", "new screen (CR6)", "peck2017"),
    ("f-systemic", "UrgentCare", "all", "new screen (CR6)", "finucane2020"),
    (
        "f-bone-check",
        "ClinicianFirst",
        "all",
        "cx-impact until the OK says full",
        "robertson2017, warden2014, tenforde2016",
    ),
    ("f-limp", "ClinicianFirst", "all", "cx-impact", "conv"),
    ("f-constant-pain", "ClinicianFirst", "all", "cx-impact", "finucane2020, chamberlain2021"),
    ("f-cancer-history", "ClinicianFirst", "all", "none", "finucane2020"),
    ("f-unwell", "ClinicianFirst", "all", "none", "finucane2020"),
    (
        "f-blood-supply",
        "ClinicianFirst",
        "all",
        "cx-joint-glide; cx-impact until the OK says full",
        "liu2017, lespasio2019, conv",
    ),
    (
        "f-hip-replacement",
        "ClinicianFirst",
        "all",
        "cx-impact, cx-end-range, cx-deep-flexion, cx-adduction, cx-joint-glide",
        "conv",
    ),
    (
        "f-recent-surgery",
        "ClinicianFirst",
        "all",
        "cx-end-range, cx-joint-glide, cx-deep-flexion, cx-ballistic",
        "conv",
    ),
    ("f-recent-clot", "ClinicianFirst", "all", "cx-pressure, cx-joint-glide", "wells2003, conv"),
    ("f-recent-injection", "ClinicianFirst", "all", "cx-ballistic", "conv"),
    (
        "f-pregnant",
        "ClinicianFirst",
        "all",
        "cx-impact, cx-end-range, cx-supine, cx-prone, cx-pressure, cx-joint-glide, cx-abdominal, cx-adductor-heavy",
        "acog2020",
    ),
    ("f-postpartum", "ClinicianFirst", "all", "cx-impact, cx-abdominal", "goom2019, acog2020"),
    ("f-heart", "ClinicianFirst", "all", "none", "riebe2015"),
    (
        "f-giving-way",
        "ClinicianFirst",
        "all",
        "cx-deep-flexion, cx-end-range, cx-impact, cx-joint-glide",
        "griffin2016, conv",
    ),
    ("f-leg-numbness", "ClinicianFirst", "all", "cx-hamstring-stretch, cx-pressure", "finucane2020, conv"),
    ("f-groin-lump", "ClinicianFirst", "all", "cx-abdominal, cx-heavy", "conv"),
    ("f-inflammatory", "ClinicianFirst", "all", "none", "conv"),
    (
        "f-low-bone-density",
        "ClinicianFirst",
        "all",
        "cx-impact, cx-spine, cx-balance, cx-joint-glide",
        "tenforde2016, conv",
    ),
    ("f-energy", "ClinicianFirst", "all", "cx-impact until the OK says full", "mountjoy2023, stellingwerff2023"),
    (
        "f-bsi-open",
        "ClinicianFirst",
        "all",
        "cx-impact until the OK says full; running only by the bone-stress-cleared variant",
        "warden2014, george2024, hoenig2023",
    ),
    ("f-told-no", "ClinicianFirst", "all", "new screen (CR7)", "conv"),
    ("f-worsening", "ClinicianFirst", "all", "cx-impact", "conv"),
    ("f-high-rest-pain", "ClinicianFirst", "all", "cx-impact, cx-end-range", "conv"),
    ("f-under-18", "ClinicianFirst", "all", "cx-impact, cx-heavy, cx-joint-glide", "peck2017"),
    ("f-bone-watch", "Caution", "cx-impact until a clinician OK with scope full", "same", "robertson2017, hoenig2022"),
    (
        "f-energy-watch",
        "Caution",
        "cx-impact until a clinician OK with scope full",
        "same",
        "mountjoy2023, stellingwerff2023",
    ),
    ("f-low-bone-watch", "Caution", "cx-impact, cx-spine, cx-balance, cx-joint-glide", "same", "tenforde2016, conv"),
    ("f-told-no-run", "Caution", "cx-impact until a clinician OK with scope full", "same", "conv"),
    ("f-cancer-watch", "Caution", "none", "none", "finucane2020"),
    ("f-leg-numbness-watch", "Caution", "cx-hamstring-stretch, cx-pressure", "same", "finucane2020, conv"),
    ("f-worsening-watch", "Caution", "cx-impact until a clinician OK with scope full", "same", "conv"),
    ("f-inflammatory-watch", "Caution", "none", "none", "conv"),
    (
        "f-bsi-cleared",
        "Caution",
        "cx-impact until a clinician OK with scope full; then running only by the bone-stress-cleared variant",
        "same",
        "george2024, warden2014",
    ),
    ("f-age-65", "Caution", "cx-balance", "same", "springer2007"),
    ("f-blood-supply-watch", "Caution", "cx-joint-glide", "same", "liu2017, conv"),
    ("f-old-hip-surgery", "Caution", "cx-end-range, cx-joint-glide", "same", "conv"),
    ("f-catching", "Caution", "cx-deep-flexion, cx-end-range, cx-joint-glide", "same", "griffin2016, conv"),
    ("f-thigh-patch", "Caution", "cx-pressure", "same", "conv"),
    ("f-cough-pain", "Caution", "cx-abdominal", "same", "weir2015"),
    ("f-bleeding", "Caution", "cx-pressure, cx-joint-glide", "same", "conv"),
    ("f-quinolone", "Caution", "cx-ballistic", "same", "conv"),
    ("f-skin", "Caution", "cx-pressure", "same", "conv"),
    ("f-lax-hip", "Caution", "cx-end-range, cx-joint-glide", "same", "enseki2014"),
    ("f-heart-stable", "Caution", "none", "none", "riebe2015"),
    ("f-no-floor", "Caution", "cx-floor", "same", "conv"),
    ("f-no-pool", "Caution", "cx-pool", "same", "conv"),
    ("f-no-deep-water", "Caution", "cx-deep-water", "same", "conv"),
];

/// The constraints of a column and whether each goes with an OK that says `full`.
fn constraints(column: &str) -> Vec<(Constraint, bool)> {
    let words = column.split("; running only").next().unwrap().split("; then running").next().unwrap();
    words
        .split([',', ';'])
        .map(str::trim)
        .filter(|words| *words != "none")
        .map(|words| {
            let id = words.split(' ').next().unwrap();
            (Constraint::parse(id).unwrap_or_else(|| panic!("{words}")), words.contains("until"))
        })
        .collect()
}

fn brought(brings: &[Brings]) -> Vec<(Constraint, bool)> {
    brings.iter().map(|brings| (brings.constraint, brings.until_full)).collect()
}

#[test]
fn each_flag_is_its_row() {
    assert_eq!(ROWS.len(), Flag::ALL.len());
    for ((id, level, now, after, sources), flag) in ROWS.iter().zip(Flag::ALL) {
        assert_eq!(flag.id(), *id);
        assert_eq!(Flag::parse(id), Some(flag));
        assert_eq!(flag.level().id(), *level, "{id}");
        let keys: Vec<_> = flag.sources().iter().map(|source| source.0).collect();
        assert_eq!(keys.join(", "), *sources, "{id}");
        match flag.excludes_now() {
            ExcludesNow::All => assert_eq!(*now, "all", "{id}"),
            ExcludesNow::Only(brings) => assert_eq!(brought(brings), constraints(now), "{id}"),
        }
        match flag.after_ok() {
            AfterOk::NewAnswers => assert!(after.starts_with("new screen"), "{id}"),
            AfterOk::Same => assert!(*after == "same" || (*after == "none" && *now == "none"), "{id}"),
            AfterOk::Only(brings) => assert_eq!(brought(brings), constraints(after), "{id}"),
        }
    }
}

/// Answers that raise the flag.
fn raising(flag: Flag) -> &'static [&'static str] {
    match flag {
        Flag::BoneCheck => &["s-place deep-groin", "s-run-pain grows", "s-bsi recent-other"],
        Flag::Limp => &["s-limp limp"],
        Flag::ConstantPain => &["s-rest-pain constant"],
        Flag::CancerHistory => &["s-cancer yes", "s-course new"],
        Flag::Unwell => &["s-unwell yes"],
        Flag::BloodSupply => &["s-blood-supply lupus", "s-place deep-groin", "s-course new"],
        Flag::HipReplacement => &["s-surgery replacement"],
        Flag::RecentSurgery => &["s-surgery recent"],
        Flag::RecentClot => &["s-medicine clot"],
        Flag::RecentInjection => &["s-injection yes"],
        Flag::Pregnant => &["s-pregnancy pregnant"],
        Flag::Postpartum => &["s-pregnancy birth-12w"],
        Flag::Heart => &["s-heart symptoms"],
        Flag::GivingWay => &["s-locking lock"],
        Flag::LegNumbness => &["s-numb below-knee", "s-course new"],
        Flag::GroinLump => &["s-lump lump"],
        Flag::Inflammatory => &["s-inflammatory stiff-60 swollen"],
        Flag::LowBoneDensity => &["s-energy bone", "s-place deep-groin", "s-course new"],
        Flag::Energy => &["s-energy periods", "s-place deep-groin", "s-course new"],
        Flag::BsiOpen => &["s-bsi recent-hip-open"],
        Flag::ToldNo => &["s-told-no all"],
        Flag::Worsening => &["s-worse yes", "s-walk-pain more"],
        Flag::HighRestPain => &["s-rest-now 7"],
        Flag::Under18 => &["s-age 17"],
        Flag::BoneWatch => &["s-place deep-groin", "s-run-pain grows"],
        Flag::EnergyWatch => &["s-energy weight"],
        Flag::LowBoneWatch => &["s-energy bone"],
        Flag::ToldNoRun => &["s-told-no run"],
        Flag::CancerWatch => &["s-cancer yes"],
        Flag::LegNumbnessWatch => &["s-numb below-knee"],
        Flag::WorseningWatch => &["s-worse yes"],
        Flag::InflammatoryWatch => &["s-inflammatory stiff-60"],
        Flag::BsiCleared => &["s-bsi recent-hip-cleared"],
        Flag::Age65 => &["s-age 65"],
        Flag::BloodSupplyWatch => &["s-blood-supply lupus"],
        Flag::OldHipSurgery => &["s-surgery old-hip"],
        Flag::Catching => &["s-locking catch"],
        Flag::ThighPatch => &["s-numb thigh-patch"],
        Flag::CoughPain => &["s-lump cough"],
        Flag::Bleeding => &["s-medicine thinner"],
        Flag::Quinolone => &["s-medicine quinolone"],
        Flag::Skin => &["s-skin yes"],
        Flag::LaxHip => &["s-lax yes"],
        Flag::HeartStable => &["s-heart stable"],
        Flag::NoFloor => &["s-floor no"],
        Flag::NoPool => &["s-pool bowel"],
        Flag::NoDeepWater => &["s-pool no-swim"],
        _ => unreachable!("{flag:?} stops the screen"),
    }
}

/// The constraints of that flag's reasons in an outcome.
fn brought_by(flag: Flag, outcome: &Outcome) -> Vec<Constraint> {
    let of_flag = |active: &&Active| active.reasons.iter().any(|reason| reason.rule.0 == flag.id());
    outcome.constraints.iter().filter(of_flag).map(|active| active.constraint).collect()
}

fn sorted(mut constraints: Vec<Constraint>) -> Vec<Constraint> {
    constraints.sort();
    constraints
}

fn diary_with_pool(flag: Flag) -> Diary {
    let mut diary = Diary::new();
    diary.answer("q-pool", crate::journal::Answer::Text("both".into()));
    diary.screen(raising(flag));
    diary
}

#[test]
fn cr5_each_flag_excludes_what_its_row_says_after_an_ok_of_either_scope() {
    for (id, _, now, after, _) in ROWS.iter().filter(|row| matches!(row.1, "ClinicianFirst" | "Caution")) {
        let flag = Flag::parse(id).unwrap();
        let diary = diary_with_pool(flag);
        let before = diary.state();
        assert!(before.outcome.flag(flag).is_some(), "{id}");
        let column = if *after == "same" || flag.level() == ActionLevel::Caution { now } else { after };
        let all: Vec<&str> = before.outcome.raised.iter().map(|raised| raised.flag.id()).collect();
        if flag.level() == ActionLevel::ClinicianFirst {
            assert_eq!(before.gate, Gate::Stopped(ActionLevel::ClinicianFirst), "{id}");
        } else {
            assert_eq!(before.gate, Gate::Open, "{id}");
            let expected = constraints(column).into_iter().map(|(constraint, _)| constraint).collect();
            assert_eq!(brought_by(flag, &before.outcome), sorted(expected), "{id} without an OK");
        }
        if flag == Flag::ToldNo {
            continue; // CR7
        }
        for scope in [Scope::Full, Scope::NoImpact] {
            let mut diary = diary.clone();
            diary.on(1).ok(1, scope, &all);
            let state = diary.state();
            assert_eq!(state.gate, Gate::Open, "{id} {scope:?}");
            assert_eq!(state.outcome.level, ActionLevel::Caution);
            let stays = |until_full: bool| !until_full || scope == Scope::NoImpact;
            let expected =
                constraints(column).into_iter().filter(|(_, until)| stays(*until)).map(|(one, _)| one).collect();
            assert_eq!(brought_by(flag, &state.outcome), sorted(expected), "{id} {scope:?}");
            // CR9.
            let cr9 = state
                .outcome
                .active(Constraint::Impact)
                .is_some_and(|active| active.reasons.iter().any(|reason| reason.rule.0 == "CR9"));
            assert_eq!(cr9, scope == Scope::NoImpact, "{id}");
        }
    }
}

#[test]
fn running_by_the_slowest_ladder_follows_the_flags() {
    let variant = |given: &[&str]| super::sample::outcome(given).bone_stress_cleared;
    assert!(variant(raising(Flag::BsiOpen)) && variant(raising(Flag::BsiCleared)));
    assert!(!variant(&[]) && !variant(raising(Flag::BoneCheck)));
    for (bone, expected) in
        [(crate::journal::BoneFinding::NotChecked, true), (crate::journal::BoneFinding::RuledOut, false)]
    {
        let mut diary = Diary::screened(raising(Flag::BoneCheck));
        diary.ok_bone(0, Scope::Full, bone, &["f-bone-check"]);
        assert_eq!(diary.state().outcome.bone_stress_cleared, expected, "{bone:?}");
    }
}

#[test]
fn each_constraint_excludes_its_tags() {
    const TAGS: &[(&str, &str)] = &[
        ("cx-impact", "impact ballistic"),
        ("cx-ballistic", "ballistic"),
        ("cx-deep-flexion", "deep-flexion"),
        ("cx-end-range", "end-range"),
        ("cx-adduction", "adduction-compression"),
        ("cx-adductor-stretch", "adductor-stretch"),
        ("cx-adductor-heavy", "adductor-heavy"),
        ("cx-hamstring-stretch", "hamstring-stretch"),
        ("cx-hip-flexor-stretch", "hip-flexor-stretch"),
        ("cx-pressure", "deep-pressure"),
        ("cx-joint-glide", "joint-glide"),
        ("cx-balance", "single-leg-balance"),
        ("cx-heavy", "heavy"),
        ("cx-spine", "spine-load"),
        ("cx-abdominal", "abdominal-strain"),
        ("cx-supine", "supine"),
        ("cx-prone", "prone"),
        ("cx-floor", "floor"),
        ("cx-pool", "pool"),
        ("cx-deep-water", "deep-water"),
        ("cx-shallow", "shallow"),
    ];
    assert_eq!(TAGS.len(), Constraint::ALL.len());
    for ((id, tags), constraint) in TAGS.iter().zip(Constraint::ALL) {
        assert_eq!(constraint.id(), *id);
        let excluded: Vec<_> = constraint.excludes().iter().map(|tag| tag.id()).collect();
        assert_eq!(excluded.join(" "), *tags, "{id}");
    }
}

#[test]
fn an_exercise_is_allowed_if_none_of_its_tags_is_excluded() {
    let outcome = super::sample::outcome(&["s-skin yes"]);
    assert_eq!(outcome.excludes(&[Tag::Floor, Tag::DeepPressure]).unwrap().constraint, Constraint::Pressure);
    assert!(outcome.excludes(&[Tag::Floor, Tag::Impact]).is_none());
    assert!(outcome.excludes(&[]).is_none());
}

#[test]
fn the_water_constraints_follow_q_pool_and_s_pool() {
    let rows: [(Pool, Option<&str>, &[Constraint]); 9] = [
        (Pool::Unknown, Some("none"), &[Constraint::Pool]),
        (Pool::No, Some("none"), &[Constraint::Pool]),
        (Pool::Shallow, Some("none"), &[Constraint::DeepWater]),
        (Pool::Deep, Some("none"), &[Constraint::Shallow]),
        (Pool::Both, Some("none"), &[]),
        (Pool::Both, None, &[Constraint::Pool]),
        (Pool::Shallow, None, &[Constraint::Pool, Constraint::DeepWater]),
        (Pool::Both, Some("wound no-swim"), &[Constraint::Pool, Constraint::DeepWater]),
        (Pool::Deep, Some("no-swim"), &[Constraint::DeepWater, Constraint::Shallow]),
    ];
    for (pool, given, expected) in rows {
        let mut answers = answers(&[]);
        match given {
            Some(words) => answers.set(Question::Pool, &super::sample::stored(Question::Pool, words)).unwrap(),
            None => answers.clear(Question::Pool),
        }
        let outcome = evaluate(&answers, pool, &Clearance::none(day(0)));
        let active: Vec<_> = outcome.constraints.iter().map(|active| active.constraint).collect();
        assert_eq!(active, expected, "{pool:?} {given:?}");
    }
}
