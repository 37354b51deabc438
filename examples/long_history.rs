//! What the guide keeps of a runner with many sessions, as one JSON object of keys and texts. Development only.
//!
//! `cargo run --example long_history -- SESSIONS` writes it to the standard output: the safety check just passed,
//! before it that many sessions, one each nine hours up to now. The benchmarks put it into a browser.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use stridewell::journal::{
    Answer, Body, Context, EndedHow, Entry, IdMaker, Item, ItemDone, Journal, Mark, Moment, SessionKind, Write,
    plan_keeping,
};
use stridewell::library::{DoseLevel, ExerciseId};
use stridewell::program::screening::{Kind, QUESTIONS, Question, Screening};
use stridewell::units::{Day, Effort, Millis, Now, PainScore, Seconds};

const HOUR: i64 = 3_600_000;
/// Between two sessions: ten thousand of them are ten years.
const APART: i64 = 9 * HOUR;
const EXERCISES: [ExerciseId; 6] = [
    ExerciseId::BridgeDouble,
    ExerciseId::SideLyingHipAdduction,
    ExerciseId::SitToStand,
    ExerciseId::SidePlankKnees,
    ExerciseId::CatCamel,
    ExerciseId::HipFlexorStretchHalfKneeling,
];

fn main() -> Result<(), Box<dyn Error>> {
    let sessions: i64 = std::env::args().nth(1).ok_or("how many sessions?")?.parse()?;
    let wall = Millis(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?);
    let now = Now { wall, mono: Millis(0), zone: 0 };
    let mut diary = Diary::default();
    for back in (0..sessions).rev() {
        diary.session(wall.0 - 20 * HOUR - back * APART);
    }
    diary.check(wall.0 - HOUR);
    let journal = Journal::from_entries(diary.entries.clone());
    if !Screening::of(&journal, now).is_open() {
        return Err("these answers do not pass the safety check".into());
    }
    let mut shelf: BTreeMap<String, String> = BTreeMap::new();
    for write in plan_keeping(diary.entries, &journal, &shelf, now) {
        match write {
            Write::Put { key, value } => shelf.insert(key, value),
            Write::Remove { key } => shelf.remove(&key),
        };
    }
    serde_json::to_writer(std::io::stdout().lock(), &shelf)?;
    std::io::stdout().flush()?;
    Ok(())
}

#[derive(Default)]
struct Diary {
    ids: IdMaker,
    entries: Vec<Entry>,
}

impl Diary {
    fn write(&mut self, utc: i64, body: Body) -> stridewell::journal::EntryId {
        // Spread like chance, so that the texts are as long and as hard to compress as real ones.
        let random = (self.entries.len() as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835) >> 40;
        let id = self.ids.next(Millis(utc), random);
        self.entries.push(Entry { id, tz: 0, body });
        id
    }

    fn session(&mut self, utc: i64) {
        let minute = |minutes: i64| utc + minutes * 60_000;
        let pain = PainScore::new(u8::from(self.entries.len().is_multiple_of(3)) + 1);
        let now = Answer::Number(pain.map_or(1, |pain| i64::from(pain.get())));
        self.write(utc, Body::Answer { q: "q-nprs-now".into(), a: now, ctx: Context::Before });
        let items = EXERCISES.map(|exercise| Item {
            exercise: exercise.id().to_owned(),
            level: DoseLevel::One,
            sets: 2,
            amount: 10,
            rest: Seconds(45),
        });
        let slot = format!("{}-f", Day::at(Millis(utc), 0));
        let of = self.write(
            minute(1),
            Body::Session { slot, kind: SessionKind::F, seconds: Seconds(1200), items: items.to_vec() },
        );
        let done = EXERCISES.map(|exercise| ItemDone {
            exercise: exercise.id().to_owned(),
            sets: 2,
            amount: 20,
            worst: None,
            mark: Mark::Ok,
            exchanged: None,
        });
        self.write(
            minute(21),
            Body::SessionEnd { of, how: EndedHow::Done, seconds: Seconds(1180), items: done.to_vec() },
        );
        self.write(minute(22), Body::After { of, worst: pain, effort: Effort::new(4), note: String::new() });
    }

    fn check(&mut self, utc: i64) {
        self.write(utc, Body::Begin { moment: Moment::Screen, why: "runner".into(), questions: Vec::new() });
        for question in QUESTIONS {
            let a = stored(question, harmless(question));
            self.write(utc, Body::Answer { q: question.id().into(), a, ctx: Context::Screen });
        }
        self.write(utc, Body::Finish { moment: Moment::Screen });
    }
}

/// The answer of a runner without any warning sign.
fn harmless(question: Question) -> &'static str {
    match question {
        Question::Testicle => "does-not-apply",
        Question::Place => "outer",
        Question::RunPain => "eases",
        Question::Limp => "normal",
        Question::Course => "same",
        Question::Bsi => "never",
        Question::Age => "40",
        Question::RestNow => "1",
        Question::Floor => "yes",
        _ if question.options().contains(&"none") => "none",
        _ => "no",
    }
}

fn stored(question: Question, word: &str) -> Answer {
    match question.kind() {
        Kind::Many => Answer::List(vec![word.to_owned()]),
        Kind::Number { .. } | Kind::Nprs => word.parse().map_or(Answer::Skipped, Answer::Number),
        Kind::YesNo | Kind::One => Answer::Text(word.to_owned()),
    }
}
