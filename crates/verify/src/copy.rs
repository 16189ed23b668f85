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
            Copy::Served(folder) => {
                let found = download(&format!("{folder}{name}"))?;
                Ok(match found {
                    Found::Bytes(page) if name.is_empty() || name.ends_with(".html") => {
                        Found::Bytes(without_origin(page, folder))
                    }
                    Found::Bytes(_) | Found::Nothing(_) => found,
                })
            }
        }
    }
}

/// Removes the page's own origin from its Content-Security-Policy. The WordPress plugin names it beside `'self'`, which
/// is the same origin: in a frame without an origin Safari needs it (`xtask/wordpress/includes/copy.php`).
fn without_origin(page: Vec<u8>, folder: &str) -> Vec<u8> {
    let origin = folder.split('/').take(3).collect::<Vec<_>>().join("/");
    match std::str::from_utf8(&page) {
        Ok(text) => text
            .replace(&format!("'self' {origin}"), "'self'")
            .into_bytes(),
        Err(_) => page,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_s_own_origin_may_stand_beside_self() {
        let folder = "https://center.example/wp-content/uploads/footing/check/";
        let plain = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-src 'self'\"";
        let judged = |page: &str| without_origin(page.into(), folder);
        let named = plain.replace("'self'", "'self' https://center.example");
        assert_eq!(judged(&named), plain.as_bytes());
        for other in [
            "https://center.example.evil.example",
            "https://center.example:8443",
            "https://evil.example",
            "http://center.example",
        ] {
            let named = plain.replace("'self'", &format!("'self' {other}"));
            assert_ne!(judged(&named), plain.as_bytes(), "{other}");
        }
    }
}
