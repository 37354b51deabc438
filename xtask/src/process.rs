//! Runs other programs within bounds, and speaks to the terminal.
//!
//! Every program has a time limit, and one that passes it is ended by its id, with all that it started.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::ending;
use crate::failure::{Failure, OrSay, Result};

/// A line for the person who waits.
#[expect(clippy::print_stdout, reason = "the one place from which the commands speak")]
pub fn say(line: &str) {
    println!("{line}");
}

/// A sentence about what went wrong.
pub fn complain(sentence: &str) {
    eprintln!("{sentence}");
}

/// Runs a program with its output in view. `name` is what it is called in a failure.
pub fn run(command: &mut Command, name: &str, limit: Duration) -> Result<()> {
    let child = command.spawn().or_say(format_args!("start {name}"))?;
    let status = wait(child, name, limit, |_| ())?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{name} failed ({status}); see above."))) }
}

/// Runs a program in silence with its output in `log`; says every quarter of a minute that it still works.
/// The status is the caller's to judge.
pub fn run_logged(command: &mut Command, name: &str, limit: Duration, log: &Path) -> Result<ExitStatus> {
    let file = File::create(log).or_say(format_args!("write {}", log.display()))?;
    let copy = file.try_clone().or_say(format_args!("write {}", log.display()))?;
    let child = command.stdin(Stdio::null()).stdout(file).stderr(copy).spawn();
    wait(child.or_say(format_args!("start {name}"))?, name, limit, |waited| {
        say(&format!("  … {name}: {} min {:02} s", waited.as_secs() / 60, waited.as_secs() % 60));
    })
}

/// The first line that a program prints, or `None` if it cannot be started or fails.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or("").to_owned())
}

/// The end of a log, for a failure that nobody foresaw.
pub fn tail(log: &Path, lines: usize) -> String {
    let mut text = String::new();
    if let Ok(mut file) = File::open(log) {
        let _ = file.read_to_string(&mut text);
    }
    let all: Vec<&str> = text.lines().collect();
    all.iter().skip(all.len().saturating_sub(lines)).copied().collect::<Vec<_>>().join("\n")
}

fn wait(mut child: Child, name: &str, limit: Duration, mut tick: impl FnMut(Duration)) -> Result<ExitStatus> {
    const TICK: Duration = Duration::from_secs(15);
    let start = Instant::now();
    let mut next = TICK;
    loop {
        if let Some(status) = child.try_wait().or_say(format_args!("wait for {name}"))? {
            return Ok(status);
        }
        let waited = start.elapsed();
        if waited > limit {
            ending::end(&mut child);
            return Err(Failure::new(format!(
                "{name} took longer than {} minutes and was ended.",
                limit.as_secs() / 60
            )));
        }
        if waited > next {
            tick(waited);
            next += TICK;
        }
        std::thread::sleep(Duration::from_millis(40));
    }
}
