//! Takes a TOML table apart field by field, so that every error names its field.

use serde::de::DeserializeOwned;

use super::problem::Problems;

/// The fields of one table that are not taken yet.
pub struct Fields<'a> {
    file: &'a str,
    prefix: String,
    table: toml::Table,
}

impl<'a> Fields<'a> {
    /// The fields of a whole file.
    pub fn of_file(file: &'a str, text: &str, problems: &mut Problems) -> Option<Self> {
        match text.parse() {
            Ok(table) => Some(Self { file, prefix: String::new(), table }),
            Err(error) => {
                problems.add(file, "", format_args!("is not TOML: {}", error.message()));
                None
            }
        }
    }

    /// The field's name as it is shown, with the table that it is in.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// A field that must be there.
    pub fn need<T: DeserializeOwned>(&mut self, name: &str, problems: &mut Problems) -> Option<T> {
        if !self.table.contains_key(name) {
            problems.add(self.file, self.path(name), "is missing");
        }
        self.may(name, problems)
    }

    /// A field that may be left out.
    pub fn may<T: DeserializeOwned>(&mut self, name: &str, problems: &mut Problems) -> Option<T> {
        match self.table.remove(name)?.try_into() {
            Ok(value) => Some(value),
            Err(error) => {
                problems.add(self.file, self.path(name), error.message());
                None
            }
        }
    }

    /// A table of further fields.
    pub fn table(&mut self, name: &str, problems: &mut Problems) -> Option<Self> {
        let table = self.need(name, problems)?;
        Some(Self { file: self.file, prefix: format!("{}.", self.path(name)), table })
    }

    /// A list of tables.
    pub fn tables(&mut self, name: &str, problems: &mut Problems) -> Vec<Self> {
        let tables: Vec<toml::Table> = self.need(name, problems).unwrap_or_default();
        let numbered = tables.into_iter().zip(1..);
        numbered
            .map(|(table, at)| Self { file: self.file, prefix: format!("{} {at}.", self.path(name)), table })
            .collect()
    }

    /// All other names are no fields: a typing error must not pass as a field left out.
    pub fn end(self, problems: &mut Problems) {
        for name in self.table.keys() {
            problems.add(self.file, self.path(name), "is no field of this file");
        }
    }
}
