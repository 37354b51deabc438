//! The words of the areas: read, compared between the languages, and put in the order of their keys.
//!
//! The words of single exercises are in `exercise.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use super::key::{is_plain, variant};
use super::problem::Problems;
use super::{FIRST_FILES, FOUND_BY_ID, LANGUAGES};

/// One text, or the two forms of one that counts something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// The same for every number.
    Plain(String),
    /// The cardinal forms of English and Spanish.
    Plural { one: String, other: String },
}

impl Leaf {
    /// The text, or the form for many.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Plural { other: text, .. } => text,
        }
    }
}

/// One key with its text in each language, in the order of [`LANGUAGES`].
#[derive(Debug, Clone)]
pub struct Entry {
    /// The dotted path, such as `today.title`.
    pub path: String,
    /// Its variant of `Key`.
    pub variant: String,
    /// Whether the first screens need it: it is in the first of the two files.
    pub first: bool,
    /// Whether it is looked up by its path, which then stands in the file.
    pub found: bool,
    /// The texts.
    pub texts: Vec<Leaf>,
}

/// All keys in their order: first those of the first screens, and of these and the rest first those that are found
/// by id, each by path.
#[derive(Debug, Default)]
pub struct AllWords {
    /// The keys.
    pub entries: Vec<Entry>,
}

impl AllWords {
    /// Whether there is a text of that path.
    pub fn has(&self, path: &str) -> bool {
        self.entries.iter().any(|entry| entry.path == path)
    }

    /// Whether the evidence list has a source: its citation and its fact. `conv`, our own choice, cites nobody.
    pub fn has_source(&self, key: &str) -> bool {
        self.has(&format!("source.{key}.fact")) && (key == "conv" || self.has(&format!("source.{key}.citation")))
    }
}

/// A text and the file that it stands in.
type Found = BTreeMap<String, (String, Leaf)>;

/// Reads every area in every language and compares them.
pub fn read(files: &Files, problems: &mut Problems) -> AllWords {
    let languages: Vec<Found> = LANGUAGES.iter().map(|lang| read_language(files, lang, problems)).collect();
    let Some((first, others)) = languages.split_first() else { return AllWords::default() };
    for (lang, other) in LANGUAGES.iter().skip(1).zip(others) {
        compare(first, other, lang, problems);
    }
    let mut entries: Vec<Entry> = first.keys().filter_map(|path| entry(path, &languages)).collect();
    entries.sort_by(|a, b| (!a.first, !a.found, &a.path).cmp(&(!b.first, !b.found, &b.path)));
    check_variants(&entries, first, problems);
    AllWords { entries }
}

/// `None` where a language lacks the text, which is a problem already.
fn entry(path: &str, languages: &[Found]) -> Option<Entry> {
    let texts: Option<Vec<Leaf>> =
        languages.iter().map(|language| language.get(path).map(|(_, leaf)| leaf.clone())).collect();
    let area = path.split('.').next().unwrap_or_default();
    let found = FOUND_BY_ID.contains(&area) && path.contains('.');
    let file = languages.first().and_then(|language| language.get(path)).map(|(file, _)| file.as_str());
    let first = file.is_some_and(|file| FIRST_FILES.iter().any(|first| file.ends_with(&format!("/{first}"))));
    Some(Entry { path: path.to_owned(), variant: variant(path), first, found, texts: texts? })
}

fn check_variants(entries: &[Entry], first: &Found, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in entries {
        if let Some(other) = seen.insert(&entry.variant, &entry.path) {
            let file = first.get(&entry.path).map(|(file, _)| file.as_str()).unwrap_or_default();
            problems.add(file, &entry.path, format_args!("has the same name in code as `{other}`"));
        }
    }
}

fn read_language(files: &Files, lang: &str, problems: &mut Problems) -> Found {
    let mut found = Found::new();
    let folder = format!("src/locale/{lang}");
    for (file, _, text) in files.within(&folder) {
        match text.parse::<toml::Table>() {
            Ok(table) => collect(&table, "", file, &mut found, problems),
            Err(error) => problems.add(file, "", format_args!("is not TOML: {}", error.message())),
        }
    }
    found
}

