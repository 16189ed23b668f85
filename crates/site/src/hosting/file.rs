//! One row of the manifest: what is to be known of a served file.

use super::headers::{CachePolicy, is_hash};
use super::policy::Policy;

/// A served file, or a family of files.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// How it is found in `dist/`.
    pub name: Name,
    /// Where it comes from.
    pub source: Source,
    /// Whether a release build minifies it.
    pub minify: Minify,
    /// How the head of `pages` names it.
    pub tag: Option<Tag>,
    /// The pages whose head names it.
    pub pages: &'static [Page],
    /// The pages whose start script is told its address, each with the `data-` attribute. A star in it
    /// stands for a language, and the script is told of each.
    pub told: &'static [(Page, &'static str)],
    /// The budgets it counts to.
    pub budgets: &'static [Budget],
    /// Its Content-Security-Policy.
    pub policy: Option<&'static Policy>,
    /// Whether the digest that names the build covers it.
    pub is_in_digest: bool,
}

/// How a file is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Its name stays from build to build.
    Fixed(&'static str),
    /// Between these stands a hash of what it holds.
    Hashed {
        /// What its name begins with.
        start: &'static str,
        /// What its name ends with.
        end: &'static str,
    },
    /// One JSON file for each language, in this folder.
    PerLanguage(&'static str),
    /// Whatever is in this folder.
    Folder(&'static str),
}

/// Where a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// `static/` holds it under the same name.
    Static,
    /// Trunk builds it: the module of the check, its style sheet, its page.
    Trunk,
    /// Trunk's hook builds it: a page beside the check, and its module.
    Companion,
    /// The package `pages` generates it from the content.
    Content,
    /// wasm2js makes it in release builds.
    Wasm2js,
    /// It is written for one kind of server ([`super::ServerKind`]).
    Headers,
    /// It is packed after everything else, in release builds.
    Plugin,
}

/// How much a release build takes out of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// Nothing: it is served as it is.
    Never,
    /// Comments and spaces.
    Whitespace,
    /// Comments and spaces, and long names.
    Names,
}

/// How the head of a page names a file. Heads list tags of one kind after another, in this order.
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
    /// The same, for the script that starts the module and is told of the other files.
    Start,
}

/// A page with a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The check itself.
    Check,
    /// The bench for reviewers.
    Workbench,
    /// The page for site owners.
    Setup,
}

/// A sum of bytes with a limit in `xtask/budgets.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// Everything that a visit loads.
    FirstVisit,
    /// The same where the browser has no WebAssembly.
    WithoutWasm,
    /// What a page around the check loads.
    Embed,
    /// What the start screen needs.
    FirstPaint,
    /// The bench.
    Workbench,
    /// The setup page.
    Setup,
}

impl File {
    /// A file that nothing more is said of.
    pub(super) const fn new(name: Name, source: Source) -> File {
        File {
            name,
            source,
            minify: Minify::Never,
            tag: None,
            pages: &[],
            told: &[],
            budgets: &[],
            policy: None,
            is_in_digest: true,
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

    pub(super) const fn told(self, told: &'static [(Page, &'static str)]) -> File {
        File { told, ..self }
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

    /// Whether it is for site owners alone: servers that are told of each file are told nothing of it.
    pub(super) fn is_for_owners(&self) -> bool {
        matches!(self.source, Source::Headers | Source::Plugin)
    }
}

impl Name {
    /// Whether this may be the name of the file, from `dist/` on.
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
            Name::Folder(folder) => name.starts_with(folder),
        }
    }

    /// The name, where it stays from build to build.
    pub fn fixed(self) -> Option<&'static str> {
        match self {
            Name::Fixed(name) => Some(name),
            Name::Hashed { .. } | Name::PerLanguage(_) | Name::Folder(_) => None,
        }
    }

    /// The file of a language.
    pub fn in_language(self, language: &str) -> Option<String> {
        match self {
            Name::PerLanguage(folder) => Some(format!("{folder}{language}.json")),
            Name::Fixed(_) | Name::Hashed { .. } | Name::Folder(_) => None,
        }
    }

    /// How long a browser may keep it: a name with a hash never holds anything else.
    pub fn cache_policy(self) -> CachePolicy {
        match self {
            Name::Hashed { .. } => CachePolicy::Immutable,
            Name::Fixed(_) | Name::PerLanguage(_) | Name::Folder(_) => CachePolicy::Revalidate,
        }
    }

    /// As a pattern with a star, for people.
    pub fn pattern(self) -> String {
        match self {
            Name::Fixed(name) => name.to_owned(),
            Name::Hashed { start, end } => format!("{start}*{end}"),
            Name::PerLanguage(folder) => format!("{folder}*.json"),
            Name::Folder(folder) => format!("{folder}*"),
        }
    }
}

impl Page {
    /// Its file.
    pub const fn file(self) -> &'static str {
        match self {
            Page::Check => "index.html",
            Page::Workbench => "workbench.html",
            Page::Setup => "setup.html",
        }
    }

    /// The budget of all that it loads.
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
    pub const ALL: [Budget; 6] = [
        Budget::FirstVisit,
        Budget::WithoutWasm,
        Budget::Embed,
        Budget::FirstPaint,
        Budget::Workbench,
        Budget::Setup,
    ];

    /// Its name in `xtask/budgets.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Budget::FirstVisit => "first visit",
            Budget::WithoutWasm => "without WebAssembly",
            Budget::Embed => "embed.js",
            Budget::FirstPaint => "first paint",
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
        assert!(Name::Fixed("start.js").fits("start.js"));
        assert!(!Name::Fixed("start.js").fits("restart.js"));
        assert!(Name::Folder("headers/").fits("headers/.htaccess"));
    }
}
