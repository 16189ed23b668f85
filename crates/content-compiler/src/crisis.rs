//! Crisis lines of one region, and which of them a help screen names.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::logic::{LoadedFile, load};
use super::problem::Problem;

/// `crisis/<region>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisFile {
    /// The region.
    pub region: String,
    /// Lines, the most general first.
    pub line: Vec<LineEntry>,
}

/// One line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineEntry {
    /// The stable name.
    pub id: Spanned<String>,
    /// The number to call.
    pub call: Option<String>,
    /// The number to text.
    pub text: Option<String>,
    /// The word to send.
    pub text_body: Option<String>,
    /// The site, without a scheme.
    pub web: Option<String>,
    /// `P` confirmed by the operator or a government body, `S` by a secondary listing.
    pub status: Spanned<String>,
    /// The day this row was last checked.
    pub checked_on: Spanned<String>,
    /// Where it was checked.
    pub source_url: String,
    /// The sources.
    pub sources: Vec<Spanned<String>>,
}

/// `help.toml`: help screens and cards with the lines they name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLines {
    /// The lines on the start screen and under "Help now".
    pub everywhere: Vec<Spanned<String>>,
    /// Screens and cards.
    pub help: Vec<HelpEntry>,
}

/// One help screen or card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpEntry {
    /// The stable name, as rules name it.
    pub id: Spanned<String>,
    /// The lines it names first and large.
    pub lines: Vec<Spanned<String>>,
    /// The lines it names below.
    #[serde(default)]
    pub more: Vec<Spanned<String>>,
}

/// Reads the lines of the default region, and the help screens.
pub fn read(
    folder: &Path,
    problems: &mut Vec<Problem>,
) -> Option<(LoadedFile<CrisisFile>, LoadedFile<HelpLines>)> {
    let crisis = load(folder, "crisis/us.toml", problems);
    let help = load(folder, "help.toml", problems);
    crisis.zip(help)
}
