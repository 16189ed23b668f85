//! House rules that no compiler enforces: code that must not occur in the source, and a test for
//! every invariant of `architecture.md`.
//!
//! Exceptions are listed with their reason. An unused exception fails the test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

mod invariants;

mod labels;

mod repository;

mod served;

use labels::Targets;

use invariants::{invariants, tests_named_in};
use repository::{Source, pages, read, root, source, sources};

/// Crates that give access to the web platform.
const BROWSER_CRATES: &[&str] = &["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"];

/// Packages that may depend on them, directly or transitively: the pages and what renders them.
const BROWSER_PACKAGES: &[&str] = &[
    "e2e",
    "edge",
    "footing",
    "pages",
    "same-core",
    "setup",
    "specimens",
    "workbench",
];

/// Test-only packages, which report failures by panics.
const TEST_PACKAGES: &[&str] = &["crates/fuzz-checks/", "crates/test-support/"];

/// Line limit of source files. From 300 lines on, consider splitting the file.
const MAX_LINES: usize = 330;

/// APIs that send or store data, in lowercase without underscores.
const NETWORK_OR_STORAGE: &[&str] = &[
    "fetch",
    "xmlhttprequest",
    "websocket",
    "sendbeacon",
    "eventsource",
    "rtcpeerconnection",
    "localstorage",
    "sessionstorage",
    "indexeddb",
    ".cookie",
    "gloo::net",
    "gloo::storage",
];

/// Files that may use one of them, and why.
const MAY_USE_NETWORK_OR_STORAGE: &[(&str, &str, &str)] = &[
    (
        "static/settings.js",
        "fetch",
        "loads the site's settings and its logo, before the first answer",
    ),
    (
        "static/start.js",
        "fetch",
        "copies loaded files from the HTTP cache to the offline cache, before the first answer",
    ),
    (
        "static/load.js",
        "fetch",
        "loads the module and the words of one language, before the first answer",
    ),
    (
        "static/embed.js",
        "fetch",
        "tests whether a frame with an opaque origin may load the check's files",
    ),
    (
        "static/leave.js",
        "localstorage",
        "erases saved answers on quick exit",
    ),
    (
        "static/inspect.js",
        "localstorage",
        "shows saved answers to the person who saved them",
    ),
    (
        "static/inspect.js",
        "sessionstorage",
        "shows that the check stores nothing there",
    ),
    (
        "static/inspect.js",
        "indexeddb",
        "shows that the check stores nothing there",
    ),
    ("static/inspect.js", ".cookie", "shows that there are none"),
    (
        "static/offline.js",
        "fetch",
        "service worker: requests the check's own files, and serves cached ones offline",
    ),
    (
        "src/browser/storage.rs",
        "localstorage",
        "saves answers on the device, with opt-in",
    ),
    (
        "static/send.js",
        "fetch",
        "sends a confirmed contact request once, from a separate page",
    ),
    (
        "static/companion.js",
        "fetch",
        "loads the module and the words of one language, before anything is answered or typed",
    ),
];

/// URLs that page sources may contain, and why.
const MAY_CONTAIN_URL: &[(&str, &str, &str)] = &[(
    "crates/specimens/src/check/contact.rs",
    "https://forms.harbor.example/ask",
    "endpoint of a fictional center, only in specimens",
)];

/// APIs that evaluate a string as code or insert it as HTML.
const EVALUATES_STRINGS: &[&str] = &[
    "eval(",
    "new Function",
    "setTimeout(\"",
    "setInterval(\"",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "set_inner_html",
    "from_html_unchecked",
];

/// Calls that panic instead of returning an error.
const PANICS: &[&str] = &[
    ".unwrap()",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
];

/// Keeps the web platform out of all other packages.
#[test]
fn only_the_pages_depend_on_the_web_platform() {
    let packages = packages();
    let mut reached: BTreeSet<String> = BROWSER_CRATES.iter().map(|name| (*name).into()).collect();
    loop {
        let more: Vec<String> = packages
            .iter()
            .filter(|(name, needs)| !reached.contains(*name) && !needs.is_disjoint(&reached))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        reached.extend(more);
    }
    let found: Vec<&str> = packages
        .keys()
        .map(String::as_str)
        .filter(|name| reached.contains(*name))
        .collect();
    assert_eq!(found, BROWSER_PACKAGES);
}

