//! Specimens, each as a static page.

use std::path::Path;

use i18n::Words;
use site::Language;
use specimens::check as specimens;

use crate::server::{Pages, Server};
use crate::words::{words, words_in};

/// Languages whose specimens are checked beside the English ones.
pub const OTHER_LANGUAGES: [&str; 3] = ["es", "fr", "ar"];

/// Whether a state is checked in other languages too: each kind of screen, results of each kind, a form with
/// faults.
pub fn is_checked_in_other_languages(name: &str) -> bool {
    const STATES: &[&str] = &[
        "question-right-now-notice",
        "question-thoughts-someone-else",
        "question-use-drinking",
        "result-contact-form-flaws",
        "result-emergency",
        "result-iop",
        "result-over-time",
        "result-site-fits",
        "result-talk-first",
        "result-under-18",
        "result-withdrawal-check",
        "review-with-gaps",
        "standing-open",
        "start",
        "start-failed",
        "start-kept-locked",
        "start-of-a-site",
        "start-static",
    ];
    let is_page = name.starts_with("question-") && name.ends_with("-self");
    is_page || name.starts_with("help-") || STATES.contains(&name)
}

/// Server of the widget's specimens, each on a page with the built style sheets.
#[derive(Debug)]
pub struct Specimens {
    /// Names in order.
    pub names: Vec<String>,
    /// Names of the results with every section collapsed, as first shown.
    pub closed_results: Vec<String>,
    /// Whole pages by their path.
    pub pages: Pages,
    server: Server,
}

impl Specimens {
    /// Renders and serves all specimens.
    pub fn serve(dist: &Path) -> Specimens {
        Specimens::of(dist, &site::LANGUAGES[0], words())
    }

    /// Renders and serves all specimens in one language.
    pub fn serve_in(dist: &Path, locale: &str) -> Specimens {
        let language = Language::find(locale).unwrap();
        Specimens::of(dist, language, &words_in(locale))
    }

    fn of(dist: &Path, language: &Language, words: &Words) -> Specimens {
        let index = std::fs::read_to_string(dist.join(language.page))
            .unwrap_or_else(|error| panic!("{} holds no page: {error}", dist.display()));
        let all = specimens::all(words);
        let closed = specimens::closed_results(words);
        let names_of = |all: &[specimens::Specimen]| {
            let names = all.iter().map(|specimen| specimen.name.clone());
            names.collect::<Vec<String>>()
        };
        let (names, closed_results) = (names_of(&all), names_of(&closed));
        let pages: Pages = all
            .into_iter()
            .chain(closed)
            .map(|specimen| (path(&specimen.name), page_around(&specimen.html, &index)))
            .collect();
        Specimens {
            names,
            closed_results,
            pages: pages.clone(),
            server: Server::with_pages(dist, pages),
        }
    }

    /// URL of a specimen.
    pub fn url(&self, name: &str) -> String {
        self.server.url(&path(name))
    }
}

/// Path beside the built page, whose URLs are relative.
fn path(name: &str) -> String {
    format!("/specimen-{name}.html")
}

/// Wraps a widget in the head of the built page, without the scripts that start the check, and with the style
/// sheet that its start script adds and the page only preloads.
fn page_around(widget: &str, index: &str) -> String {
    const PRELOAD: &str = "rel=\"preload\" as=\"style\"";
    let (head, _) = index.split_once("</head>").expect("index.html has a head");
    let sheet = index.lines().find(|line| line.contains(PRELOAD));
    let sheet = sheet.expect("index.html preloads its style sheet");
    let sheet = sheet.replace(PRELOAD, "rel=\"stylesheet\"");
    format!(
        "{head}{}\n</head>\n<body>\n<div id=\"footing\">{widget}</div>\n</body>\n</html>\n",
        sheet.trim()
    )
}

#[cfg(test)]
mod tests {
    use super::page_around;

    #[test]
    fn specimen_page_keeps_styles_and_drops_scripts() {
        let index = "<html>\n<head>\n</head>\n<body>\n\
            <link rel=\"preload\" as=\"style\" href=\"./widget.css\" />\n\
            <script type=\"module\" src=\"./start.js\"></script>\n</body>";
        assert_eq!(
            page_around("<p>Hello</p>", index),
            "<html>\n<head>\n<link rel=\"stylesheet\" href=\"./widget.css\" />\n</head>\n<body>\n\
             <div id=\"footing\"><p>Hello</p></div>\n</body>\n</html>\n"
        );
    }
}
