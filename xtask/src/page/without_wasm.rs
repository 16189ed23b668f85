//! Adds the check as JavaScript alone to the page that trunk is building: where a browser has no
//! WebAssembly, `start.js` loads it in place of the module.

use std::path::Path;

use super::stamp::stamp;
use super::{read, unwritten};
use crate::trunk::Profile;
use crate::wasm2js;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

/// Makes the file into `staging`.
///
/// Only for visitors. While somebody works on the page, it would compile everything twice at each
/// change; a browser without WebAssembly then shows the page that says it failed.
pub fn add(workspace: &Workspace, staging: &Path, profile: Profile) -> Result<(), Failure> {
    match profile {
        Profile::Development => return Ok(()),
        Profile::Release => {}
    }
    terminal::say(
        "Making the check once more as JavaScript alone, for browsers without WebAssembly.",
    );
    let script = wasm2js::CHECK.compile(workspace)?;
    let bytes = read(&script)?;
    let name = format!("without-wasm-{}.js", stamp(&bytes));
    let file = staging.join(&name);
    std::fs::copy(&script, &file).map_err(|error| unwritten(&file, &error))?;
    Ok(())
}
