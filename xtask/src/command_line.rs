//! Command line of `cargo xtask`.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

/// Commands of the Footing project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One command, with what it needs to know.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Serves the page on this computer, and builds it again at each change
    Serve {
        /// The port to serve on
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// Serves the page as visitors get it: small, but slower to build
        #[arg(long)]
        release: bool,
    },
    /// Runs everything CI runs, and closes with a count
    Test {
        /// Tries the WordPress plugin in a real WordPress instead: not part of CI
        #[arg(long)]
        wordpress: bool,
    },
    /// Builds the page for visitors into dist/, and holds it to its budgets
    Build,
    /// Takes a picture of every screen into target/gallery/
    Gallery,
    /// Looks at what the project is built from: versions, licenses, sources, advisories
    Supply {
        /// Checks advisories too, by the RustSec database as it is today
        #[arg(long)]
        online: bool,
    },
    /// Builds the committed page twice, in two folders, and compares every byte
    Reproduce,
    /// Writes the bill of materials of the page into target/bom/
    Bom,
    /// Packs what a site owner uploads into one zip in target/release-files/
    Release {
        /// Puts the check into a folder named after its version, so that several stand side by side
        #[arg(long)]
        pinned: bool,
    },
    /// Makes mistakes in rules and code on purpose, and looks whether the tests notice
    Mutants {
        /// Where the mistakes are made
        #[arg(long, value_enum, default_value_t = Mutated::Both)]
        only: Mutated,
    },
    /// Tries bad input, made by a machine, on everything that reads text from elsewhere
    Fuzz {
        /// Minutes for each target
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1440))]
        minutes: u32,
        /// One target only, such as read_response
        target: Option<String>,
    },
    /// Reads a FHIR QuestionnaireResponse, alone or in a Bundle, and writes the recommendation as JSON
    #[command(disable_help_flag = true)]
    Assess(Rest),
    /// Turns the code of a result back into the page for a clinician, and traces how it was made
    #[command(disable_help_flag = true)]
    Explain(Rest),
    /// Validates a site.json, and lists every mistake with its place and advice
    #[command(disable_help_flag = true)]
    CheckSite(Rest),
    /// Writes every question, rule and source in words into static/method.html
    #[command(disable_help_flag = true)]
    Rulebook(Rest),
    /// Writes the whole questionnaire as a FHIR Questionnaire
    #[command(disable_help_flag = true)]
    Questionnaire(Rest),
    /// Measures how hard the words are to read, by file
    #[command(disable_help_flag = true)]
    Readability(Rest),
    /// Adds the words and the static start screen to a page that trunk is building
    #[command(hide = true)]
    Page,
    /// Makes the core into JavaScript alone, and says where it is: the browser tests compare it
    #[command(hide = true)]
    SameCore,
}

/// What the command `footing` is given: it reads these words itself.
#[derive(Debug, PartialEq, Eq, clap::Args)]
pub struct Rest {
    /// See `--help` of the command
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<OsString>,
}

/// Where mistakes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Mutated {
    /// In the rules and questions: a minute or two.
    Data,
    /// In the code of the assessment: an hour or two.
    Code,
    /// In both.
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
    fn leaves_wordpress_out_unless_told_otherwise() {
        let test = |wordpress| Command::Test { wordpress };
        assert_eq!(parse(&["test"]).unwrap(), test(false));
        assert_eq!(parse(&["test", "--wordpress"]).unwrap(), test(true));
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
    fn bad_input_exits_with_2() {
        let bad: [&[&str]; 7] = [
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
