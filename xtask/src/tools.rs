//! The tools that build and check the page, each pinned to one version.
//!
//! What is missing is installed on first use into a folder of its own below cargo's home, so that
//! nothing on the computer changes and a fresh clone is quick the second time. Debian packages
//! are another matter: see [`crate::apt`].

mod cargo_tool;
mod npm_folder;
mod tool_cache;
mod trunk_cache;
mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;

use cargo_tool::CargoTool;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use npm_folder::{BUILD, TEST};
use tool_cache::ToolCache;
pub use tool_cache::cargo_home;

/// Bundles the page. 0.22 needs a newer Rust than ours.
const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    asked: &["--version"],
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
    asked: &["--version"],
    minutes: 5,
};

/// Builds and runs the fuzz targets.
const CARGO_FUZZ: CargoTool = CargoTool {
    program: "cargo-fuzz",
    package: "cargo-fuzz",
    version: "0.13.2",
    arguments: &["--locked"],
    asked: &["--version"],
    minutes: 2,
};

/// Makes mistakes in the code, to see whether the tests notice.
const CARGO_MUTANTS: CargoTool = CargoTool {
    program: "cargo-mutants",
    package: "cargo-mutants",
    version: "27.1.0",
    arguments: &["--locked"],
    asked: &["mutants", "--version"],
    minutes: 3,
};

/// Looks at licenses, sources, versions and advisories of all that the project is built from.
const CARGO_DENY: CargoTool = CargoTool {
    program: "cargo-deny",
    package: "cargo-deny",
    version: "0.20.2",
    arguments: &["--locked"],
    asked: &["--version"],
    minutes: 2,
};

/// The folders that have to be on the PATH for a build.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Makes sure of what a quick build needs.
    pub fn for_development(workspace: &Workspace) -> Result<Self, Failure> {
        wasm_target::ensure(workspace)?;
        let shelf = ToolCache::open()?;
        let folders = [
            TRUNK.ensure(workspace, &shelf)?,
            WASM_BINDGEN.ensure(workspace, &shelf)?,
        ];
        shelf.clear_workshop();
        Ok(Self {
            folders: folders.into_iter().flatten().collect(),
        })
    }

    /// Makes sure of what a build for visitors needs: the same, and what makes modules smaller or into
    /// JavaScript.
    pub fn for_release(workspace: &Workspace) -> Result<Self, Failure> {
        let mut toolbox = Self::for_development(workspace)?;
        toolbox.folders.extend(wasm_opt(workspace)?);
        wasm2js(workspace)?;
        esbuild(workspace)?;
        Ok(toolbox)
    }

    /// Makes sure of what fuzzing needs.
    pub fn for_fuzzing(workspace: &Workspace) -> Result<Self, Failure> {
        Self::with(workspace, &CARGO_FUZZ)
    }

    /// Makes sure of what making mistakes needs.
    pub fn for_mutants(workspace: &Workspace) -> Result<Self, Failure> {
        Self::with(workspace, &CARGO_MUTANTS)
    }

    /// Makes sure of what looks at all that the project is built from.
    pub fn for_supply(workspace: &Workspace) -> Result<Self, Failure> {
        Self::with(workspace, &CARGO_DENY)
    }

    fn with(workspace: &Workspace, tool: &CargoTool) -> Result<Self, Failure> {
        let shelf = ToolCache::open()?;
        let folder = tool.ensure(workspace, &shelf)?;
        shelf.clear_workshop();
        Ok(Self {
            folders: folder.into_iter().collect(),
        })
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

/// Makes sure of the packages that the tests ask, and answers with the folder that holds them.
pub fn for_tests(workspace: &Workspace) -> Result<PathBuf, Failure> {
    TEST.ensure(workspace)
}

/// Makes sure of wasm-bindgen, and answers with the program: also where plain trunk runs, which brings
/// its own and tells nobody.
pub fn wasm_bindgen(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let CargoTool {
        program, version, ..
    } = WASM_BINDGEN;
    if cargo_tool::on_path(program, version) {
        return Ok(program.into());
    }
    if let Some(kept) = trunk_cache::find(&format!("{program}-{version}/{program}")) {
        return Ok(kept);
    }
    let shelf = ToolCache::open()?;
    let folder = WASM_BINDGEN.ensure(workspace, &shelf)?;
    shelf.clear_workshop();
    Ok(folder.map_or(program.into(), |folder| folder.join(program)))
}

/// Makes sure of wasm-opt, and answers with the program, as [`wasm_bindgen`] does.
pub fn wasm_opt_program(workspace: &Workspace) -> Result<PathBuf, Failure> {
    const PROGRAM: &str = "wasm-opt";
    let version = binaryen_version();
    if cargo_tool::on_path(PROGRAM, &version) {
        return Ok(PROGRAM.into());
    }
    if let Some(kept) = trunk_cache::find(&format!("{PROGRAM}-version_{version}/bin/{PROGRAM}")) {
        return Ok(kept);
    }
    Ok(binaryen(workspace)?.join(PROGRAM))
}

/// Makes sure of wasm2js, and answers with the program.
pub fn wasm2js(workspace: &Workspace) -> Result<PathBuf, Failure> {
    const PROGRAM: &str = "wasm2js";
    if cargo_tool::on_path(PROGRAM, &binaryen_version()) {
        return Ok(PROGRAM.into());
    }
    Ok(binaryen(workspace)?.join(PROGRAM))
}

/// Makes sure of esbuild, and answers with the program: a script that looks for the one made for this
/// computer, which npm installs beside it.
pub fn esbuild(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(BUILD.ensure(workspace)?.join("esbuild/bin/esbuild"))
}

/// Makes sure of TypeScript, and answers with its checker, which Node runs.
pub fn typescript(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(TEST.ensure(workspace)?.join("typescript/bin/tsc"))
}

/// Makes sure of binaryen, and answers with the folder of its programs: wasm-opt, which makes the module
/// smaller, and wasm2js, which makes it into JavaScript. Debian's own is too old for today's modules.
fn binaryen(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(BUILD.ensure(workspace)?.join("binaryen/bin"))
}

/// npm counts in 132.0.0, the program itself in 132.
fn binaryen_version() -> String {
    let whole = BUILD.version("binaryen");
    whole.split('.').next().unwrap_or_default().to_owned()
}

/// Makes sure of wasm-opt, and answers with its folder if it is not on the PATH already.
fn wasm_opt(workspace: &Workspace) -> Result<Option<PathBuf>, Failure> {
    if cargo_tool::on_path("wasm-opt", &binaryen_version()) {
        return Ok(None);
    }
    binaryen(workspace).map(Some)
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
        let major = binaryen_version();
        for pin in [
            format!("trunk-version = \"^{}\"", TRUNK.version),
            format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version),
            format!("wasm_opt = \"version_{major}\""),
        ] {
            assert!(settings.contains(&pin), "Trunk.toml should say {pin}");
        }
    }
}
