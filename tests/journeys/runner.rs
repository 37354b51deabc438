//! What a runner does in many journeys: answer the safety questions, open a session, let it run; and what is kept of it.
//!
//! Not here: what a journey is about.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::Run;

/// An answer: an option's id, options joined by `+`, or a number.
pub type Reply = &'static str;

/// The answers of a runner without any warning sign; every other question is answered by `no`.
const WITHOUT_SIGNS: [(&str, Reply); 16] = [
    ("s-saddle", "none"),
    ("s-place", "outer"),
    ("s-run-pain", "eases"),
    ("s-limp", "normal"),
    ("s-course", "same"),
    ("s-bsi", "never"),
    ("s-energy", "none"),
    ("s-age", "38"),
    ("s-blood-supply", "none"),
    ("s-surgery", "none"),
    ("s-heart", "none"),
    ("s-inflammatory", "none"),
    ("s-medicine", "none"),
    ("s-rest-now", "1"),
    ("s-floor", "yes"),
    ("s-pool", "none"),
];

/// The answer to a question: the journey's own, or that of a runner without a warning sign.
pub fn reply(own: &[(&str, Reply)], question: &str) -> Reply {
    let find = |(id, reply): &(&str, Reply)| (*id == question).then_some(*reply);
    own.iter().find_map(find).or_else(|| WITHOUT_SIGNS.iter().find_map(find)).unwrap_or("no")
}

impl Run {
    /// Opens the guide for the first time and taps `Start`.
    pub fn start(&self, query: &str) {
        self.open(query);
        self.ready();
        self.click_mark("main .dock button");
        self.mark("form[data-question=\"s-bear-weight\"]");
    }

    /// The question on the screen, or nothing once the check is left.
    pub fn question(&self) -> Option<String> {
        let body = "return location.hash === '#/check/safety'
            ? (document.querySelector('form[data-question]')?.dataset.question ?? '') : null";
        self.within("a question, or its end", || match self.script(body, &json!([])) {
            Value::String(id) if id.is_empty() => None,
            Value::String(id) => Some(Some(id)),
            _ => Some(None),
        })
    }

    /// Answers the safety questions as a person does, by touch, until the check is left or `until` is asked. Says what was asked.
    pub fn answer_all(&self, own: &[(&str, Reply)], until: &str) -> Vec<String> {
        let mut asked = Vec::new();
        while let Some(question) = self.question().filter(|question| question != until) {
            self.reply(&question, reply(own, &question));
            self.within(&format!("what comes after {question}"), || {
                (self.question().as_deref() != Some(question.as_str())).then_some(())
            });
            asked.push(question);
        }
        asked
    }

    /// Answers one question by touch. A single choice goes on by itself.
    pub fn reply(&self, question: &str, reply: Reply) {
        let form = format!("form[data-question=\"{question}\"]");
        if let Some(field) = self.marks_now(&format!("{form} input[type=text]")).into_iter().next() {
            field.write(reply);
            return self.click_mark("main > .dock .btn.main");
        }
        for option in reply.split('+') {
            self.click_mark(&format!("{form} [data-option=\"{option}\"]"));
        }
        if !self.marks_now(&format!("{form} input[type=checkbox]")).is_empty() {
            self.click_mark("main > .dock .btn.main");
        }
    }

    /// Answers the safety questions in one go, as a script: for journeys that are about what comes after.
    pub fn pass_check(&self, own: &[(&str, Reply)]) {
        self.answer_by_script(own, None);
    }

    /// The same up to a question, which is left to the journey.
    pub fn pass_until(&self, question: &str) {
        self.answer_by_script(&[], Some(question));
    }

    fn answer_by_script(&self, own: &[(&str, Reply)], until: Option<&str>) {
        let mut table: Vec<(&str, Reply)> = own.to_vec();
        table.extend(WITHOUT_SIGNS);
        let answered = self.script_later(include_str!("pass_check.js"), &json!([table, until]));
        assert_eq!(answered, json!("answered"), "the check is answered");
    }

    /// A new runner without warning signs, at Today.
    pub fn arrive(&self, query: &str) {
        self.start(query);
        self.pass_check(&[]);
        self.click_mark("[data-level] .dock a");
        self.at("#/today");
    }

    /// Goes to a place of the page that is open, as a link does.
    pub fn open_place(&self, place: &str) {
        self.script("location.hash = arguments[0]", &json!([place]));
        self.at(place);
        self.frames();
    }

