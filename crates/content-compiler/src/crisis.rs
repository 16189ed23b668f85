//! Schemas of crisis lines and of help screens.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::logic::{LoadedFile, load};
use super::problem::Problem;

/// Schema of `crisis/<region>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisFile {
    /// The country, as in the name of the file.
    pub region: String,
    /// Numbers that sentences name.
    #[serde(default)]
    pub numbers: Numbers,
    /// Crisis lines, the most general first.
    pub line: Vec<LineEntry>,
}

/// Numbers that sentences name. Where one is missing, none is guessed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// For an emergency.
    pub emergency: Option<String>,
    /// For thoughts of suicide and deep distress.
    pub crisis: Option<String>,
}

/// Crisis line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// The line of the United States in whose place it stands.
    pub in_place_of: Option<String>,
    /// Phone number to call.
    pub call: Option<String>,
    /// Phone number to text.
    pub text: Option<String>,
    /// Keyword to send as a text message.
    pub text_body: Option<String>,
    /// Website, without a scheme.
    pub web: Option<String>,
    /// `P`: confirmed by the operator or a government body; `S`: by a secondary listing.
    pub status: Spanned<String>,
    /// Date of the last check.
    pub checked_on: Spanned<String>,
    /// URL where it was checked.
    pub source_url: String,
    /// Ids of its sources.
    pub sources: Vec<Spanned<String>>,
}

/// Schema of `help.toml`: help screens and cards with their crisis lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLines {
    /// Lines on the start screen and under "Help now".
    pub everywhere: Vec<Spanned<String>>,
    /// Screens and cards.
    pub help: Vec<HelpEntry>,
}

/// Help screen or card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpEntry {
    /// Stable id, as used in rules.
    pub id: Spanned<String>,
    /// Lines shown first and large.
    pub lines: Vec<Spanned<String>>,
    /// Lines shown below.
    #[serde(default)]
    pub more: Vec<Spanned<String>>,
}

impl LineEntry {
    /// Id by which help screens name it.
    pub fn place(&self) -> &str {
        self.in_place_of.as_ref().unwrap_or(self.id.get_ref())
    }
}

/// Loads the help screens.
pub fn help(folder: &Path, problems: &mut Vec<Problem>) -> Option<LoadedFile<HelpLines>> {
    load(folder, "help.toml", problems)
}
