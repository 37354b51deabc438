//! Every self-test of the rules page is in the code, field by field.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::screening::Flag;
use crate::program::selftest::form::{CADENCE, CADENCE_CHANGE, CADENCE_RANGE, CADENCE_SOURCES, Camera, VideoItem};
use crate::program::selftest::{CORE, Change, Difference, Instrument, SelfTest, Skip, Unit};

const PAGE: &str = include_str!("../../../../docs/rules.md");

/// The chapter on the self-tests.
fn chapter() -> &'static str {
    let start = PAGE.find("## Evaluation: self-tests").unwrap();
    let rest = &PAGE[start..];
    &rest[..rest.find("\n## Patterns").unwrap()]
}

/// The fields of each test's table, by its id.
fn tests() -> Vec<(String, BTreeMap<String, String>)> {
    let mut all: Vec<(String, BTreeMap<String, String>)> = Vec::new();
    for line in chapter().lines() {
        if let Some(title) = line.strip_prefix("#### `") {
            all.push((title.split('`').next().unwrap().to_owned(), BTreeMap::new()));
        } else if line.starts_with("### ") || line.starts_with("#### ") {
            all.push((String::new(), BTreeMap::new()));
        } else if let Some((key, value)) = line.strip_prefix("| ").and_then(|row| row.split_once(" | "))
            && let Some((_, fields)) = all.last_mut()
        {
            fields.insert(key.to_owned(), value.trim_end_matches(" |").to_owned());
        }
    }
    all.retain(|(id, _)| id.starts_with("t-"));
    all
}

fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn fields(id: &str) -> BTreeMap<String, String> {
    tests().into_iter().find(|(one, _)| one == id).unwrap_or_else(|| panic!("{id}")).1
}

/// The first number of a text, in tenths.
fn tenths(text: &str) -> i32 {
    let digits: String = text.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let value: f64 = digits.parse().unwrap_or_else(|_| panic!("{text}"));
    #[expect(clippy::cast_possible_truncation, reason = "a number of the page")]
    let tenths = (value * 10.0).round() as i32;
    tenths
}

fn each(check: impl Fn(SelfTest, &BTreeMap<String, String>)) {
    for test in SelfTest::ALL {
        check(*test, &fields(test.id()));
    }
}

#[test]
fn every_test_of_the_page_is_in_the_code_in_its_order() {
    let of_page: Vec<String> = tests().into_iter().map(|(id, _)| id).collect();
    let mut of_code: Vec<&str> = SelfTest::ALL.iter().map(|test| test.id()).collect();
    of_code.push(CADENCE);
    assert_eq!(of_page, of_code);
    for test in SelfTest::ALL {
        assert_eq!(test.protocol().id, test.id(), "one row a variant");
        assert_eq!(SelfTest::parse(test.id()), Some(*test));
    }
    assert!(SelfTest::ALL.iter().map(|test| test.protocol().part).is_sorted(), "flexibility, balance, strength");
}

#[test]
fn equipment_tags_and_steps_are_those_of_the_page() {
    each(|test, page| {
        let protocol = test.protocol();
        let tags: Vec<&str> = protocol.tags.iter().map(|tag| tag.id()).collect();
        assert_eq!(ticked(&page["tags"]), tags, "{}", test.id());
        let ids: BTreeSet<&str> = protocol.equipment.iter().map(|one| one.id()).collect();
        for id in ticked(&page["equipment"]) {
            assert!(ids.contains(id), "{} {id}", test.id());
        }
        // "As above" stands for the first two steps of the test before.
        let steps = page["steps"].replace("3. Hold still", "4. Hold still");
        let steps = if steps.starts_with("1. As above") { steps } else { page["steps"].clone() };
        assert!(steps.contains(&format!("{}. ", protocol.steps)), "{}", test.id());
        assert!(!steps.contains(&format!("{}. ", protocol.steps + 1)), "{}", test.id());
        assert_eq!(protocol.optional, page["note"].contains("optional"), "{}", test.id());
    });
}

