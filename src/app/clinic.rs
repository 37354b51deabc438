//! A clinic's configuration (`clinics/<slug>.json`), read and bounded field by field.
//!
//! A field out of bounds is left out with a warning; another clinic's phone is never put in its place. Nothing in it is
//! ever used as HTML. Not here: fetching it, and showing it.

use core::fmt;

use serde_json::{Map, Value};

use super::accent::Accent;
use super::contact::{Email, Link, Origin, Phone};
use crate::locale::Lang;

/// Bytes that the file may have.
pub const CLINIC_BYTES_MAX: usize = 64 * 1024;
const NAME_MAX: usize = 80;
const WELCOME_MAX: usize = 400;
const PATH_MAX: usize = 2048;
const LOGO_BYTES_MAX: usize = 48 * 1024;
const ORIGINS_MAX: usize = 20;
/// Warnings that are told; more help nobody.
const WARNINGS_MAX: usize = 20;

/// Whose guide this is.
#[derive(Debug, Clone, PartialEq)]
pub struct Clinic {
    /// Its name, 1 to 80 letters.
    pub name: String,
    /// Its phone.
    pub phone: Option<Phone>,
    /// Its e-mail address.
    pub email: Option<Email>,
    /// Where to book.
    pub booking: Option<Link>,
    /// Its website.
    pub website: Option<Link>,
    /// Its logo: a relative path, or a `data:` image. To be shown in `<img>` only.
    pub logo: Option<String>,
    /// Its color, corrected.
    pub accent: Accent,
    /// Its words of welcome: plain text, up to 400 letters.
    pub welcome: Option<String>,
    /// The languages it offers, at least one.
    pub languages: Vec<Lang>,
    /// Origins that may frame the guide and receive events, at most 20.
    pub embed_origins: Vec<Origin>,
    /// Whether a prescription's link may bring a clinic's name, phone and booking address.
    pub allow_link_config: bool,
}

impl Default for Clinic {
    fn default() -> Self {
        Self {
            name: "Stridewell".into(),
            phone: None,
            email: None,
            booking: None,
            website: None,
            logo: None,
            accent: Accent::default(),
            welcome: None,
            languages: vec![Lang::En, Lang::Es],
            embed_origins: Vec::new(),
            allow_link_config: false,
        }
    }
}

/// What was wrong with a clinic's file; for the console, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// More than 64 KB: the default stands.
    TooLarge,
    /// No JSON object: the default stands.
    NotAnObject,
    /// A key that is not in the contract; it is ignored.
    UnknownKey(String),
    /// A field, or a member of its list, is out of bounds and left out.
    LeftOut {
        /// The field.
        field: &'static str,
        /// What it must be.
        must: &'static str,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("the clinic's file is larger than 64 KB; the default is used"),
            Self::NotAnObject => f.write_str("the clinic's file is not a JSON object; the default is used"),
            Self::UnknownKey(key) => write!(f, "the clinic's file has an unknown key, which is ignored: {key}"),
            Self::LeftOut { field, must } => write!(f, "the clinic's {field} is left out: it must be {must}"),
        }
    }
}

impl Clinic {
    /// Reads a clinic's file. What cannot be used is left out, and told.
    pub fn parse(json: &str) -> (Self, Vec<Warning>) {
        if json.len() > CLINIC_BYTES_MAX {
            return (Self::default(), vec![Warning::TooLarge]);
        }
        let Ok(map) = serde_json::from_str::<Map<String, Value>>(json) else {
            return (Self::default(), vec![Warning::NotAnObject]);
        };
        let mut clinic = Self::default();
        let mut warnings = Vec::new();
        for (key, value) in &map {
            clinic.take(key, value, &mut warnings);
        }
        warnings.truncate(WARNINGS_MAX);
        (clinic, warnings)
    }

    /// Whether there is a way to reach it, so that a contact card is shown.
    pub const fn has_contact(&self) -> bool {
        self.phone.is_some() || self.email.is_some() || self.booking.is_some()
    }

