//! A package from the npm registry.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// One package, and the file in it that is used.
#[derive(Debug)]
pub struct NpmPackage {
    /// Its name in the registry.
    pub name: &'static str,
    /// The one version that is used.
    pub version: &'static str,
    /// The file that is used, below the folder of the package.
    pub file: &'static str,
    /// What becomes of the packages it names.
    pub others: Others,
}

/// What becomes of the packages that a package names as its own needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are installed with it.
    Installed,
    /// They are left out: the package holds what is used, ready built, and they were for building it.
    LeftOut,
}

impl NpmPackage {
    /// Makes sure that this version is installed, and answers with the file that is used.
    pub fn ensure(&self, workspace: &Workspace, shelf: &ToolCache) -> Result<PathBuf, Failure> {
        let position = shelf.position(self.name, self.version);
        if !self.is_in(&position) {
            self.install(workspace, &position)?;
        }
        Ok(self.file_in(&position))
    }

    fn install(&self, workspace: &Workspace, position: &Path) -> Result<(), Failure> {
        if which::which("npm").is_err() {
            return Err(self.without_npm());
        }
        terminal::say(format_args!(
            "Installing {} {} into {}: less than a minute, once.",
            self.name,
            self.version,
            position.display()
        ));
        // Put together beside its place and moved when whole, so that an interrupted installation
        // is never taken for a finished one.
        let partial = position.with_added_extension("partial");
        remove(&partial)?;
        match self.others {
            Others::Installed => self.install_with_others(workspace, &partial)?,
            Others::LeftOut => self.unpack_alone(workspace, &partial)?,
        }
        if !self.is_in(&partial) {
            return Err(Failure::work(
                format!(
                    "npm says it installed {} {}, but {} is not there.",
                    self.name, self.version, self.file
                ),
                format!("Look into {}, then run this again.", partial.display()),
            ));
        }
        remove(position)?;
        std::fs::rename(&partial, position).map_err(|error| in_the_way(position, &error))
    }

    fn install_with_others(&self, workspace: &Workspace, position: &Path) -> Result<(), Failure> {
        let mut install = workspace.program("npm");
        install.args([
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ]);
        install.arg(position).arg(self.named());
        program::run(&mut install)
    }

    fn unpack_alone(&self, workspace: &Workspace, position: &Path) -> Result<(), Failure> {
        let folder = self.folder_in(position);
        std::fs::create_dir_all(&folder).map_err(|error| in_the_way(position, &error))?;
        let mut pack = workspace.program("npm");
        pack.args(["pack", "--ignore-scripts", "--loglevel=error"]);
        pack.arg("--pack-destination")
            .arg(position)
            .arg(self.named());
        program::run(&mut pack)?;
        let archive = position.join(self.archive());
        let mut unpack = workspace.program("tar");
        unpack.args(["--extract", "--gzip", "--strip-components=1", "--file"]);
        unpack.arg(&archive).arg("--directory").arg(&folder);
        program::run(&mut unpack)?;
        std::fs::remove_file(&archive).map_err(|error| in_the_way(&archive, &error))
    }

    fn named(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }

    /// The name that npm gives to the archive.
    fn archive(&self) -> String {
        let name = self.name.trim_start_matches('@').replace('/', "-");
        format!("{name}-{}.tgz", self.version)
    }

    fn without_npm(&self) -> Failure {
        Failure::input(
            format!(
                "npm is not installed, and {} {} comes from it.",
                self.name, self.version
            ),
            "Install Node.js with npm (on Debian: `sudo apt-get install nodejs npm`), then run this again.",
        )
    }

    /// Whether the package in this folder is whole and of the right version.
    fn is_in(&self, position: &Path) -> bool {
        let manifest = std::fs::read_to_string(self.folder_in(position).join("package.json"));
        manifest.is_ok_and(|manifest| is_version(&manifest, self.version))
            && self.file_in(position).is_file()
    }

    fn file_in(&self, position: &Path) -> PathBuf {
        self.folder_in(position).join(self.file)
    }

    fn folder_in(&self, position: &Path) -> PathBuf {
        position.join("node_modules").join(self.name)
    }
}

/// The part of a package.json that is read here.
#[derive(Deserialize)]
struct Manifest {
    version: String,
}

fn is_version(manifest: &str, version: &str) -> bool {
    serde_json::from_str::<Manifest>(manifest).is_ok_and(|manifest| manifest.version == version)
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).map_err(|error| in_the_way(folder, &error))
}

fn in_the_way(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} could not be replaced: {error}.", folder.display()),
        "Remove that folder yourself, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKAGE: NpmPackage = NpmPackage {
        name: "umbrella",
        version: "1.2.3",
        file: "bin/open",
        others: Others::Installed,
    };

    #[test]
    fn the_archive_of_a_package_with_an_owner_is_named_without_a_slash() {
        let owned = NpmPackage {
            name: "@rain/umbrella",
            ..PACKAGE
        };
        assert_eq!(PACKAGE.archive(), "umbrella-1.2.3.tgz");
        assert_eq!(owned.archive(), "rain-umbrella-1.2.3.tgz");
    }

    #[test]
    fn only_the_exact_version_counts() {
        assert!(is_version(
            r#"{ "name": "umbrella", "version": "1.2.3" }"#,
            "1.2.3"
        ));
        assert!(!is_version(
            r#"{ "name": "umbrella", "version": "1.2.30" }"#,
            "1.2.3"
        ));
        assert!(!is_version(r#"{ "name": "umbrella""#, "1.2.3"));
    }

    #[test]
    fn an_empty_folder_holds_no_package() {
        assert!(!PACKAGE.is_in(Path::new("/no/such/folder")));
    }

    #[test]
    fn without_npm_both_halves_are_told() {
        let failure = PACKAGE.without_npm();
        assert_eq!(failure.exit_code(), 2);
        assert!(failure.to_string().contains("umbrella 1.2.3"), "{failure}");
        assert!(
            failure.to_string().contains("apt-get install nodejs npm"),
            "{failure}"
        );
    }
}
