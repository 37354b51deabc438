//! How a person finds and touches things: by role and name, by the marks of the contract, with the keyboard.
//!
//! Whatever is looked for may still be on its way: everything here waits, within bounds.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::journey::Run;
use crate::webdriver::{Refused, element_id, element_json};

/// How long anything may take to appear, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);

/// Something on the page.
pub struct Element<'a> {
    run: &'a Run,
    id: String,
}

impl Run {
    /// Waits for the one element of that role with that name.
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        self.within(&format!("the {role} \"{name}\""), || self.now(role, Some(name), false).into_iter().next())
    }

    /// As [`Run::find`], where only a part of the name is known.
    pub fn find_like(&self, role: &str, part: &str) -> Element<'_> {
        self.within(&format!("a {role} like \"{part}\""), || self.now(role, Some(part), true).into_iter().next())
    }

    /// All elements of that role that can be reached at this moment.
    pub fn all(&self, role: &str) -> Vec<Element<'_>> {
        self.now(role, None, false)
    }

    /// Whether there is such an element at this moment.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.now(role, Some(name), false).is_empty()
    }

    /// Waits until there is no such element.
    pub fn gone(&self, role: &str, name: &str) {
        self.within(&format!("the end of the {role} \"{name}\""), || (!self.has(role, name)).then_some(()));
    }

    /// Waits for it and touches it, again if it was replaced meanwhile.
    pub fn click(&self, role: &str, name: &str) {
        self.touch(&format!("the {role} \"{name}\""), || self.now(role, Some(name), false).into_iter().next());
    }

    /// Touches what a mark names, such as `[data-option="no"]`.
    pub fn click_mark(&self, css: &str) {
        self.touch(css, || self.marks_now(css).into_iter().next());
    }

    /// Answers a question by its marks: `answer("s-limp", "no")`.
    pub fn answer(&self, question: &str, option: &str) {
        self.click_mark(&format!("[data-question=\"{question}\"] [data-option=\"{option}\"]"));
    }

    /// Waits for an element that a mark names, such as `[data-stage=work]`.
    pub fn mark(&self, css: &str) -> Element<'_> {
        self.within(css, || self.marks_now(css).into_iter().next())
    }

    /// All elements that a mark names at this moment.
    pub fn marks_now(&self, css: &str) -> Vec<Element<'_>> {
        self.elements("return Array.from(document.querySelectorAll(arguments[0])).filter((one) => one.checkVisibility?.() ?? one.getClientRects().length > 0)", &json!([css]))
    }

    /// The text of the one heading of the screen.
    pub fn heading(&self) -> String {
        let one = "const all = Array.from(document.querySelectorAll('h1')).filter((one) => one.checkVisibility?.() ?? one.getClientRects().length > 0); return all.length === 1 ? all[0].textContent.trim() : null";
        self.within("one h1", || self.session.script(one, &json!([])).ok()?.as_str().map(str::to_owned))
    }

    /// Waits for a screen by its heading.
    pub fn expect_heading(&self, text: &str) {
        self.within(&format!("the heading \"{text}\""), || (self.heading() == text).then_some(()));
    }

    /// Waits until the app answers taps.
    pub fn ready(&self) {
        self.within("the app", || {
            let marks = "return performance.getEntriesByName('stridewell:interactive').length > 0";
            (self.session.script(marks, &json!([])).ok()? == json!(true)).then_some(())
        });
    }

    /// Presses and lets go of a key, by its WebDriver value: `"\u{E004}"` is Tab, `"\u{E006}"` Enter, `" "` space.
    pub fn key(&self, key: &str) {
        let actions = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.session.post("/actions", &keyboard).expect("the browser takes keys");
    }

    /// The name of what has the focus, or its tag.
    pub fn focused(&self) -> String {
        let body = "const at = document.activeElement; return at.getAttribute('aria-label') ?? (at.labels?.[0] ?? at).textContent.trim()";
        self.script(body, &json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for whatever `look` finds.
    pub fn within<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let begin = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begin.elapsed() < PATIENCE, "waited {} s for {what}, at {}", PATIENCE.as_secs(), self.place());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn touch<'a>(&'a self, what: &str, look: impl Fn() -> Option<Element<'a>>) {
        self.within(what, || match look()?.try_click() {
            Ok(()) => Some(()),
            // Replaced between the look and the touch, or something passes in front of it: look again.
            Err(refused) if refused.code.starts_with("stale") || refused.code.contains("intercepted") => None,
            Err(refused) if refused.code == "element not interactable" || refused.code == "no such element" => None,
            Err(refused) => panic!("{what} cannot be touched: {} {}", refused.code, refused.message),
        });
    }

    fn now(&self, role: &str, name: Option<&str>, part: bool) -> Vec<Element<'_>> {
        self.elements(include_str!("find.js"), &json!([role, name, part]))
    }

    fn elements(&self, script: &str, arguments: &Value) -> Vec<Element<'_>> {
        // The page may be on its way to another one: nothing is there then.
        let Ok(Value::Array(found)) = self.session.script(script, arguments) else { return Vec::new() };
        found.iter().filter_map(element_id).map(|id| Element { run: self, id }).collect()
    }
}

impl Element<'_> {
    /// The text as it is seen.
    pub fn text(&self) -> String {
        let value = self.run.session.get(&format!("/element/{}/text", self.id)).expect("its text");
        value.as_str().unwrap_or_default().trim().to_owned()
    }

    /// An attribute, or nothing.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let value =
            self.script("return arguments[0].getAttribute(arguments[1])", &json!([element_json(&self.id), name]));
        value.as_str().map(str::to_owned)
    }

    /// Whether a box is ticked or a choice chosen.
    pub fn is_chosen(&self) -> bool {
        self.script(
            "return arguments[0].checked ?? arguments[0].ariaChecked === 'true'",
            &json!([element_json(&self.id)]),
        ) == json!(true)
    }

    /// Touches it.
    pub fn click(&self) {
        self.try_click().unwrap_or_else(|refused| panic!("not touched: {} {}", refused.code, refused.message));
    }

    /// Types into it, after what is there is taken out.
    pub fn write(&self, text: &str) {
        self.run.session.post(&format!("/element/{}/clear", self.id), &json!({})).expect("the field empties");
        self.run
            .session
            .post(&format!("/element/{}/value", self.id), &json!({ "text": text }))
            .expect("the field takes text");
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        let value = self.script(
            "const box = arguments[0].getBoundingClientRect(); return [box.width, box.height]",
            &json!([element_json(&self.id)]),
        );
        (value[0].as_f64().unwrap_or(0.0), value[1].as_f64().unwrap_or(0.0))
    }

    fn script(&self, body: &str, arguments: &Value) -> Value {
        self.run.script(body, arguments)
    }

    /// A choice is touched by its label, as a person does. It is brought to the middle first: at the edges bars lie over the page.
    fn try_click(&self) -> Result<(), Refused> {
        let body = "const at = arguments[0]; const label = at.labels?.[0];
            const place = (at.type === 'radio' || at.type === 'checkbox') && label ? label : at;
            place.scrollIntoView({ block: 'center', behavior: 'instant' }); return place";
        let place = self.run.session.script(body, &json!([element_json(&self.id)]))?;
        let id = element_id(&place).unwrap_or_else(|| self.id.clone());
        self.run.session.post(&format!("/element/{id}/click"), &json!({})).map(|_| ())
    }
}
