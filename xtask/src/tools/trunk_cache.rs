//! Tools that plain Trunk has downloaded.

use std::env::var_os;
use std::path::{Path, PathBuf};

/// Path of a program in Trunk's cache, if it exists.
pub fn find(program: &str) -> Option<PathBuf> {
    let program = folder(
        var_os("XDG_CACHE_HOME").map(PathBuf::from),
        std::env::home_dir(),
    )?
    .join(program);
    program.is_file().then_some(program)
}

/// Cache folder of Trunk 0.21: inside the XDG cache folder, or the macOS one.
fn folder(cache: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return Some(home?.join("Library/Caches/dev.trunkrs.trunk"));
    }
    let cache = cache.filter(|cache| cache.is_absolute());
    let cache = cache.or_else(|| Some(Path::new(&home?).join(".cache")))?;
    Some(cache.join("trunk"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trunk_does_not_keep_is_not_found() {
        assert_eq!(find("no-such-program-0.0.0/here"), None);
    }

    #[test]
    #[cfg(not(target_os = "macos"))]
    fn the_cache_folder_may_be_elsewhere() {
        let home = Some(PathBuf::from("/home/ada"));
        let path = |folder: Option<PathBuf>| folder.unwrap().display().to_string();
        assert_eq!(path(folder(None, home.clone())), "/home/ada/.cache/trunk");
        assert_eq!(
            path(folder(Some("/cache".into()), home.clone())),
            "/cache/trunk"
        );
        assert_eq!(
            path(folder(Some("".into()), home)),
            "/home/ada/.cache/trunk"
        );
        assert_eq!(folder(None, None), None);
    }
}
