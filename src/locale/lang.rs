//! The languages and their plural rule.

/// A language of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English, as in the US.
    #[default]
    En,
    /// Spanish, as in the US.
    Es,
}

/// The cardinal forms of both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Exactly one.
    One,
    /// None, or more than one.
    Other,
}

impl Lang {
    /// All languages, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The folder's name and the value of `lang` on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The locale for `Intl`.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::En => "en-US",
            Self::Es => "es-US",
        }
    }

    /// The language of a BCP 47 tag such as `es-MX`, by its first part; `None` for any other language.
    pub fn parse(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| lang.id().eq_ignore_ascii_case(first))
    }

    /// Which form goes with a whole number. English and Spanish have the same rule for those the app counts;
    /// Spanish's third form (`many`) begins at a million.
    pub const fn plural(self, n: u64) -> Plural {
        match (self, n) {
            (Self::En | Self::Es, 1) => Plural::One,
            (Self::En | Self::Es, _) => Plural::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_by_its_first_part() {
        for (tag, lang) in [
            ("en", Some(Lang::En)),
            ("en-GB", Some(Lang::En)),
            ("es-419", Some(Lang::Es)),
            ("ES_mx", Some(Lang::Es)),
            ("est", None),
            ("fr-CA", None),
            ("", None),
        ] {
            assert_eq!(Lang::parse(tag), lang, "{tag}");
        }
    }

    #[test]
    fn only_one_is_singular() {
        for lang in Lang::ALL {
            assert_eq!(lang.plural(1), Plural::One);
            for n in [0, 2, 11, 21, 101, u64::MAX] {
                assert_eq!(lang.plural(n), Plural::Other, "{n}");
            }
        }
    }
}