/// The table "The packages" of `src/docs/architecture.md` has one row per package with all its
/// dependencies.
#[test]
fn package_table_matches_the_manifests() {
    let text = document("src/docs/architecture.md");
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| `")?.split(" | ").collect();
        let [name, _, needs] = cells.as_slice() else {
            return None;
        };
        let listed = needs.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((name.trim_end_matches('`').to_owned(), listed.collect()))
    });
    let table: BTreeMap<String, BTreeSet<String>> = rows.collect();
    let mut packages = packages();
    // A separate workspace.
    packages.remove("footing-fuzz");
    let own: BTreeSet<String> = packages.keys().cloned().collect();
    for needs in packages.values_mut() {
        needs.retain(|name| own.contains(name));
    }
    assert_eq!(table, packages);
}

/// Dependencies and build dependencies of every package, without dev-dependencies.
fn packages() -> BTreeMap<String, BTreeSet<String>> {
    let manifests = sources("", &["toml"]).filter(|file| file.name.ends_with("Cargo.toml"));
    let packages = manifests.filter_map(|file| {
        let manifest: toml::Table = file.text.parse().unwrap();
        let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
        let of = |kind: &str| manifest.get(kind).and_then(toml::Value::as_table);
        let kinds = ["dependencies", "build-dependencies"].into_iter();
        let needs = kinds.filter_map(of).flat_map(|needs| needs.keys().cloned());
        Some((name, needs.collect()))
    });
    packages.collect()
}

