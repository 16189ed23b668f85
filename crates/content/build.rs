//! Build script: checks and packs the content files. Reports all problems at once, each with file
//! and line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let folder = std::env::var_os("FOOTING_CONTENT").map_or_else(|| root.clone(), PathBuf::from);
    println!("cargo:rerun-if-env-changed=FOOTING_CONTENT");
    for entry in content_compiler::PARTS {
        println!("cargo:rerun-if-changed={}", folder.join(entry).display());
    }
    match content_compiler::compile_to_embed(&folder) {
        Ok(content) => match write(&out, &content) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!(
                    "The checked content could not be written: {error}. Free some space and build again."
                );
                ExitCode::FAILURE
            }
        },
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error=crates/content/{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write(out: &Path, content: &content_compiler::Embedded) -> std::io::Result<()> {
    let packed = &content.questionnaire;
    std::fs::write(out.join("questionnaire.bin"), &packed.bytes)?;
    std::fs::write(out.join("questionnaire.txt"), &packed.texts)?;
    std::fs::write(out.join("awaiting_review.rs"), &content.awaiting_review)
}
