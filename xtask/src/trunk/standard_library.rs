//! Compiles Rust's standard library with the page, without the text of panics (decision 0038).
//!
//! The compiled library that comes with Rust formats a message for each panic, in every module. Compiled anew with
//! `panic=immediate-abort`, a panic is a trap: the start script shows the error page, as for any trap. Both options are
//! unstable, so the pinned stable compiler is told to accept them (`RUSTC_BOOTSTRAP`).

use std::process::Command;

/// Compiler flags for every crate in the module.
pub const FLAGS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Cargo's settings for it. Trunk's hook runs without them (`Trunk.toml`): it compiles for this computer.
const SETTINGS: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    // In place of the features that a computer needs, such as backtraces.
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Makes a command that builds for the browser, or fetches for it, include the standard library.
pub fn include(command: &mut Command) {
    command.envs(SETTINGS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_s_hook_runs_without_each_setting() {
        let trunk = include_str!("../../../Trunk.toml");
        let removed: Vec<&str> = trunk
            .split("\"-u\", \"")
            .skip(1)
            .filter_map(|after| after.split('"').next())
            .collect();
        assert_eq!(removed, SETTINGS.map(|(name, _)| name));
    }
}
