//! Files of the repository, tracked or not.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// Source file.
#[derive(Clone)]
pub(crate) struct Source {
    /// Path from the root, with slashes.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// Numbered lines without comments, up to `#[cfg(test)]`.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code_with_tests()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }

    /// Numbered lines without comments.
    pub(crate) fn code_with_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self
            .text
            .lines()
            .enumerate()
            .map(|(position, line)| (position + 1, line));
        let without_comment =
            numbered.map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)));
        without_comment.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// HTML pages that are written by hand.
pub(crate) fn pages() -> impl Iterator<Item = Source> {
    [source("index.html")]
        .into_iter()
        .chain(sources("static", &["html"]))
}

/// Files of a folder with one of these extensions, tracked or not, sorted by path.
pub(crate) fn sources(folder: &str, endings: &[&str]) -> impl Iterator<Item = Source> {
    let is_ours = |entry: &DirEntry| {
        let excluded = ["target", "node_modules", "dist", "corpus"];
        // The folder of the repository itself may have any name.
        entry.depth() == 0
            || !entry.file_type().is_dir()
            || excluded.iter().all(|name| entry.file_name() != *name)
    };
    let entries = WalkDir::new(root().join(folder)).into_iter();
    let entries = entries.filter_entry(is_ours).map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let mut found: Vec<PathBuf> = files.map(DirEntry::into_path).collect();
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    let chosen = found.into_iter().filter(|path| {
        path.extension()
            .is_some_and(|ending| endings.iter().any(|known| ending == *known))
    });
    let names: Vec<String> = chosen
        .map(|path| {
            path.strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/")
        })
        .collect();
    names.into_iter().map(|name| source(&name))
}

pub(crate) fn source(name: &str) -> Source {
    Source {
        name: name.to_owned(),
        text: read(name),
    }
}

pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Test-only packages, which report failures by panics.
const TEST_PACKAGES: &[&str] = &["crates/fuzz-checks/", "crates/test-support/"];

/// Code that is compiled into pages and commands: the widget and the crates, without tests.
pub fn code() -> impl Iterator<Item = Source> {
    let in_crates = sources("crates", &["rs"]).filter(|file| file.name.contains("/src/"));
    let shipped = in_crates.filter(|file| {
        let is_of_tests = |folder: &&str| file.name.starts_with(*folder);
        !TEST_PACKAGES.iter().any(is_of_tests) && !file.name.ends_with("/tests.rs")
    });
    sources("src", &["rs"]).chain(shipped)
}
