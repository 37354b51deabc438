//! What is wrong with a content file, as one sentence that names file and key.

use std::fmt;

/// One thing that is wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, from the repository's root.
    pub file: String,
    /// The key or field in it; empty when it is about the whole file.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, key, what } = self;
        if key.is_empty() { write!(f, "{file}: {what}") } else { write!(f, "{file}: {key}: {what}") }
    }
}

/// All that is wrong; printed one a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// A single problem.
    pub fn one(file: impl fmt::Display, key: impl fmt::Display, what: impl fmt::Display) -> Self {
        let mut problems = Self::default();
        problems.add(file, key, what);
        problems
    }

    /// Notes one more.
    pub fn add(&mut self, file: impl fmt::Display, key: impl fmt::Display, what: impl fmt::Display) {
        self.0.push(Problem { file: file.to_string(), key: key.to_string(), what: what.to_string() });
    }

    /// The value, if nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
