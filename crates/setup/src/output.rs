//! Outputs to copy or download.

use i18n::Words;
use site::hosting::{ServerFile, ServerKind};

use super::draft::site_json;
use super::model::Model;
use super::snippet;

/// A text to copy or download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The settings file.
    SiteJson,
    /// HTML for the page that embeds the check.
    Snippet,
    /// CSS for the colors of the button.
    Style,
    /// A configuration file of a kind of server, by index.
    Headers(ServerKind, usize),
    /// CSP directives that the embedding page has to add if its policy is strict.
    PolicyLines,
}

impl Output {
    /// Element id.
    pub(super) fn id(self) -> String {
        match self {
            Output::SiteJson => "out-site".to_owned(),
            Output::Snippet => "out-snippet".to_owned(),
            Output::Style => "out-style".to_owned(),
            Output::Headers(_, position) => format!("out-headers-{position}"),
            Output::PolicyLines => "out-policy".to_owned(),
        }
    }

    /// The text.
    pub(super) fn text(self, model: &Model, said: &Words) -> String {
        match self {
            Output::SiteJson => site_json(model),
            Output::Snippet => snippet::snippet(model, said),
            Output::Style => snippet::style(model).unwrap_or_default(),
            Output::Headers(kind, position) => file(model, kind, position)
                .map(|file| file.text)
                .unwrap_or_default(),
            Output::PolicyLines => snippet::policy_lines(model),
        }
    }

    /// File name of the download. Browsers change names that begin with a dot, so such a file gets
    /// a name that says how to rename it.
    pub(super) fn file_name(self, model: &Model) -> &'static str {
        match self {
            Output::SiteJson => "site.json",
            Output::Snippet => "snippet.html",
            Output::Style => "footing-button.css",
            Output::Headers(ServerKind::Apache, _) => "rename-to-dot-htaccess.txt",
            Output::Headers(kind, position) => {
                file(model, kind, position).map_or("headers.txt", |file| file.name)
            }
            Output::PolicyLines => "partner-policy.txt",
        }
    }
}

fn file(model: &Model, kind: ServerKind, position: usize) -> Option<ServerFile> {
    kind.files(&model.hosting()).into_iter().nth(position)
}
