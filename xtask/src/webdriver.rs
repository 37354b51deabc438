//! WebDriver on the wire: one session, commands as JSON over HTTP. It knows no page.
//!
//! Used by `bench`, and by the journeys, which include this file by its path.

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// How WebDriver names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser that is under control.
pub struct Session {
    agent: Agent,
    /// The driver's address with the session in it.
    base: String,
}

/// What the driver answered instead of a value.
#[derive(Debug)]
pub struct Refused {
    /// The error code of the standard, such as `stale element reference`.
    pub code: String,
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message)
    }
}

pub type Answer = Result<Value, Refused>;

impl Session {
    /// Waits until the driver is ready, then opens a browser.
    pub fn open(driver: &str, capabilities: &Value) -> Result<Self, Refused> {
        // No command takes so long: what waits for the page polls.
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let waited = Instant::now();
        while !is_ready(&agent, driver) {
            if waited.elapsed() > Duration::from_secs(20) {
                return Err(Refused { code: "driver gone".into(), message: format!("{driver} is not ready") });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let value = exchange(&agent, Some(&body), "POST", &format!("{driver}/session"))?;
        let id = value.get("sessionId").and_then(Value::as_str).unwrap_or_default();
        Ok(Self { base: format!("{driver}/session/{id}"), agent })
    }

    pub fn get(&self, path: &str) -> Answer {
        exchange(&self.agent, None, "GET", &format!("{}{path}", self.base))
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        exchange(&self.agent, Some(body), "POST", &format!("{}{path}", self.base))
    }

    /// Runs a function's body in the page; `arguments` holds what is passed.
    pub fn script(&self, body: &str, arguments: &Value) -> Answer {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Closes the browser; what hangs is ended with the driver.
    pub fn close(&self) {
        let _ = exchange(&self.agent, None, "DELETE", &self.base);
    }
}

/// The id in an element's JSON.
pub fn element_id(value: &Value) -> Option<String> {
    value.get(ELEMENT)?.as_str().map(str::to_owned)
}

/// An element as an argument of a script.
pub fn element_json(id: &str) -> Value {
    json!({ ELEMENT: id })
}

fn is_ready(agent: &Agent, driver: &str) -> bool {
    exchange(agent, None, "GET", &format!("{driver}/status"))
        .is_ok_and(|value| value.get("ready") != Some(&json!(false)))
}

fn exchange(agent: &Agent, body: Option<&Value>, method: &str, address: &str) -> Answer {
    let lost = |error: ureq::Error| Refused { code: "driver gone".into(), message: error.to_string() };
    let response = match (method, body) {
        ("POST", Some(body)) => agent.post(address).send_json(body),
        ("DELETE", _) => agent.delete(address).call(),
        _ => agent.get(address).call(),
    };
    let mut response = response.map_err(lost)?;
    let failed = !response.status().is_success();
    let reader = response.body_mut().with_config().limit(64 * 1024 * 1024);
    let mut answer: Value = reader.read_json().map_err(lost)?;
    let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
    if failed {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        return Err(Refused { code: text("error"), message: text("message") });
    }
    Ok(value)
}
