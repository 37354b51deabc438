//! The content files as texts, by their path from the repository's root.
//!
//! The one place that reads the disk; the checks see texts alone.

use std::collections::BTreeMap;
use std::path::Path;

use super::problem::Problems;

const FOLDERS: [&str; 6] = [
    "src/library",
    "src/library/exercises",
    "src/locale/en",
    "src/locale/en/exercises",
    "src/locale/es",
    "src/locale/es/exercises",
];

/// The texts of all content files.
#[derive(Debug, Clone, Default)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// Reads every `.toml` file of the content folders under `root`.
    pub fn load(root: &Path) -> Result<Self, Problems> {
        let mut files = Self::default();
        for folder in FOLDERS {
            let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
            for entry in entries.flatten() {
                let path = entry.path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
                    let text = std::fs::read_to_string(&path).map_err(|error| Problems::one(&name, "", error))?;
                    files.0.insert(name, text);
                }
            }
        }
        Ok(files)
    }

    /// All files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Adds a file, or puts another text in its place.
    pub fn put(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.0.insert(path.into(), text.into());
    }

    /// The files right in a folder, in the order of their names: path, name without ending, text.
    pub fn within(&self, folder: &str) -> Vec<(&str, &str, &str)> {
        let mut found: Vec<_> = self
            .0
            .iter()
            .filter_map(|(path, text)| {
                let name = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml")?;
                (!name.contains('/')).then_some((path.as_str(), name, text.as_str()))
            })
            .collect();
        // By name, which is not by path: `dead-bug` comes before `dead-bug-heel-tap`, with their endings it does not.
        found.sort_by_key(|(_, name, _)| *name);
        found
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Sixteen hexadecimal digits that change when any file does: words and keys of one build belong together.
    pub fn hash(&self) -> String {
        let mut hash = Fnv::default();
        for (path, text) in &self.0 {
            hash.eat(path);
            hash.eat(text);
        }
        format!("{:016x}", hash.0)
    }
}

/// FNV-1a over 64 bits: not for secrets, only to tell one build from another.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn eat(&mut self, text: &str) {
        // 0xff is in no UTF-8 text, so it keeps neighbors apart.
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_every_change() {
        let mut files = Files::default();
        files.put("a", "one");
        let first = files.hash();
        files.put("a", "on");
        files.put("b", "e");
        assert_ne!(files.hash(), first);
        files = Files::default();
        files.put("a", "one");
        assert_eq!(files.hash(), first);
    }

    #[test]
    fn a_folder_holds_its_own_files_only() {
        let mut files = Files::default();
        files.put("src/locale/en/app.toml", "x");
        files.put("src/locale/en/app-more.toml", "x");
        files.put("src/locale/en/exercises/bridge.toml", "y");
        files.put("src/locale/en/notes.md", "z");
        let found: Vec<_> = files.within("src/locale/en").into_iter().map(|(_, name, _)| name).collect();
        assert_eq!(found, ["app", "app-more"]);
    }
}
