//! Minifies the page's scripts, before any digest of them is computed. The manifest says which, and how.

use std::path::Path;
use std::process::Command;

use site::hosting::Minify;
use site::hosting::manifest::FILES;

use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Minifies the scripts in `staging`. Development builds leave them unchanged.
pub fn shrink(workspace: &Workspace, staging: &Path, profile: Profile) -> Result<(), Failure> {
    match profile {
        Profile::Development => return Ok(()),
        Profile::Release => {}
    }
    // The script with shortened names is a classic script, which browsers decode with the encoding of the
    // embedding page, so it must be ASCII.
    for (minify, how, charset) in [
        (Minify::Whitespace, "--minify-whitespace", "utf8"),
        (Minify::Names, "--minify", "ascii"),
    ] {
        let rows = FILES.iter().filter(|file| file.minify == minify);
        let mut esbuild = Command::new(tools::esbuild(workspace)?);
        esbuild.args(rows.map(|file| workspace.fixed(&file.name.pattern())));
        esbuild.args([how, "--target=es2022", &format!("--charset={charset}")]);
        // Keep legal comments: the first comment of embed.js links to its readable source.
        esbuild.args(["--legal-comments=inline", "--log-level=warning"]);
        program::run(
            esbuild
                .arg(format!("--outdir={}", staging.display()))
                .arg("--allow-overwrite"),
        )?;
    }
    Ok(())
}
