//! Paths of the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The root folder of the project, with the paths in it.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the project that contains the current folder.
    ///
    /// Searches at run time, so that a checkout can be moved without a rebuild.
    pub fn find() -> Result<Self, Failure> {
        let lost = || {
            Failure::input(
                "This folder is not inside the Footing project.",
                "Go to the folder you cloned Footing into, then run the command again.",
            )
        };
        let here = std::env::current_dir().map_err(|_| lost())?;
        Self::around(&here).ok_or_else(lost)
    }

    fn around(folder: &Path) -> Option<Self> {
        let root = folder
            .ancestors()
            .find(|ancestor| ancestor.join("xtask/Cargo.toml").is_file())?;
        Some(Self {
            root: root.to_path_buf(),
        })
    }

    /// The project in this very folder.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
        }
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Workspace manifest.
    pub fn manifest(&self) -> PathBuf {
        self.root.join("Cargo.toml")
    }

    /// Lock file with the versions of all dependencies.
    pub fn lock(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    /// Policy for dependencies (cargo-deny).
    pub fn deny(&self) -> PathBuf {
        self.root.join(".cargo/deny.toml")
    }

    /// Content folder with questions, rules and texts.
    pub fn content(&self) -> PathBuf {
        self.root.join("crates/content")
    }

    /// A file or folder of the page that is served unchanged, such as a script.
    pub fn fixed(&self, name: &str) -> PathBuf {
        self.root.join("static").join(name)
    }

    /// Output folder of the built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Target directory of cargo.
    pub fn target(&self) -> Result<PathBuf, Failure> {
        let mut ask = self.cargo(&["metadata", "--format-version", "1", "--no-deps"]);
        let output = crate::program::answer(ask.stderr(std::process::Stdio::null()));
        output
            .and_then(|output| {
                let output: serde_json::Value = serde_json::from_str(&output).ok()?;
                output.get("target_directory")?.as_str().map(PathBuf::from)
            })
            .ok_or_else(|| {
                Failure::work(
                    "Cargo does not tell where it builds.",
                    "Run `cargo metadata --no-deps`, and mend what it complains about.",
                )
            })
    }

    /// Reports of the bench: JSON, and a page with charts.
    pub fn bench(&self) -> PathBuf {
        self.root.join("target/bench")
    }

    /// The document with the tables of the bench.
    pub fn benchmark(&self) -> PathBuf {
        self.root.join("src/docs/benchmark.md")
    }

    /// Output folder of the gallery of screenshots.
    pub fn gallery(&self) -> PathBuf {
        self.root.join("target/gallery")
    }

    /// Folder of the README's pictures.
    pub fn readme_pictures(&self) -> PathBuf {
        self.root.join("src/docs/pictures")
    }

    /// Package of the fuzzer.
    pub fn fuzz(&self) -> PathBuf {
        self.root.join("tests/fuzz")
    }

    /// Folder of the clinical stories (vignettes).
    pub fn vignettes(&self) -> PathBuf {
        self.root.join("tests/vignettes")
    }

    /// Report on mutation testing.
    pub fn mutants(&self) -> PathBuf {
        self.root.join("target/mutants")
    }

    /// Report of the proof, written by its test.
    pub fn proof_report(&self) -> PathBuf {
        self.root.join("target/tmp/proof.txt")
    }

    /// Report on the length of the check for the stories, written by its test.
    pub fn length_report(&self) -> PathBuf {
        self.root.join("target/tmp/length.txt")
    }

    /// Report on which states of the screens which check saw, written line by line by the browser tests.
    pub fn checked_report(&self) -> PathBuf {
        self.root.join("target/tmp/checked.txt")
    }

    /// What tests noted that the check withstood.
    pub fn withstood_report(&self) -> PathBuf {
        self.root.join("target/tmp/withstood.txt")
    }

    /// The rulebook page.
    pub fn method(&self) -> PathBuf {
        self.root.join("static/method.html")
    }

    /// Source folder of the WordPress plugin.
    pub fn wordpress(&self) -> PathBuf {
        self.root.join("xtask/wordpress")
    }

    /// File with all budgets.
    pub fn budgets(&self) -> PathBuf {
        self.root.join("xtask/budgets.toml")
    }

    /// Builds a command that runs in the root folder.
    pub fn program(&self, name: &str) -> Command {
        let mut program = Command::new(name);
        program.current_dir(&self.root);
        program
    }

    /// Builds a cargo command that runs in the root folder.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = self.program("cargo");
        cargo.args(arguments);
        cargo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_found_from_any_subfolder() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = Workspace::around(&own.join("src")).unwrap();
        let root = own.parent().and_then(Path::parent);
        assert_eq!(Some(workspace.root.as_path()), root);
    }

    #[test]
    fn target_directory_is_that_of_cargo() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = Workspace::around(own).unwrap().target().unwrap();
        // The test binary itself is in the target directory.
        assert!(std::env::current_exe().unwrap().starts_with(target));
    }

    #[test]
    fn is_not_found_outside() {
        assert!(Workspace::around(Path::new("/")).is_none());
    }
}
