//! Unpacked release zip.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use zip::ZipArchive;

use crate::apache::make_readable;
use crate::environment::path;

/// Unpacked release, removed on drop.
#[derive(Debug)]
pub struct Release {
    folder: TempDir,
}

impl Release {
    /// Unpacks the zip of the built page.
    pub fn unpack() -> Release {
        Release::of("FOOTING_RELEASE")
    }

    /// Unpacks the zip whose page is in a folder named after the version.
    pub fn unpack_pinned() -> Release {
        Release::of("FOOTING_RELEASE_PINNED")
    }

    fn of(variable: &str) -> Release {
        let folder = tempfile::tempdir().unwrap();
        let zip = File::open(path(variable)).unwrap();
        ZipArchive::new(zip)
            .unwrap()
            .extract(folder.path())
            .unwrap();
        let release = Release { folder };
        release.make_readable();
        release
    }

    /// Makes all folders readable for every user, as after an upload. The zip library restricts
    /// them to the owner.
    pub fn make_readable(&self) {
        make_tree_readable(self.folder());
    }

    /// Names the check's own origin in the policies of the site, by the command of `src/docs/hosting.md`.
    pub fn name_origin(&self, origin: &str) {
        let guide = include_str!("../../../src/docs/hosting.md");
        let command = guide.lines().find(|line| line.starts_with("sed ")).unwrap();
        let status = Command::new("sh")
            .args(["-c", &command.replace("https://center.example", origin)])
            .current_dir(self.site())
            .status();
        assert!(status.unwrap().success(), "{command}");
    }

    /// Root of the unpacked zip.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Folder that a site owner uploads.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Folder of the npm package.
    pub fn package(&self) -> PathBuf {
        self.folder.path().join("npm")
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// Whether a file exists.
    pub fn has(&self, name: &str) -> bool {
        self.folder.path().join(name).is_file()
    }
}

/// Makes a folder and its subfolders readable for every user.
fn make_tree_readable(folder: &Path) {
    make_readable(folder);
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            make_tree_readable(&entry.path());
        }
    }
}
