//! Compiles our programs to plain JavaScript, for browsers without WebAssembly.
//!
//! Compiles the same source again, converts it to JavaScript with wasm2js, and bundles it into one file.
//! Start at [`Program::compile`].

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools;
use crate::trunk::{TARGET, paths, standard_library};
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// The check itself.
pub const CHECK: Program = Program {
    package: "footing",
    name: "widget",
    exports: &["read", "start"],
};

/// The check's core without a page; a test compares its results with the commands.
pub const SAME_CORE: Program = Program {
    package: "same-core",
    name: "same-core",
    exports: &["assess_each"],
};

/// A program, and the functions it exports to a page.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    package: &'static str,
    /// Name of its binary.
    name: &'static str,
    exports: &'static [&'static str],
}

/// Disables WebAssembly features that wasm2js cannot read, especially reference types, which add a second
/// function table.
const FLAGS: &str = "-Ctarget-feature=-reference-types,-multivalue,-bulk-memory,-nontrapping-fptoint,\
                     -sign-ext,-mutable-globals";

impl Program {
    /// Compiles the program to one JavaScript module, and returns its path. Its exports match those of the
    /// WebAssembly module: `default`, which starts it and returns the memory, and the other functions by
    /// name.
    pub fn compile(&self, workspace: &Workspace) -> Result<PathBuf, Failure> {
        let Program { package, name, .. } = self;
        // A separate target folder: the different flags would otherwise force full rebuilds on both sides.
        let whole_target = workspace.target()?;
        let target = whole_target.join("without-wasm");
        let mut cargo = workspace.cargo(&["build", "--quiet", "--release", "--locked"]);
        cargo.args(["--target", TARGET]);
        cargo.args(["--package", package, "--bin", name, "--target-dir"]);
        cargo.arg(&target);
        // If set, these variables take precedence over ours.
        for general in ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
            cargo.env_remove(general);
        }
        standard_library::include(&mut cargo);
        let flags = standard_library::FLAGS.into_iter().chain([FLAGS]);
        paths::shorten(
            &mut cargo,
            workspace,
            &whole_target,
            &flags.collect::<Vec<_>>(),
        )?;
        // Strips the target features section, so that the tools do not assume more features than the module
        // uses.
        program::run(cargo.env("CARGO_PROFILE_RELEASE_STRIP", "true"))?;
        let compiled = target
            .join(TARGET)
            .join("release")
            .join(format!("{name}.wasm"));

        let folder = target.join(name);
        let mut bindgen = Command::new(tools::wasm_bindgen(workspace)?);
        bindgen.args(["--target=bundler", "--no-typescript"]);
        bindgen.arg(format!("--out-name={name}"));
        program::run(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;

        let mut turn = Command::new(tools::wasm2js(workspace)?);
        turn.args(["-O3", "--all-features"]);
        turn.arg(folder.join(format!("{name}_bg.wasm")));
        let core = folder.join(CORE);
        program::run(turn.arg("--output").arg(&core))?;
        write(&core, &clearing(&read(&core)?)?)?;

        write(&folder.join(ENTRY), &self.entry())?;
        let script = folder.join(format!("{name}.min.js"));
        let mut bundle = Command::new(tools::esbuild(workspace)?);
        bundle.arg(folder.join(ENTRY));
        bundle.args(["--bundle", "--minify", "--format=esm", "--charset=utf8"]);
        bundle.args(["--legal-comments=none", "--log-level=warning"]);
        program::run(bundle.arg(format!("--outfile={}", script.display())))?;
        Ok(script)
    }

    /// Entry script of the program: wasm-bindgen's own expects a WebAssembly module, and exports
    /// everything.
    fn entry(&self) -> String {
        format!(
            "import * as core from \"./{CORE}\";\n\
             import {{ __wbg_set_wasm }} from \"./{name}_bg.js\";\n\
             export {{ {exports} }} from \"./{name}_bg.js\";\n\
             let begun = false;\n\
             export default () => {{\n  \
               if (!begun) {{\n    __wbg_set_wasm(core);\n    core.__wbindgen_start();\n  }}\n  \
               begun = true;\n  \
               return {{ memory: core.memory }};\n\
             }};\n",
            name = self.name,
            exports = self.exports.join(", "),
        )
    }
}

const CORE: &str = "core.js";
const ENTRY: &str = "entry.js";

/// The line where wasm2js replaces the memory buffer with a larger one.
const GROWN: &str = "buffer = newBuffer;";

/// Patches wasm2js output so that growing the memory clears and detaches the old buffer, as WebAssembly
/// does. Otherwise wasm-bindgen, which detects growth by an empty buffer, would continue to write into the
/// old one, and answers would remain there after the new one is overwritten.
fn clearing(core: &str) -> Result<String, Failure> {
    if core.matches(GROWN).count() != 1 {
        return Err(Failure::work(
            "wasm2js writes the growth of memory in a way that is not known here.",
            "Look for `__wasm_memory_grow` in what it wrote, and mend xtask/src/wasm2js.rs.",
        ));
    }
    let clearing = format!(
        "new Uint8Array(buffer).fill(0);\n   \
         structuredClone(buffer, {{ transfer: [buffer] }});\n   {GROWN}"
    );
    Ok(core.replacen(GROWN, &clearing, 1))
}

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| in_the_way(file, &error))
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| in_the_way(file, &error))
}

fn in_the_way(file: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read or written: {error}.", file.display()),
        "Check the folder and its free space, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_page_calls_is_exported() {
        let entry = CHECK.entry();
        let exports: Vec<&str> = entry
            .lines()
            .filter(|line| line.starts_with("export"))
            .collect();
        assert_eq!(
            exports,
            [
                "export { read, start } from \"./widget_bg.js\";",
                "export default () => {"
            ]
        );
    }

    #[test]
    fn what_is_exported_stands_in_the_programs() {
        for (source, program) in [
            (include_str!("../../src/main.rs"), CHECK),
            (include_str!("../../tests/same_core/src/main.rs"), SAME_CORE),
        ] {
            for export in program.exports {
                let function = format!("#[wasm_bindgen]\npub fn {export}(");
                assert!(source.contains(&function), "{export}");
            }
        }
    }

    #[test]
    fn memory_is_cleared_before_it_is_exchanged() {
        let core = clearing(" buffer = newBuffer;\n bufferView = HEAPU8;").unwrap();
        let position = |what: &str| core.find(what).unwrap();
        assert!(position("fill(0)") < position("transfer: [buffer]"));
        assert!(position("transfer: [buffer]") < position(GROWN));
        assert!(clearing("memory.grow(1)").is_err());
    }

    #[test]
    fn the_flags_are_one_word() {
        assert!(!FLAGS.contains(char::is_whitespace), "{FLAGS}");
    }
}
