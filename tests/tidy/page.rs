//! The rules page, read as tables and ids.
//!
//! Not here: what they are compared with.

use std::collections::BTreeSet;

/// A table under its headings.
struct Table {
    /// The `##` heading.
    chapter: String,
    /// The `###` heading.
    section: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The page.
pub struct Page {
    tables: Vec<Table>,
    /// Lines with the chapter in which they stand.
    lines: Vec<(String, String)>,
}

/// The chapters that give rules their ids.
const CHAPTERS: [&str; 3] = ["Screening", "Patterns", "Progression"];

impl Page {
    /// Reads the page's Markdown.
    pub fn parse(text: &str) -> Self {
        let mut page = Self { tables: Vec::new(), lines: Vec::new() };
        let (mut chapter, mut section) = (String::new(), String::new());
        let mut is_open = false;
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                (chapter, section) = (title.to_owned(), String::new());
            } else if let Some(title) = line.strip_prefix("### ") {
                title.clone_into(&mut section);
            }
            let cells = cells(line);
            match (&cells, page.tables.last_mut().filter(|_| is_open)) {
                (Some(cells), Some(table)) if !cells.iter().all(|cell| cell.starts_with("---")) => {
                    table.rows.push(cells.clone());
                }
                (Some(header), None) => page.tables.push(Table {
                    chapter: chapter.clone(),
                    section: section.clone(),
                    header: header.clone(),
                    rows: Vec::new(),
                }),
                _ => {}
            }
            is_open = cells.is_some();
            page.lines.push((chapter.clone(), line.to_owned()));
        }
        page
    }

    /// The rows of all tables of the screening's section whose first column has that title.
    pub fn rows(&self, section: &str, first: &str) -> Vec<&Vec<String>> {
        self.rows_of("Screening", section, first)
    }

    /// The same of any chapter.
    pub fn rows_of(&self, chapter: &str, section: &str, first: &str) -> Vec<&Vec<String>> {
        let is_meant = |table: &&Table| {
            table.chapter.starts_with(chapter)
                && table.section.starts_with(section)
                && table.header.first().is_some_and(|title| title == first)
        };
        self.tables.iter().filter(is_meant).flat_map(|table| &table.rows).collect()
    }

    /// The ids of all rules that the page names in the chapters that are about them.
    pub fn rules(&self) -> BTreeSet<String> {
        let is_meant = |chapter: &str| CHAPTERS.iter().any(|one| chapter.starts_with(one));
        let lines = self.lines.iter().filter(|(chapter, _)| is_meant(chapter));
        let mut rules: BTreeSet<String> = lines.flat_map(|(_, line)| ids_in(line)).collect();
        let tables = self.tables.iter().filter(|table| is_meant(&table.chapter));
        let firsts = tables.flat_map(|table| &table.rows).filter_map(|row| row.first());
        rules.extend(firsts.filter(|cell| is_rule(cell)).cloned());
        rules
    }

    /// The keys of the sources that have a row under "Evidence".
    pub fn sources(&self) -> BTreeSet<String> {
        let tables = self.tables.iter().filter(|table| table.chapter.starts_with("Evidence"));
        tables.flat_map(|table| &table.rows).filter_map(|row| keys_in(row.get(1)?).pop()).collect()
    }
}

/// The cells of a table's line.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(|cell| cell.trim().to_owned()).collect())
}

/// What stands between back-ticks or as bold.
fn marked(text: &str) -> impl Iterator<Item = &str> {
    let ticked = text.split('`').skip(1).step_by(2);
    ticked.chain(text.split("**").skip(1).step_by(2))
}

/// The ids of rules in a text, in its order.
pub fn ids_in(text: &str) -> Vec<String> {
    marked(text).filter(|id| is_rule(id)).map(str::to_owned).collect()
}

/// The keys of sources in a text, in its order.
pub fn keys_in(text: &str) -> Vec<String> {
    marked(text).filter(|key| is_source(key)).map(str::to_owned).collect()
}

/// Prefixes whose ids end in digits alone.
const NUMBERED: [&str; 14] = ["BS", "AV", "EN", "TB", "CA", "WO", "NU", "IN", "CR", "p-", "D", "W", "IRR-", "PRG-"];
/// Prefixes whose ids are words.
const WORDED: [&str; 4] = ["s-", "f-", "cx-", "stop-"];

/// Whether it is the id of a rule that the page gives: running, outcomes and hands-on treatment have pages of their own.
pub fn is_rule(text: &str) -> bool {
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |rest: &str| {
        rest.len() > 1 && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let letters = |rest: &str| rest.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).to_owned();
    if let Some(rest) = text.strip_prefix("PRG-") {
        return rest == "SB"
            || (rest.starts_with(|letter: char| letter.is_ascii_uppercase()) && is_number(&letters(rest)));
    }
    NUMBERED.iter().any(|prefix| text.strip_prefix(prefix).is_some_and(is_number))
        || WORDED.iter().any(|prefix| text.strip_prefix(prefix).is_some_and(is_word))
}

/// Whether it is the key of a source: a name and a year, or `conv`.
pub fn is_source(text: &str) -> bool {
    let name = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    text == "conv"
        || (is_name
            && matches!(text.len() - name.len(), 4)
            && text.as_bytes().get(name.len()).is_some_and(|byte| matches!(byte, b'1' | b'2')))
}
