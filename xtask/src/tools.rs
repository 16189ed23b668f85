//! Tools that build and check the page, each pinned to one version.
//!
//! Missing tools are installed on first use into a separate folder in cargo's home, so that the system
//! stays unchanged and other clones can reuse them. For Debian packages, see [`crate::apt`].

mod cargo_tool;
mod npm_folder;
mod rust_parts;
mod tool_cache;
mod trunk_cache;

use std::ffi::OsString;
use std::path::PathBuf;

use cargo_tool::CargoTool;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use npm_folder::{BENCH, BUILD, FRAMEWORKS, TEST};
use tool_cache::ToolCache;
pub use tool_cache::cargo_home;

/// Bundles the page. Version 0.22 needs a newer Rust than ours.
const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    asked: &["--version"],
    minutes: 10,
};

/// Generates the JavaScript bindings of the module; its version must match the crate in Cargo.lock.
///
/// Not `--locked`: its lock file names a crate version that was unavailable.
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

/// Mutates the code, to check whether the tests catch it.
const CARGO_MUTANTS: CargoTool = CargoTool {
    program: "cargo-mutants",
    package: "cargo-mutants",
    version: "27.1.0",
    arguments: &["--locked"],
    asked: &["mutants", "--version"],
    minutes: 3,
};

/// Checks licenses, sources, versions and advisories of all dependencies.
const CARGO_DENY: CargoTool = CargoTool {
    program: "cargo-deny",
    package: "cargo-deny",
    version: "0.20.2",
    arguments: &["--locked"],
    asked: &["--version"],
    minutes: 2,
};

/// Controls Firefox over WebDriver. Debian packages the browser without it.
const GECKODRIVER: CargoTool = CargoTool {
    program: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
    arguments: &["--locked"],
    asked: &["--version"],
    minutes: 2,
};

/// Folders to put on the PATH for a build.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Installs the tools of a development build if missing.
    pub fn for_development(workspace: &Workspace) -> Result<Self, Failure> {
        rust_parts::TARGET.ensure(workspace)?;
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

    /// Installs the tools of a release build if missing: the same, plus wasm-opt, wasm2js, esbuild and
    /// the source of the standard library.
    pub fn for_release(workspace: &Workspace) -> Result<Self, Failure> {
        let mut toolbox = Self::for_development(workspace)?;
        rust_parts::SOURCE.ensure(workspace)?;
        toolbox.folders.extend(wasm_opt(workspace)?);
        wasm2js(workspace)?;
        esbuild(workspace)?;
        Ok(toolbox)
    }

    /// Installs cargo-fuzz if missing.
    pub fn for_fuzzing(workspace: &Workspace) -> Result<Self, Failure> {
        Self::with(workspace, &CARGO_FUZZ)
    }

    /// Installs cargo-mutants if missing.
    pub fn for_mutants(workspace: &Workspace) -> Result<Self, Failure> {
        Self::with(workspace, &CARGO_MUTANTS)
    }

    /// Installs cargo-deny if missing.
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

    /// The PATH of this process, with the toolbox's folders first.
    pub fn path(&self) -> OsString {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self
            .folders
            .iter()
            .cloned()
            .chain(std::env::split_paths(&inherited));
        // Joining fails only if a folder name contains a colon; the PATH then stays unchanged.
        std::env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Installs the npm packages of the tests if missing, and returns their folder.
pub fn for_tests(workspace: &Workspace) -> Result<PathBuf, Failure> {
    TEST.ensure(workspace)
}

/// Installs wasm-bindgen if missing, and returns the program. Reuses the copy that plain Trunk downloads
/// for itself, if there is one.
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
    program_of(workspace, &WASM_BINDGEN)
}

/// Installs geckodriver if missing, and returns the program.
pub fn geckodriver(workspace: &Workspace) -> Result<PathBuf, Failure> {
    program_of(workspace, &GECKODRIVER)
}

fn program_of(workspace: &Workspace, tool: &CargoTool) -> Result<PathBuf, Failure> {
    let shelf = ToolCache::open()?;
    let folder = tool.ensure(workspace, &shelf)?;
    shelf.clear_workshop();
    Ok(folder.map_or(tool.program.into(), |folder| folder.join(tool.program)))
}

/// Installs wasm-opt if missing, and returns the program, like [`wasm_bindgen`].
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

/// Installs wasm2js if missing, and returns the program.
pub fn wasm2js(workspace: &Workspace) -> Result<PathBuf, Failure> {
    const PROGRAM: &str = "wasm2js";
    if cargo_tool::on_path(PROGRAM, &binaryen_version()) {
        return Ok(PROGRAM.into());
    }
    Ok(binaryen(workspace)?.join(PROGRAM))
}

/// Installs esbuild if missing, and returns the program: a script that finds the platform-specific binary,
/// which npm installs next to it.
pub fn esbuild(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(BUILD.ensure(workspace)?.join("esbuild/bin/esbuild"))
}

/// Installs the peers of the bench if missing, and returns their `node_modules` folder.
pub fn npm_bench(workspace: &Workspace) -> Result<PathBuf, Failure> {
    BENCH.ensure(workspace)
}

/// Installs what the npm package of a release is tried with if missing, and returns its `node_modules` folder.
pub fn frameworks(workspace: &Workspace) -> Result<PathBuf, Failure> {
    FRAMEWORKS.ensure(workspace)
}

/// Installs TypeScript if missing, and returns its compiler, which Node runs.
pub fn typescript(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(TEST.ensure(workspace)?.join("typescript/bin/tsc"))
}

/// Installs binaryen if missing, and returns the folder of its programs: wasm-opt, which optimizes the
/// module, and wasm2js, which converts it to JavaScript. Debian's version is too old for current modules.
fn binaryen(workspace: &Workspace) -> Result<PathBuf, Failure> {
    Ok(BUILD.ensure(workspace)?.join("binaryen/bin"))
}

/// Major version: npm writes 132.0.0, the program itself 132.
fn binaryen_version() -> String {
    let whole = BUILD.version("binaryen");
    whole.split('.').next().unwrap_or_default().to_owned()
}

/// Installs wasm-opt if missing, and returns its folder unless it is already on the PATH.
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

    /// Trunk refuses to build if a tool version differs from its settings.
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
