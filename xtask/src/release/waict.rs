//! Integrity manifest in the form of the WAICT draft: what a browser that knows it would hold the page to.
//!
//! Draft of April 2026 (<https://github.com/waict-wg/waict-integrity-spec>). No browser enforces it yet, so it is
//! beside the page and not in it. It fits where the check has an origin of its own, such as a subdomain.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Files;

/// Kinds of file that the draft calls active content. A page may hold passive content without a digest.
const ACTIVE: [&str; 3] = [".html", ".js", ".css"];

/// Letters of the digest in the name of the manifest: 128 bits.
const DIGEST_LETTERS: usize = 22;

/// Adds the manifest of the files below a folder of the release.
pub(super) fn add(packed: &mut Files, folder: &str) {
    let mut hashes = Map::new();
    let mut modules = Vec::new();
    for (name, bytes) in &*packed {
        let Some(path) = name.strip_prefix(folder) else {
            continue;
        };
        if path.ends_with(".wasm") {
            modules.push(digest(bytes));
        }
        if ACTIVE.iter().any(|ending| path.ends_with(ending)) {
            if path == "index.html" {
                hashes.insert("/".into(), Value::String(digest(bytes)));
            }
            hashes.insert(format!("/{path}"), Value::String(digest(bytes)));
        }
    }
    modules.sort_unstable();
    let manifest = json!({ "hashes": hashes, "wasm_hashes": modules });
    // The second line is the proof of a public log, which this release is in none of.
    let text = format!("{manifest}\n\n");
    let mut version = digest(text.as_bytes());
    version.truncate(DIGEST_LETTERS);
    packed.insert(format!("integrity/waict-{version}.txt"), text.into_bytes());
}

fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn pages_scripts_and_modules_are_named_with_their_digest() {
        let mut packed: Files = [
            ("site/index.html", "page"),
            ("site/a.js", "abc"),
            ("site/widget_bg.wasm", "module"),
            ("site/site.json", "{}"),
            ("LICENSE.txt", "license"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        add(&mut packed, "site/");
        let (name, bytes) = packed.range("integrity/".to_owned()..).next().unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let (manifest, proof) = text.split_once('\n').unwrap();
        assert_eq!(proof, "\n");
        let manifest: Value = serde_json::from_str(manifest).unwrap();
        // FIPS 180-2 has the digest of "abc".
        assert_eq!(
            manifest["hashes"]["/a.js"],
            "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"
        );
        assert_eq!(manifest["hashes"]["/"], manifest["hashes"]["/index.html"]);
        assert_eq!(manifest["hashes"].as_object().unwrap().len(), 3);
        assert_eq!(manifest["wasm_hashes"], json!([digest(b"module")]));
        let named = name.strip_prefix("integrity/waict-").unwrap();
        assert!(digest(bytes).starts_with(named.trim_end_matches(".txt")));
    }
}
