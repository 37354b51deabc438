//! Licenses, banned crates and sources of everything in `Cargo.lock`, by the rules in `deny.toml`.
//!
//! A small part of what `cargo deny` does, in its own notation, so that it works without installing it and
//! without a network. Advisories need a network and are not here.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Deserialize;

use crate::failure::{Failure, OrSay, Result};
use crate::tools::WASM;
use crate::{process, project};

#[derive(Debug, Deserialize)]
struct Rules {
    licenses: LicenseRules,
    bans: BanRules,
    sources: SourceRules,
}

#[derive(Debug, Deserialize)]
struct LicenseRules {
    allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct BanRules {
    deny: Vec<Ban>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    /// Only a second version of it is banned.
    #[serde(default)]
    deny_multiple_versions: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct SourceRules {
    allow_registry: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Nothing for the project's own.
    source: Option<String>,
}

/// Checks all crates of the lock file, for the host and for the browser.
pub fn check() -> Result<()> {
    let rules = std::fs::read_to_string(project::root().join("deny.toml")).or_say("read deny.toml")?;
    let rules: Rules = toml::from_str(&rules).or_say("read deny.toml")?;
    let host = process::first_line(Command::new("rustc").args(["--print", "host-tuple"])).unwrap_or_default();
    let output = Command::new("cargo")
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", &host, "--filter-platform", WASM])
        .current_dir(project::root())
        .output()
        .or_say("start cargo metadata")?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("cargo metadata failed: {}", reason.lines().next().unwrap_or_default())));
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout).or_say("read cargo metadata")?;
    let faults = faults(&rules, &metadata.packages);
    if faults.is_empty() {
        process::say(&format!("{} crates keep the rules of deny.toml", metadata.packages.len()));
        return Ok(());
    }
    Err(Failure::new(faults.join("\n")))
}

fn faults(rules: &Rules, packages: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for package in packages {
        *versions.entry(&package.name).or_default() += 1;
        let Package { name, version, license, source } = package;
        let license = license.as_deref().unwrap_or_default();
        if !is_allowed(license, &rules.licenses.allow) {
            faults.push(format!("{name} {version}: the license \"{license}\" is not allowed in deny.toml"));
        }
        // "registry+https://…": what stands before the plus is the kind.
        let from = source.as_deref().map(|source| source.split_once('+').map_or(source, |(_, address)| address));
        if from.is_some_and(|from| !rules.sources.allow_registry.iter().any(|allowed| allowed == from)) {
            faults
                .push(format!("{name} {version}: its source {} is not allowed in deny.toml", from.unwrap_or_default()));
        }
    }
    for ban in &rules.bans.deny {
        let count = versions.get(ban.name.as_str()).copied().unwrap_or_default();
        if ban.deny_multiple_versions && count > 1 {
            faults.push(format!("{}: {count} versions at once", ban.name));
        } else if !ban.deny_multiple_versions && count > 0 {
            faults.push(format!("{}: banned in deny.toml", ban.name));
        }
    }
    faults
}

/// Whether the expression (`MIT OR Apache-2.0`, `(MIT OR X) AND Y`, the old `MIT/Apache-2.0`) can be met.
fn is_allowed(expression: &str, allow: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allow };
    reader.any() == Some(true) && reader.words.is_empty()
}

struct Reader<'a> {
    words: &'a [&'a str],
    allow: &'a [String],
}

impl Reader<'_> {
    fn any(&mut self) -> Option<bool> {
        let mut met = self.all()?;
        while self.next_is("OR") {
            met |= self.all()?;
        }
        Some(met)
    }

    fn all(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.next_is("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.next_is("(") {
            let met = self.any()?;
            return self.next_is(")").then_some(met);
        }
        let (name, rest) = self.words.split_first()?;
        self.words = rest;
        let full = if self.next_is("WITH") {
            let (exception, rest) = self.words.split_first()?;
            self.words = rest;
            format!("{name} WITH {exception}")
        } else {
            (*name).to_owned()
        };
        Some(self.allow.contains(&full))
    }

    fn next_is(&mut self, word: &str) -> bool {
        match self.words.split_first() {
            Some((first, rest)) if *first == word => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_as_written() {
        let allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        for (expression, met) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0 AND MIT", false),
            ("GPL-3.0/MIT", true),
            ("(GPL-3.0 OR MIT) AND Apache-2.0", true),
            ("(GPL-3.0 AND MIT) OR BSD-3-Clause", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-3.0 WITH LLVM-exception OR GPL-2.0", false),
            ("MIT OR", false),
            ("(MIT", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression, &allow), met, "{expression}");
        }
    }

    #[test]
    fn bans_and_sources_are_found() {
        let rules: Rules = toml::from_str(
            "licenses.allow = ['MIT']\nsources.allow-registry = ['https://good']\n\
             [bans]\ndeny = [{ crate = 'bad' }, { crate = 'once', deny-multiple-versions = true }]",
        )
        .unwrap();
        let package = |name: &str, source: Option<&str>| Package {
            name: name.into(),
            version: "1.0.0".into(),
            license: Some("MIT".into()),
            source: source.map(str::to_owned),
        };
        let good = Some("registry+https://good");
        assert_eq!(faults(&rules, &[package("fine", good), package("once", good), package("own", None)]).len(), 0);
        assert_eq!(faults(&rules, &[package("bad", good)]).len(), 1);
        assert_eq!(faults(&rules, &[package("once", good), package("once", good)]).len(), 1);
        assert_eq!(faults(&rules, &[package("fine", Some("git+https://elsewhere"))]).len(), 1);
    }
}
