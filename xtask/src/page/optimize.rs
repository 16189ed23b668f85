//! Makes a module smaller: wasm-opt, and short names for what the module and its glue call in each other.
//!
//! wasm-bindgen names each import of a module after its function, with a hash of 16 digits, in the module and in the
//! glue. A hash is what no compression makes smaller: short names are worth 5 KB of a visit (decision 0037).

use std::path::{Path, PathBuf};
use std::process::Command;

use regex::{NoExpand, Regex};
use serde::Deserialize;

use super::{read_text, write, write_folder};
use crate::tools;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// What wasm-opt is to do, found by weighing many orders of passes after brotli. `--flatten --rereloop` structures
/// the control flow anew, `--reorder-functions-by-name` puts functions next to those of the same module.
///
/// `--low-memory-unused` counts on nothing being in the first KiB of the memory. There the stack ends, which grows down
/// from 1 MiB to 0: a stack this full ends in a trap either way.
const PASSES: [&str; 10] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "30",
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--minify-imports-and-exports-and-modules",
];

/// The name under which wasm-opt imports everything with `--minify-imports-and-exports-and-modules`.
const MODULE: &str = "a";

/// The name by which wasm-bindgen exports the memory of a module.
pub const MEMORY: &str = "memory";

/// Module and glue, smaller.
pub struct Optimized {
    /// The glue.
    pub script: PathBuf,
    /// The module.
    pub wasm: PathBuf,
    /// The name by which the module exports its memory.
    pub memory: String,
}

/// The old and new names, as wasm-opt prints them.
#[derive(Deserialize)]
struct Names {
    /// Module, old name, new name.
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

/// Optimizes a module and its glue, as wasm-bindgen writes them, into `folder`.
pub fn optimize(
    workspace: &Workspace,
    script: &Path,
    wasm: &Path,
    folder: &Path,
) -> Result<Optimized, Failure> {
    write_folder(folder)?;
    let optimized = folder.join("optimized.wasm");
    let mut passes = Command::new(tools::wasm_opt_program(workspace)?);
    passes
        .args(PASSES)
        .arg(wasm)
        .arg("--output")
        .arg(&optimized);
    let printed = program::answer(&mut passes).ok_or_else(|| {
        Failure::work(
            format!("`{}` failed.", program::written(&passes)),
            "Run it by hand to read what it says.",
        )
    })?;
    let names: Names = serde_json::from_str(&printed)
        .map_err(|error| unknown(&format!("wasm-opt prints them in another form: {error}")))?;
    let glue = folder.join("optimized.js");
    write(&glue, &names.put_into(&read_text(script)?)?)?;
    Ok(Optimized {
        script: glue,
        wasm: optimized,
        memory: names.export(MEMORY).to_owned(),
    })
}

impl Names {
    /// The new name of an export.
    fn export<'a>(&'a self, name: &'a str) -> &'a str {
        let export = self.exports.iter().find(|(old, _)| old == name);
        export.map_or(name, |(_, new)| new)
    }

    /// Replaces the names in the glue.
    fn put_into(&self, glue: &str) -> Result<String, Failure> {
        let mut glue = glue.to_owned();
        let mut modules: Vec<&str> = self.imports.iter().map(|(module, ..)| &**module).collect();
        modules.sort_unstable();
        modules.dedup();
        for module in modules {
            glue = replaced_once(&glue, &format!("\"{module}\":"), &format!("\"{MODULE}\":"))?;
        }
        for (_, old, new) in &self.imports {
            glue = replaced_once(
                &glue,
                &format!("        {old}: "),
                &format!("        {new}: "),
            )?;
        }
        for (old, new) in &self.exports {
            let used = format!(r"\bwasm\.{}\b", regex::escape(old));
            let used = Regex::new(&used).map_err(|error| unknown(&error.to_string()))?;
            glue = used
                .replace_all(&glue, NoExpand(&format!("wasm.{new}")))
                .into_owned();
        }
        Ok(glue)
    }
}

/// Replaces what stands in a text exactly once.
fn replaced_once(text: &str, old: &str, new: &str) -> Result<String, Failure> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(unknown(&format!(
            "'{old}' stands {count} times in the glue"
        ))),
    }
}

fn unknown(what: &str) -> Failure {
    Failure::work(
        format!("The names of a module and its glue cannot be shortened: {what}."),
        "wasm-bindgen or wasm-opt writes them in another way than this version: mend xtask/src/page/optimize.rs.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
        read() { wasm.read(1); wasm.read_more(2); wasm.__wbindgen_free(3); }
    const import0 = {
        __wbg_log_0123456789abcdef: function(one) {
        },
        __wbg_log_fedcba9876543210: function(one) {
        },
    };
    return {
        \"./widget_bg.js\": import0,
    };";

    fn names() -> Names {
        let import =
            |old: &str, new: &str| ("./widget_bg.js".to_owned(), old.to_owned(), new.to_owned());
        let export = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        Names {
            imports: vec![
                import("__wbg_log_0123456789abcdef", "$"),
                import("__wbg_log_fedcba9876543210", "$a"),
            ],
            exports: vec![
                export("memory", "a"),
                export("read", "b"),
                export("__wbindgen_free", "c"),
            ],
        }
    }

    #[test]
    fn every_name_is_replaced_and_nothing_else() {
        let glue = names().put_into(GLUE).unwrap();
        assert!(
            glue.contains("wasm.b(1); wasm.read_more(2); wasm.c(3);"),
            "{glue}"
        );
        assert!(glue.contains("read() {"), "{glue}");
        assert!(glue.contains("        $: function(one)"), "{glue}");
        assert!(glue.contains("        $a: function(one)"), "{glue}");
        assert!(glue.contains("\"a\": import0"), "{glue}");
    }

    #[test]
    fn the_memory_is_found_by_its_new_name() {
        assert_eq!(names().export(MEMORY), "a");
    }

    #[test]
    fn a_glue_of_another_form_fails_the_build() {
        let told = names().put_into("__wbg_log_0123456789abcdef(one)");
        let told = told.unwrap_err().to_string();
        assert!(told.contains("stands 0 times"), "{told}");
    }
}
