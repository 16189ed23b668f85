//! The folder this project lives in.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The root folder of the project, and what is where in it.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the project around the current folder.
    ///
    /// It is looked for at run time, so that a checkout can be moved without a rebuild.
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

    /// The manifest of the whole project.
    pub fn manifest(&self) -> PathBuf {
        self.root.join("Cargo.toml")
    }

    /// The versions of all that the project is built from.
    pub fn lock(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    /// The rules for what the project may be built from.
    pub fn deny(&self) -> PathBuf {
        self.root.join(".cargo/deny.toml")
    }

    /// Where questions, rules and words are written.
    pub fn content(&self) -> PathBuf {
        self.root.join("crates/content")
    }

    /// A file or folder of the page that is served as it is written, such as a script.
    pub fn fixed(&self, name: &str) -> PathBuf {
        self.root.join("static").join(name)
    }

    /// Where the built page goes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo puts what it builds.
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

    /// Where the pictures of the screens go.
    pub fn gallery(&self) -> PathBuf {
        self.root.join("target/gallery")
    }

    /// Where the README's pictures are.
    pub fn readme_pictures(&self) -> PathBuf {
        self.root.join("src/docs/pictures")
    }

    /// The fuzzer's own package.
    pub fn fuzz(&self) -> PathBuf {
        self.root.join("tests/fuzz")
    }

    /// Where the clinical stories are.
    pub fn vignettes(&self) -> PathBuf {
        self.root.join("tests/vignettes")
    }

    /// Where the report on mistakes made on purpose goes.
    pub fn mutants(&self) -> PathBuf {
        self.root.join("target/mutants")
    }

    /// The report of the proof, as its test leaves it.
    pub fn proof_report(&self) -> PathBuf {
        self.root.join("target/tmp/proof.txt")
    }

    /// How long the check is over the stories, as its test leaves it.
    pub fn length_report(&self) -> PathBuf {
        self.root.join("target/tmp/length.txt")
    }

    /// The page about how a suggestion is made.
    pub fn method(&self) -> PathBuf {
        self.root.join("static/method.html")
    }

    /// The source of the WordPress plugin.
    pub fn wordpress(&self) -> PathBuf {
        self.root.join("xtask/wordpress")
    }

    /// The file that holds all budgets.
    pub fn budgets(&self) -> PathBuf {
        self.root.join("xtask/budgets.toml")
    }

    /// Prepares a program to be started in the root folder.
    pub fn program(&self, name: &str) -> Command {
        let mut program = Command::new(name);
        program.current_dir(&self.root);
        program
    }

    /// Prepares cargo to be started in the root folder.
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
    fn is_found_from_any_folder_inside() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = Workspace::around(&own.join("src")).unwrap();
        let root = own.parent().and_then(Path::parent);
        assert_eq!(Some(workspace.root.as_path()), root);
    }

    #[test]
    fn cargo_tells_where_it_builds() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = Workspace::around(own).unwrap().target().unwrap();
        // This test was built there.
        assert!(std::env::current_exe().unwrap().starts_with(target));
    }

    #[test]
    fn is_not_found_outside() {
        assert!(Workspace::around(Path::new("/")).is_none());
    }
}
