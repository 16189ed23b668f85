//! Writes the method page: every question, rule and source as text.

use rulebook::Rulebook;

use command_support::failure::Failure;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Writes the page to its place in the repository.
pub fn rulebook(workspace: &Workspace) -> Result<(), Failure> {
    let page = rulebook::page(&read(workspace)?);
    let file = workspace.method();
    std::fs::write(&file, page).map_err(|error| {
        Failure::work(
            format!("{} cannot be written: {error}.", file.display()),
            "Check the folder and its free space, then run the command again.",
        )
    })?;
    say(format!("Wrote {}.", file.display()));
    Ok(())
}

/// Reads all data of the rulebook.
pub fn read(workspace: &Workspace) -> Result<Rulebook, Failure> {
    let (content, stories) = (workspace.content(), workspace.vignettes());
    Rulebook::read(&content, &stories).map_err(|problems| {
        Failure::mistakes(
            "Content or stories have mistakes.",
            &problems,
            "Mend these lines in crates/content/ or tests/vignettes/, then run the command again.",
        )
    })
}
