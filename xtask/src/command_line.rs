//! Command line of `cargo xtask`.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

/// Commands of the Footing project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct CommandLine {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
}

/// A command with its arguments.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Runs the development server, and rebuilds the page on each change
    Serve {
        /// The port to serve on
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// Serves the optimized release build, which is slower to build
        #[arg(long)]
        release: bool,
    },
    /// Runs the whole CI suite, and ends with a count of passed and failed tests
    Test {
        /// Tests the WordPress plugin in a real WordPress instead; not part of CI
        #[arg(long)]
        wordpress: bool,
        /// What runs in Firefox and WebKitGTK; Chromium runs everything
        #[arg(long, value_enum, default_value_t = Extent::Core, conflicts_with = "wordpress")]
        engines: Extent,
    },
    /// Walks at random through page and model, breaks files and makes up input, for longer than CI does
    Soak {
        /// Minutes; the round that is under way is finished
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1440))]
        minutes: u32,
    },
    /// Builds the release page into dist/, and fails above its size budgets
    Build,
    /// Takes screenshots of every screen into target/gallery/
    Gallery,
    /// Compares the page with other form renderers in a browser, and writes target/bench/report.html
    Bench(Wanted),
    /// Checks the dependencies: versions, licenses, sources
    Supply {
        /// Also checks security advisories, with today's RustSec database
        #[arg(long)]
        online: bool,
    },
    /// Checks that the build is reproducible: builds the committed page twice and compares every byte
    Reproduce,
    /// Writes the SBOM (software bill of materials) of the page into target/bom/
    Bom,
    /// Packs the release for site owners into one zip in target/release-files/
    Release {
        /// Puts the files into a folder named after the version, so that several versions can be served side by side
        #[arg(long)]
        pinned: bool,
    },
    /// Runs mutation tests: makes small mistakes in rules and code, and reports those that no test notices
    Mutants {
        /// Where to make the mistakes
        #[arg(long, value_enum, default_value_t = Mutated::Both)]
        only: Mutated,
    },
    /// Fuzzes every parser of outside input
    Fuzz {
        /// Minutes per fuzz target
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1440))]
        minutes: u32,
        /// Runs one fuzz target alone, such as read_response
        target: Option<String>,
    },
    /// Reads a FHIR QuestionnaireResponse, alone or in a Bundle, and writes the recommendation as JSON
    #[command(disable_help_flag = true)]
    Assess(Rest),
    /// Decodes a result code into the page for a clinician, with a rule-by-rule trace
    #[command(disable_help_flag = true)]
    Explain(Rest),
    /// Validates a site.json and lists every error with its line and advice
    #[command(disable_help_flag = true)]
    CheckSite(Rest),
    /// Tells whether a served copy of the check is a given release, file by file
    #[command(disable_help_flag = true)]
    Verify(Rest),
    /// Writes all questions, rules and sources as a web page, static/method.html
    #[command(disable_help_flag = true)]
    Rulebook(Rest),
    /// Writes the questionnaire as FHIR R4 Questionnaire JSON
    #[command(disable_help_flag = true)]
    Questionnaire(Rest),
    /// Measures the reading level of the words: by file in English, as a whole in Spanish and French
    #[command(disable_help_flag = true)]
    Readability(Rest),
    /// Lists the sentences that a translation misses, or that were reworded in English since
    #[command(disable_help_flag = true)]
    Translations(Rest),
    /// Trunk's build hook: adds words, static screens and headers to the page being built
    #[command(hide = true)]
    Page,
    /// Compiles the core to JavaScript (wasm2js) for the browser tests, and prints its path
    #[command(hide = true)]
    SameCore,
}

/// Arguments passed on unread to the command `footing`.
#[derive(Debug, PartialEq, Eq, clap::Args)]
pub struct Rest {
    /// Arguments; see `--help` of the command
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<OsString>,
}

/// What to measure.
#[derive(Debug, PartialEq, Eq, clap::Args)]
pub struct Wanted {
    /// How often each page is visited
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100), conflicts_with_all = ["core", "build", "load"])]
    pub repetitions: u32,
    /// Visits one page alone, such as footing or surveyjs
    #[arg(long, value_name = "NAME", conflicts_with_all = ["core", "build", "load"])]
    pub only: Option<String>,
    /// Measures how the core grows with the questionnaire instead
    #[arg(long, conflicts_with_all = ["build", "load"])]
    pub core: bool,
    /// Measures what a build from nothing costs by crate instead
    #[arg(long, conflicts_with = "load")]
    pub build: bool,
    /// Measures the static host under load instead: nginx on this computer, asked by wrk
    #[arg(long)]
    pub load: bool,
    /// Writes the tables into src/docs/benchmark.md, too
    #[arg(long)]
    pub write_docs: bool,
}

