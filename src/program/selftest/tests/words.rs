//! Every word that the tests and the running form look up by id is there, in both languages; every figure can be drawn.

use crate::figure::Figure;
use crate::locale::{Lang, built};
use crate::program::selftest::form::{CADENCE, FormClosed, VideoItem};
use crate::program::selftest::{Drawn, Instrument, Part, Places, Rule, SelfTest, Skip, Unit};

fn missing(paths: &[String]) -> Vec<String> {
    let lacks = |lang: Lang, path: &String| built(lang).of_id(path).is_empty();
    Lang::ALL
        .into_iter()
        .flat_map(|lang| paths.iter().filter(move |path| lacks(lang, path)).map(move |path| format!("{lang:?} {path}")))
        .collect()
}

#[test]
fn every_test_has_its_words() {
    let mut paths = Vec::new();
    for test in SelfTest::ALL {
        let id = test.id();
        paths.extend([format!("test.{id}.name"), format!("test.{id}.about"), format!("rule.{id}")]);
        paths.extend((1..=test.protocol().steps).map(|step| format!("test.{id}.step-{step}")));
        match test.protocol().instrument {
            Instrument::Angle { way, choices } => {
                paths.extend(choices.iter().map(|choice| format!("test.{id}.{}", choice.id)));
                if way.needs_start() {
                    paths.push(format!("test.{id}.start-pose"));
                }
            }
            Instrument::Distance { hands } => paths.extend(hands.iter().map(|hand| format!("test.hand.{}", hand.id))),
            Instrument::Points { of, .. } => paths.extend(of.iter().map(|point| format!("test.{id}.{point}"))),
            Instrument::Stopwatch { .. } | Instrument::Counter { .. } | Instrument::Press { .. } => {}
        }
    }
    paths.extend(Part::ALL.map(|part| format!("test.part.{}", part.id())));
    let units = [Unit::Degrees, Unit::Centimeters, Unit::Seconds, Unit::Repetitions, Unit::Points, Unit::Pain];
    paths.extend(units.map(|unit| format!("test.unit.{}", unit.id())));
    paths.extend(Rule::ALL.map(|rule| format!("test.ask.{}", rule.id())));
    paths.extend(["even", "slightly-uneven", "uneven"].map(|id| format!("test.index.{id}")));
    paths.extend(["target", "near", "below", "unknown"].map(|id| format!("test.class.{id}")));
    paths.extend(["skipped", "stopped", "unfit", "equipment"].map(|id| format!("test.why.{id}")));
    paths.extend(["PRG-Z3", "OM-84"].map(|id| format!("rule.{id}")));
    assert_eq!(missing(&paths), Vec::<String>::new());
    for test in SelfTest::ALL {
        let more = format!("test.{}.step-{}", test.id(), test.protocol().steps + 1);
        assert!(built(Lang::En).of_id(&more).is_empty(), "{more}");
    }
}

#[test]
fn the_running_form_has_its_words() {
    let mut paths = vec![format!("form.{CADENCE}.name"), "form.unsure".to_owned()];
    paths.extend((1..=4).map(|step| format!("form.{CADENCE}.step-{step}")));
    for item in VideoItem::ALL {
        let id = item.id();
        paths.extend(["name", "look", "meaning"].map(|word| format!("form.{id}.{word}")));
        let own = item.look().choices.iter().filter(|choice| choice.id != "unsure");
        paths.extend(own.map(|choice| format!("form.{id}.{}", choice.id)));
    }
    let closed = [FormClosed::Shut, FormClosed::NoImpact, FormClosed::Phase, FormClosed::RunPain, FormClosed::Minutes];
    paths.extend(closed.map(|why| format!("form.closed.{}", why.id())));
    assert_eq!(missing(&paths), Vec::<String>::new());
}

#[test]
fn every_test_has_a_figure_that_can_be_drawn() {
    for test in SelfTest::ALL {
        match test.protocol().drawn {
            Drawn::Exercise(id) => assert!(crate::library::first().get(id).is_some(), "{}", test.id()),
            Drawn::Own(sketch) => {
                let figure = Figure::parse(&sketch.notation(), &[]);
                let figure = figure.unwrap_or_else(|error| panic!("{}: {error}", test.id()));
                assert_eq!(figure.poses(), sketch.poses.len(), "{}", test.id());
            }
        }
    }
}

#[test]
fn places_that_are_offered_and_asks_are_used() {
    let felt = SelfTest::ALL.iter().filter(|test| matches!(test.protocol().places, Places::Felt(_)));
    assert_eq!(felt.map(|test| test.id()).collect::<Vec<_>>(), ["t-faber", "t-aslr"]);
    for rule in Rule::ALL {
        assert!(SelfTest::ALL.iter().any(|test| test.protocol().skips.contains(&Skip::Ask(rule))), "{rule:?}");
    }
}
