//! Digests of the files of a page.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::files;
use command_support::terminal;

/// The files of a page by name, each with its digest and length.
#[derive(Debug, PartialEq, Eq)]
pub struct Digests(BTreeMap<String, (String, usize)>);

/// One file that differs between two pages.
#[derive(Debug, PartialEq, Eq)]
pub enum Difference {
    /// In both pages, with different bytes.
    Content(String),
    /// In only one page.
    Alone(String),
}

impl Digests {
    /// Reads every file in a folder, recursively.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut digests = BTreeMap::new();
        for file in files::below(folder)? {
            let bytes = std::fs::read(&file.path)?;
            digests.insert(file.name, (digest(&bytes), bytes.len()));
        }
        Ok(Self(digests))
    }

    /// A copy with only the files that match.
    pub fn only(&self, counts: impl Fn(&str) -> bool) -> Self {
        let Self(digests) = self;
        let mut some = digests.clone();
        some.retain(|name, _| counts(name));
        Self(some)
    }

    /// Files that differ between two pages.
    pub fn compare(&self, other: &Self) -> Vec<Difference> {
        let Self(here) = self;
        let Self(there) = other;
        let mut differences: Vec<_> = here
            .iter()
            .filter_map(|(name, digest)| match there.get(name) {
                None => Some(Difference::Alone(name.clone())),
                Some(other) if other != digest => Some(Difference::Content(name.clone())),
                Some(_) => None,
            })
            .collect();
        let only_there = there.keys().filter(|name| !here.contains_key(*name));
        differences.extend(only_there.cloned().map(Difference::Alone));
        differences
    }

    /// Digest, name and length of each file, the first two in the format of `sha256sum`.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let Self(digests) = self;
        digests.iter().map(|(name, (digest, length))| {
            format!("{digest}  {name} ({} bytes)", terminal::in_threes(*length))
        })
    }

    /// One digest for the whole page: the digest of the list of all digests.
    pub fn whole(&self) -> String {
        let Self(digests) = self;
        let list: String = digests
            .iter()
            .map(|(name, (digest, _))| format!("{digest}  {name}\n"))
            .collect();
        digest(list.as_bytes())
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(name) => write!(formatter, "{name} has different bytes"),
            Self::Alone(name) => write!(formatter, "{name} is in one page alone"),
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digests(files: &[(&str, &str)]) -> Digests {
        let entry = |(name, bytes): &(&str, &str)| {
            ((*name).to_owned(), (digest(bytes.as_bytes()), bytes.len()))
        };
        Digests(files.iter().map(entry).collect())
    }

    #[test]
    fn every_difference_is_named_from_both_sides() {
        let one = digests(&[("a", "same"), ("b", "rain"), ("c", "here")]);
        let other = digests(&[("a", "same"), ("b", "hail"), ("d", "there")]);
        assert_eq!(
            one.compare(&other),
            [
                Difference::Content("b".into()),
                Difference::Alone("c".into()),
                Difference::Alone("d".into())
            ]
        );
        assert_eq!(one.compare(&one), []);
    }

    /// The digest of "abc" in FIPS 180-2.
    #[test]
    fn lines_are_those_of_sha256sum_and_the_length() {
        assert_eq!(
            digests(&[("page.html", "abc")]).lines().collect::<Vec<_>>(),
            [
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  page.html (3 bytes)"
            ]
        );
    }

    #[test]
    fn the_whole_changes_with_a_name_and_with_a_byte() {
        let whole = |files: &[(&str, &str)]| digests(files).whole();
        let page = whole(&[("a", "rain")]);
        assert_ne!(page, whole(&[("b", "rain")]));
        assert_ne!(page, whole(&[("a", "hail")]));
    }
}
