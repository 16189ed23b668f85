//! What can be copied or downloaded.

use i18n::Words;
use site::hosting::{ServerFile, ServerKind};

use super::draft::site_json;
use super::model::Model;
use super::snippet;

/// One text beside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The settings.
    SiteJson,
    /// The lines for the page around the check.
    Snippet,
    /// The colors of its button.
    Style,
    /// A file of a kind of server, by its place.
    Headers(ServerKind, usize),
    /// What a page with a strict policy has to add.
    PolicyLines,
}

impl Output {
    /// Its name in the page.
    pub(super) fn id(self) -> String {
        match self {
            Output::SiteJson => "out-site".to_owned(),
            Output::Snippet => "out-snippet".to_owned(),
            Output::Style => "out-style".to_owned(),
            Output::Headers(_, position) => format!("out-headers-{position}"),
            Output::PolicyLines => "out-policy".to_owned(),
        }
    }

    /// The text itself.
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

    /// The name of the file it is saved as. A name that begins with a dot is changed by browsers, so
    /// such a file gets one that says how to call it.
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