/// Which browser tests run in other engines than Chromium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Extent {
    /// The tests made for every engine; part of CI.
    Core,
    /// Every test that the driver of the engine can run; takes half an hour or more.
    All,
}

/// What to mutate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Mutated {
    /// The rules and questions; takes a minute or two.
    Data,
    /// The code of the assessment; takes an hour or two.
    Code,
    /// Both.
    Both,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Command, clap::Error> {
        CommandLine::try_parse_from([&["xtask"], arguments].concat()).map(|line| line.command)
    }

    #[test]
    fn serves_on_port_8080_unless_told_otherwise() {
        assert_eq!(
            parse(&["serve"]).unwrap(),
            Command::Serve {
                port: 8080,
                release: false
            }
        );
        assert_eq!(
            parse(&["serve", "--release", "--port", "9000"]).unwrap(),
            Command::Serve {
                port: 9000,
                release: true
            }
        );
    }

    #[test]
    fn fuzzes_each_target_for_a_minute_unless_told_otherwise() {
        let fuzz = |minutes, target: Option<&str>| Command::Fuzz {
            minutes,
            target: target.map(str::to_owned),
        };
        assert_eq!(parse(&["fuzz"]).unwrap(), fuzz(1, None));
        assert_eq!(
            parse(&["fuzz", "--minutes", "3", "words"]).unwrap(),
            fuzz(3, Some("words"))
        );
    }

    #[test]
    fn tests_the_core_without_wordpress_unless_told_otherwise() {
        let test = |wordpress, engines| Command::Test { wordpress, engines };
        assert_eq!(parse(&["test"]).unwrap(), test(false, Extent::Core));
        assert_eq!(
            parse(&["test", "--wordpress"]).unwrap(),
            test(true, Extent::Core)
        );
        assert_eq!(
            parse(&["test", "--engines", "all"]).unwrap(),
            test(false, Extent::All)
        );
    }

    #[test]
    fn checks_advisories_on_request_alone() {
        assert_eq!(
            parse(&["supply"]).unwrap(),
            Command::Supply { online: false }
        );
        assert_eq!(
            parse(&["supply", "--online"]).unwrap(),
            Command::Supply { online: true }
        );
    }

    #[test]
    fn releases_without_a_folder_of_its_own_unless_told_otherwise() {
        assert_eq!(
            parse(&["release"]).unwrap(),
            Command::Release { pinned: false }
        );
        assert_eq!(
            parse(&["release", "--pinned"]).unwrap(),
            Command::Release { pinned: true }
        );
    }

    #[test]
    fn hands_on_what_the_command_footing_reads() {
        let expected = |arguments: &[&str]| Rest {
            arguments: arguments.iter().map(OsString::from).collect(),
        };
        assert_eq!(
            parse(&["assess", "--explain", "-"]).unwrap(),
            Command::Assess(expected(&["--explain", "-"]))
        );
        assert_eq!(
            parse(&["check-site", "--help"]).unwrap(),
            Command::CheckSite(expected(&["--help"]))
        );
    }

    #[test]
    fn benches_the_browser_ten_times_unless_told_otherwise() {
        let wanted = |arguments: &[&str]| match parse(arguments) {
            Ok(Command::Bench(wanted)) => wanted,
            other => panic!("{other:?}"),
        };
        let usual = wanted(&["bench"]);
        assert_eq!(usual.repetitions, 10);
        assert!(!usual.core && !usual.build && !usual.load && !usual.write_docs);
        assert!(wanted(&["bench", "--core", "--write-docs"]).core);
        assert!(wanted(&["bench", "--load", "--write-docs"]).load);
        let one = wanted(&["bench", "--only", "footing", "--repetitions", "2"]);
        assert_eq!((one.only.as_deref(), one.repetitions), (Some("footing"), 2));
    }

    #[test]
    fn bad_input_exits_with_2() {
        let bad: [&[&str]; 12] = [
            &["test", "--engines", "opera"],
            &["test", "--engines", "all", "--wordpress"],
            &["bench", "--repetitions", "0"],
            &["bench", "--core", "--build"],
            &["bench", "--load", "--only", "footing"],
            &[],
            &["fuzz", "--minutes", "0"],
            &["sereve"],
            &["serve", "--port", "0"],
            &["serve", "--port", "65536"],
            &["serve", "--port", "eighty"],
            &["build", "now"],
        ];
        for arguments in bad {
            assert_eq!(
                parse(arguments).unwrap_err().exit_code(),
                2,
                "{arguments:?}"
            );
        }
    }

    #[test]
    fn help_keeps_quiet_about_the_build_hook() {
        let help = parse(&["--help"]).unwrap_err().to_string();
        assert!(help.contains("questionnaire"), "{help}");
        assert!(!help.contains("page  "), "{help}");
        assert!(!help.contains("same-core"), "{help}");
        assert_eq!(parse(&["page"]).unwrap(), Command::Page);
    }
}
