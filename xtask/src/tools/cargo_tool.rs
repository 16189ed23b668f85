//! A tool installed with `cargo install`.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// One program, its crate, and its installation settings.
#[derive(Debug)]
pub struct CargoTool {
    /// Name of the executable.
    pub program: &'static str,
    /// The crate on crates.io.
    pub package: &'static str,
    /// The pinned version.
    pub version: &'static str,
    /// Additional arguments for `cargo install`.
    pub arguments: &'static [&'static str],
    /// Arguments that print the version. A cargo subcommand may need its own name first.
    pub asked: &'static [&'static str],
    /// Typical installation time.
    pub minutes: u32,
}

impl CargoTool {
    /// Installs this version if missing, and returns its folder unless it is already on the PATH.
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
        // Checked again, because an installation can succeed and still produce a program that does not run
        // here.
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
        // Unoptimized: compiles in half the time, and the tool mostly waits for rustc anyway. Forced: cargo
        // may already list an interrupted installation.
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

/// Whether a program on the PATH has exactly this version.
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