fn collect(table: &toml::Table, prefix: &str, file: &str, found: &mut Found, problems: &mut Problems) {
    for (part, value) in table {
        let path = if prefix.is_empty() { part.clone() } else { format!("{prefix}.{part}") };
        if !is_plain(part) {
            problems.add(file, &path, "a key is made of letters, digits and hyphens");
            continue;
        }
        let leaf = match value {
            toml::Value::String(text) => Leaf::Plain(text.clone()),
            toml::Value::Table(inner) => {
                let Some(leaf) = plural(inner) else {
                    collect(inner, &path, file, found, problems);
                    continue;
                };
                leaf
            }
            _ => {
                problems.add(file, &path, "a text is a string, or a table with the forms `one` and `other`");
                continue;
            }
        };
        check_leaf(&leaf, file, &path, problems);
        if let Some((before, _)) = found.insert(path.clone(), (file.to_owned(), leaf)) {
            problems.add(file, &path, format_args!("is in {before} too"));
        }
    }
}

/// A table with exactly the strings `one` and `other` is a text that counts.
fn plural(table: &toml::Table) -> Option<Leaf> {
    let form = |name: &str| table.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    match (table.len(), form("one"), form("other")) {
        (2, Some(one), Some(other)) => Some(Leaf::Plural { one, other }),
        _ => None,
    }
}

fn check_leaf(leaf: &Leaf, file: &str, path: &str, problems: &mut Problems) {
    let forms: Vec<&str> = match leaf {
        Leaf::Plain(text) => vec![text],
        Leaf::Plural { one, other } => vec![one, other],
    };
    for form in forms {
        if let Err(what) = check_text(form) {
            problems.add(file, path, what);
        }
    }
    if let Leaf::Plural { one, other } = leaf {
        // `one` may leave the number out ("one more day"), `other` may not.
        if let Some(name) = placeholders(one).difference(&placeholders(other)).next() {
            problems.add(file, path, format_args!("the form `other` lacks the placeholder {{{name}}} of `one`"));
        }
    }
}

/// What is wrong with a text by itself, in any language.
pub fn check_text(text: &str) -> Result<(), String> {
    if text.trim() != text || text.is_empty() {
        return Err("is empty, or begins or ends with a space".to_owned());
    }
    if text.chars().any(char::is_control) {
        return Err("has a line break or another control character".to_owned());
    }
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (_, from) = rest.split_at(at);
        let name = from.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        match name {
            Some((name, after)) if is_plain(name) => rest = after,
            _ => return Err(format!("has a brace that belongs to no placeholder: {from}")),
        }
    }
    Ok(())
}

/// The names between braces.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

fn all_placeholders(leaf: &Leaf) -> BTreeSet<&str> {
    match leaf {
        Leaf::Plain(text) => placeholders(text),
        Leaf::Plural { one, other } => placeholders(one).union(&placeholders(other)).copied().collect(),
    }
}

fn compare(first: &Found, other: &Found, lang: &str, problems: &mut Problems) {
    for (path, (first_file, leaf)) in first {
        // A translator looks for the key in the file of the same name.
        let there = first_file.replacen(&format!("/{}/", LANGUAGES[0]), &format!("/{lang}/"), 1);
        match other.get(path) {
            None => missing(path, leaf, other, &there, problems),
            Some((file, twin)) => compare_leaf(leaf, twin, file, path, problems),
        }
    }
    for (path, (file, _)) in other {
        let form_of = path.rsplit_once('.').map(|(parent, _)| parent).filter(|parent| first.contains_key(*parent));
        if !first.contains_key(path) && form_of.is_none() {
            problems.add(file, path, format_args!("is not in `{}`", LANGUAGES[0]));
        }
    }
}

/// Either nothing is there, or a table that has only some of the forms.
fn missing(path: &str, leaf: &Leaf, other: &Found, file: &str, problems: &mut Problems) {
    let has = |form: &str| other.contains_key(&format!("{path}.{form}"));
    match leaf {
        Leaf::Plural { .. } if has("one") || has("other") => {
            let form = if has("one") { "other" } else { "one" };
            problems.add(file, path, format_args!("the plural form `{form}` is missing"));
        }
        _ => problems.add(file, path, "is missing"),
    }
}

