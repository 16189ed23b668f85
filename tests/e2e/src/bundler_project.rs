//! A project of a partner's developers: React and Vue pages that import the npm package of the release.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use tempfile::TempDir;

use crate::environment::path;
use crate::folder::copy_folder;
use crate::release::Release;

/// Sources of the project.
const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/bundler");

/// Name of the package.
const PACKAGE: &str = "footing-check";

/// Project with its dependencies, removed on drop.
#[derive(Debug)]
pub struct BundlerProject {
    folder: TempDir,
    packed: Vec<String>,
}

/// What `npm pack` tells of a package.
#[derive(Debug, Deserialize)]
struct Tarball {
    filename: String,
    files: Vec<PackedFile>,
}

/// A file of a package.
#[derive(Debug, Deserialize)]
struct PackedFile {
    path: String,
}

impl BundlerProject {
    /// Copies the sources, packs the package of a release, and installs what was packed.
    pub fn with_package_of(release: &Release) -> BundlerProject {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        copy_folder(Path::new(SOURCES), root);
        let modules = root.join("node_modules");
        fs::create_dir(&modules).unwrap();
        for entry in fs::read_dir(path("FOOTING_NPM_FRAMEWORKS")).unwrap() {
            let entry = entry.unwrap();
            symlink(entry.path(), modules.join(entry.file_name())).unwrap();
        }
        let mut pack = Command::new("npm");
        pack.args(["pack", "--json", "--no-update-notifier"])
            .arg(format!("--pack-destination={}", root.display()))
            .current_dir(release.package());
        let [tarball]: [Tarball; 1] = serde_json::from_str(&output_of(&mut pack)).unwrap();
        let mut unpack = Command::new("tar");
        unpack.arg("-xzf").arg(&tarball.filename).current_dir(root);
        output_of(&mut unpack);
        fs::rename(root.join("package"), modules.join(PACKAGE)).unwrap();
        let packed = tarball.files.into_iter().map(|file| file.path);
        BundlerProject {
            packed: packed.collect(),
            folder,
        }
    }

    /// Files that `npm pack` put into the package.
    pub fn packed(&self) -> &[String] {
        &self.packed
    }

    /// Folder of the installed package.
    pub fn package(&self) -> PathBuf {
        self.folder.path().join("node_modules").join(PACKAGE)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    /// Builds all pages for the check at an address, and returns their folder.
    pub fn build(&self, check: &str) -> PathBuf {
        self.node(
            "node_modules/vite/bin/vite.js",
            &["build"],
            &[("VITE_CHECK", check)].into(),
        );
        self.folder.path().join("dist")
    }

    /// Runs a script of the project in Node, and returns its output.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub fn run(&self, script: &str, arguments: &[&str]) -> String {
        self.node(script, arguments, &BTreeMap::new())
    }

    fn node(&self, script: &str, arguments: &[&str], variables: &BTreeMap<&str, &str>) -> String {
        let mut node = Command::new("node");
        node.arg(script)
            .args(arguments)
            .envs(variables)
            .current_dir(self.folder.path());
        output_of(&mut node)
    }
}

fn output_of(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    let told = String::from_utf8(output.stdout).unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{command:?} failed:\n{told}{complaint}"
    );
    told
}
