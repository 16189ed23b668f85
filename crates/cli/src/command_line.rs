//! What can be typed after `footing`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// What the rules of Footing make of answers and settings.
#[derive(Debug, Parser)]
#[command(name = "footing")]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One command, with what it needs to know.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Reads a FHIR QuestionnaireResponse, alone or in a Bundle, and writes the recommendation as JSON
    Assess {
        /// The response or the Bundle as a JSON file; `-` reads standard input
        file: PathBuf,
        /// Traces how the result was made, rule by rule, as text instead of JSON
        #[arg(long)]
        explain: bool,
    },
    /// Turns the code of a result back into the page for a clinician, and traces how it was made
    Explain {
        /// The code, as it stands on the page; case, hyphens and spaces do not matter
        #[arg(required = true)]
        code: Vec<String>,
    },
    /// Validates a site.json, and lists every mistake with its place and advice
    CheckSite {
        /// The settings of a site; `-` reads standard input
        file: PathBuf,
    },
    /// Writes every question, rule and source in words into static/method.html
    Rulebook,
    /// Writes the whole questionnaire as a FHIR Questionnaire
    Questionnaire {
        /// The language of the words
        #[arg(long, default_value = "en")]
        locale: String,
    },
    /// Measures how hard the words are to read, by file
    Readability,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Command, clap::Error> {
        CommandLine::try_parse_from([&["footing"], arguments].concat()).map(|line| line.command)
    }

    #[test]
    fn reads_standard_input_for_a_dash() {
        assert_eq!(
            parse(&["assess", "-"]).unwrap(),
            Command::Assess {
                file: "-".into(),
                explain: false
            }
        );
    }

    #[test]
    fn explains_where_it_is_asked_to() {
        assert_eq!(
            parse(&["assess", "--explain", "answers.json"]).unwrap(),
            Command::Assess {
                file: "answers.json".into(),
                explain: true
            }
        );
    }

    #[test]
    fn bad_input_exits_with_2() {
        let bad: [&[&str]; 4] = [&[], &["assess"], &["check-site"], &["rulebok"]];
        for arguments in bad {
            assert_eq!(
                parse(arguments).unwrap_err().exit_code(),
                2,
                "{arguments:?}"
            );
        }
    }
}
