//! Recursive listing of a folder.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// One file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Path relative to the folder, with forward slashes.
    pub name: String,
    /// Full path.
    pub path: PathBuf,
}

/// All files in a folder, recursively, sorted by name.
pub fn below(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.into_path();
            let name = written(path.strip_prefix(folder).unwrap_or(&path));
            files.push(File { name, path });
        }
    }
    files.sort();
    Ok(files)
}

fn written(path: &Path) -> String {
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_file_is_found_in_its_place() {
        let files = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        assert!(files.iter().any(|file| file.name == "files.rs"));
        assert!(files.iter().any(|file| file.name == "build/sizes.rs"));
        assert!(files.is_sorted());
    }

    #[test]
    fn a_missing_folder_is_an_error() {
        assert!(below(Path::new("/no/such/folder")).is_err());
    }
}
