//! `cargo xtask fuzz`: fuzzes everything that parses external text.

mod account;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tools::Toolbox;
use account::Account;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// Length of a fuzzing round in seconds. Parsed words and questionnaires are leaked on purpose, because the
/// page needs them for its whole life; a new process for each round frees that memory.
const ROUND: u32 = 30;

/// libFuzzer arguments of every round: a realistic maximum input size, ten seconds for one input, and
/// enough memory for a round.
const LIMITS: [&str; 4] = [
    "-max_len=16384",
    "-timeout=10",
    "-rss_limit_mb=6144",
    "-print_final_stats=1",
];

/// Runs one target, or all of them, for that many minutes each. Fails on the first crash.
pub fn fuzz(workspace: &Workspace, minutes: u32, target: Option<&str>) -> Result<(), Failure> {
    let bench = Bench {
        workspace,
        folder: workspace.fuzz(),
    };
    let targets = chosen(bench.targets()?, target)?;
    check_nightly(workspace)?;
    let toolbox = Toolbox::for_fuzzing(workspace)?;
    terminal::say("Writing good input to start from.");
    program::run(&mut bench.seeds())?;
    for target in &targets {
        terminal::say(format_args!("Building {target}."));
        program::run(&mut bench.fuzzer(&toolbox, "build", target))?;
    }
    let time = match minutes {
        1 => "1 minute".to_owned(),
        _ => format!("{minutes} minutes"),
    };
    for target in &targets {
        terminal::say(format_args!("Trying {target} for {time}."));
        let account = bench.run(&toolbox, target, minutes.saturating_mul(60))?;
        terminal::say(format_args!("{target}: {account}, nothing found"));
    }
    Ok(())
}

fn chosen(known: Vec<String>, target: Option<&str>) -> Result<Vec<String>, Failure> {
    match target {
        None => Ok(known),
        Some(name) if known.iter().any(|target| target == name) => Ok(vec![name.to_owned()]),
        Some(name) => Err(Failure::input(
            format!("There is no fuzz target '{name}'."),
            format!("Choose one of: {}.", known.join(", ")),
        )),
    }
}

/// Fuzzing needs coverage instrumentation, which only the nightly compiler has.
fn check_nightly(workspace: &Workspace) -> Result<(), Failure> {
    let mut version = nightly(workspace);
    match program::answer(version.args(["rustc", "--version"])) {
        Some(_) => Ok(()),
        None => Err(Failure::input(
            "The nightly Rust toolchain is not installed, and fuzzing needs it.",
            "Install it with `rustup toolchain install nightly --profile minimal`, then run this again.",
        )),
    }
}

fn nightly(workspace: &Workspace) -> Command {
    let mut rustup = workspace.program("rustup");
    rustup.args(["run", "nightly"]);
    rustup
}

/// The workspace, and the folder of the fuzz package.
struct Bench<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
}

impl Bench<'_> {
    /// The fuzz targets, one program each.
    fn targets(&self) -> Result<Vec<String>, Failure> {
        let folder = self.folder.join("fuzz_targets");
        let entries = fs::read_dir(&folder).map_err(|error| unusable(&folder, &error))?;
        let mut targets: Vec<String> = entries
            .flatten()
            .filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned()))
            .collect();
        targets.sort();
        Ok(targets)
    }

    fn seeds(&self) -> Command {
        let mut cargo = self.workspace.cargo(&["run", "--quiet", "--manifest-path"]);
        cargo
            .arg(self.folder.join("Cargo.toml"))
            .args(["--no-default-features", "--bin", "seeds", "--"])
            .arg(self.work("seeds"));
        cargo
    }

    fn fuzzer(&self, toolbox: &Toolbox, verb: &str, target: &str) -> Command {
        let mut cargo = nightly(self.workspace);
        // No sanitizer: the project has no unsafe code, and without one the fuzzer tries many more inputs.
        cargo
            .args(["cargo", "fuzz", verb, "--sanitizer", "none", "--fuzz-dir"])
            .arg(&self.folder)
            .arg(target)
            .env("PATH", toolbox.path());
        cargo
    }

    /// Runs rounds until the time is up. Saves inputs that reach new code for the next run.
    fn run(&self, toolbox: &Toolbox, target: &str, seconds: u32) -> Result<Account, Failure> {
        let found = self.work("found").join(target);
        fs::create_dir_all(&found).map_err(|error| unusable(&found, &error))?;
        let log = self.work("found").join(format!("{target}.log"));
        let mut account = Account::default();
        let mut left = seconds;
        while left > 0 {
            let round = left.min(ROUND);
            left = left.saturating_sub(round);
            let mut fuzzer = self.fuzzer(toolbox, "run", target);
            fuzzer
                .arg(&found)
                .arg(self.work("seeds").join(target))
                .arg(self.folder.join("corpus").join(target))
                .arg("--")
                .args(LIMITS)
                .arg(format!("-max_total_time={round}"))
                .arg(dictionary(&self.work("seeds"), target));
            let ended = write_to(&log, &mut fuzzer)?;
            let message = fs::read(&log).map_err(|error| unusable(&log, &error))?;
            let message = String::from_utf8_lossy(&message);
            account.add_round(&message);
            if !ended {
                return Err(broken(target, account::finding(&message), &log));
            }
        }
        Ok(account)
    }

    fn work(&self, name: &str) -> PathBuf {
        self.folder.join("target").join(name)
    }
}

