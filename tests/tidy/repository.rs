//! The files of the repository, tracked or not.

use std::fs;
use std::path::{Path, PathBuf};

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
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
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

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "dist", "corpus"].contains(&name.as_str()) {
            collect(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
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
