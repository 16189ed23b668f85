//! House rules that no compiler keeps: what never stands in the source, and
//! that every promise of `architecture.md` has its test.
//!
//! An exception stands in a list with its reason, and a reason that nothing needs any more is a failure.

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

/// Crates of the web platform.
const BROWSER_CRATES: &[&str] = &["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"];

/// Packages that may depend on one of them, directly or through others: the pages, and what opens them.
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

/// Packages of the tests alone: there a failure is told by a panic.
const TEST_PACKAGES: &[&str] = &["crates/fuzz-checks/", "crates/test-support/"];

/// Past 300 lines, look for the second noun; past this, there is one.
const MAX_LINES: usize = 330;

/// Names of what sends or keeps something, in small letters and without underscores.
const SENDS_OR_KEEPS: &[&str] = &[
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

/// Files that may name one of them, and why.
const MAY_SEND_OR_KEEP: &[(&str, &str, &str)] = &[
    (
        "static/settings.js",
        "fetch",
        "loads the site's settings and its logo, before the first answer",
    ),
    (
        "static/start.js",
        "fetch",
        "takes what was loaded out of the browser's store, to go on without a connection, before the first answer",
    ),
    (
        "static/load.js",
        "fetch",
        "loads the module and the words of one language, before the first answer",
    ),
    (
        "static/embed.js",
        "fetch",
        "asks whether the check's files may be read by a frame without an origin, before there is one",
    ),
    (
        "static/leave.js",
        "localstorage",
        "erases what is kept when a person leaves quickly",
    ),
    (
        "static/inspect.js",
        "localstorage",
        "shows what is kept to the person who keeps it",
    ),
    (
        "static/inspect.js",
        "sessionstorage",
        "shows that the check keeps nothing there",
    ),
    (
        "static/inspect.js",
        "indexeddb",
        "shows that the check keeps nothing there",
    ),
    ("static/inspect.js", ".cookie", "shows that there are none"),
    (
        "static/offline.js",
        "fetch",
        "asks the server for the check's own files, and serves kept ones where it does not answer",
    ),
    (
        "src/browser/storage.rs",
        "localstorage",
        "keeps answers on the device, where a person asks for it",
    ),
    (
        "static/send.js",
        "fetch",
        "sends the lines that a person has seen and sent, once, from a page of its own",
    ),
    (
        "static/companion.js",
        "fetch",
        "loads the module and the words of one language, before anything is answered or typed",
    ),
];

/// Addresses that may stand where the page is made, and why.
const MAY_NAME_ADDRESS: &[(&str, &str, &str)] = &[(
    "crates/specimens/src/check/contact.rs",
    "https://forms.harbor.example/ask",
    "the endpoint of a made-up center, in pictures and view tests alone",
)];

/// What runs a text as a program, or puts a text into the page as markup.
const RUNS_TEXT: &[&str] = &[
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

/// What ends the program instead of telling a problem.
const GIVES_UP: &[&str] = &[
    ".unwrap()",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
];

/// Cargo refuses a cycle between packages; this keeps the web platform out of the rest.
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

/// The table "The packages" of `src/docs/architecture.md`: one row for each package, with all it depends on.
#[test]
fn the_map_of_packages_says_what_the_manifests_say() {
    let text = document("src/docs/architecture.md");
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| `")?.split(" | ").collect();
        let [name, _, needs] = cells.as_slice() else {
            return None;
        };
        let named = needs.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((name.trim_end_matches('`').to_owned(), named.collect()))
    });
    let message: BTreeMap<String, BTreeSet<String>> = rows.collect();
    let mut packages = packages();
    // A workspace of its own, which no package can depend on.
    packages.remove("footing-fuzz");
    let own: BTreeSet<String> = packages.keys().cloned().collect();
    for needs in packages.values_mut() {
        needs.retain(|name| own.contains(name));
    }
    assert_eq!(message, packages);
}

/// Every package with what it is built from; what only its tests need is left out.
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

/// A classic script is read in the encoding of the page around it.
#[test]
fn what_runs_in_pages_of_others_is_ascii() {
    let script = include_str!("../../static/embed.js");
    assert!(script.is_ascii());
}

