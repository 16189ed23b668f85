//! The WebAssembly target of the Rust toolchain.

use std::path::Path;

use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the WebAssembly target if missing.
///
/// rust-toolchain.toml requests the target too, but rustup may be configured not to install automatically.
pub fn ensure(workspace: &Workspace) -> Result<(), Failure> {
    let sysroot = program::answer(workspace.program("rustc").args(["--print", "sysroot"]));
    if sysroot.is_some_and(|sysroot| is_in(Path::new(&sysroot))) {
        return Ok(());
    }
    if which::which("rustup").is_err() {
        return Err(without_rustup());
    }
    terminal::say(format_args!(
        "Adding the Rust target {TARGET}: less than a minute, once."
    ));
    program::run(workspace.program("rustup").args(["target", "add", TARGET]))
}

fn is_in(sysroot: &Path) -> bool {
    sysroot
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib")
        .is_dir()
}

fn without_rustup() -> Failure {
    Failure::input(
        format!("Rust cannot compile for the browser here: the target {TARGET} is missing."),
        "Install Rust with rustup (https://rustup.rs), or add that target the way your system does, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toolchain_without_the_target_is_recognized() {
        assert!(!is_in(Path::new("/no/such/toolchain")));
    }

    #[test]
    fn without_rustup_the_target_is_named() {
        let failure = without_rustup();
        assert_eq!(failure.exit_code(), 2);
        assert!(failure.to_string().contains(TARGET), "{failure}");
    }
}
