//! How the app looks and sounds to this runner: derived from the journal's `pref` entries, the newest of each name.

use crate::journal::{Body, EntryId, Journal};
use crate::locale::Lang;

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The drawn person's skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Skin {
    /// Light.
    One,
    /// Between.
    #[default]
    Two,
    /// Brown.
    Three,
    /// Dark.
    Four,
}

/// The drawn person's hair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hair {
    /// Tied to a bun.
    #[default]
    Bun,
    /// Short.
    Short,
}

macro_rules! words_of {
    ($name:ident { $($variant:ident = $id:literal),+ }) => {
        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The value of the preference.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
            /// Reads a value; an unknown one is no choice.
            pub fn parse(value: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == value)
            }
        }
    };
}
words_of!(Theme { Auto = "auto", Light = "light", Dark = "dark" });
words_of!(Skin { One = "1", Two = "2", Three = "3", Four = "4" });
words_of!(Hair { Bun = "bun", Short = "short" });

/// Language, theme, sound and the drawn person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Whether cues are sounded.
    pub beeps: bool,
    /// The person's skin.
    pub skin: Skin,
    /// The person's hair.
    pub hair: Hair,
}

/// One choice of the runner, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The language.
    Lang(Lang),
    /// The theme.
    Theme(Theme),
    /// Beeps on or off.
    Beeps(bool),
    /// The person's skin.
    Skin(Skin),
    /// The person's hair.
    Hair(Hair),
}

impl Choice {
    /// The entry that keeps it.
    pub fn body(self) -> Body {
        let (name, value) = match self {
            Self::Lang(lang) => ("language", lang.id()),
            Self::Theme(theme) => ("theme", theme.id()),
            Self::Beeps(on) => ("beeps", if on { "on" } else { "off" }),
            Self::Skin(skin) => ("figure-skin", skin.id()),
            Self::Hair(hair) => ("figure-hair", hair.id()),
        };
        Body::Pref { name: name.to_owned(), value: value.to_owned() }
    }
}

impl Look {
    /// What the page began with: the browser's or the address's language and theme.
    pub const fn beginning(lang: Lang, theme: Theme) -> Self {
        Self { lang, theme, beeps: true, skin: Skin::Two, hair: Hair::Bun }
    }

    /// The runner's choices over what the page began with. Language and theme were looked up by the page itself, where
    /// the address goes before what was kept: only what was chosen after `opened` counts for them.
    #[must_use]
    pub fn with_choices(mut self, journal: &Journal, opened: Option<EntryId>) -> Self {
        for happened in journal.happened() {
            if let Body::Pref { name, value } = happened.body
                && (Some(happened.id) > opened || !matches!(name.as_str(), "language" | "theme"))
            {
                self.choose(name, value);
            }
        }
        self
    }

    fn choose(&mut self, name: &str, value: &str) {
        match name {
            "language" => self.lang = Lang::parse(value).unwrap_or(self.lang),
            "theme" => self.theme = Theme::parse(value).unwrap_or(self.theme),
            "beeps" => self.beeps = value != "off",
            "figure-skin" => self.skin = Skin::parse(value).unwrap_or(self.skin),
            "figure-hair" => self.hair = Hair::parse(value).unwrap_or(self.hair),
            _ => {}
        }
    }
}