fn compare_leaf(leaf: &Leaf, twin: &Leaf, file: &str, path: &str, problems: &mut Problems) {
    match (leaf, twin) {
        (Leaf::Plural { .. }, Leaf::Plain(_)) => {
            problems.add(file, path, "needs the plural forms `one` and `other`");
        }
        (Leaf::Plain(_), Leaf::Plural { .. }) => problems.add(file, path, "is one text, without plural forms"),
        _ => {}
    }
    let (here, there) = (all_placeholders(leaf), all_placeholders(twin));
    for name in here.difference(&there) {
        problems.add(file, path, format_args!("the placeholder {{{name}}} is missing"));
    }
    for name in there.difference(&here) {
        problems.add(file, path, format_args!("the placeholder {{{name}}} is not in `{}`", LANGUAGES[0]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(en: &str, es: &str) -> Vec<String> {
        let mut files = Files::default();
        files.put("src/locale/en/app.toml", en);
        files.put("src/locale/es/app.toml", es);
        let mut problems = Problems::default();
        read(&files, &mut problems);
        problems.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn whole_words_have_no_problem() {
        let en = "[today]\ntitle = 'Today'\nleft = { one = 'one {what}', other = '{n} {what}' }";
        let es = "[today]\ntitle = 'Hoy'\nleft = { one = '{n} {what}', other = '{n} {what}' }";
        assert_eq!(problems_of(en, es), [""; 0]);
    }

    #[test]
    fn each_gap_names_file_and_key() {
        let plural = "[a]\nb = { one = '{n} day', other = '{n} days' }";
        for (en, es, problem) in [
            ("[a]\nb = 'x'", "", "src/locale/es/app.toml: a.b: is missing"),
            ("", "[a]\nb = 'x'", "src/locale/es/app.toml: a.b: is not in `en`"),
            ("[a]\nb = '{n} x'", "[a]\nb = 'x'", "src/locale/es/app.toml: a.b: the placeholder {n} is missing"),
            ("[a]\nb = 'x'", "[a]\nb = '{n} x'", "src/locale/es/app.toml: a.b: the placeholder {n} is not in `en`"),
            (plural, "[a]\nb = '{n} d'", "src/locale/es/app.toml: a.b: needs the plural forms `one` and `other`"),
            (plural, "[a.b]\none = '{n} d'", "src/locale/es/app.toml: a.b: the plural form `other` is missing"),
            (plural, "[a.b]\nother = '{n} d'", "src/locale/es/app.toml: a.b: the plural form `one` is missing"),
            (
                "[a]\nb = 'x'",
                &plural.replace("{n} ", ""),
                "src/locale/es/app.toml: a.b: is one text, without plural forms",
            ),
        ] {
            assert_eq!(problems_of(en, es), [problem], "{en} | {es}");
        }
    }

    #[test]
    fn a_text_is_checked_by_itself() {
        let own = |text: &str| problems_of(text, text).first().cloned().unwrap_or_default();
        assert!(own("a = 1").ends_with("a: a text is a string, or a table with the forms `one` and `other`"));
        assert!(own("a = ''").contains("is empty"));
        assert!(own("a = 'x {n'").contains("a brace that belongs to no placeholder"));
        assert!(own("a = 'x }'").contains("a brace that belongs to no placeholder"));
        assert!(own("a_b = 'x'").contains("a key is made of letters"));
        assert!(own("a-b = 'x'\n[a]\nb = 'y'").contains("has the same name in code as"));
        assert!(own("a = { one = '{x}', other = 'y' }").contains("the form `other` lacks the placeholder {x}"));
        assert!(own("a = ").contains("src/locale/en/app.toml: is not TOML"));
    }

    #[test]
    fn a_source_has_a_citation_and_a_fact() {
        let mut files = Files::default();
        for lang in LANGUAGES {
            let text = "[source]\nconv.fact = 'x'\na.fact = 'x'\nb.citation = 'x'\nc = { fact = 'x', citation = 'y' }";
            files.put(format!("src/locale/{lang}/evidence.toml"), text);
        }
        let words = read(&files, &mut Problems::default());
        let sources = ["conv", "a", "b", "c", "d"].map(|key| words.has_source(key));
        assert_eq!(sources, [true, false, false, true, false]);
    }

    #[test]
    fn a_key_stands_in_one_file() {
        let mut files = Files::default();
        for file in ["src/locale/en/a.toml", "src/locale/en/b.toml", "src/locale/es/a.toml"] {
            files.put(file, "[x]\ny = 'z'");
        }
        let mut problems = Problems::default();
        read(&files, &mut problems);
        assert_eq!(problems.to_string(), "src/locale/en/b.toml: x.y: is in src/locale/en/a.toml too");
    }

    #[test]
    fn keys_found_by_id_come_first() {
        let mut files = Files::default();
        for lang in LANGUAGES {
            files.put(format!("src/locale/{lang}/a.toml"), "[app]\na = 'x'\n[flag.f-limp]\nname = 'y'");
        }
        let words = read(&files, &mut Problems::default());
        let order: Vec<_> = words.entries.iter().map(|entry| (entry.variant.as_str(), entry.found)).collect();
        assert_eq!(order, [("FlagFLimpName", true), ("AppA", false)]);
    }
}