#[test]
fn screens_do_not_touch_the_web_platform() {
    let mut wrong = Vec::new();
    for file in sources("src/ui", &["rs"]).chain([source("src/ui.rs")]) {
        for (line, code) in file.code() {
            if ["web_sys", "js_sys", "gloo"]
                .iter()
                .any(|name| code.contains(name))
            {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

/// Browsers decode a classic script in the encoding of the host page.
#[test]
fn embed_script_is_ascii() {
    let script = include_str!("../../static/embed.js");
    assert!(script.is_ascii());
}

#[test]
fn no_source_file_exceeds_the_line_limit() {
    let mut wrong = Vec::new();
    for file in code() {
        let lines = file.text.lines().count();
        if lines > 300 {
            println!("{lines} lines: {}", file.name);
        }
        if lines > MAX_LINES {
            wrong.push(format!("{} has {lines} lines; split it", file.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn code_outside_tests_has_no_unwrap_or_panic() {
    let mut wrong = Vec::new();
    for file in code() {
        for (line, code) in file.code() {
            if PANICS.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn assessment_uses_no_floats_and_no_hash_maps() {
    let mut wrong = Vec::new();
    for file in sources("crates/assessment/src", &["rs"]) {
        for (line, code) in file.code() {
            let mut words = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if words.any(|word| ["HashMap", "HashSet", "f32", "f64"].contains(&word)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

/// Promise 1 of the design. Not enforced by types: the browser crates can send data.
#[test]
fn only_listed_files_use_network_or_storage_apis() {
    let mut found = Vec::new();
    for file in code().chain(sources("static", &["js", "html"])) {
        for (line, code) in file.code() {
            let plain = code.to_lowercase().replace('_', "");
            for name in NETWORK_OR_STORAGE
                .iter()
                .filter(|name| plain.contains(**name))
            {
                found.push((
                    file.name.clone(),
                    (*name).to_owned(),
                    format!("{}:{line} {}", file.name, code.trim()),
                ));
            }
        }
    }
    assert_allowed(&found, MAY_USE_NETWORK_OR_STORAGE);
}

#[test]
fn page_sources_contain_no_third_party_url() {
    let mut found = Vec::new();
    let page_sources = sources("src/ui", &["rs"])
        .chain(sources("src/browser", &["rs"]))
        .chain(sources("crates/edge/src", &["rs"]))
        .chain(sources("crates/specimens/src", &["rs"]))
        .chain(sources("crates/workbench/src", &["rs"]))
        .chain(sources("static", &["js", "css", "html", "svg", "json"]))
        .chain([source("index.html")])
        // Schema for editors, with example URLs.
        .filter(|file| file.name != "static/site.schema.json");
    for file in page_sources {
        for (line, code) in file.text.lines().enumerate() {
            for scheme in ["http://", "https://", "ws://", "wss://"] {
                for (position, _) in code.match_indices(scheme) {
                    let end = |letter: char| letter.is_whitespace() || "\"'`<>)\\".contains(letter);
                    let address = code[position..].split(end).next().unwrap_or_default();
                    found.push((
                        file.name.clone(),
                        address.to_owned(),
                        format!("{}:{} {address}", file.name, line + 1),
                    ));
                }
            }
        }
    }
    assert_allowed(&found, MAY_CONTAIN_URL);
}

/// Example URLs for site owners use the reserved `.example` domain.
#[test]
fn setup_page_uses_only_example_hosts() {
    let mut wrong = Vec::new();
    for file in sources("crates/setup/src", &["rs"]) {
        for (line, code) in file.code() {
            for (_, rest) in code
                .match_indices("://")
                .map(|(at, _)| code.split_at(at + 3))
            {
                let end = |letter: char| !letter.is_ascii_alphanumeric() && !"-.".contains(letter);
                let host = rest.split(end).next().unwrap_or_default();
                let host = host.trim_end_matches('.');
                if !host.is_empty() && !host.ends_with(".example") {
                    wrong.push(format!("{}:{line} names {host}", file.name));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// Promise 3 of the design: a page that works under a strict CSP.
#[test]
fn pages_have_no_style_attribute_and_no_inline_script() {
    let mut wrong = Vec::new();
    let rendered = sources("src/ui", &["rs"])
        .chain(sources("crates/workbench/src", &["rs"]))
        .chain(sources("crates/setup/src", &["rs"]));
    for file in rendered.chain(pages()) {
        for (line, code) in file.code() {
            if code.contains(" style=") || code.trim_start().starts_with("style=") {
                wrong.push(format!("{}:{line} has a style attribute", file.name));
            }
        }
    }
    for file in pages() {
        for (position, _) in file.text.match_indices("<script") {
            let tag = file.text[position..].split('>').next().unwrap_or_default();
            if !tag.contains(" src=") {
                wrong.push(format!("{} has an inline script", file.name));
            }
        }
        let mut attributes = file.text.split_whitespace();
        if attributes.any(|word| word.starts_with("on") && word.contains("=\"")) {
            wrong.push(format!("{} has an event attribute", file.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_string_is_evaluated_or_inserted_as_html() {
    let mut wrong = Vec::new();
    let page_sources = code().chain(sources("static", &["js"])).chain(pages());
    for file in page_sources {
        for (line, code) in file.code() {
            if EVALUATES_STRINGS.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

/// The lint is set in every package, so that the compiler enforces it.
#[test]
fn every_package_forbids_unsafe_code() {
    let forbids = |lints: Option<&toml::Value>| {
        let level = lints.and_then(|lints| lints.get("rust")?.get("unsafe_code")?.as_str());
        level == Some("forbid")
    };
    let whole: toml::Table = read("Cargo.toml").parse().unwrap();
    assert!(forbids(whole["workspace"].get("lints")));
    let mut wrong = Vec::new();
    let mut packages = 0;
    for file in sources("", &["toml"]).filter(|file| file.name.ends_with("Cargo.toml")) {
        let manifest: toml::Table = file.text.parse().unwrap();
        let lints = manifest.get("lints");
        let inherits = lints.and_then(|lints| lints.get("workspace")?.as_bool());
        let forbidden = inherits == Some(true) || forbids(lints);
        packages += 1;
        if !forbidden {
            wrong.push(format!("{} does not forbid unsafe code", file.name));
        }
    }
    assert!(packages >= 4, "only {packages} packages were found");
    assert_none(&wrong);
}

#[test]
fn no_test_is_ignored_and_none_sleeps() {
    let mut wrong = Vec::new();
    let all = ["crates", "src", "tests"];
    for file in all.into_iter().flat_map(|folder| sources(folder, &["rs"])) {
        // This file contains the search terms.
        if file.name == "tests/tidy/main.rs" {
            continue;
        }
        for (line, code) in file.code_with_tests() {
            if code.contains("#[ignore") || code.contains("thread::sleep") {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

/// Every entry of the list "Invariants" in `src/docs/architecture.md` ends with its tests:
/// ``- What never happens. (`tests/tidy/main.rs`: `name_of_the_test`)``. Tests of one file are
/// separated by commas, each file has its own parentheses.
#[test]
fn every_invariant_of_the_architecture_has_a_test() {
    let path = "src/docs/architecture.md";
    assert_backed(path, &invariants(&document(path)));
}

/// Every line of the threat model names its tests, for promises and for admitted weaknesses.
#[test]
fn every_line_of_the_threat_model_has_a_test() {
    let path = "src/docs/privacy.md";
    let text = document(path);
    let entries: Vec<String> = text
        .lines()
        .filter(|line| line.starts_with("- "))
        .map(str::to_owned)
        .collect();
    assert_backed(path, &entries);
}

/// Code that is compiled into pages and commands: the widget and the crates, without tests.
fn code() -> impl Iterator<Item = Source> {
    let in_crates = sources("crates", &["rs"]).filter(|file| file.name.contains("/src/"));
    let shipped = in_crates.filter(|file| {
        let is_of_tests = |folder: &&str| file.name.starts_with(*folder);
        !TEST_PACKAGES.iter().any(is_of_tests) && !file.name.ends_with("/tests.rs")
    });
    sources("src", &["rs"]).chain(shipped)
}

/// Labels such as `R12`, `A.2`, `SY3` or "decision 0004" exist in this repository.
#[test]
fn every_label_resolves() {
    let targets = Targets::read();
    let folders = ["crates", "src", "tests", "xtask/src"];
    let files = folders
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs", "toml", "md"]));
    let wrong: Vec<String> = files
        .filter(|file| file.name != "tests/tidy/labels.rs")
        .flat_map(|file| targets.unresolved(&file))
        // A deliberately wrong label in a test.
        .filter(|message| !message.contains(" Q99 "))
        .collect();
    assert_none(&wrong);
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// Asserts that every entry names a test and that every named test exists.
fn assert_backed(path: &str, entries: &[String]) {
    assert!(!entries.is_empty(), "{path} has no entries");
    let mut wrong = Vec::new();
    for entry in entries {
        let tests = tests_named_in(entry);
        if tests.is_empty() {
            wrong.push(format!("no test is named in: {entry}"));
        }
        for (file, test) in tests {
            let exists = fs::read_to_string(root().join(&file))
                .is_ok_and(|text| text.contains(&format!("fn {test}(")));
            if !exists {
                wrong.push(format!("{file} has no test {test}: {entry}"));
            }
        }
    }
    assert_none(&wrong);
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails on findings that no exception allows, and on unused exceptions.
fn assert_allowed(found: &[(String, String, String)], allowed: &[(&str, &str, &str)]) {
    let is_allowed = |file: &str, what: &str| {
        allowed
            .iter()
            .any(|(may, name, reason)| *may == file && *name == what && !reason.is_empty())
    };
    let mut wrong: Vec<String> = found
        .iter()
        .filter(|(file, what, _)| !is_allowed(file, what))
        .map(|(_, _, message)| message.clone())
        .collect();
    for (file, what, _) in allowed {
        if !found
            .iter()
            .any(|(other, name, _)| other == file && name == what)
        {
            wrong.push(format!(
                "{file} may use {what} and does not; remove the exception"
            ));
        }
    }
    assert_none(&wrong);
}
