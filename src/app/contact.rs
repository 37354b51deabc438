//! Ways to reach a clinic, each checked so that it can stand in a link: `https:`, `tel:` and `mailto:` only.
//!
//! Not here: the words around them.

/// Letters that an address of a page may have.
const ADDRESS_MAX: usize = 2048;

/// A telephone number, as written for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Up to 32 digits, blanks and `+ ( ) - .`, with a digit among them.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |letter: char| letter.is_ascii_digit() || " +()-.".contains(letter);
        let fits =
            text.len() <= 32 && text.chars().all(allowed) && text.contains(|letter: char| letter.is_ascii_digit());
        fits.then(|| Self(text.trim().to_owned()))
    }

    /// The number as written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// `tel:` and the number without what is there for the eye.
    pub fn href(&self) -> String {
        let plus = if self.0.trim_start_matches('(').starts_with('+') { "+" } else { "" };
        format!("tel:{plus}{}", self.0.chars().filter(char::is_ascii_digit).collect::<String>())
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Up to 254 letters: a plain name and a host. Letters that mean something in a `mailto:` are refused.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@')?;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._+-".contains(letter);
        let fits =
            text.len() <= 254 && !name.is_empty() && name.chars().all(plain) && is_host(host) && host.contains('.');
        fits.then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// `mailto:` and the address.
    pub fn href(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

/// The address of a page, by `https:` only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Up to 2048 letters; without a user's name before the host, which would make it look like another's.
    pub fn parse(text: &str) -> Option<Self> {
        let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "\\\"<>`{}|^".contains(letter);
        // Letters, and not bytes: a path may be written in any language.
        if text.chars().count() > ADDRESS_MAX || text.contains(odd) {
            return None;
        }
        let rest = text.strip_prefix("https://")?;
        is_authority(host_of(rest)).then(|| Self(text.to_owned()))
    }

    /// The whole address.
    pub fn href(&self) -> &str {
        &self.0
    }

    /// Its host, to be shown beside the link.
    pub fn host(&self) -> &str {
        host_of(self.0.strip_prefix("https://").unwrap_or_default())
    }
}

/// An origin that may frame the app: `https:`, or `http:` on this very machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// A scheme, a host and maybe a port; no path.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > ADDRESS_MAX {
            return None;
        }
        let text = text.to_ascii_lowercase();
        let fits = match text.strip_prefix("https://") {
            Some(authority) => is_authority(authority),
            None => is_loopback(text.strip_prefix("http://")?),
        };
        fits.then_some(Self(text))
    }

    /// As a browser writes it.
    pub fn text(&self) -> &str {
        &self.0
    }
}

fn host_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// A host of letters, digits, dots and dashes. (Other letters come as `xn--`: no host looks like another.)
fn is_host(host: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= 253 && host.split('.').all(part)
}

fn is_authority(authority: &str) -> bool {
    match authority.split_once(':') {
        Some((host, port)) => is_host(host) && is_port(port),
        None => is_host(authority),
    }
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_loopback(authority: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|host| match authority.strip_prefix(host) {
        Some("") => true,
        Some(rest) => rest.strip_prefix(':').is_some_and(is_port),
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_becomes_a_link() {
        let phone = Phone::parse("+1 (555) 010-2030").unwrap();
        assert_eq!((phone.text(), phone.href().as_str()), ("+1 (555) 010-2030", "tel:+15550102030"));
        assert_eq!(Phone::parse("555.010.2030").unwrap().href(), "tel:5550102030");
        for text in ["", "call us", "5550102030;ext=1", "()", "555010203055501020305550102030555", "٥٥٥"] {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_cannot_bring_more_than_itself() {
        assert_eq!(
            Email::parse("front.desk+hip@clinic.example").unwrap().href(),
            "mailto:front.desk+hip@clinic.example"
        );
        for text in [
            "",
            "@clinic.example",
            "a@",
            "a@b",
            "a@b.example?bcc=c@d.example",
            "a b@c.example",
            "a&b@c.example",
            "a@b@c.example",
            "a@-b.example",
            "a%0a@b.example",
        ] {
            assert_eq!(Email::parse(text), None, "{text}");
        }
        assert_eq!(Email::parse(&format!("{}@clinic.example", "a".repeat(254))), None);
    }

    #[test]
    fn a_link_shows_its_host() {
        for (text, host) in [
            ("https://clinic.example", "clinic.example"),
            ("https://clinic.example:8443/book?x=1#now", "clinic.example:8443"),
            ("https://clinic.example?x=https://other.example", "clinic.example"),
            ("https://clinic.example/reservar-cita-ñ", "clinic.example"),
        ] {
            assert_eq!(Link::parse(text).unwrap().host(), host);
        }
        for text in [
            "",
            "http://clinic.example",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "//clinic.example",
            "https://clinic.example@other.example",
            "https://clinic.example\\@other.example",
            "https://clinic example",
            "https://clinic.example/\"x",
            "HTTPS://clinic.example\n",
            "https://clinic.example:0/",
            "https://clínica.example",
            "https://clinic.example:99999",
            "data:text/html,x",
            " https://clinic.example",
        ] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
        assert_eq!(Link::parse(&format!("https://clinic.example/{}", "a".repeat(2048))), None);
    }

    #[test]
    fn an_origin_has_no_path_and_http_stays_on_this_machine() {
        for text in [
            "https://clinic.example",
            "https://Clinic.example:444",
            "http://localhost:8080",
            "http://127.0.0.1",
            "http://[::1]:3000",
        ] {
            assert_eq!(Origin::parse(text).unwrap().text(), text.to_ascii_lowercase());
        }
        for text in [
            "",
            "*",
            "null",
            "https://*.example",
            "https://clinic.example/",
            "http://clinic.example",
            "http://localhost.example",
            "http://localhost:",
            "http://localhost:x",
            "https://",
        ] {
            assert_eq!(Origin::parse(text), None, "{text}");
        }
    }
}
