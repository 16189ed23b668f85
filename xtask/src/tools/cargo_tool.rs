//! A tool that cargo compiles.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// One program, the crate it comes from, and how it is installed.
#[derive(Debug)]
pub struct CargoTool {
    /// What is typed to run it.
    pub program: &'static str,
    /// The crate on crates.io.
    pub package: &'static str,
    /// The one version that is used.
    pub version: &'static str,
    /// What `cargo install` needs besides the usual.
    pub arguments: &'static [&'static str],
    /// What it is asked to tell its version. A subcommand of cargo may want its own name first.
    pub asked: &'static [&'static str],
    /// How long the installation usually takes.
    pub minutes: u32,
}

impl CargoTool {
    /// Makes sure that this version can be run, and answers with its folder if it is not on the
    /// PATH already.
    pub fn ensure(
        &self,
        workspace: &Workspace,
        shelf: &ToolCache,
    ) -> Result<Option<PathBuf>, Failure> {
        if is_on_path(self.program, self.asked, self.version) {
            return Ok(None);
        }
        let position = shelf.position(self.program, self.version);
        let folder = position.join("bin");
        let installed = folder.join(self.program);
        if !says_version(&installed, self.asked, self.version) {
            self.install(workspace, shelf, &position)?;
        }
        // Asked again, because an installation can end well and still leave nothing that runs here.
        if !says_version(&installed, self.asked, self.version) {
            return Err(Failure::work(
                format!(
                    "{} {} is installed, but does not run.",
                    self.program, self.version
                ),
                format!("Remove {} and run this again.", position.display()),
            ));
        }
        Ok(Some(folder))
    }

    fn install(
        &self,
        workspace: &Workspace,
        shelf: &ToolCache,
        position: &Path,
    ) -> Result<(), Failure> {
        terminal::say(format_args!(
            "Installing {} {} into {}: about {} minutes, once.",
            self.program,
            self.version,
            position.display(),
            self.minutes
        ));
        // Unoptimized: it takes half the time to compile, and spends its life waiting for rustc.
        // Forced: an installation that was interrupted may be on cargo's list already.
        let mut install = workspace.cargo(&[
            "install",
            self.package,
            "--version",
            self.version,
            "--debug",
            "--force",
        ]);
        install
            .args(self.arguments)
            .arg("--root")
            .arg(position)
            .arg("--target-dir")
            .arg(shelf.build_dir());
        program::run(&mut install)
    }
}

/// Whether a program on the PATH is of exactly this version.
pub fn on_path(program: &str, version: &str) -> bool {
    is_on_path(program, &["--version"], version)
}

fn is_on_path(program: &str, asked: &[&str], version: &str) -> bool {
    which::which(program).is_ok_and(|program| says_version(&program, asked, version))
}

fn says_version(program: &Path, asked: &[&str], version: &str) -> bool {
    program::answer(Command::new(program).args(asked))
        .is_some_and(|answer| names_version(&answer, version))
}

fn names_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_whole() {
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(names_version("wasm-bindgen 0.2.130 (27c7a4d06)", "0.2.130"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
        assert!(!names_version("wasm-opt version 108", "132"));
        assert!(!names_version("", "132"));
    }

    #[test]
    fn a_missing_program_is_of_no_version() {
        assert!(!on_path("no-such-program-here", "1.0.0"));
    }
}
