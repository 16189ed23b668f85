//! `cargo xtask reproduce`: checks that the build is reproducible.
//!
//! It clones the committed tree into two new folders and builds each from scratch, with different target
//! folders. Every file of the two pages must be identical, byte for byte.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::digests::{Difference, Digests};
use crate::trunk::{self, Profile};
use crate::wordpress;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// Folders of a clone and its build output, inside the temporary folder. They differ in length and depth,
/// so that any path that leaks into the page shows up as a difference.
const PLACES: [(&str, &str); 2] = [
    ("one/footing", "one/built"),
    ("the-other/further/down/footing", "built-elsewhere"),
];

/// Builds the committed tree twice, lists the differences, and fails if there are any.
pub fn reproduce(workspace: &Workspace) -> Result<(), Failure> {
    say_what_is_left_out(workspace);
    let folder = tempfile::Builder::new()
        .prefix("footing-reproduce-")
        .tempdir()
        .map_err(|error| unusable(&std::env::temp_dir(), &error))?;
    let mut pages = Vec::new();
    for (clone, target) in PLACES {
        let start = Instant::now();
        let clone = folder.path().join(clone);
        let dist = build(workspace, &clone, &folder.path().join(target))?;
        pages.push(Digests::of(&dist).map_err(|error| unusable(&dist, &error))?);
        terminal::say(format_args!(
            "Built in {} after {:.0} s.",
            clone.display(),
            start.elapsed().as_secs_f64()
        ));
    }
    let [one, other] = pages.as_slice() else {
        return Ok(());
    };
    let differences = one.compare(other);
    if differences.is_empty() {
        for line in one.lines() {
            terminal::say(line);
        }
        terminal::say(format_args!("{}  all of them", one.whole()));
        return Ok(());
    }
    let kept = folder.keep();
    Err(differ(&differences, &kept))
}

/// Clones the committed tree into a folder, builds the page there, and returns its path.
fn build(workspace: &Workspace, clone: &Path, target: &Path) -> Result<PathBuf, Failure> {
    let mut git = workspace.program("git");
    git.args(["clone", "--quiet", "--no-local", "--depth=1"]);
    git.arg(format!("file://{}", workspace.root().display()));
    program::run(git.arg(clone))?;
    let cloned = Workspace::at(clone);
    let mut trunk = trunk::trunk_into(&cloned, "build", Profile::Release, target)?;
    program::run(&mut trunk)?;
    wordpress::pack(&cloned)?;
    Ok(cloned.dist())
}

/// Warns about uncommitted changes, which neither clone contains.
fn say_what_is_left_out(workspace: &Workspace) {
    let mut git = workspace.program("git");
    let changed = program::answer(git.args(["status", "--porcelain"]));
    if changed.is_some_and(|changed| !changed.is_empty()) {
        terminal::say("There are changes that are not committed: they are left out.");
    }
}

fn differ(differences: &[Difference], kept: &Path) -> Failure {
    let named: Vec<_> = differences.iter().map(ToString::to_string).collect();
    Failure::work(
        format!(
            "The same sources gave two different pages.\n{}",
            named.join("\n")
        ),
        format!(
            "Both are in {}: compare them, then remove it.",
            kept.display()
        ),
    )
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be used: {error}.", path.display()),
        "Check the folder and its free space, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_places_differ_in_length_and_depth() {
        let [(one, built), (other, elsewhere)] = PLACES;
        assert_ne!(one.len(), other.len());
        assert_ne!(one.matches('/').count(), other.matches('/').count());
        assert_ne!(built.len(), elsewhere.len());
    }

    #[test]
    fn a_difference_names_the_file_and_fails() {
        let differences = [Difference::Content("index.html".into())];
        let failure = differ(&differences, Path::new("/kept"));
        assert_eq!(failure.exit_code(), 1);
        assert!(failure.to_string().contains("index.html"), "{failure}");
        assert!(failure.to_string().contains("/kept"), "{failure}");
    }
}
