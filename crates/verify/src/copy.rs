//! A copy of the check: a folder, or what a server sends.
//!
//! Files are downloaded by `curl`, which every common system has: it knows the computer's certificates and proxies,
//! and keeps a TLS library out of this project.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use command_support::failure::Failure;

/// Larger than any file of a release, in bytes.
const MOST_BYTES: &str = "50000000";

/// Seconds that a server may take for one file.
const MOST_SECONDS: &str = "60";

/// Where the files of a copy are.
#[derive(Debug)]
pub(crate) enum Copy {
    /// In a folder.
    Folder(PathBuf),
    /// On a server: the address of the folder, with a slash at its end.
    Served(String),
}

/// What stands under a name.
#[derive(Debug)]
pub(crate) enum Found {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Nothing; the reason.
    Nothing(String),
}

impl Copy {
    /// Reads a place: an address, or the path of a folder.
    pub(crate) fn at(place: &str) -> Result<Copy, Failure> {
        if place.starts_with("http://") || place.starts_with("https://") {
            let folder = place.split(['?', '#']).next().unwrap_or(place);
            let folder = folder.strip_suffix("index.html").unwrap_or(folder);
            return Ok(Copy::Served(format!("{}/", folder.trim_end_matches('/'))));
        }
        let folder = PathBuf::from(place);
        if folder.is_dir() {
            return Ok(Copy::Folder(folder));
        }
        Err(Failure::input(
            format!("{place} is neither a folder nor an address."),
            "Name the folder with index.html, or an address that begins with https:// or http://.",
        ))
    }

    /// Reads a file. `""` is what a server sends for the folder itself.
    pub(crate) fn read(&self, name: &str) -> Result<Found, Failure> {
        match self {
            Copy::Folder(folder) => Ok(match std::fs::read(folder.join(name)) {
                Ok(bytes) => Found::Bytes(bytes),
                Err(error) => Found::Nothing(error.to_string()),
            }),
            Copy::Served(folder) => download(&format!("{folder}{name}")),
        }
    }
}

fn download(address: &str) -> Result<Found, Failure> {
    let mut curl = Command::new("curl");
    // No settings of this computer's user: they could send the request elsewhere.
    curl.args([
        "--disable",
        "--silent",
        "--show-error",
        "--fail",
        "--compressed",
    ]);
    // Servers may send to the same file under another name, and to no other scheme.
    curl.args(["--location", "--max-redirs", "5", "--proto", "=http,https"]);
    curl.args(["--max-time", MOST_SECONDS, "--max-filesize", MOST_BYTES]);
    // As a browser would ask: a server should not tell this command from a visitor.
    curl.args(["--user-agent", "Mozilla/5.0"]);
    curl.args(["--header", "Cache-Control: no-cache", "--", address]);
    let output = curl.stdin(Stdio::null()).output().map_err(|error| {
        let happened = if error.kind() == ErrorKind::NotFound {
            "`curl`, which downloads the files, is not installed.".to_owned()
        } else {
            format!("`curl`, which downloads the files, could not be started: {error}.")
        };
        Failure::input(
            happened,
            "Install curl, or download the folder and name it instead of the address.",
        )
    })?;
    if output.status.success() {
        return Ok(Found::Bytes(output.stdout));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("curl failed").to_owned();
    // Of curl's exit codes, 22 is a status of 400 or above: the server is there, and this file is not.
    if output.status.code() == Some(22) {
        return Ok(Found::Nothing(said));
    }
    Err(Failure::input(
        format!("{address} cannot be downloaded. {said}"),
        "Check the address and the connection, then run this again.",
    ))
}
