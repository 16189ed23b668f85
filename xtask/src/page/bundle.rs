//! Merges the scripts of the check and the glue of its module into one script (decision 0029).

use std::path::Path;
use std::process::Command;

use site::hosting::Minify;
use site::hosting::manifest::{FILES, GLUE};

use super::{unwritten, write};
use crate::manifest::Served;
use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Replaces each bundled script by one file with everything it imports, and removes what was merged.
/// Development builds leave the scripts as they are.
pub fn merge(workspace: &Workspace, staging: &Path, profile: Profile) -> Result<(), Failure> {
    match profile {
        Profile::Development => return Ok(()),
        Profile::Release => {}
    }
    for file in FILES.iter().filter(|file| file.minify == Minify::Bundled) {
        let script = staging.join(file.name.pattern());
        let mut esbuild = Command::new(tools::esbuild(workspace)?);
        esbuild.arg(&script).args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ]);
        program::run(esbuild.arg(format!("--outfile={}", script.display())))?;
    }
    let served = Served::read(staging)?;
    for name in FILES
        .iter()
        .filter(|file| file.is_merged)
        .flat_map(|file| served.of(file))
    {
        let part = staging.join(name);
        std::fs::remove_file(&part).map_err(|error| unwritten(&part, &error))?;
    }
    Ok(())
}

/// Writes the script that imports the glue of the module under a name without a hash. What it exports by default starts
/// the module and returns its memory, which the module exports under the name given here.
pub fn name_glue(staging: &Path, memory: &str) -> Result<(), Failure> {
    let served = Served::read(staging)?;
    let glue = FILES
        .iter()
        .filter(|file| file.is_merged && file.name.fixed().is_none())
        .find_map(|file| served.one(file));
    // A missing file fails the build later, with advice.
    let Some(glue) = glue else {
        return Ok(());
    };
    let text = format!(
        "import init from \"./{glue}\";\n\
         export {{ read, start }} from \"./{glue}\";\n\
         export default async (options) => ({{ memory: (await init(options)).{memory} }});\n"
    );
    write(&staging.join(GLUE), &text)
}
