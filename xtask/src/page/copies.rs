//! Files served unchanged from `static/`.

use std::path::Path;

use site::hosting::manifest::{self, FILES, INLINE_SCRIPT};
use site::hosting::{File, Name, Source};

use super::unwritten;
use crate::manifest::MANIFEST_PATH;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Extensions of our own files in `static/`. A site's logo may be in the same folder.
const OURS: &[&str] = &["html", "css", "js", "json"];

/// Copies every file that the manifest lists with source `static/`.
pub fn add(workspace: &Workspace, staging: &Path) -> Result<(), Failure> {
    refuse_unlisted(&workspace.fixed(""))?;
    for file in FILES.iter().filter(|file| file.source == Source::Static) {
        if let Some(name) = file.name.fixed() {
            let (from, to) = (workspace.fixed(name), staging.join(name));
            if from.is_file() {
                std::fs::copy(&from, &to).map_err(|error| unwritten(&to, &error))?;
            }
        }
    }
    Ok(())
}

/// Fails if `static/` contains a file that no manifest row covers.
fn refuse_unlisted(folder: &Path) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| unwritten(folder, &error))?;
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_ours = ending.is_some_and(|ending| OURS.contains(&ending));
        // Editors create hidden temporary files.
        if path.is_file() && is_ours && !name.starts_with('.') && !is_listed(&name) {
            return Err(Failure::work(
                format!("static/{name} has no row in the manifest of served files."),
                format!("Add a row to {MANIFEST_PATH}, or take the file out."),
            ));
        }
    }
    Ok(())
}

/// Whether a manifest row covers this file: by its own name, or as the source of a file that Trunk hashes.
fn is_listed(name: &str) -> bool {
    let is_hashed_by_trunk = |file: &File| match file.name {
        Name::Hashed { start, end } => {
            file.source == Source::Trunk && name.strip_suffix(end) == start.strip_suffix('-')
        }
        Name::Fixed(_) | Name::PerLanguage(_) | Name::Pages(_) | Name::Folder(_) => false,
    };
    name == INLINE_SCRIPT
        || manifest::row(name).is_some_and(|file| file.source == Source::Static)
        || FILES.iter().any(is_hashed_by_trunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_without_a_row_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for fine in [
            "start.js",
            "widget.css",
            "logo.svg",
            ".start.js",
            "notes.md",
        ] {
            std::fs::write(folder.path().join(fine), "").unwrap();
        }
        assert!(refuse_unlisted(folder.path()).is_ok());
        std::fs::write(folder.path().join("new.js"), "").unwrap();
        let told = refuse_unlisted(folder.path()).unwrap_err().to_string();
        assert!(
            told.contains("static/new.js") && told.contains(MANIFEST_PATH),
            "{told}"
        );
    }

    #[test]
    fn the_repository_has_every_file_and_no_other() {
        let workspace = Workspace::find().unwrap();
        let staging = tempfile::tempdir().unwrap();
        add(&workspace, staging.path()).unwrap();
        for file in FILES.iter().filter(|file| file.source == Source::Static) {
            let name = file.name.pattern();
            assert!(staging.path().join(&name).is_file(), "{name}");
        }
    }
}