#[test]
fn no_file_has_a_second_noun() {
    let mut wrong = Vec::new();
    for file in code() {
        let lines = file.text.lines().count();
        if lines > 300 {
            println!("{lines} lines: {}", file.name);
        }
        if lines > MAX_LINES {
            wrong.push(format!(
                "{} has {lines} lines; find the second noun in it",
                file.name
            ));
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_gives_up_outside_tests() {
    let mut wrong = Vec::new();
    for file in code() {
        for (line, code) in file.code() {
            if GIVES_UP.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_assessment_counts_in_whole_numbers_and_in_order() {
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

/// Promise 1 of the design. The compiler cannot keep it: the browser's crates can send.
#[test]
fn nothing_sends_or_keeps_anything() {
    let mut found = Vec::new();
    for file in code().chain(sources("static", &["js", "html"])) {
        for (line, code) in file.code() {
            let plain = code.to_lowercase().replace('_', "");
            for name in SENDS_OR_KEEPS.iter().filter(|name| plain.contains(**name)) {
                found.push((
                    file.name.clone(),
                    (*name).to_owned(),
                    format!("{}:{line} {}", file.name, code.trim()),
                ));
            }
        }
    }
    assert_allowed(&found, MAY_SEND_OR_KEEP);
}

#[test]
fn no_foreign_address_stands_where_the_page_is_made() {
    let mut found = Vec::new();
    let made_of = sources("src/ui", &["rs"])
        .chain(sources("src/browser", &["rs"]))
        .chain(sources("crates/edge/src", &["rs"]))
        .chain(sources("crates/specimens/src", &["rs"]))
        .chain(sources("crates/workbench/src", &["rs"]))
        .chain(sources("static", &["js", "css", "html", "svg", "json"]))
        .chain([source("index.html")])
        // Editors read it, and its examples are addresses.
        .filter(|file| file.name != "static/site.schema.json");
    for file in made_of {
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
    assert_allowed(&found, MAY_NAME_ADDRESS);
}

/// It shows site owners what an address looks like; these names belong to nobody.
#[test]
fn the_setup_page_names_made_up_addresses_alone() {
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

/// Promise 3 of the design: a page that works under a strict policy.
#[test]
fn no_style_attribute_and_no_inline_script_stands_in_the_page() {
    let mut wrong = Vec::new();
    let drawn = sources("src/ui", &["rs"])
        .chain(sources("crates/workbench/src", &["rs"]))
        .chain(sources("crates/setup/src", &["rs"]));
    for file in drawn.chain(pages()) {
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
fn no_text_is_run_as_a_program_or_put_in_as_markup() {
    let mut wrong = Vec::new();
    let made_of = code().chain(sources("static", &["js"])).chain(pages());
    for file in made_of {
        for (line, code) in file.code() {
            if RUNS_TEXT.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

/// The compiler keeps the rule, in every package that asks it to.
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
        let takes_over = lints.and_then(|lints| lints.get("workspace")?.as_bool());
        let forbidden = takes_over == Some(true) || forbids(lints);
        packages += 1;
        if !forbidden {
            wrong.push(format!("{} does not forbid unsafe code", file.name));
        }
    }
    assert!(packages >= 4, "only {packages} packages were found");
    assert_none(&wrong);
}

#[test]
fn no_test_is_left_out_and_none_sleeps() {
    let mut wrong = Vec::new();
    let all = ["crates", "src", "tests"];
    for file in all.into_iter().flat_map(|folder| sources(folder, &["rs"])) {
        // This file names what it looks for.
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

/// In `src/docs/architecture.md`, under a heading "Invariants", every entry of the list ends with the
/// tests that keep it: ``- What never happens. (`tests/tidy/main.rs`: `name_of_the_test`)``. Several tests of
/// one file follow each other with commas; several files stand in brackets of their own.
#[test]
fn every_invariant_of_the_architecture_has_a_test() {
    let path = "src/docs/architecture.md";
    assert_backed(path, &invariants(&document(path)));
}

/// The same for every line of the threat model: what is promised is shown, and so is what is admitted.
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

/// What is compiled into pages and commands of the library: the widget and the crates.
fn code() -> impl Iterator<Item = Source> {
    let in_crates = sources("crates", &["rs"]).filter(|file| file.name.contains("/src/"));
    let shipped = in_crates.filter(|file| {
        let is_of_tests = |folder: &&str| file.name.starts_with(*folder);
        !TEST_PACKAGES.iter().any(is_of_tests) && !file.name.ends_with("/tests.rs")
    });
    sources("src", &["rs"]).chain(shipped)
}

/// A reader who meets `R12`, `A.2`, `SY3` or "decision 0004" finds it in this repository.
#[test]
fn every_label_leads_somewhere() {
    let targets = Targets::read();
    let folders = ["crates", "src", "tests", "xtask/src"];
    let files = folders
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs", "toml", "md"]));
    let wrong: Vec<String> = files
        .filter(|file| file.name != "tests/tidy/labels.rs")
        .flat_map(|file| targets.unresolved(&file))
        // A mistake made on purpose.
        .filter(|message| !message.contains(" Q99 "))
        .collect();
    assert_none(&wrong);
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// Every entry names a test, and every test that is named is there.
fn assert_backed(path: &str, entries: &[String]) {
    assert!(!entries.is_empty(), "{path} has no entries");
    let mut wrong = Vec::new();
    for entry in entries {
        let tests = tests_named_in(entry);
        if tests.is_empty() {
            wrong.push(format!("no test stands behind: {entry}"));
        }
        for (file, test) in tests {
            let there = fs::read_to_string(root().join(&file))
                .is_ok_and(|text| text.contains(&format!("fn {test}(")));
            if !there {
                wrong.push(format!("{file} has no test {test}: {entry}"));
            }
        }
    }
    assert_none(&wrong);
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails on what no entry of the list allows, and on entries that nothing needs.
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
                "{file} may name {what}, and does not; take the exception out"
            ));
        }
    }
    assert_none(&wrong);
}
