//! Command-line arguments of `footing`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Applies the rules of Footing to answers and validates settings.
#[derive(Debug, Parser)]
#[command(name = "footing")]
pub struct CommandLine {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
}

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Reads a FHIR QuestionnaireResponse, alone or in a Bundle, and writes the recommendation as JSON
    Assess {
        /// The response or the Bundle as a JSON file; `-` reads standard input
        file: PathBuf,
        /// Prints a rule-by-rule trace of the result instead of JSON
        #[arg(long)]
        explain: bool,
    },
    /// Decodes a result code into the page for a clinician, with a rule-by-rule trace
    Explain {
        /// The code as printed on the result; case, hyphens and spaces are ignored
        #[arg(required = true)]
        code: Vec<String>,
    },
    /// Validates a site.json and lists every error with its line and advice
    CheckSite {
        /// The settings file; `-` reads standard input
        file: PathBuf,
    },
    /// Tells whether a served copy of the check is a given release, file by file
    Verify {
        /// The folder with index.html, or its address, such as `https://check.center.example/`
        place: String,
        /// `hashes.txt` of the release, with `hashes.txt.minisig` beside it if a key is given
        #[arg(long)]
        hashes: PathBuf,
        /// The releaser's public key (minisign): without it the list itself is not checked
        #[arg(long)]
        key: Option<String>,
    },
    /// Writes all questions, rules and sources as a web page, static/method.html
    Rulebook,
    /// Writes the questionnaire as FHIR R4 Questionnaire JSON
    Questionnaire {
        /// The locale of the words, such as `en`
        #[arg(long, default_value = "en")]
        locale: String,
    },
    /// Measures the reading level of the words: by file in English, as a whole in Spanish and French
    Readability {
        /// The locale of the words, such as `es`
        #[arg(long, default_value = "en")]
        locale: String,
    },
    /// Lists the sentences that a translation misses, or that were reworded in English since
    Translations {
        /// The locale of the translation, such as `es`; all of them if none is named
        locale: Option<String>,
        /// Records that the translation fits the English sentences of now
        #[arg(long)]
        accept: bool,
    },
}
