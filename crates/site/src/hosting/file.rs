//! A row of the manifest: the properties of a served file.

use super::headers::{CachePolicy, is_hash};
use super::policy::Policy;
use crate::language::{LANGUAGES, Language};

/// A served file, or a family of files.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its name in `dist/`.
    pub name: Name,
    /// Where it comes from.
    pub source: Source,
    /// Whether a release build minifies it.
    pub minify: Minify,
    /// The tag for it in the `<head>` of `pages`.
    pub tag: Option<Tag>,
    /// The pages with this tag.
    pub pages: &'static [Page],
    /// The pages whose start script gets the file's address, each with the name of the `data-` attribute.
    pub data_attributes: &'static [(Page, &'static str)],
    /// The budgets it counts toward.
    pub budgets: &'static [Budget],
    /// Its Content-Security-Policy.
    pub policy: Option<&'static Policy>,
    /// Whether the build ID covers it.
    pub is_in_digest: bool,
    /// Whether a release build merges it into a script that is [`Minify::Bundled`]. Only a development build
    /// serves it.
    pub is_merged: bool,
}

/// File name pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The same name in every build.
    Fixed(&'static str),
    /// A name with a content hash between `start` and `end`.
    Hashed {
        /// The part before the hash.
        start: &'static str,
        /// The part after the hash.
        end: &'static str,
    },
    /// One JSON file for each language, in this folder.
    PerLanguage(&'static str),
    /// A page in every language.
    Pages(Translated),
    /// All files in this folder.
    Folder(&'static str),
}

/// A page that there is in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translated {
    /// The check.
    Check,
    /// The paper form.
    Paper,
}

/// Origin of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Copied from `static/`, under the same name.
    Static,
    /// Built by Trunk: the module of the check, its style sheet, its page.
    Trunk,
    /// Built by Trunk's hook: the pages other than the check, and their modules.
    Companion,
    /// Generated from the content by the package `pages`.
    Content,
    /// Built by wasm2js, in release builds.
    Wasm2js,
    /// Generated for one kind of server ([`super::ServerKind`]).
    Headers,
    /// Packed last, in release builds.
    Plugin,
}

/// How a release build minifies a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// Not minified.
    Never,
    /// Removes comments and whitespace.
    Whitespace,
    /// Removes comments and whitespace, and shortens names.
    Names,
    /// The same, with every script it imports in it.
    Bundled,
}

/// Kind of tag for a file in the `<head>`. Tags are grouped by kind, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// `<link rel="stylesheet">`
    Stylesheet,
    /// `<link rel="preload" as="fetch">`
    Preload,
    /// `<link rel="modulepreload">`
    ModulePreload,
    /// `<script type="module">`
    Script,
    /// `<script type="module">` of the start script, which gets the addresses of the other files.
    Start,
}

/// A page with a WebAssembly module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The check itself.
    Check,
    /// The workbench for reviewers.
    Workbench,
    /// The setup page for site owners.
    Setup,
}

/// A size budget, with its limit in `xtask/budgets.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// All files that a visit loads.
    FirstVisit,
    /// All files that a visit without WebAssembly loads.
    WithoutWasm,
    /// Files that an embedding page loads.
    Embed,
    /// What must have arrived before the first question answers.
    FirstAnswer,
    /// All files that a visit in a frame of another page loads.
    Frame,
    /// The workbench.
    Workbench,
    /// The setup page.
    Setup,
}

impl File {
    /// A file with default properties.
    pub(super) const fn new(name: Name, source: Source) -> File {
        File {
            name,
            source,
            minify: Minify::Never,
            tag: None,
            pages: &[],
            data_attributes: &[],
            budgets: &[],
            policy: None,
            is_in_digest: true,
            is_merged: false,
        }
    }

    pub(super) const fn minified(self, minify: Minify) -> File {
        File { minify, ..self }
    }

    pub(super) const fn tag(self, tag: Tag, pages: &'static [Page]) -> File {
        File {
            tag: Some(tag),
            pages,
            ..self
        }
    }

    pub(super) const fn data_attributes(
        self,
        data_attributes: &'static [(Page, &'static str)],
    ) -> File {
        File {
            data_attributes,
            ..self
        }
    }

    pub(super) const fn counts(self, budgets: &'static [Budget]) -> File {
        File { budgets, ..self }
    }

    pub(super) const fn policy(self, policy: &'static Policy) -> File {
        File {
            policy: Some(policy),
            ..self
        }
    }

    pub(super) const fn outside_digest(self) -> File {
        File {
            is_in_digest: false,
            ..self
        }
    }

    pub(super) const fn merged(self) -> File {
        File {
            is_merged: true,
            ..self
        }
    }

    /// Whether it is only for site owners, and so omitted from server configurations that list each file.
    pub(super) fn is_for_owners(&self) -> bool {
        matches!(self.source, Source::Headers | Source::Plugin)
    }
}

