//! The command of the bench, which `cargo xtask bench` starts.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bench::docs::{self, Part};
use bench::report::Machine;
use bench::subject::Subject;
use bench::{goals, load, page, run, scaling, table, timings};
use clap::Parser;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;
use serde::Serialize;

/// Measures Footing, and reports it.
#[derive(Debug, Parser)]
#[command(name = "bench")]
struct CommandLine {
    /// What to do
    #[command(subcommand)]
    what: What,
    /// The command that stands in the report
    #[arg(long, global = true, default_value = "cargo xtask bench")]
    told_as: String,
    /// Writes the tables into src/docs/benchmark.md, too
    #[arg(long, global = true)]
    write_docs: bool,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Compares Footing with its peers in a browser
    Browser {
        /// How often each page is visited
        #[arg(long, default_value_t = 10)]
        repetitions: usize,
        /// Visits one of them alone
        #[arg(long, value_enum)]
        only: Option<Subject>,
    },
    /// Reports what Criterion has measured of the core
    Core {
        /// Folder of its results
        results: PathBuf,
    },
    /// Reports what builds cost by crate
    Build {
        /// Name and report of each build, such as widget=cargo-timing.html
        #[arg(required = true)]
        reports: Vec<String>,
    },
    /// Puts the static host under load
    Load,
}

fn main() -> ExitCode {
    match perform(CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn perform(line: CommandLine) -> Result<(), Failure> {
    let workspace = Workspace::find()?;
    let folder = workspace.bench();
    let mut machine = Machine::describe(line.told_as);
    let (part, text) = match line.what {
        What::Browser { repetitions, only } => {
            let subjects = only.map_or(Subject::ALL.to_vec(), |only| vec![only]);
            let report = run::run(&subjects, repetitions, machine)?;
            write_json(&folder, "report.json", &report)?;
            write(&folder.join("report.html"), &page::page(&report))?;
            terminal::say("");
            terminal::say(table::figures(&report).markdown());
            terminal::say("");
            terminal::say(table::goals(&goals::judge(&report)).markdown());
            terminal::say("");
            terminal::say(report.leak.as_ref().map(table::leak).unwrap_or_default());
            terminal::say(format_args!(
                "The page with charts is {}",
                folder.join("report.html").display()
            ));
            (Part::Browser, docs::browser(&report))
        }
        What::Core { results } => {
            let scalings = scaling::read(&results)?;
            write_json(&folder, "core.json", &(&machine, &scalings))?;
            let table = scaling::table(&scalings).markdown();
            terminal::say(&table);
            (Part::Core, measured(&machine, &table))
        }
        What::Build { reports } => {
            let builds = reports.iter().map(|report| {
                let (name, file) = report.split_once('=').unwrap_or(("build", report));
                timings::read(name, Path::new(file))
            });
            let builds = builds.collect::<Result<Vec<_>, _>>()?;
            write_json(&folder, "build.json", &(&machine, &builds))?;
            let table = timings::table(&builds).markdown();
            terminal::say(&table);
            (Part::Build, measured(&machine, &table))
        }
        What::Load => {
            let load = load::run()?;
            machine.finish();
            write_json(&folder, "load.json", &(&machine, &load))?;
            terminal::say(load::figures(&load).markdown());
            let text = load::document(&load);
            (Part::Load, measured(&machine, &text))
        }
    };
    if line.write_docs {
        docs::renew(&workspace.benchmark(), part, &text)?;
    }
    Ok(())
}

fn measured(machine: &Machine, table: &str) -> String {
    format!("Measured: {}.\n\n{table}", machine.sentence())
}

fn write_json(folder: &Path, name: &str, value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    write(&folder.join(name), &json)
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(file);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, text));
    written.map_err(|error| {
        Failure::work(
            format!("{} cannot be written: {error}.", file.display()),
            "Make room there, then run this again.",
        )
    })
}