    fn take(&mut self, key: &str, value: &Value, warnings: &mut Vec<Warning>) {
        let text = value.as_str();
        let mut keep = |field, must, fits: bool| {
            if !fits {
                warnings.push(Warning::LeftOut { field, must });
            }
        };
        match key {
            "name" => {
                let name = text.map(str::trim).filter(|name| !name.is_empty() && is_plain(name, NAME_MAX, false));
                keep("name", "1 to 80 letters", name.is_some());
                if let Some(name) = name {
                    name.clone_into(&mut self.name);
                }
            }
            "phone" => {
                self.phone = text.and_then(Phone::parse);
                keep("phone", "at most 32 digits, blanks and + ( ) - .", self.phone.is_some());
            }
            "email" => {
                self.email = text.and_then(Email::parse);
                keep("email", "a plain address of at most 254 letters", self.email.is_some());
            }
            "bookingUrl" => {
                self.booking = text.and_then(Link::parse);
                keep("bookingUrl", "an https address of at most 2048 letters", self.booking.is_some());
            }
            "website" => {
                self.website = text.and_then(Link::parse);
                keep("website", "an https address of at most 2048 letters", self.website.is_some());
            }
            "logo" => {
                self.logo = text.filter(|logo| is_logo(logo)).map(str::to_owned);
                keep("logo", "a relative path, or a data: image of at most 48 KB", self.logo.is_some());
            }
            "accent" => {
                let accent = text.and_then(Accent::parse);
                keep("accent", "#rgb, #rrggbb, rgb() or oklch()", accent.is_some());
                self.accent = accent.unwrap_or_default();
            }
            "welcome" => {
                let welcome = text.map(str::trim).filter(|welcome| is_plain(welcome, WELCOME_MAX, true));
                keep("welcome", "plain text of at most 400 letters", welcome.is_some());
                self.welcome = welcome.filter(|welcome| !welcome.is_empty()).map(str::to_owned);
            }
            "languages" => {
                let (mut languages, fits) = members(value, 2, |id| match id {
                    "en" => Some(Lang::En),
                    "es" => Some(Lang::Es),
                    _ => None,
                });
                languages.dedup();
                keep("languages", "a list of en and es", fits && !languages.is_empty());
                if !languages.is_empty() {
                    self.languages = languages;
                }
            }
            "embedOrigins" => {
                let (origins, fits) = members(value, ORIGINS_MAX, Origin::parse);
                keep("embedOrigins", "at most 20 https origins", fits);
                self.embed_origins = origins;
            }
            "allowLinkConfig" => {
                keep("allowLinkConfig", "true or false", value.is_boolean());
                self.allow_link_config = value.as_bool().unwrap_or(false);
            }
            _ => warnings.push(Warning::UnknownKey(key.chars().take(40).collect())),
        }
    }
}

/// The members of a list that fit, and whether all did.
fn members<T>(value: &Value, most: usize, read: impl Fn(&str) -> Option<T>) -> (Vec<T>, bool) {
    let Some(list) = value.as_array() else { return (Vec::new(), false) };
    let fit: Vec<T> = list.iter().take(most).filter_map(|member| member.as_str().and_then(&read)).collect();
    let all = fit.len() == list.len();
    (fit, all)
}

