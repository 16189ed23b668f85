//! The names of this build's files, each with its digest, as attributes that `start.js` reads.

use std::path::Path;

use super::integrity::integrity;
use super::{Names, read};
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_find_what_is_written() {
        // `dataset` turns `data-words-en` into `wordsEn`.
        let in_script = |name: &str| {
            let mut parts = name.split('-');
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |name, part| {
                let (initial, rest) = part.split_at(1);
                name + &initial.to_ascii_uppercase() + rest
            })
        };
        let load = include_str!("../../../static/load.js");
        for name in ["module", "wasm", "words-en", "without-wasm"] {
            assert!(
                load.contains(&format!("files.{}", in_script(name))),
                "{name}"
            );
        }
    }

    #[test]
    fn attributes_name_each_file_with_its_digest() {
        let files = Files {
            named: vec![("words-en", "./words/en.json sha384-x".into())],
        };
        assert_eq!(
            files.attributes(),
            "data-words-en=\"./words/en.json sha384-x\""
        );
    }
}
