//! Output of the package `pages`: files to serve, and HTML fragments, generated from the content.

use std::path::{Path, PathBuf};

use site::Language;

use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

use super::{unwritten, write_folder};
use crate::files;

/// Folder with the generated files.
#[derive(Debug)]
pub struct Generated {
    folder: PathBuf,
}

impl Generated {
    /// Regenerates everything.
    pub fn write(workspace: &Workspace) -> Result<Generated, Failure> {
        let target = workspace.target()?;
        let folder = target.join("pages");
        terminal::say("Writing words, start screen and paper form.");
        if !target.join("debug/pages").exists() {
            terminal::say(
                "This compiles the screens for this computer: about a minute, the first time.",
            );
        }
        let mut pages = workspace.cargo(&["run", "--locked", "--package", "pages", "--"]);
        program::run(pages.arg(&folder))?;
        Ok(Generated { folder })
    }

    /// Copies the generated files to serve into `staging`.
    pub fn copy_site(&self, staging: &Path) -> Result<(), Failure> {
        let site = self.folder.join("site");
        let all = files::below(&site).map_err(|error| unwritten(&site, &error))?;
        for file in all {
            let to = staging.join(&file.name);
            write_folder(to.parent().unwrap_or(staging))?;
            std::fs::copy(&file.path, &to).map_err(|error| unwritten(&to, &error))?;
        }
        Ok(())
    }

    /// HTML fragment of one page.
    pub fn fragment(&self, name: &str, language: &Language) -> Result<String, Failure> {
        let locale = language.locale;
        let file = self.folder.join(format!("fragments/{name}-{locale}.html"));
        std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))
    }
}
