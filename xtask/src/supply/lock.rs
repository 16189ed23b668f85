//! What lock files name.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;

use command_support::failure::Failure;

/// One crate in one version, from elsewhere.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// Every crate from elsewhere that the lock files beside these manifests name.
pub fn crates(manifests: &[PathBuf]) -> Result<BTreeSet<Crate>, Failure> {
    let mut crates = BTreeSet::new();
    for manifest in manifests {
        let file = manifest.with_file_name("Cargo.lock");
        let unread = |error: String| {
            Failure::work(
                format!("{} cannot be read: {error}", file.display()),
                "Take the committed one back, then run this again.",
            )
        };
        let text = std::fs::read_to_string(&file).map_err(|error| unread(error.to_string()))?;
        crates.extend(parse(&text).map_err(|error| unread(error.to_string()))?);
    }
    Ok(crates)
}

fn parse(text: &str) -> Result<Vec<Crate>, toml::de::Error> {
    let lock: Lock = toml::from_str(text)?;
    let from_elsewhere = lock.package.into_iter().filter(|one| one.source.is_some());
    Ok(from_elsewhere
        .map(|Package { name, version, .. }| Crate { name, version })
        .collect())
}

/// The part of a lock file that is read here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_packages_are_not_from_elsewhere() {
        let text = "version = 4\n\
            [[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n\
            [[package]]\nname = \"rain\"\nversion = \"1.2.3\"\nsource = \"registry+https://example\"\n";
        assert_eq!(
            parse(text).unwrap(),
            [Crate {
                name: "rain".into(),
                version: "1.2.3".into()
            }]
        );
    }
}
