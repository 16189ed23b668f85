//! The files of the repository, tracked or not.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// A file as it stands in the repository.
#[derive(Clone)]
pub(crate) struct Source {
    /// From the root, with slashes.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// Lines of code with their numbers: no comment lines, and nothing from the tests' module on.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code_with_tests()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }

    pub(crate) fn code_with_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self
            .text
            .lines()
            .enumerate()
            .map(|(position, line)| (position + 1, line));
        let without_remark =
            numbered.map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)));
        without_remark.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Pages that stand in the repository.
pub(crate) fn pages() -> impl Iterator<Item = Source> {
    [source("index.html")]
        .into_iter()
        .chain(sources("static", &["html"]))
}

/// Every file of a folder with one of these endings, tracked or not, in order.
pub(crate) fn sources(folder: &str, endings: &[&str]) -> impl Iterator<Item = Source> {
    let is_ours = |entry: &DirEntry| {
        let left_out = ["target", "node_modules", "dist", "corpus"];
        !(entry.file_type().is_dir() && left_out.iter().any(|name| entry.file_name() == *name))
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
