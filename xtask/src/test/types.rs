//! Whether `embed.js` holds to the types in its comments: what pages of others call is read from there.

use crate::tools;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// The script, and what the checker is told.
const ARGUMENTS: &[&str] = &[
    "--noEmit",
    "--allowJs",
    "--checkJs",
    "--strict",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom,dom.iterable",
    // Of packages that lie about in folders above.
    "--types",
    "",
];

/// Checks them.
pub fn types(workspace: &Workspace) -> Result<(), Failure> {
    let checker = tools::typescript(workspace)?;
    let mut check = workspace.program("node");
    check
        .arg(checker)
        .args(ARGUMENTS)
        .arg(workspace.fixed("embed.js"));
    program::run(&mut check)
}