#[test]
fn units_and_ranges_are_those_of_the_page() {
    each(|test, page| {
        let (least, most) = test.protocol().range;
        let range = page["valid range"].replace(" to ", "..").replacen('-', if least < 0 { "-" } else { ".." }, 1);
        assert_eq!(range, format!("{least}..{most}"), "{}", test.id());
        let word = match test.protocol().unit {
            Unit::Degrees => "degrees",
            Unit::Centimeters => "cm",
            Unit::Seconds => "seconds",
            Unit::Repetitions => "repetitions",
            Unit::Points => "points",
            Unit::Pain => "pain 0-10",
        };
        assert!(page["measures"].contains(word), "{}", test.id());
    });
}

#[test]
fn side_differences_and_real_changes_are_those_of_the_page() {
    each(|test, page| {
        let (difference, change) = (&page["side difference"], &page["real change"]);
        match test.protocol().difference {
            Difference::Tenths(threshold) => assert_eq!(tenths(difference), threshold, "{}", test.id()),
            Difference::Index => assert!(difference.starts_with("index under 90"), "{}", test.id()),
            Difference::Class => assert_eq!(difference, "1 class", "{}", test.id()),
            Difference::None => assert_eq!(difference, "-", "{}", test.id()),
        }
        match test.protocol().change {
            Change::MoreThan(more) => assert_eq!(tenths(change), more, "{}", test.id()),
            Change::Class => assert_eq!(change, "1 class", "{}", test.id()),
        }
    });
}

#[test]
fn the_numbers_of_the_classes_are_those_of_the_page() {
    each(|test, page| {
        let norm = test.protocol().norm;
        // The numbers of `t-stance` stand under its table.
        let text = if test == SelfTest::Stance {
            chapter().lines().find(|line| line.starts_with("`below` in seconds")).unwrap().to_owned()
        } else {
            page["classes"].clone()
        };
        let numbers: BTreeSet<i16> =
            text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
        for band in norm.bands() {
            for cut in [band.target, band.near] {
                assert!(numbers.contains(&cut), "{} {cut}: {text}", test.id());
            }
        }
    });
}

#[test]
fn what_leaves_a_test_out_is_what_the_page_says() {
    each(|test, page| {
        let text = &page["skip if"];
        let flags: BTreeSet<&str> = ticked(text).into_iter().filter(|id| id.starts_with("f-")).collect();
        let of = |skip: &Skip| match skip {
            Skip::Flag(flag) | Skip::FlagWithImpact(flag) => Some(Flag::id(*flag)),
            _ => None,
        };
        let skips = test.protocol().skips;
        assert_eq!(skips.iter().filter_map(of).collect::<BTreeSet<_>>(), flags, "{}", test.id());
        let impact = skips.iter().any(|skip| matches!(skip, Skip::FlagWithImpact(_)));
        assert_eq!(impact, text.contains("while `cx-impact` is active"), "{}", test.id());
        assert_eq!(skips.contains(&Skip::Limp), text.contains("`s-limp` = limp"), "{}", test.id());
        assert_eq!(skips.contains(&Skip::Squeeze), text.contains("`t-squeeze` 3 or more or not done"), "{}", test.id());
        let pain = if skips.contains(&Skip::PainNow(3)) { "pain now 3 or more" } else { "pain now 5 or more" };
        assert!(text.starts_with(pain), "{}", test.id());
        let asks = skips.iter().filter(|skip| matches!(skip, Skip::Ask(_))).count();
        let asked = ["knee pain", "shoulder", "lateral-hip pain", "Achilles"];
        assert_eq!(asks, asked.iter().filter(|word| text.contains(**word)).count(), "{}", test.id());
    });
}

#[test]
fn sources_are_those_of_the_page() {
    each(|test, page| {
        let is_key = |key: &&str| *key == "conv" || key.ends_with(|letter: char| letter.is_ascii_digit());
        let cells = ["norm source", "side difference", "real change", "note"].map(|cell| page[cell].clone());
        let of_page: BTreeSet<&str> = cells.iter().flat_map(|cell| ticked(cell)).filter(is_key).collect();
        let of_code: BTreeSet<&str> = test.protocol().sources.iter().map(|key| key.0).collect();
        let missing = of_page.difference(&of_code).collect::<Vec<_>>();
        assert!(missing.is_empty(), "{}: {missing:?}", test.id());
        let more = of_code.difference(&of_page).filter(|key| **key != "conv").collect::<Vec<_>>();
        assert!(more.is_empty(), "{}: {more:?}", test.id());
        assert_eq!(test.protocol().sources.last().map(|key| key.0), Some("conv"), "{}", test.id());
    });
}

