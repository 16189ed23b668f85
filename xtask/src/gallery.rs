//! `cargo xtask gallery`: takes a screenshot of every screen.

use crate::browser::Browser;
use crate::build;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// Builds the page and takes a screenshot of every screen.
///
/// It always builds the page first, so that no screenshot is stale.
pub fn gallery(workspace: &Workspace) -> Result<(), Failure> {
    let browser = Browser::ensure()?;
    build::into_dist(workspace)?;
    let pictures = workspace.gallery();
    let mut take = workspace.cargo(&["run", "--package", "e2e", "--bin", "gallery", "--"]);
    take.arg(&pictures)
        .arg("--readme")
        .arg(workspace.readme_pictures());
    program::run(browser.tell(workspace, &mut take))?;
    terminal::say(format_args!("The pictures are in {}", pictures.display()));
    Ok(())
}
