//! Minifies the scripts of the page, before anything names their digests. The manifest says which and how.

use std::path::Path;
use std::process::Command;

use site::hosting::Minify;
use site::hosting::manifest::FILES;

use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Exchanges the scripts in `staging` for smaller ones that do the same. While somebody works on the page
/// they stay as they were written.
pub fn shrink(workspace: &Workspace, staging: &Path, profile: Profile) -> Result<(), Failure> {
    match profile {
        Profile::Development => return Ok(()),
        Profile::Release => {}
    }
    // The one with short names is a classic script, which is read in the encoding of the page around it:
    // it keeps to ASCII.
    for (minify, how, charset) in [
        (Minify::Whitespace, "--minify-whitespace", "utf8"),
        (Minify::Names, "--minify", "ascii"),
    ] {
        let rows = FILES.iter().filter(|file| file.minify == minify);
        let mut esbuild = Command::new(tools::esbuild(workspace)?);
        esbuild.args(rows.map(|file| workspace.fixed(&file.name.pattern())));
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
