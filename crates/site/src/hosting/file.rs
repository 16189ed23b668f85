//! A row of the manifest: the properties of a served file.

use super::name::Name;
use super::policy::Policy;
use crate::language::LANGUAGES;

/// A served file, or a family of files.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its name in `dist/`.
    pub name: Name,
    /// Where it comes from.
    pub source: Source,
    /// Whether a release build minifies it.
    pub minify: Minify,
    /// The tag for it in `pages`.
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

/// Kind of tag for a file. Tags are grouped by kind, in this order.
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
