//! Parts of the Rust toolchain that rustup adds: the WebAssembly target, and the source of the standard library.
//!
//! rust-toolchain.toml requests both too, but rustup may be configured not to install automatically.

use std::path::Path;

use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// A part of the toolchain.
#[derive(Clone, Copy, Debug)]
pub struct RustPart {
    /// What rustup installs it by.
    arguments: [&'static str; 3],
    /// A folder below the toolchain's `lib/rustlib` that it brings.
    folder: &'static str,
    /// What is impossible without it.
    lacking: &'static str,
}

/// Compiles for the browser.
pub const TARGET: RustPart = RustPart {
    arguments: ["target", "add", "wasm32-unknown-unknown"],
    folder: "wasm32-unknown-unknown/lib",
    lacking: "Rust cannot compile for the browser here",
};

/// Source of the standard library, which release builds compile anew ([`crate::trunk::standard_library`]).
pub const SOURCE: RustPart = RustPart {
    arguments: ["component", "add", "rust-src"],
    folder: "src/rust/library",
    lacking: "Rust cannot compile its standard library here",
};

impl RustPart {
    /// Installs the part if missing.
    pub fn ensure(self, workspace: &Workspace) -> Result<(), Failure> {
        let sysroot = program::answer(workspace.program("rustc").args(["--print", "sysroot"]));
        if sysroot.is_some_and(|sysroot| self.is_in(Path::new(&sysroot))) {
            return Ok(());
        }
        if which::which("rustup").is_err() {
            return Err(self.without_rustup());
        }
        terminal::say(format_args!(
            "Adding {} to Rust: less than a minute, once.",
            self.name()
        ));
        program::run(workspace.program("rustup").args(self.arguments))
    }

    fn name(self) -> &'static str {
        let [.., name] = self.arguments;
        name
    }

    fn is_in(self, sysroot: &Path) -> bool {
        sysroot.join("lib/rustlib").join(self.folder).is_dir()
    }

    fn without_rustup(self) -> Failure {
        Failure::input(
            format!("{}: {} is missing.", self.lacking, self.name()),
            "Install Rust with rustup (https://rustup.rs), or add that part the way your system does, then run this again.",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toolchain_without_a_part_is_recognized() {
        assert!(!TARGET.is_in(Path::new("/no/such/toolchain")));
        assert!(!SOURCE.is_in(Path::new("/no/such/toolchain")));
    }

    #[test]
    fn without_rustup_the_part_is_named() {
        for part in [TARGET, SOURCE] {
            let failure = part.without_rustup();
            assert_eq!(failure.exit_code(), 2);
            assert!(failure.to_string().contains(part.name()), "{failure}");
        }
    }
}
