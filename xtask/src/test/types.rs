//! Type-checks `embed.js` against its JSDoc comments, because other sites rely on these types.

use crate::tools;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Arguments of the TypeScript compiler.
const ARGUMENTS: &[&str] = &[
    "--noEmit",
    "--allowJs",
    "--checkJs",
    "--strict",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom,dom.iterable",
    // Ignore `@types` packages in parent folders.
    "--types",
    "",
];

/// Runs the type check.
pub fn types(workspace: &Workspace) -> Result<(), Failure> {
    let checker = tools::typescript(workspace)?;
    let mut check = workspace.program("node");
    check
        .arg(checker)
        .args(ARGUMENTS)
        .arg(workspace.fixed("embed.js"));
    program::run(&mut check)
}
