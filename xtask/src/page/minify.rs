//! Minifies the page's scripts and its style sheet, before any digest of them is computed. The manifest says
//! which, and how.

use std::path::Path;
use std::process::Command;

use site::hosting::manifest::FILES;
use site::hosting::{Minify, Name, Tag};

use super::stamp::stamp;
use super::{read, unwritten};
use crate::manifest::Served;
use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Minifies the files in `staging`. Development builds leave them unchanged.
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
    style(workspace, staging)
}

/// Removes comments and whitespace from the style sheets with a hash in their names. Another hash is needed
/// then: a browser must never use a cached file of another minifier with the digest of this one.
fn style(workspace: &Workspace, staging: &Path) -> Result<(), Failure> {
    let served = Served::read(staging)?;
    for file in FILES
        .iter()
        .filter(|file| file.tag == Some(Tag::Stylesheet))
    {
        let (Name::Hashed { start, end }, Some(name)) = (file.name, served.one(file)) else {
            continue;
        };
        let sheet = staging.join(name);
        let mut esbuild = Command::new(tools::esbuild(workspace)?);
        esbuild.arg(&sheet).args([
            "--minify-whitespace",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ]);
        program::run(esbuild.arg(format!("--outfile={}", sheet.display())))?;
        let hash = stamp(&read(&sheet)?);
        let renamed = staging.join(format!("{start}{hash}{end}"));
        std::fs::rename(&sheet, &renamed).map_err(|error| unwritten(&renamed, &error))?;
    }
    Ok(())
}
