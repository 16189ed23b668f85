//! `footing verify`: tells whether a served copy of the check is a given release, file by file.
//!
//! A release names all of its files with their SHA-256 in `hashes.txt`, in the format of `sha256sum`. This reads
//! the list, checks its signature where a key is given, and compares it with a folder, or with what a server
//! sends. What a site owner writes for themselves is not compared.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        clippy::indexing_slicing,
        reason = "that is how a test fails"
    )
)]

mod copy;

mod list;

mod signature;

use std::path::Path;

use command_support::failure::Failure;
use command_support::terminal;
use sha2::{Digest as _, Sha256};

use copy::{Copy, Found};
use list::{List, PAGE};

/// What to verify, and against what.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// A folder, or the address of one.
    pub place: &'a str,
    /// `hashes.txt` of the release.
    pub hashes: &'a Path,
    /// Public key of the releaser, as minisign writes it. The signature stands beside the list.
    pub key: Option<&'a str>,
}

/// How a file of the release is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// With the same bytes.
    Same,
    /// With other bytes, of which this is the digest.
    Differs(String),
    /// Not at all; the reason.
    Missing(String),
}

/// A file of the release, and how it is served.
pub type Line = (String, Verdict);

/// Compares a copy with a release, prints what was found, and fails if any file differs.
pub fn verify(request: Request<'_>) -> Result<(), Failure> {
    let lines = compare(request)?;
    match request.key {
        Some(_) => terminal::say("The list is signed by this key."),
        None => terminal::say(
            "The list itself was not checked. Name the releaser's public key with --key to do so.",
        ),
    }
    let same = lines
        .iter()
        .filter(|(_, verdict)| *verdict == Verdict::Same);
    terminal::say(format_args!(
        "{} of {} files are those of the release.",
        same.count(),
        lines.len()
    ));
    terminal::say(
        "Not compared: what a site writes for itself (its settings and server headers). The copy's own origin may stand \
         beside 'self' in the policy of a page.",
    );
    let wrong: Vec<String> = lines.iter().filter_map(in_words).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::mistakes(
        &format!("{} is not this release.", request.place),
        &wrong,
        "Ask whoever runs the site which version it serves, or upload the release again. Until then, do not \
         rely on this copy.",
    ))
}

/// Compares a copy with a release: every file that the release serves, in the order of their names.
pub fn compare(request: Request<'_>) -> Result<Vec<Line>, Failure> {
    let bytes = list::read(request.hashes)?;
    if let Some(key) = request.key {
        signature::check(request.hashes, &bytes, key)?;
    }
    let list = List::parse(&bytes, request.hashes)?;
    let copy = Copy::at(request.place)?;
    let mut lines = Vec::new();
    for (name, digest) in list.served() {
        let found = copy.read(name)?;
        lines.push((name.to_owned(), judge(found, digest)));
    }
    // Visitors open the folder: its server may answer with another page than its first.
    if let (Some(digest), Copy::Served(_)) = (list.digest(PAGE), &copy) {
        lines.push(("./".to_owned(), judge(copy.read("")?, digest)));
    }
    Ok(lines)
}

fn judge(found: Found, expected: &str) -> Verdict {
    match found {
        Found::Bytes(bytes) => {
            let digest = format!("{:x}", Sha256::digest(&bytes));
            if digest == expected {
                Verdict::Same
            } else {
                Verdict::Differs(digest)
            }
        }
        Found::Nothing(reason) => Verdict::Missing(reason),
    }
}

fn in_words((name, verdict): &Line) -> Option<String> {
    match verdict {
        Verdict::Same => None,
        Verdict::Differs(digest) => Some(format!("{name} differs: served with SHA-256 {digest}")),
        Verdict::Missing(reason) => Some(format!("{name} is missing: {reason}")),
    }
}
