//! Makes the scripts of the page smaller, before anything says what they have to hold.

use std::path::Path;
use std::process::Command;

use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Without comments and spaces. Names stay, so that whoever looks into what they were served can read it.
const READABLE: &[&str] = &[
    "companion.js",
    "embedded.js",
    "inspect.js",
    "leave.js",
    "load.js",
    "offline.js",
    "progress.js",
    "seal.js",
    "send.js",
    "settings.js",
    "start.js",
];

/// Loaded by every page that shows the check, before anything of the check: names become short too.
const SMALLEST: &[&str] = &["embed.js"];

/// Exchanges the scripts in `staging` for smaller ones that do the same. While somebody works on the page
/// they stay as they were written.
pub fn shrink(workspace: &Workspace, staging: &Path, profile: Profile) -> Result<(), Failure> {
    match profile {
        Profile::Development => return Ok(()),
        Profile::Release => {}
    }
    // A classic script is read in the encoding of the page around it: it keeps to ASCII.
    for (names, how, charset) in [
        (READABLE, "--minify-whitespace", "utf8"),
        (SMALLEST, "--minify", "ascii"),
    ] {
        let mut esbuild = Command::new(tools::esbuild(workspace)?);
        esbuild.args(names.iter().map(|name| workspace.fixed(name)));
        esbuild.args([how, "--target=es2022", &format!("--charset={charset}")]);
        // The first comment of embed.js says where to read it.
        esbuild.args(["--legal-comments=inline", "--log-level=warning"]);
        program::run(
            esbuild
                .arg(format!("--outdir={}", staging.display()))
                .arg("--allow-overwrite"),
        )?;
    }
    Ok(())
}
