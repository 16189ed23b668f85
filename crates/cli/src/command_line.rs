//! Command line of `footing`.

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
#[derive(Debug, Subcommand)]
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
