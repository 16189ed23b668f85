//! What can be typed after `cargo xtask`.

use std::path::PathBuf;

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
    Test,
    /// Builds the page for visitors into dist/, and holds it to its budgets
    Build,
    /// Takes a picture of every screen into target/gallery/
    Gallery,
    /// Reads a FHIR QuestionnaireResponse, and writes the recommendation as JSON
    Assess {
        /// The response as a JSON file; `-` reads standard input
        file: PathBuf,
    },
    /// Writes the whole questionnaire as a FHIR Questionnaire
    Questionnaire {
        /// The language of the words
        #[arg(long, default_value = "en")]
        locale: String,
    },
    /// Writes the words of each language as the page loads them
    Words,
    /// Adds the words and the static start screen to a page that trunk is building
    #[command(hide = true)]
    Page,
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
    fn reads_standard_input_for_a_dash() {
        assert_eq!(
            parse(&["assess", "-"]).unwrap(),
            Command::Assess { file: "-".into() }
        );
    }

    #[test]
    fn bad_input_exits_with_2() {
        let bad: [&[&str]; 7] = [
            &[],
            &["sereve"],
            &["serve", "--port", "0"],
            &["serve", "--port", "65536"],
            &["serve", "--port", "eighty"],
            &["assess"],
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
        assert_eq!(parse(&["page"]).unwrap(), Command::Page);
    }
}
