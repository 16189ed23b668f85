//! Keeps local paths out of the page.
//!
//! The compiler writes source paths into a module, for panic messages. Remapping makes release builds
//! independent of the build folder, and shorter.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Environment variable for the compiler flags of the WebAssembly target only; host builds stay unchanged.
/// If the user sets `RUSTFLAGS`, it takes precedence, and paths stay long.
const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Remaps the paths of the project, its target folder, the standard library and cargo's crates to short names, and
/// passes `more` flags to the compiler. In a nested build that already has these flags, none is added twice.
pub fn shorten(
    command: &mut Command,
    workspace: &Workspace,
    target: &Path,
    more: &[&str],
) -> Result<(), Failure> {
    // The last matching prefix wins: the target folder is usually inside the project.
    let mut names = vec![
        (workspace.root().to_path_buf(), "/footing"),
        (target.to_path_buf(), "/target"),
    ];
    let sysroot = program::answer(workspace.program("rustc").args(["--print", "sysroot"]));
    let library = sysroot.map(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust"));
    names.extend(library.map(|library| (library, "/rust")));
    let sources = tools::cargo_home()?.join("registry/src");
    names.extend(folders_in(&sources).map(|registry| (registry, "/crates")));
    let inherited = std::env::var(VARIABLE).unwrap_or_default();
    command.env(VARIABLE, flags(&inherited, &names, more));
    Ok(())
}

/// One folder for each registry: its name depends on the registry's URL.
fn folders_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

fn flags(inherited: &str, names: &[(PathBuf, &str)], more: &[&str]) -> String {
    let mut flags: Vec<String> = inherited.split_whitespace().map(str::to_owned).collect();
    let names = names.iter().filter_map(|(folder, name)| {
        let folder = folder.display().to_string();
        // Flags are separated by spaces here, so a folder with a space in its name is not remapped.
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
