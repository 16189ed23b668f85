//! Dependency tree of a package, from `cargo tree`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

/// `--format` argument of `cargo tree`: the fields after the depth.
pub const FORMAT: &str = "|{p}|{l}";

/// One package in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A package, its transitive dependencies, and the edges between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Tree {
    /// The root package.
    pub root: Package,
    /// License of each package, including the root.
    licenses: BTreeMap<Package, String>,
    /// Direct dependencies of each package.
    needs: BTreeMap<Package, BTreeSet<Package>>,
}

impl Tree {
    /// Parses the output of `cargo tree --prefix depth`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut licenses = BTreeMap::new();
        let mut needs: BTreeMap<Package, BTreeSet<Package>> = BTreeMap::new();
        let mut above: Vec<Package> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (depth, mut package, license) =
                read(line).ok_or_else(|| format!("`cargo tree` prints '{line}'"))?;
            above.truncate(depth);
            // The project's own packages belong to the root component, so they get no entry.
            if let Some(root) = above.first().filter(|_| is_own(line)) {
                package = root.clone();
            }
            if let Some(parent) = above.last().filter(|parent| **parent != package) {
                needs
                    .entry(parent.clone())
                    .or_default()
                    .insert(package.clone());
            }
            needs.entry(package.clone()).or_default();
            licenses.insert(package.clone(), license);
            above.push(package);
        }
        let root = above
            .into_iter()
            .next()
            .ok_or("`cargo tree` prints nothing")?;
        Ok(Self {
            root,
            licenses,
            needs,
        })
    }

    /// Whether the tree contains a package.
    pub fn has(&self, package: &Package) -> bool {
        self.licenses.contains_key(package)
    }

    /// All packages, sorted.
    pub fn packages(&self) -> impl Iterator<Item = &Package> {
        self.licenses.keys()
    }

    /// The license of a package, as an SPDX expression.
    pub fn license(&self, package: &Package) -> Option<&str> {
        self.licenses.get(package).map(String::as_str)
    }

    /// All packages with their direct dependencies.
    pub fn needs(&self) -> impl Iterator<Item = (&Package, &BTreeSet<Package>)> {
        self.needs.iter()
    }
}

/// Parses depth, package and license of one line.
fn read(line: &str) -> Option<(usize, Package, String)> {
    let mut parts = line.split('|');
    let (depth, named, license) = (parts.next()?, parts.next()?, parts.next()?);
    let mut words = named.split(' ');
    let package = Package {
        name: words.next()?.to_owned(),
        version: words.next()?.strip_prefix('v')?.to_owned(),
    };
    Some((depth.parse().ok()?, package, expression(license)))
}

/// Whether a line names a package by path, as cargo does for packages outside a registry.
fn is_own(line: &str) -> bool {
    line.split(['(', ')'])
        .skip(1)
        .any(|part| part.contains(['/', '\\']))
}

/// Converts a license to an SPDX expression: older crates write a slash for "or".
fn expression(license: &str) -> String {
    let parts: Vec<_> = license.split('/').map(str::trim).collect();
    parts.join(" OR ")
}

/// Checksums from a lock file.
pub fn checksums(lock: &Path) -> Result<BTreeMap<Package, String>, String> {
    let text = std::fs::read_to_string(lock).map_err(|error| error.to_string())?;
    let lock: Lock = toml::from_str(&text).map_err(|error| error.to_string())?;
    let with_checksum = lock.package.into_iter().filter_map(|locked| {
        let Locked {
            name,
            version,
            checksum,
        } = locked;
        Some((Package { name, version }, checksum?))
    });
    Ok(with_checksum.collect())
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn package(name: &str) -> Package {
        Package {
            name: name.into(),
            version: "1.0.0".into(),
        }
    }

    #[test]
    fn depths_become_needs() {
        let tree = Tree::parse(
            "0|house v1.0.0 (/home/ada/house)|MIT\n1|roof v1.0.0|MIT/Apache-2.0\n\
             2|tile v1.0.0|MIT\n1|wall v1.0.0 (proc-macro)|Zlib\n",
        )
        .unwrap();
        assert_eq!(tree.root, package("house"));
        let needs: BTreeMap<_, _> = tree.needs().collect();
        assert_eq!(
            needs[&package("house")],
            &[package("roof"), package("wall")].into()
        );
        assert_eq!(needs[&package("roof")], &[package("tile")].into());
        assert_eq!(needs[&package("wall")], &BTreeSet::new());
        assert_eq!(tree.license(&package("roof")), Some("MIT OR Apache-2.0"));
    }

    #[test]
    fn what_own_packages_need_the_root_needs() {
        let tree = Tree::parse(
            "0|house v1.0.0 (/home/ada/house)|MIT\n1|room v1.0.0 (/home/ada/house/room)|MIT\n\
             2|tile v1.0.0|MIT\n",
        )
        .unwrap();
        let needs: BTreeMap<_, _> = tree.needs().collect();
        assert_eq!(needs[&package("house")], &[package("tile")].into());
        assert!(!tree.has(&package("room")));
    }

    #[test]
    fn what_is_not_a_tree_is_refused() {
        for text in ["", "house v1.0.0", "0|house|MIT", "one|house v1.0.0|MIT"] {
            assert!(Tree::parse(text).is_err(), "{text}");
        }
    }
}
