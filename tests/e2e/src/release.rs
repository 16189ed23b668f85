//! A release, unpacked as a site owner would.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zip::ZipArchive;

use crate::apache::let_all_read;
use crate::environment::path;

/// What came out of the zip, gone when dropped.
#[derive(Debug)]
pub struct Release {
    folder: TempDir,
}

impl Release {
    /// Unpacks the zip that was made of the built page.
    pub fn unpack() -> Release {
        Release::of("FOOTING_RELEASE")
    }

    /// Unpacks the zip in which the page lies in a folder named after its version.
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
        release.open_all();
        release
    }

    /// Lets every server read it: the library keeps what it unpacks to its owner; an upload does not.
    pub fn open_all(&self) {
        open_all(self.folder());
    }

    /// All that was in the zip.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What is uploaded.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The text of a file in it.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// Whether a file is in it.
    pub fn has(&self, name: &str) -> bool {
        self.folder.path().join(name).is_file()
    }
}

/// Lets everybody into a folder and those in it.
fn open_all(folder: &Path) {
    let_all_read(folder);
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            open_all(&entry.path());
        }
    }
}
