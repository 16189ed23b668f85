//! The names of this build, and what each of its files has to hold: as `start.js` reads it in its own page,
//! and as `shadow.js` reads it in pages of others.

use std::collections::BTreeMap;
use std::path::Path;

use super::integrity::integrity;
use super::{Names, read, write};
use command_support::failure::Failure;

/// Which file is which.
#[derive(Debug)]
pub struct Files {
    /// In the words of HTML: `words-en` for `data-words-en`.
    named: Vec<(&'static str, String)>,
}

impl Files {
    /// Finds what stands in `staging`. `without_wasm` is the check as JavaScript alone, where it was made.
    pub fn find(
        staging: &Path,
        names: &Names,
        without_wasm: Option<String>,
    ) -> Result<Files, Failure> {
        let held = |name: &str| {
            let holds = integrity(&read(&staging.join(name))?);
            Ok::<String, Failure>(format!("./{name} {holds}"))
        };
        let mut named = vec![
            // Imports cannot say what a file has to hold; the page does.
            ("module", format!("./{}", names.module)),
            ("wasm", held(&names.wasm)?),
            ("words-en", held("words/en.json")?),
            ("style", held(&names.style)?),
        ];
        named.extend(without_wasm.map(|file| ("without-wasm", file)));
        Ok(Files { named })
    }

    /// As attributes of the script that starts the check.
    pub fn attributes(&self) -> String {
        let attributes = self
            .named
            .iter()
            .map(|(name, file)| format!("data-{name}=\"{file}\""));
        attributes.collect::<Vec<_>>().join(" ")
    }

    /// Writes them beside the page, for pages that are not ours.
    pub fn write(&self, staging: &Path) -> Result<(), Failure> {
        let by_name: BTreeMap<String, &str> = self
            .named
            .iter()
            .map(|(name, file)| (in_script(name), file.as_str()))
            .collect();
        let json = serde_json::json!(by_name).to_string();
        write(&staging.join("build.json"), &json)
    }
}

/// The name by which a script finds an attribute: `wordsEn` for `words-en`.
fn in_script(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (initial, rest) = part.split_at(part.len().min(1));
        name + &initial.to_ascii_uppercase() + rest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_find_what_is_written() {
        let load = include_str!("../../../static/load.js");
        let shadow = include_str!("../../../static/shadow.js");
        for name in ["module", "wasm", "words-en", "without-wasm"] {
            assert!(
                load.contains(&format!("files.{}", in_script(name))),
                "{name}"
            );
        }
        assert!(shadow.contains("files.style"));
    }

    #[test]
    fn attributes_and_file_say_the_same() {
        let staging = tempfile::tempdir().unwrap();
        let files = Files {
            named: vec![("words-en", "./words/en.json sha384-x".into())],
        };
        files.write(staging.path()).unwrap();
        assert_eq!(
            files.attributes(),
            "data-words-en=\"./words/en.json sha384-x\""
        );
        assert_eq!(
            std::fs::read_to_string(staging.path().join("build.json")).unwrap(),
            "{\"wordsEn\":\"./words/en.json sha384-x\"}"
        );
    }
}
