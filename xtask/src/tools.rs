//! The tools that build and check the page, each pinned to one version.
//!
//! What is missing is installed on first use into a folder of its own below cargo's home, so that
//! nothing on the computer changes and a fresh clone is quick the second time. Debian packages
//! are another matter: see [`crate::packages`].

mod cargo_tool;
mod npm_package;
mod shelf;
mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::workspace::Workspace;
use cargo_tool::CargoTool;
use npm_package::NpmPackage;
use shelf::Shelf;

/// Bundles the page. 0.22 needs a newer Rust than ours.
const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    minutes: 10,
};

/// Joins the module to the browser; its version must be that of the crate in Cargo.lock.
///
/// Not `--locked`: its lock file names a crate version that could not be had.
const WASM_BINDGEN: CargoTool = CargoTool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    arguments: &[],
    minutes: 5,
};

/// Brings wasm-opt, which makes the module smaller. Debian's own is too old for today's modules.
const BINARYEN: NpmPackage = NpmPackage {
    name: "binaryen",
    version: "132.0.0",
    file: "bin/wasm-opt",
};

/// Checks the accessibility of each screen.
const AXE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
    file: "axe.min.js",
};

/// The folders that have to be on the PATH for a build.
#[derive(Debug)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Makes sure of what a quick build needs.
    pub fn for_development(workspace: &Workspace) -> Result<Self, Failure> {
        wasm_target::ensure(workspace)?;
        let shelf = Shelf::open()?;
        let folders = [
            TRUNK.ensure(workspace, &shelf)?,
            WASM_BINDGEN.ensure(workspace, &shelf)?,
        ];
        shelf.clear_workshop();
        Ok(Self {
            folders: folders.into_iter().flatten().collect(),
        })
    }

    /// Makes sure of what a build for visitors needs: the same, and wasm-opt.
    pub fn for_release(workspace: &Workspace) -> Result<Self, Failure> {
        let mut toolbox = Self::for_development(workspace)?;
        toolbox.folders.extend(wasm_opt(workspace)?);
        Ok(toolbox)
    }

    /// The PATH of this process, with the toolbox in front.
    pub fn path(&self) -> OsString {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self
            .folders
            .iter()
            .cloned()
            .chain(std::env::split_paths(&inherited));
        // Only a folder name with a colon in it cannot be joined; then the PATH stays as it is.
        std::env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Makes sure of axe-core, and answers with the script to run inside a page.
pub fn axe(workspace: &Workspace) -> Result<PathBuf, Failure> {
    AXE.ensure(workspace, &Shelf::open()?)
}

/// Makes sure of wasm-opt, and answers with its folder if it is not on the PATH already.
fn wasm_opt(workspace: &Workspace) -> Result<Option<PathBuf>, Failure> {
    // npm counts in 132.0.0, the program itself in 132.
    let version = BINARYEN
        .version
        .split('.')
        .next()
        .unwrap_or(BINARYEN.version);
    if cargo_tool::on_path("wasm-opt", version) {
        return Ok(None);
    }
    let program = BINARYEN.ensure(workspace, &Shelf::open()?)?;
    Ok(program.parent().map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_toolbox_comes_first_on_the_path() {
        let toolbox = Toolbox {
            folders: vec!["/tools/one".into(), "/tools/two".into()],
        };
        let folders: Vec<_> = std::env::split_paths(&toolbox.path()).take(2).collect();
        assert_eq!(folders, toolbox.folders);
    }

    /// Trunk refuses to build with another version than its settings name.
    #[test]
    fn the_pins_are_those_of_trunk() {
        let settings = include_str!("../../Trunk.toml");
        let major = BINARYEN.version.split('.').next().unwrap();
        for pin in [
            format!("trunk-version = \"^{}\"", TRUNK.version),
            format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version),
            format!("wasm_opt = \"version_{major}\""),
        ] {
            assert!(settings.contains(&pin), "Trunk.toml should say {pin}");
        }
    }
}