fn dictionary(seeds: &Path, target: &str) -> String {
    let file = seeds.join(format!("{target}.dict"));
    format!("-dict={}", file.display())
}

/// Runs a program to its end, redirects its output to a file, and returns whether it succeeded.
fn write_to(log: &Path, fuzzer: &mut Command) -> Result<bool, Failure> {
    let file = File::create(log).map_err(|error| unusable(log, &error))?;
    let copy = file.try_clone().map_err(|error| unusable(log, &error))?;
    fuzzer.stdin(Stdio::null()).stdout(copy).stderr(file);
    let ended = program::start(fuzzer)?.wait();
    ended
        .map(|status| status.success())
        .map_err(|error| unusable(log, &error))
}

fn broken(target: &str, finding: Option<account::Finding>, log: &Path) -> Failure {
    let Some(finding) = finding else {
        return Failure::work(
            format!("The fuzzer of {target} stopped before its time was up."),
            format!("Its own words are in {}.", log.display()),
        );
    };
    let input = finding.input;
    let why = match finding.why {
        Some(why) => format!("\n{why}"),
        None => String::new(),
    };
    Failure::work(
        format!("An input broke {target}: {input}{why}"),
        format!(
            "Copy it into tests/fuzz/corpus/{target}/: then `cargo test --package fuzz-checks` fails on it too, until it is mended and for good. The fuzzer's own words are in {}.",
            log.display()
        ),
    )
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be used: {error}.", path.display()),
        "Check the folder it is in, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_target_names_those_there_are() {
        let known = || vec!["journey".to_owned(), "words".to_owned()];
        let failure = chosen(known(), Some("word")).unwrap_err();
        assert_eq!(failure.exit_code(), 2);
        assert!(failure.to_string().contains("journey, words"), "{failure}");
        assert_eq!(chosen(known(), Some("words")).unwrap(), ["words"]);
        assert_eq!(chosen(known(), None).unwrap(), known());
    }

    #[test]
    fn a_finding_names_its_input_and_how_to_see_it_again() {
        let finding = account::Finding {
            input: "tests/fuzz/artifacts/words/crash-1".into(),
            why: Some("index out of bounds".into()),
        };
        let failure = broken("words", Some(finding), Path::new("words.log"));
        let message = failure.to_string();
        assert_eq!(failure.exit_code(), 1);
        for part in [
            "tests/fuzz/artifacts/words/crash-1",
            "index out of bounds",
            "tests/fuzz/corpus/words/",
            "--package fuzz-checks",
        ] {
            assert!(message.contains(part), "{message}");
        }
        let failure = broken("words", None, Path::new("words.log"));
        assert!(failure.to_string().contains("words.log"), "{failure}");
    }

    #[test]
    fn every_target_has_a_folder_of_seeds_and_one_of_finds() {
        let workspace = Workspace::find().unwrap();
        let bench = Bench {
            workspace: &workspace,
            folder: workspace.fuzz(),
        };
        let targets = bench.targets().unwrap();
        assert!(targets.contains(&"read_response".to_owned()), "{targets:?}");
        for target in targets {
            assert!(bench.folder.join("corpus").join(target).is_dir());
        }
    }
}
