//! Runs Trunk, the bundler.

pub mod paths;
pub mod standard_library;

use std::path::Path;
use std::process::Command;

use crate::tools::Toolbox;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// What rustc compiles a page for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Build profile of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build.
    Development,
    /// Small and fast to load, for visitors.
    Release,
}

impl Profile {
    /// The profile from the name that Trunk passes to its hooks.
    pub fn named(name: Option<&str>) -> Self {
        match name {
            Some("release") => Self::Release,
            Some(_) | None => Self::Development,
        }
    }
}

/// Prepares Trunk to `build` or `serve`, with all its tools installed and without network access.
pub fn trunk(workspace: &Workspace, verb: &str, profile: Profile) -> Result<Command, Failure> {
    trunk_into(workspace, verb, profile, &workspace.target()?)
}

/// Same as [`trunk`], with a different target folder.
pub fn trunk_into(
    workspace: &Workspace,
    verb: &str,
    profile: Profile,
    target: &Path,
) -> Result<Command, Failure> {
    let toolbox = match profile {
        Profile::Development => Toolbox::for_development(workspace)?,
        Profile::Release => Toolbox::for_release(workspace)?,
    };
    // Trunk and the cargo it starts run offline, so all dependencies must be fetched before.
    match profile {
        Profile::Development => program::run(&mut workspace.cargo(&["fetch"]))?,
        Profile::Release => {
            program::run(&mut workspace.cargo(&["fetch", "--locked"]))?;
            // Cargo fetches the dependencies of the standard library for the named targets alone.
            let mut fetch = workspace.cargo(&["fetch", "--locked", "--target", TARGET]);
            standard_library::include(&mut fetch);
            program::run(&mut fetch)?;
        }
    }

    let mut trunk = workspace.program("trunk");
    trunk.arg(verb).arg("--offline").env("PATH", toolbox.path());
    match profile {
        Profile::Development => {}
        Profile::Release => {
            trunk.args(["--release", "--locked"]);
            standard_library::include(&mut trunk);
            paths::shorten(&mut trunk, workspace, target, &standard_library::FLAGS)?;
        }
    }
    trunk.env("CARGO_TARGET_DIR", target);
    // It would hide the output lines that we wait for.
    trunk.env_remove("RUST_LOG");
    // If the page does not compile, show the compiler's messages without a backtrace of Trunk.
    trunk
        .env("RUST_BACKTRACE", "0")
        .env_remove("RUST_LIB_BACKTRACE");
    // Trunk 0.21 refuses to start with NO_COLOR=1, the usual value.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    Ok(trunk)
}

#[cfg(test)]
mod tests {
    use super::Profile;

    #[test]
    fn only_a_release_is_built_as_one() {
        assert_eq!(Profile::named(Some("release")), Profile::Release);
        assert_eq!(Profile::named(Some("debug")), Profile::Development);
        assert_eq!(Profile::named(None), Profile::Development);
    }
}