    /// Waits for an address.
    pub fn at(&self, place: &str) {
        self.within(&format!("the place {place}"), || (self.place() == place).then_some(()));
    }

    /// From Today into the player.
    pub fn begin_session(&self, pain: u8) {
        self.click("button", "Start session");
        self.rate("q-nprs-now", pain);
        self.click_ready("Start session");
        self.mark("[data-stage=setup]");
    }

    /// Waits for a sheet by its heading.
    pub fn expect_dialog(&self, title: &str) {
        self.find("dialog", title);
    }

    /// Touches a number of a scale.
    pub fn rate(&self, question: &str, score: u8) {
        self.answer(question, &score.to_string());
    }

    /// Touches a button once it can be.
    pub fn click_ready(&self, name: &str) {
        self.within(&format!("{name}, ready"), || {
            self.find("button", name).attribute("disabled").is_none().then_some(())
        });
        self.click("button", name);
    }

    /// The player as it is now, or nothing once it is left.
    pub fn stand(&self) -> Option<Stand> {
        let body = "const at = document.querySelector('[data-stage]'); if (!at) return null;
            return { ...at.dataset, time: at.querySelector('[role=timer]').textContent }";
        let now = self.script(body, &json!([]));
        let text = |name: &str| now[name].as_str().unwrap_or_default().to_owned();
        now.is_object().then(|| Stand {
            stage: text("stage"),
            exercise: text("exercise"),
            side: text("side"),
            set: text("set"),
            rep: text("rep"),
            time: text("time"),
        })
    }

    /// Moves the time, and waits until the page has seen it.
    pub fn pass(&self, time: Duration) {
        self.advance(time);
        self.frames();
    }

    /// Lets the session run until `done` says so or it is left, never past the end of a step. Says all that was seen.
    pub fn play_until(&self, done: impl Fn(&Stand) -> bool) -> Vec<Stand> {
        let mut seen = Vec::new();
        for _ in 0..400 {
            let Some(stand) = self.stand() else { return seen };
            let left = stand.seconds();
            let is_done = done(&stand);
            seen.push(stand);
            if is_done {
                return seen;
            }
            // A little short of the end, then just beyond it: no step is so short that it is missed.
            let by = if left > 2.0 { (left - 1.0).min(25.0) } else { 1.2 };
            self.pass(Duration::from_secs_f64(by));
        }
        panic!("the session does not end: {:?}", seen.last());
    }

    /// The fresh entries of the journal as they are kept, by id.
    pub fn entries(&self) -> Vec<Value> {
        let fresh = self.storage().into_iter().filter(|(key, _)| key.starts_with("stridewell.e."));
        fresh.map(|(_, text)| serde_json::from_str(&text).expect("an entry is JSON")).collect()
    }

    /// How many fresh entries are kept.
    pub fn kept_all(&self) -> usize {
        self.storage().iter().filter(|(key, _)| key.starts_with("stridewell.e.")).count()
    }

    /// The kept entries of a kind.
    pub fn kept(&self, kind: &str) -> Vec<Value> {
        self.entries().into_iter().filter(|entry| entry["kind"] == kind).collect()
    }

    /// The newest kept answer to a question.
    pub fn kept_answer(&self, question: &str) -> Option<Value> {
        self.kept("answer").into_iter().rfind(|entry| entry["q"] == question).map(|entry| entry["a"].clone())
    }

    /// An attribute of all elements that a mark names, in their order.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let body =
            "return Array.from(document.querySelectorAll(arguments[0]), (one) => one.getAttribute(arguments[1]) ?? '')";
        serde_json::from_value(self.script(body, &json!([css, name]))).expect("a list of texts")
    }
}

/// Where the player stands, by the marks of the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub stage: String,
    pub exercise: String,
    pub side: String,
    pub set: String,
    pub rep: String,
    /// The time left as it is read.
    pub time: String,
}

impl Stand {
    /// The time left in seconds; fails unless it reads `M:SS`.
    pub fn seconds(&self) -> f64 {
        let (minutes, seconds) = self.time.split_once(':').unwrap_or_else(|| panic!("{self:?}"));
        assert!(seconds.len() == 2 && !minutes.is_empty(), "a time reads M:SS: {self:?}");
        let number = |text: &str| text.parse::<u32>().unwrap_or_else(|_| panic!("{self:?}"));
        f64::from(number(minutes) * 60 + number(seconds))
    }

    /// The interval in which it stands.
    pub fn interval(&self) -> [&str; 4] {
        [&self.stage, &self.exercise, &self.side, &self.set]
    }
}
