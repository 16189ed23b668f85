//! `cargo xtask reproduce`: checks that the build is reproducible.
//!
//! It clones the committed tree into two new folders and builds each from scratch, with different target
//! folders. Every file of the two pages must be identical, byte for byte. A release compares the page in `dist/`
//! with one such build.

use std::path::Path;
use std::time::Instant;

use tempfile::TempDir;

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
    if has_changes(workspace) {
        terminal::say("There are changes that are not committed: they are left out.");
    }
    let folder = temporary_folder()?;
    let mut pages = Vec::new();
    for (clone, target) in PLACES {
        let clone = folder.path().join(clone);
        pages.push(build(workspace, &clone, &folder.path().join(target))?);
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

/// Fails if there are changes that are not committed: a release could not be built again from its commit.
pub fn refuse_uncommitted_changes(workspace: &Workspace) -> Result<(), Failure> {
    if has_changes(workspace) {
        return Err(Failure::input(
            "There are changes that are not committed, so nobody could build this release again.",
            "Commit them or take them back, then run this again.",
        ));
    }
    Ok(())
}

/// Builds the committed tree once more in another folder, and fails unless it equals the page in `dist/`.
pub fn compare_with_another_build(workspace: &Workspace) -> Result<(), Failure> {
    terminal::say("");
    terminal::say(
        "Building once more in another folder: the release has to be equal, byte by byte.",
    );
    let [_, (clone, target)] = PLACES;
    let folder = temporary_folder()?;
    let other = build(
        workspace,
        &folder.path().join(clone),
        &folder.path().join(target),
    )?;
    let dist = workspace.dist();
    let one = Digests::of(&dist).map_err(|error| unusable(&dist, &error))?;
    let differences = one.compare(&other);
    if differences.is_empty() {
        terminal::say(format_args!("Equal: {}  all of them", one.whole()));
        return Ok(());
    }
    Err(differ(&differences, &folder.keep()))
}

fn temporary_folder() -> Result<TempDir, Failure> {
    tempfile::Builder::new()
        .prefix("footing-reproduce-")
        .tempdir()
        .map_err(|error| unusable(&std::env::temp_dir(), &error))
}

/// Clones the committed tree into a folder, builds the page there, and returns its digests.
fn build(workspace: &Workspace, clone: &Path, target: &Path) -> Result<Digests, Failure> {
    let start = Instant::now();
    let mut git = workspace.program("git");
    git.args(["clone", "--quiet", "--no-local", "--depth=1"]);
    git.arg(format!("file://{}", workspace.root().display()));
    program::run(git.arg(clone))?;
    let cloned = Workspace::at(clone);
    let mut trunk = trunk::trunk_into(&cloned, "build", Profile::Release, target)?;
    program::run(&mut trunk)?;
    wordpress::pack(&cloned)?;
    terminal::say(format_args!(
        "Built in {} after {:.0} s.",
        clone.display(),
        start.elapsed().as_secs_f64()
    ));
    let dist = cloned.dist();
    Digests::of(&dist).map_err(|error| unusable(&dist, &error))
}

fn has_changes(workspace: &Workspace) -> bool {
    let mut git = workspace.program("git");
    let changed = program::answer(git.args(["status", "--porcelain"]));
    changed.is_some_and(|changed| !changed.is_empty())
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