#[test]
fn choices_and_hands_are_those_of_the_page() {
    each(|test, page| {
        let text = &page["without phone"];
        match test.protocol().instrument {
            Instrument::Angle { choices, .. } => {
                let ids: Vec<String> = ticked(text).into_iter().map(|id| id.replace(' ', "-")).collect();
                assert_eq!(ids, choices.iter().map(|choice| choice.id).collect::<Vec<_>>(), "{}", test.id());
                let values = text.split(" = ").nth(1).unwrap().trim_end_matches(" degrees");
                let of_code: Vec<String> = choices.iter().map(|choice| choice.value.to_string()).collect();
                assert_eq!(values, of_code.join(", "), "{}", test.id());
                assert!(page["phone"].contains("slope") || page["phone"].contains("turn"), "{}", test.id());
            }
            Instrument::Distance { hands } => {
                assert_eq!(page["phone"], "not used", "{}", test.id());
                for hand in hands {
                    let centimeters = (hand.tenths / 10).to_string();
                    assert!(text.contains(&centimeters), "{} {}", test.id(), hand.id);
                }
            }
            Instrument::Stopwatch { cap } => assert_eq!(test.protocol().range, (0, i16::try_from(cap.0).unwrap())),
            Instrument::Counter { cap, .. } => assert_eq!(test.protocol().range, (0, i16::try_from(cap).unwrap())),
            Instrument::Press { .. } => assert!(test.is_pain() && page["phone"].contains("5-s timer")),
            Instrument::Points { of, .. } => assert_eq!(of.len(), 5),
        }
    });
}

#[test]
fn the_core_set_is_that_of_section_8() {
    let row = chapter().lines().find(|line| line.starts_with("| First week")).unwrap();
    let of_page: BTreeSet<&str> = ticked(row).into_iter().collect();
    assert_eq!(of_page, CORE.iter().map(|test| test.id()).collect());
    assert!(CORE.is_sorted());
}

#[test]
fn t_cadence_is_that_of_the_page() {
    let page = fields(CADENCE);
    assert_eq!(page["valid range"], format!("{}-{}", CADENCE_RANGE.0, CADENCE_RANGE.1));
    assert_eq!(tenths(&page["real change"]), CADENCE_CHANGE * 10);
    for key in ["luedke2020", "luedke2016"] {
        assert!(page["classes"].contains(key) && CADENCE_SOURCES.iter().any(|source| source.0 == key));
    }
}

#[test]
fn the_video_items_are_those_of_the_page() {
    let rows: Vec<Vec<&str>> = chapter()
        .lines()
        .filter(|line| line.starts_with("| `v-"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), VideoItem::ALL.len());
    for (row, item) in rows.iter().zip(VideoItem::ALL) {
        let [id, view, _, choices, counts, sources] = row.as_slice() else { panic!("{row:?}") };
        let look = item.look();
        assert_eq!(ticked(id), [item.id()]);
        assert_eq!(*view, if look.camera == Camera::Behind { "behind" } else { "side" }, "{id}");
        assert_eq!(ticked(choices), look.choices.iter().map(|choice| choice.id).collect::<Vec<_>>(), "{id}");
        let counting = look.choices.iter().filter(|choice| choice.counts).map(|choice| choice.id);
        assert_eq!(ticked(counts), counting.collect::<Vec<_>>(), "{id}");
        let mut keys: Vec<&str> = ticked(sources);
        if sources.contains("cut `conv`") {
            assert_eq!(keys.last(), Some(&"conv"));
        }
        keys.dedup();
        assert_eq!(keys, look.sources.iter().map(|key| key.0).collect::<Vec<_>>(), "{id}");
        assert_eq!(look.each_side, *item == VideoItem::PelvicDrop);
    }
}
