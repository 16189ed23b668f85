//! Signature of a list, in the format of minisign (Ed25519).

use std::path::{Path, PathBuf};

use command_support::failure::Failure;
use minisign_verify::{PublicKey, Signature};

/// Checks the signature beside a list: `hashes.txt.minisig` beside `hashes.txt`.
pub(crate) fn check(file: &Path, list: &[u8], key: &str) -> Result<(), Failure> {
    let key = PublicKey::from_base64(key.trim())
        .or_else(|_| PublicKey::decode(key))
        .map_err(|error| {
            Failure::input(
                format!("The key is no public key of minisign: {error}."),
                "Copy the line of the releaser's .pub file that begins with RW.",
            )
        })?;
    let beside = beside(file);
    let signature = std::fs::read_to_string(&beside)
        .map_err(|error| error.to_string())
        .and_then(|text| Signature::decode(&text).map_err(|error| error.to_string()))
        .map_err(|error| {
            Failure::input(
                format!("{} is no signature: {error}.", beside.display()),
                "Take hashes.txt.minisig from the release, and put it beside hashes.txt.",
            )
        })?;
    key.verify(list, &signature, false).map_err(|_| {
        Failure::work(
            format!("{} is not signed by this key.", file.display()),
            "Do not use this release: get it again from where it is published, and compare the key with the one \
             that is published elsewhere.",
        )
    })
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".minisig");
    name.into()
}
