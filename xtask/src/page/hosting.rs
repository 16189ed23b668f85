//! Writes beside the page what each kind of server should send with it.

use std::path::Path;

use serde_json::Value;
use site::hosting::{
    CachePolicy, HASHED_PREFIXES, Hosting, ServerKind, UNHASHED_FILES, cache_policy,
};
use site::partners;

use super::{unwritten, write, write_folder};
use crate::files;
use command_support::failure::Failure;

/// The folder beside the page.
const FOLDER: &str = "headers";

/// Writes the files of every kind of server. Who may show the check in a frame stands in `site.json`,
/// where those who build write their own; most leave that to the setup page.
pub fn add(staging: &Path) -> Result<(), Failure> {
    let known = files::below(staging).map_err(|error| unwritten(staging, &error))?;
    if let Some(file) = known.iter().find(|file| !is_covered(&file.name)) {
        return Err(Failure::work(
            format!("No header says how long a browser may keep {}.", file.name),
            "Add it to UNHASHED_FILES in crates/site/src/hosting/headers.rs, or the beginning of its name to HASHED_PREFIXES.",
        ));
    }
    let site = staging.join("site.json");
    let text = std::fs::read_to_string(&site).map_err(|error| unwritten(&site, &error))?;
    let hosting = Hosting::at("/", partners(allowed(&text).iter().map(String::as_str)));
    let folder = staging.join(FOLDER);
    write_folder(&folder)?;
    for file in ServerKind::ALL
        .into_iter()
        .flat_map(|kind| kind.files(&hosting))
    {
        write(&folder.join(file.name), &file.text)?;
    }
    Ok(())
}

/// Whether the headers that name files one by one name this one.
fn is_covered(name: &str) -> bool {
    let in_folder = |listed: &&str| {
        listed
            .strip_suffix('*')
            .is_some_and(|start| name.starts_with(start))
    };
    match cache_policy(name) {
        CachePolicy::Immutable => HASHED_PREFIXES.iter().any(|start| name.starts_with(start)),
        CachePolicy::Revalidate => {
            UNHASHED_FILES.contains(&name)
                || UNHASHED_FILES.iter().any(in_folder)
                || name.starts_with("headers/")
        }
    }
}

/// The partners that the settings name.
fn allowed(site: &str) -> Vec<String> {
    let site: Value = serde_json::from_str(site).unwrap_or_default();
    let listed = site.get("partners").and_then(Value::as_array);
    let texts = listed
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.as_str().map(str::to_owned));
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_no_header_names_is_noticed() {
        for name in [
            "index.html",
            "words/en.json",
            "widget-0123456789abcdef.js",
            "headers/_headers",
        ] {
            assert!(is_covered(name), "{name}");
        }
        for name in ["new.js", "else-0123456789abcdef.js", "other/en.json"] {
            assert!(!is_covered(name), "{name}");
        }
    }

    #[test]
    fn partners_come_from_the_settings() {
        let site = r#"{ "partners": ["https://partner.example", 7] }"#;
        assert_eq!(allowed(site), ["https://partner.example"]);
        assert_eq!(allowed("{}"), [""; 0]);
        assert_eq!(allowed("nonsense"), [""; 0]);
    }
}
