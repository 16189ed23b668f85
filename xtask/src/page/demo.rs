//! Adds the fictional pages of a center and a partner, only in `cargo xtask serve`.

use std::path::Path;

use super::{unwritten, write, write_folder};
use crate::serve::Addresses;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

const FILES: &[&str] = &["center.html", "partner.html", "demo.css"];

/// Writes the pages into `staging`, with the addresses of this run.
pub fn add(workspace: &Workspace, staging: &Path, addresses: &Addresses) -> Result<(), Failure> {
    let folder = staging.join("demo");
    write_folder(&folder)?;
    for name in FILES {
        let file = workspace.fixed("demo").join(name);
        let text = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
        write(&folder.join(name), &filled(&text, addresses))?;
    }
    Ok(())
}

fn filled(text: &str, addresses: &Addresses) -> String {
    text.replace("{check}", &addresses.check())
        .replace("{center}", &addresses.center())
        .replace("{partner}", &addresses.partner())
}