impl Name {
    /// Whether a path relative to `dist/` matches.
    pub fn fits(self, name: &str) -> bool {
        match self {
            Name::Fixed(fixed) => name == fixed,
            Name::Hashed { start, end } => name
                .strip_prefix(start)
                .and_then(|rest| rest.strip_suffix(end))
                .is_some_and(is_hash),
            Name::PerLanguage(folder) => name
                .strip_prefix(folder)
                .is_some_and(|file| file.ends_with(".json") && !file.contains('/')),
            Name::Pages(_) => self.known().contains(&name),
            Name::Folder(folder) => name.starts_with(folder),
        }
    }

    /// The name, if it is the same in every build.
    pub fn fixed(self) -> Option<&'static str> {
        match self {
            Name::Fixed(name) => Some(name),
            Name::Hashed { .. } | Name::PerLanguage(_) | Name::Pages(_) | Name::Folder(_) => None,
        }
    }

    /// Every name that is the same in every build.
    pub fn known(self) -> Vec<&'static str> {
        match self {
            Name::Pages(page) => LANGUAGES
                .iter()
                .map(|language| page.file(language))
                .collect(),
            _ => self.fixed().into_iter().collect(),
        }
    }

    /// The file name for a language.
    pub fn in_language(self, language: &str) -> Option<String> {
        match self {
            Name::PerLanguage(folder) => Some(format!("{folder}{language}.json")),
            Name::Pages(page) => {
                Language::find(language).map(|language| page.file(language).to_owned())
            }
            Name::Fixed(_) | Name::Hashed { .. } | Name::Folder(_) => None,
        }
    }

    /// Cache policy: a name with a content hash is immutable.
    pub fn cache_policy(self) -> CachePolicy {
        match self {
            Name::Hashed { .. } => CachePolicy::Immutable,
            Name::Fixed(_) | Name::PerLanguage(_) | Name::Pages(_) | Name::Folder(_) => {
                CachePolicy::Revalidate
            }
        }
    }

    /// Pattern with a star, for messages.
    pub fn pattern(self) -> String {
        match self {
            Name::Fixed(name) => name.to_owned(),
            Name::Hashed { start, end } => format!("{start}*{end}"),
            Name::PerLanguage(folder) => format!("{folder}*.json"),
            Name::Pages(_) => self.known().join(" or "),
            Name::Folder(folder) => format!("{folder}*"),
        }
    }
}

impl Translated {
    /// Its file name in a language.
    pub fn file(self, language: &Language) -> &'static str {
        match self {
            Translated::Check => language.page,
            Translated::Paper => language.paper,
        }
    }
}

impl Page {
    /// Its file name, in the source language.
    pub const fn file(self) -> &'static str {
        match self {
            Page::Check => LANGUAGES[0].page,
            Page::Workbench => "workbench.html",
            Page::Setup => "setup.html",
        }
    }

    /// The budget of all files it loads.
    pub fn budget(self) -> Budget {
        match self {
            Page::Check => Budget::FirstVisit,
            Page::Workbench => Budget::Workbench,
            Page::Setup => Budget::Setup,
        }
    }
}

impl Budget {
    /// Every budget.
    pub const ALL: [Budget; 7] = [
        Budget::FirstVisit,
        Budget::WithoutWasm,
        Budget::Embed,
        Budget::FirstAnswer,
        Budget::Frame,
        Budget::Workbench,
        Budget::Setup,
    ];

    /// Its name in `xtask/budgets.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Budget::FirstVisit => "first visit",
            Budget::WithoutWasm => "without WebAssembly",
            Budget::Embed => "embed.js",
            Budget::FirstAnswer => "first answer",
            Budget::Frame => "in a frame",
            Budget::Workbench => "workbench",
            Budget::Setup => "setup",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_its_own_files_alone() {
        let hashed = Name::Hashed {
            start: "widget-",
            end: ".js",
        };
        assert!(hashed.fits("widget-0123456789abcdef.js"));
        for other in [
            "widget-.js",
            "widget-start.js",
            "widget-0123456789abcdef_bg.wasm",
            "a/widget-0123456789abcdef.js",
        ] {
            assert!(!hashed.fits(other), "{other}");
        }
        let words = Name::PerLanguage("words/");
        assert!(words.fits("words/en.json") && words.fits("words/es.json"));
        assert!(!words.fits("words/en/paper.json") && !words.fits("words/en.txt"));
        let pages = Name::Pages(Translated::Check);
        assert!(pages.fits("index.html") && pages.fits("es.html"));
        assert!(!pages.fits("send.html") && !pages.fits("paper.html"));
        assert!(Name::Fixed("start.js").fits("start.js"));
        assert!(!Name::Fixed("start.js").fits("restart.js"));
        assert!(Name::Folder("headers/").fits("headers/.htaccess"));
    }
}
