//! Adds the JavaScript-only check to the page that Trunk is building: in browsers without WebAssembly,
//! `start.js` loads it instead of the module.

use std::path::Path;

use super::stamp::stamp;
use super::{read, unwritten};
use crate::trunk::Profile;
use crate::wasm2js;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

/// Builds the file into `staging`.
///
/// Only in release builds. In development it would compile everything twice after each change; a browser
/// without WebAssembly then shows the error page.
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
