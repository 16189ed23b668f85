//! The folder where installed tools are kept.

use std::path::{Path, PathBuf};

use command_support::failure::Failure;

/// A folder below cargo's home, shared by all checkouts of this project.
#[derive(Debug)]
pub struct ToolCache {
    folder: PathBuf,
}

impl ToolCache {
    /// Finds the shelf in `CARGO_HOME`, or in `~/.cargo` where that is not set.
    pub fn open() -> Result<Self, Failure> {
        Ok(Self::below(&cargo_home()?))
    }

    fn below(cargo_home: &Path) -> Self {
        Self {
            folder: cargo_home.join("footing-tools"),
        }
    }

    /// Where one version of one tool is installed, or will be.
    pub fn position(&self, tool: &str, version: &str) -> PathBuf {
        self.folder.join(format!("{tool}-{version}"))
    }

    /// Where tools are compiled; they share it, because they share many crates.
    pub fn build_dir(&self) -> PathBuf {
        self.folder.join("build")
    }

    /// Throws away what compiling left behind, more than a gigabyte, once all tools are there.
    pub fn clear_workshop(&self) {
        // What cannot be removed only takes room, and is tried again the next time.
        let _ = std::fs::remove_dir_all(self.build_dir());
    }
}

/// Where cargo keeps its own.
pub fn cargo_home() -> Result<PathBuf, Failure> {
    std::env::var_os("CARGO_HOME")
        .filter(|home| !home.is_empty())
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| {
            Failure::input(
                "There is no home folder to keep the build tools in.",
                "Set CARGO_HOME to a folder of yours, then run this again.",
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_has_a_place_of_its_own() {
        let shelf = ToolCache::below(Path::new("/home/ada/.cargo"));
        assert_eq!(
            shelf.position("trunk", "0.21.14"),
            Path::new("/home/ada/.cargo/footing-tools/trunk-0.21.14")
        );
        assert_eq!(
            shelf.build_dir(),
            Path::new("/home/ada/.cargo/footing-tools/build")
        );
    }
}
