//! The sources of the program, apart by what runs and what tests it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::page::{is_rule, is_source};

/// The program's text and that of its tests.
pub struct Code {
    program: String,
    tests: String,
}

/// The folders and files in which rules are carried out.
const RULED: [&str; 5] = ["src/program", "src/session", "src/app", "src/library", "src/units.rs"];

impl Code {
    /// Reads the repository.
    pub fn read(root: &Path) -> Self {
        let mut code = Self { program: String::new(), tests: String::new() };
        let files = rust_files(&root.join("src"));
        let test_modules: BTreeSet<PathBuf> = files.iter().flat_map(|file| test_modules(file)).collect();
        for file in &files {
            let text = fs::read_to_string(file).expect("a source file");
            let is_test = file.ancestors().any(|path| test_modules.contains(&path.with_extension("")));
            let at = if is_test { 0 } else { text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len()) };
            let (program, tests) = text.split_at(at);
            if RULED.iter().any(|ruled| file.starts_with(root.join(ruled))) {
                code.program.push_str(program);
            }
            code.tests.push_str(tests);
        }
        for file in rust_files(&root.join("tests")).iter().filter(|file| !file.ends_with("tidy/later.rs")) {
            code.tests.push_str(&fs::read_to_string(file).expect("a test file"));
        }
        code
    }

    /// A program and its tests as texts.
    pub fn of(program: &str, tests: &str) -> Self {
        Self { program: program.to_owned(), tests: tests.to_owned() }
    }

    /// Whether the program has the id as a value.
    pub fn uses(&self, id: &str) -> bool {
        self.program.contains(&format!("\"{id}\""))
    }

    /// Whether the program names the id at all, such as where a rule that nobody is told of is carried out.
    pub fn mentions(&self, id: &str) -> bool {
        has_word(&self.program, id)
    }

    /// Whether a test has the id: in its name, its table, or what it says.
    pub fn is_tested(&self, id: &str) -> bool {
        has_word(&self.tests, id) || self.is_named_by_a_test(id)
    }

    /// Whether a test is named after the id.
    pub fn is_named_by_a_test(&self, id: &str) -> bool {
        let name = id.to_lowercase().replace('-', "_");
        let starts = [format!("fn {name}_"), format!("fn {name}(")];
        // `d1` or `w2` stands within many a name.
        let is_within = name.len() > 2 && self.tests.contains(&format!("_{name}_"));
        is_within || starts.iter().any(|start| self.tests.contains(start))
    }

    /// All ids of rules that the program has as values.
    pub fn ids(&self) -> BTreeSet<String> {
        self.literals().filter(|text| is_rule(text)).map(str::to_owned).collect()
    }

    /// All ids of rules of running and of outcomes that the program has as values; the ladders' stages are data.
    pub fn running_and_outcomes(&self) -> BTreeSet<String> {
        let is_rule = |text: &&str| {
            let rest = text.strip_prefix("RUN-").or_else(|| text.strip_prefix("OM-"));
            let rest = rest.filter(|rest| !rest.starts_with(['G', 'S', 'B']));
            rest.is_some_and(|rest| rest.trim_start_matches(|one: char| one.is_ascii_uppercase()).parse::<u8>().is_ok())
        };
        self.literals().filter(is_rule).map(str::to_owned).collect()
    }

    /// All keys of sources that the program has as values.
    pub fn sources(&self) -> BTreeSet<String> {
        self.literals().filter(|text| is_source(text)).map(str::to_owned).collect()
    }

    /// What stands between quotation marks in one line; more than the literals, never less.
    fn literals(&self) -> impl Iterator<Item = &str> {
        self.program.lines().flat_map(|line| line.split('"').skip(1))
    }
}

/// Whether the id stands there by itself and not as a part of a longer one.
fn has_word(text: &str, id: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    text.match_indices(id).any(|(at, _)| {
        let (before, after) = (text.get(..at), text.get(at + id.len()..));
        !before.is_some_and(|before| before.ends_with(is_part))
            && !after.is_some_and(|after| after.starts_with(is_part))
    })
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The modules that a file declares for tests only, as paths without an extension.
fn test_modules(file: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).expect("a source file");
    let is_root = file.file_stem().is_some_and(|stem| ["mod", "lib", "main"].iter().any(|root| stem == *root));
    let folder = if is_root { file.parent().map(Path::to_path_buf) } else { Some(file.with_extension("")) };
    let after = text.split("#[cfg(test)]").skip(1).filter_map(|after| after.trim_start().lines().next());
    let names = after.filter_map(|line| line.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name.to_owned()));
    names.filter_map(|name| Some(folder.as_ref()?.join(name))).collect()
}
