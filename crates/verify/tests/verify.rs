//! A folder compared with the list of a release, and the signature of that list.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use minisign::{KeyPair, PublicKey, SecretKey};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use verify::{Request, Verdict, compare, verify};

const PAGES: [(&str, &str); 3] = [
    ("index.html", "<h1>Footing</h1>"),
    ("site.json", "{}"),
    ("words/en.json", "[]"),
];

/// A served folder and the release that it should be.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Case {
        let folder = tempfile::tempdir().unwrap();
        let mut list = String::new();
        for (name, text) in PAGES {
            let file = folder.path().join("served").join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
            list += &format!("{:x}  site/{name}\n", Sha256::digest(text));
        }
        list += &format!("{:x}  START-HERE.txt\n", Sha256::digest("not served"));
        std::fs::write(folder.path().join("hashes.txt"), list).unwrap();
        Case { folder }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn sign(&self, secret: &SecretKey) {
        let list = std::fs::read(self.file("hashes.txt")).unwrap();
        let signature = minisign::sign(None, secret, &list[..], None, None).unwrap();
        std::fs::write(self.file("hashes.txt.minisig"), signature.into_string()).unwrap();
    }

    /// Runs the command, and returns its failure in words.
    fn verify(&self, key: Option<&PublicKey>) -> Result<(), String> {
        let key = key.map(PublicKey::to_base64);
        verify(Request {
            place: self.file("served").to_str().unwrap(),
            hashes: &self.file("hashes.txt"),
            key: key.as_deref(),
        })
        .map_err(|failure| failure.to_string())
    }
}

#[test]
fn a_changed_byte_is_named_and_settings_are_the_site_s_own() {
    let case = Case::new();
    assert_eq!(case.verify(None), Ok(()));
    std::fs::write(case.file("served/site.json"), "{\"name\": \"Harbor\"}").unwrap();
    std::fs::write(case.file("served/logo.svg"), "<svg/>").unwrap();
    assert_eq!(case.verify(None), Ok(()));
    std::fs::write(case.file("served/index.html"), "<h1>Footing.</h1>").unwrap();
    std::fs::remove_file(case.file("served/words/en.json")).unwrap();
    let failure = case.verify(None).unwrap_err();
    assert!(failure.contains("index.html differs"), "{failure}");
    assert!(failure.contains("words/en.json is missing"), "{failure}");
    assert!(!failure.contains("site.json"), "{failure}");
    let lines = compare(Request {
        place: case.file("served").to_str().unwrap(),
        hashes: &case.file("hashes.txt"),
        key: None,
    });
    let digest = format!("{:x}", Sha256::digest("<h1>Footing.</h1>"));
    assert_eq!(
        lines.unwrap()[0],
        ("index.html".to_owned(), Verdict::Differs(digest))
    );
}

#[test]
fn a_list_counts_only_with_the_signature_of_its_releaser() {
    let case = Case::new();
    let KeyPair { pk, sk } = KeyPair::generate_unencrypted_keypair().unwrap();
    let stranger = KeyPair::generate_unencrypted_keypair().unwrap();
    let failure = case.verify(Some(&pk)).unwrap_err();
    assert!(
        failure.contains("hashes.txt.minisig is no signature"),
        "{failure}"
    );
    case.sign(&stranger.sk);
    let failure = case.verify(Some(&pk)).unwrap_err();
    assert!(failure.contains("is not signed by this key"), "{failure}");
    case.sign(&sk);
    assert_eq!(case.verify(Some(&pk)), Ok(()));
    // Somebody who changes a file and its digest in the list cannot sign the list.
    let list = std::fs::read_to_string(case.file("hashes.txt")).unwrap();
    let old = format!("{:x}", Sha256::digest(PAGES[0].1));
    let new = format!("{:x}", Sha256::digest("<h1>Planted</h1>"));
    std::fs::write(case.file("served/index.html"), "<h1>Planted</h1>").unwrap();
    std::fs::write(case.file("hashes.txt"), list.replace(&old, &new)).unwrap();
    assert_eq!(case.verify(None), Ok(()));
    let failure = case.verify(Some(&pk)).unwrap_err();
    assert!(failure.contains("is not signed by this key"), "{failure}");
}

#[test]
fn wrong_input_is_told() {
    let case = Case::new();
    let request = Request {
        place: "no-such-folder",
        hashes: &case.file("hashes.txt"),
        key: None,
    };
    let failure = verify(request).unwrap_err();
    assert_eq!(failure.exit_code(), 2);
    assert!(
        failure
            .to_string()
            .contains("neither a folder nor an address"),
        "{failure}"
    );
    let failure = verify(Request {
        hashes: &case.file("nothing.txt"),
        ..request
    });
    assert!(failure.unwrap_err().to_string().contains("cannot be read"));
    let failure = verify(Request {
        key: Some("not a key"),
        ..request
    });
    assert!(failure.unwrap_err().to_string().contains("no public key"));
}
