//! Folders of this computer, kept out of the page.
//!
//! The compiler writes into a module where its sources stood, for the words of a panic. What visitors get
//! says the same wherever it was built, and says it in fewer letters.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// What cargo reads the compiler's flags for the browser from; what it builds for this computer stays as it
/// is. A `RUSTFLAGS` of the person who builds comes before it, and then paths stay long.
const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Gives the project, its target folder and cargo's crates short names in what is built, and hands the
/// compiler `more` flags. Where it runs inside a build that did the same already, nothing comes twice.
pub fn shorten(
    command: &mut Command,
    workspace: &Workspace,
    target: &Path,
    more: &[&str],
) -> Result<(), Failure> {
    // The last one that fits counts: the target folder is usually inside the project.
    let mut names = vec![
        (workspace.root().to_path_buf(), "/footing"),
        (target.to_path_buf(), "/target"),
    ];
    let sources = tools::cargo_home()?.join("registry/src");
    names.extend(folders_in(&sources).map(|registry| (registry, "/crates")));
    let inherited = std::env::var(VARIABLE).unwrap_or_default();
    command.env(VARIABLE, flags(&inherited, &names, more));
    Ok(())
}

/// One folder for each registry: its name depends on where crates are fetched from.
fn folders_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

fn flags(inherited: &str, names: &[(PathBuf, &str)], more: &[&str]) -> String {
    let mut flags: Vec<String> = inherited.split_whitespace().map(str::to_owned).collect();
    let names = names.iter().filter_map(|(folder, name)| {
        let folder = folder.display().to_string();
        // Flags are parted by spaces here, so a folder with one in its name keeps its own.
        let is_one_word = !folder.contains(char::is_whitespace);
        is_one_word.then(|| format!("--remap-path-prefix={folder}={name}"))
    });
    for flag in names.chain(more.iter().map(|flag| (*flag).to_owned())) {
        if !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    flags.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_before_stays() {
        let names = [(PathBuf::from("/home/ada/footing"), "/footing")];
        assert_eq!(
            flags("-C debuginfo=1", &names, &[]),
            "-C debuginfo=1 --remap-path-prefix=/home/ada/footing=/footing"
        );
    }

    #[test]
    fn inside_a_build_that_shortened_already_only_what_is_new_is_added() {
        let names = [(PathBuf::from("/home/ada/footing"), "/footing")];
        let outer = flags("", &names, &[]);
        let outside = flags("", &names, &["-Ctarget-feature=-sign-ext"]);
        assert_eq!(
            flags(&outer, &names, &["-Ctarget-feature=-sign-ext"]),
            outside
        );
    }

    #[test]
    fn a_folder_with_a_space_keeps_its_name() {
        let names = [(PathBuf::from("/home/ada l/footing"), "/footing")];
        assert_eq!(flags("", &names, &[]), "");
    }
}
