//! The folder of installed tools.

use std::path::{Path, PathBuf};

use command_support::failure::Failure;

/// A folder in cargo's home, shared by all checkouts of this project.
#[derive(Debug)]
pub struct ToolCache {
    folder: PathBuf,
}

impl ToolCache {
    /// Finds the cache in `CARGO_HOME`, or in `~/.cargo` if that is not set.
    pub fn open() -> Result<Self, Failure> {
        Ok(Self::below(&cargo_home()?))
    }

    fn below(cargo_home: &Path) -> Self {
        Self {
            folder: cargo_home.join("footing-tools"),
        }
    }

    /// Installation folder of one version of a tool.
    pub fn position(&self, tool: &str, version: &str) -> PathBuf {
        self.folder.join(format!("{tool}-{version}"))
    }

    /// Shared target folder for compiling the tools, because they have many crates in common.
    pub fn build_dir(&self) -> PathBuf {
        self.folder.join("build")
    }

    /// Deletes the build artifacts, more than a gigabyte, once all tools are installed.
    pub fn clear_workshop(&self) {
        // Files that cannot be removed only take disk space, and the next run tries again.
        let _ = std::fs::remove_dir_all(self.build_dir());
    }
}

/// Cargo's home folder.
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