/// Text to be shown as it is: no control characters, and none that turn the direction of reading.
fn is_plain(text: &str, most: usize, lines: bool) -> bool {
    let odd = |letter: char| {
        (letter.is_control() && !(lines && letter == '\n'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().count() <= most && !text.contains(odd)
}

fn is_logo(logo: &str) -> bool {
    if let Some(data) = logo.strip_prefix("data:image/") {
        let Some((kind, data)) = data.split_once([',', ';']) else { return false };
        return logo.len() <= LOGO_BYTES_MAX
            && matches!(kind, "png" | "jpeg" | "webp" | "svg+xml")
            && !data.is_empty()
            && data.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    }
    // No sign that could begin a scheme, another host or an escape is left; so no way up can be hidden either.
    logo.len() <= PATH_MAX
        && logo.split('/').all(|part| !part.is_empty() && part != ".." && part != ".")
        && logo.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'/'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn parsed(value: &Value) -> (Clinic, Vec<Warning>) {
        Clinic::parse(&value.to_string())
    }

    #[test]
    fn a_whole_file_is_read_without_a_warning() {
        let (clinic, warnings) = parsed(&json!({
            "name": " Anytown Physical Therapy ", "phone": "+1 555 010 2030", "email": "desk@anytown.example",
            "bookingUrl": "https://anytown.example/book", "website": "https://anytown.example", "logo": "clinics/anytown.svg",
            "accent": "#1f3a8a", "welcome": "Good to see you.\nStart whenever you like.", "languages": ["es"],
            "embedOrigins": ["https://anytown.example"], "allowLinkConfig": true
        }));
        assert_eq!(warnings, []);
        assert_eq!(clinic.name, "Anytown Physical Therapy");
        assert_eq!(clinic.booking.as_ref().unwrap().host(), "anytown.example");
        assert_eq!(clinic.languages, [Lang::Es]);
        assert!(clinic.allow_link_config && clinic.has_contact());
        assert_ne!(clinic.accent, Accent::default());
    }

    #[test]
    fn the_files_beside_the_bundle_keep_the_contract() {
        let default = Clinic::parse(include_str!("../../public/clinics/default.json"));
        assert_eq!(default, (Clinic::default(), Vec::new()));

        let example = include_str!("../../public/clinics/anytown.json");
        let (clinic, warnings) = Clinic::parse(example);
        assert_eq!((clinic.name.as_str(), warnings), ("Anytown Physical Therapy", Vec::new()));
        assert!(clinic.phone.is_some() && clinic.email.is_some() && clinic.booking.is_some());
        assert!(clinic.website.is_some() && clinic.accent != Accent::default());
        assert_eq!(clinic.logo.as_deref(), Some("clinics/anytown.svg"));
        assert!(include_str!("../../public/clinics/anytown.svg").starts_with("<svg "));
        // The same stands in the README, for those who copy it from there.
        assert!(include_str!("../../README.md").contains(&format!("```json\n{example}```")));
    }

    #[test]
    fn an_empty_file_is_the_default_without_contact() {
        let (clinic, warnings) = Clinic::parse("{}");
        assert_eq!((clinic.has_contact(), &clinic, warnings), (false, &Clinic::default(), Vec::new()));
    }

    #[test]
    fn what_is_no_file_is_the_default() {
        for text in ["", "[]", "null", "{", "{\"name\":\"x\"} y"] {
            assert_eq!(Clinic::parse(text), (Clinic::default(), vec![Warning::NotAnObject]), "{text}");
        }
        let large = format!("{{\"name\":\"x\"}}{}", " ".repeat(CLINIC_BYTES_MAX));
        assert_eq!(Clinic::parse(&large), (Clinic::default(), vec![Warning::TooLarge]));
    }

    #[test]
    fn a_field_out_of_bounds_is_left_out_and_told() {
        for (field, value) in [
            ("name", json!("")),
            ("name", json!("x".repeat(81))),
            ("name", json!("a\u{202e}b")),
            ("name", json!(7)),
            ("phone", json!("call us")),
            ("email", json!("a@b.example?cc=x@y.example")),
            ("bookingUrl", json!("http://anytown.example")),
            ("website", json!("javascript:alert(1)")),
            ("accent", json!("red")),
            ("welcome", json!("x".repeat(401))),
            ("welcome", json!("a\u{7}b")),
            ("languages", json!([])),
            ("languages", json!(["fr"])),
            ("embedOrigins", json!("https://a.example")),
            ("embedOrigins", json!(["http://a.example"])),
            ("allowLinkConfig", json!("yes")),
        ] {
            let (clinic, warnings) = parsed(&json!({ (field): value }));
            assert_eq!(clinic, Clinic::default(), "{field}");
            assert!(
                matches!(warnings.as_slice(), [Warning::LeftOut { field: told, .. }] if *told == field),
                "{warnings:?}"
            );
        }
    }

    #[test]
    fn what_fits_in_a_list_stays() {
        let (clinic, warnings) = parsed(&json!({"languages": ["fr", "es"]}));
        assert_eq!((clinic.languages, warnings.len()), (vec![Lang::Es], 1));
        let many: Vec<String> = (0..25).map(|n| format!("https://a{n}.example")).collect();
        let (clinic, warnings) = parsed(&json!({"embedOrigins": many}));
        assert_eq!((clinic.embed_origins.len(), warnings.len()), (20, 1));
    }

    #[test]
    fn unknown_keys_are_told_and_ignored() {
        let (clinic, warnings) = parsed(&json!({"color": "#fff", "name": "A"}));
        assert_eq!((clinic.name.as_str(), warnings), ("A", vec![Warning::UnknownKey("color".into())]));
        let keys: Map<String, Value> = (0..50).map(|n| (format!("key-{n}"), Value::Null)).collect();
        assert_eq!(parsed(&Value::Object(keys)).1.len(), WARNINGS_MAX);
    }

    #[test]
    fn a_logo_stays_beside_the_guide() {
        for logo in ["logo.svg", "clinics/a-b_c.png", "data:image/png;base64,AAAA", "data:image/svg+xml,%3Csvg/%3E"] {
            assert!(is_logo(logo), "{logo}");
        }
        for logo in [
            "",
            "/logo.svg",
            "../logo.svg",
            "a/../b.svg",
            "a/./b",
            "https://other.example/x.png",
            "//other.example/x",
            "a\\b",
            "%2e%2e/x",
            "javascript:x",
            "data:text/html,x",
            "data:image/gif;base64,AA",
            "data:image/png",
            "data:image/png;",
        ] {
            assert!(!is_logo(logo), "{logo}");
        }
        assert!(!is_logo(&format!("data:image/png;base64,{}", "A".repeat(LOGO_BYTES_MAX))));
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,90}".prop_map(Value::from),
            "(https://|http://|data:image/png,|\\+|#|en|oklch\\()[a-z0-9./:@?%) -]{0,20}".prop_map(Value::from),
        ];
        leaf.prop_recursive(2, 30, 25, |inner| prop::collection::vec(inner, 0..25).prop_map(Value::from))
    }

    proptest! {
        #[test]
        fn nothing_out_of_bounds_comes_in(fields in prop::collection::vec((0_usize..12, any_value()), 0..12)) {
            const KEYS: [&str; 12] = ["name", "phone", "email", "bookingUrl", "website", "logo", "accent", "welcome",
                "languages", "embedOrigins", "allowLinkConfig", "other"];
            let map: Map<String, Value> = fields.into_iter().map(|(key, value)| (KEYS[key].to_owned(), value)).collect();
            let (clinic, warnings) = parsed(&Value::Object(map));
            prop_assert!((1..=80).contains(&clinic.name.chars().count()));
            prop_assert!(clinic.phone.is_none_or(|phone| phone.href().starts_with("tel:") && phone.text().len() <= 32));
            prop_assert!(clinic.email.is_none_or(|email| email.text().len() <= 254));
            for link in [clinic.booking, clinic.website].into_iter().flatten() {
                prop_assert!(link.href().starts_with("https://") && !link.host().is_empty() && !link.host().contains('@'));
            }
            prop_assert!(clinic.logo.is_none_or(|logo| !logo.contains("..") && !logo.starts_with('/') && (logo.starts_with("data:image/") || !logo.contains(':'))));
            prop_assert!(clinic.welcome.is_none_or(|welcome| welcome.chars().count() <= 400));
            prop_assert!((1..=2).contains(&clinic.languages.len()));
            prop_assert!(clinic.embed_origins.len() <= 20 && warnings.len() <= 20);
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,60}") {
            let _ = Clinic::parse(&text);
        }
    }
}
