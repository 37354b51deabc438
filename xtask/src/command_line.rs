//! The command line as types. It knows the words and their bounds, not what they do.

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::test::Browser;

/// What `cargo xtask` says when it is asked for help.
pub const USAGE: &str = "\
cargo xtask build [--dev]                 the bundle in dist/ (--dev: quick, not compressed)
cargo xtask serve [--port N] [--dev]      build, then serve on http://localhost:8080/
cargo xtask test  [--browser NAME]... [--only TEXT] [--quick]
                                          all checks; NAME is chromium, firefox or webkit; --quick leaves the browsers out
cargo xtask bench [--json FILE]           the benchmarks, as tables";

/// How the bundle is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and compressed: what a clinic puts on its website.
    Release,
    /// Quick to build and with debug checks; nothing is compressed.
    Dev,
}

/// Options of `build`.
#[derive(Debug, PartialEq, Eq)]
pub struct Build {
    pub profile: Profile,
}

/// Options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    pub profile: Profile,
    /// The port on the loopback address.
    pub port: u16,
}

/// Options of `test`.
#[derive(Debug, PartialEq, Eq)]
pub struct Test {
    /// None means all.
    pub browsers: Vec<Browser>,
    /// Journeys with this in their names, and no other check.
    pub only: Option<String>,
    /// Leave the browsers out.
    pub quick: bool,
}

/// Options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub struct Bench {
    /// Where the samples go, too.
    pub json: Option<PathBuf>,
}

/// One of the project's commands with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Build(Build),
    Serve(Serve),
    Test(Test),
    Bench(Bench),
}

impl Command {
    /// Reads the words after `cargo xtask`.
    pub fn parse(words: impl Iterator<Item = String>) -> Result<Self> {
        let mut words = Words(words.collect::<Vec<_>>().into_iter());
        let Some(name) = words.0.next() else { return Ok(Self::Help) };
        match name.as_str() {
            "help" | "--help" | "-h" => Ok(Self::Help),
            "build" => words.build(),
            "serve" => words.serve(),
            "test" => words.test(),
            "bench" => words.bench(),
            other => Err(Failure::new(format!("There is no command \"{other}\": cargo xtask --help lists them."))),
        }
    }
}

struct Words(std::vec::IntoIter<String>);

impl Words {
    fn build(&mut self) -> Result<Command> {
        let mut profile = Profile::Release;
        for word in self.0.by_ref() {
            match word.as_str() {
                "--dev" => profile = Profile::Dev,
                other => return Err(unknown(other)),
            }
        }
        Ok(Command::Build(Build { profile }))
    }

    fn serve(&mut self) -> Result<Command> {
        let mut serve = Serve { profile: Profile::Release, port: 8080 };
        while let Some(word) = self.0.next() {
            match word.as_str() {
                "--dev" => serve.profile = Profile::Dev,
                "--port" => serve.port = self.port()?,
                other => return Err(unknown(other)),
            }
        }
        Ok(Command::Serve(serve))
    }

    fn test(&mut self) -> Result<Command> {
        let mut test = Test { browsers: Vec::new(), only: None, quick: false };
        while let Some(word) = self.0.next() {
            match word.as_str() {
                "--browser" => test.browsers.push(self.browser()?),
                "--only" => test.only = Some(self.value("--only")?),
                "--quick" => test.quick = true,
                other => return Err(unknown(other)),
            }
        }
        Ok(Command::Test(test))
    }

    fn browser(&mut self) -> Result<Browser> {
        let name = self.value("--browser")?;
        let known = Browser::of(&name);
        known.ok_or_else(|| Failure::new(format!("--browser is chromium, firefox or webkit, not \"{name}\".")))
    }

    fn bench(&mut self) -> Result<Command> {
        let mut bench = Bench { json: None };
        while let Some(word) = self.0.next() {
            match word.as_str() {
                "--json" => bench.json = Some(PathBuf::from(self.value("--json")?)),
                other => return Err(unknown(other)),
            }
        }
        Ok(Command::Bench(bench))
    }

    fn value(&mut self, option: &str) -> Result<String> {
        self.0.next().ok_or_else(|| Failure::new(format!("{option} needs a value.")))
    }

    fn port(&mut self) -> Result<u16> {
        let value = self.value("--port")?;
        match value.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(Failure::new(format!("--port needs a number from 1 to 65535, not \"{value}\"."))),
        }
    }
}

fn unknown(option: &str) -> Failure {
    Failure::new(format!("There is no option \"{option}\" here: cargo xtask --help lists them."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command> {
        Command::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn each_command_has_its_defaults() {
        assert_eq!(parse("build").unwrap(), Command::Build(Build { profile: Profile::Release }));
        assert_eq!(parse("serve").unwrap(), Command::Serve(Serve { profile: Profile::Release, port: 8080 }));
        assert_eq!(parse("").unwrap(), Command::Help);
    }

    #[test]
    fn options_are_read_and_bounded() {
        assert_eq!(
            parse("serve --port 9000 --dev").unwrap(),
            Command::Serve(Serve { profile: Profile::Dev, port: 9000 })
        );
        assert_eq!(
            parse("test --browser webkit --only clock").unwrap(),
            Command::Test(Test { browsers: vec![Browser::WebKit], only: Some("clock".into()), quick: false })
        );
        for wrong in
            ["test --browser opera", "serve --port 0", "serve --port 70000", "serve --port", "build --port 1", "fly"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
