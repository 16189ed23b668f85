//! That no second list names the served files: the manifest is the only one.

use std::collections::BTreeSet;

use site::hosting::manifest::FILES;

use super::repository::{Source, source, sources};

/// Where the manifest stands, and the names of its rows.
const MANIFEST: &[&str] = &[
    "crates/site/src/hosting/manifest.rs",
    "crates/site/src/hosting/file.rs",
    "crates/site/src/language.rs",
];

/// Files that may name several served files, and why. One name alone is a reference and no list.
const MAY_NAME_SEVERAL: &[(&str, &str)] = &[
    (
        "Trunk.toml",
        "names the page to Trunk, and the one file that it need not watch",
    ),
    (
        "crates/pages/src/accessibility.rs",
        "names the pages that it writes, and their style sheet",
    ),
    (
        "crates/verify/src/list.rs",
        "names the page by which it finds the folder, and the settings that it does not compare",
    ),
    (
        "crates/rulebook/src/page.rs",
        "names the style sheet and the script of method.html",
    ),
    (
        "crates/setup/src/words.rs",
        "tells site owners which file to put beside which",
    ),
];

/// A new script is a file in `static/` and a row of the manifest, and nothing else: whatever has to know
/// all files, or those of one kind, reads the manifest.
#[test]
fn no_second_list_names_the_served_files() {
    let names: Vec<&str> = FILES.iter().flat_map(|file| file.name.known()).collect();
    let mut wrong = Vec::new();
    let mut needed = BTreeSet::new();
    for file in build_sources() {
        let named: BTreeSet<&str> = lines(&file)
            .flat_map(|line| names.iter().filter(move |name| is_in(name, &line)))
            .copied()
            .collect();
        if named.len() < 2 || MANIFEST.contains(&&*file.name) {
            continue;
        }
        match MAY_NAME_SEVERAL.iter().find(|(may, _)| *may == file.name) {
            Some((may, _)) => {
                needed.insert(*may);
            }
            None => wrong.push(format!("{} is a second list of {named:?}", file.name)),
        }
    }
    for (may, reason) in MAY_NAME_SEVERAL {
        if !needed.contains(may) || reason.is_empty() {
            wrong.push(format!(
                "{may} names no more than one; take it off the list"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What takes part in a build: code without its tests, settings, and the template of the pages. Scripts and
/// style sheets import each other by name, and tests name what they look at.
fn build_sources() -> impl Iterator<Item = Source> {
    let in_crates = sources("crates", &["rs", "toml"]).filter(|file| {
        file.name.ends_with(".toml")
            || file.name.contains("/src/") && !file.name.ends_with("/tests.rs")
    });
    in_crates
        .chain(sources("src", &["rs"]))
        .chain(sources("xtask", &["rs", "toml"]))
        .chain(["index.html", "Trunk.toml", "Cargo.toml"].map(source))
}

/// Lines without comments.
fn lines(file: &Source) -> impl Iterator<Item = String> {
    let is_toml = file.name.ends_with(".toml");
    file.code()
        .filter(move |(_, line)| !is_toml || !line.trim_start().starts_with('#'))
        .map(|(_, line)| line.to_owned())
}

/// Whether a line names the file, and not one whose name only contains it.
fn is_in(name: &str, line: &str) -> bool {
    let goes_on = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    line.match_indices(name).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let mut after = line[start + name.len()..].chars();
        let is_whole = !after
            .next()
            .is_some_and(|letter| letter.is_alphanumeric() || "-_".contains(letter));
        is_whole && !before.is_some_and(goes_on)
    })
}

#[test]
fn a_name_is_found_whole() {
    assert!(is_in("start.js", "\"start.js\","));
    assert!(is_in("start.js", "href=\"./start.js\""));
    assert!(!is_in("start.js", "restart.js"));
    assert!(!is_in("start.js", "start.json"));
}
