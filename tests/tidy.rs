//! House rules that no compiler keeps: which room may know which, what never stands in the source, and
//! that every promise of `architecture.md` has its test.
//!
//! An exception stands in a list with its reason, and a reason that nothing needs any more is a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("assessment", &[]),
    ("content", &["assessment"]),
    ("journey", &["assessment", "content"]),
    ("fhir", &["assessment", "content"]),
    ("site", &[]),
    (
        "contact",
        &["assessment", "content", "journey", "fhir", "site"],
    ),
    (
        "export",
        &["assessment", "content", "journey", "fhir", "site"],
    ),
    (
        "ui",
        &[
            "assessment",
            "content",
            "journey",
            "fhir",
            "site",
            "contact",
            "export",
        ],
    ),
    (
        "browser",
        &[
            "assessment",
            "content",
            "journey",
            "fhir",
            "site",
            "contact",
            "export",
            "ui",
        ],
    ),
];

/// Rooms that know no browser, with the crates they never name.
const PURE_ROOMS: &[&str] = &[
    "assessment",
    "content",
    "journey",
    "fhir",
    "site",
    "contact",
    "export",
];

const BROWSER_CRATES: &[&str] = &["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];

/// Past 300 lines, look for the second noun; past this, there is one.
const LONGEST_FILE: usize = 330;

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
const MAY_SEND_OR_KEEP: &[(&str, &str, &str)] = &[(
    "static/start.js",
    "fetch",
    "loads the module and the words of one language, before the first answer",
)];

/// Addresses that may stand where the page is made, and why.
const MAY_NAME_ADDRESS: &[(&str, &str, &str)] = &[];

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

#[test]
fn rooms_use_only_the_rooms_they_may() {
    let mut wrong = Vec::new();
    for (room, file) in rooms() {
        let (_, may_use) = ROOMS.iter().find(|(name, _)| *name == room).unwrap();
        for used in rooms_used(&file) {
            if used != room && !may_use.contains(&used.as_str()) {
                wrong.push(format!(
                    "{} uses {used}; {room} may use {may_use:?}",
                    file.name
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_room_stands_in_the_table_and_every_row_is_a_room() {
    let declared: BTreeSet<String> = read("src/lib.rs")
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("pub mod ")?
                .strip_suffix(';')
                .map(str::to_owned)
        })
        .filter(|room| room != "docs")
        .collect();
    let listed: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(declared, listed);
}

/// The scan of imports finds what it is there to find.
#[test]
fn imports_are_found_in_every_form() {
    let used = |name: &str, text: &str| -> Vec<String> {
        rooms_used(&Source {
            name: name.into(),
            text: text.into(),
        })
        .into_iter()
        .collect()
    };
    assert_eq!(used("src/journey/update.rs", "use crate::ui::App;"), ["ui"]);
    assert_eq!(
        used(
            "src/journey/update.rs",
            "use crate::{content, ui::{App, journey}, browser};"
        ),
        ["browser", "content", "ui"]
    );
    assert_eq!(
        used("src/journey/update.rs", "let x = super::super::site::Site;"),
        ["site"]
    );
    assert_eq!(used("src/journey.rs", "use super::fhir::*;"), ["fhir"]);
    assert_eq!(
        used("src/main.rs", "footing::browser::mount()"),
        ["browser"]
    );
    assert_eq!(
        used("src/journey/update.rs", "use super::site; // crate::ui"),
        [""; 0]
    );
    assert_eq!(
        used("src/ui/parts/card.rs", "use super::super::site::X;"),
        [""; 0]
    );
}

#[test]
fn pure_rooms_know_no_browser() {
    let mut wrong = Vec::new();
    for (room, file) in rooms().filter(|(room, _)| PURE_ROOMS.contains(&room.as_str())) {
        for (line, code) in file.code() {
            let mut words = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if words.any(|word| BROWSER_CRATES.contains(&word)) {
                wrong.push(format!(
                    "{}:{line} names a browser's crate; {room} knows none",
                    file.name
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn only_the_browser_room_touches_the_web_platform() {
    let mut wrong = Vec::new();
    for (_, file) in rooms().filter(|(room, _)| room == "ui") {
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

#[test]
fn no_file_has_a_second_noun() {
    let mut wrong = Vec::new();
    for file in sources("src", &["rs"]) {
        let lines = file.text.lines().count();
        if lines > 300 {
            println!("{lines} lines: {}", file.name);
        }
        if lines > LONGEST_FILE {
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
    for file in sources("src", &["rs"]) {
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
    for (_, file) in rooms().filter(|(room, _)| room == "assessment") {
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
    for file in sources("src", &["rs", "js", "html"]).chain(sources("static", &["js", "html"])) {
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
        .chain(sources("static", &["js", "css", "html", "svg", "json"]))
        .chain([source("index.html")]);
    for file in made_of {
        for (line, code) in file.text.lines().enumerate() {
            for scheme in ["http://", "https://", "ws://", "wss://"] {
                for (place, _) in code.match_indices(scheme) {
                    let end = |letter: char| letter.is_whitespace() || "\"'`<>)\\".contains(letter);
                    let address = code[place..].split(end).next().unwrap_or_default();
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

/// Promise 3 of the design: a page that works under a strict policy.
#[test]
fn no_style_attribute_and_no_inline_script_stands_in_the_page() {
    let mut wrong = Vec::new();
    for file in sources("src/ui", &["rs"]).chain(pages()) {
        for (line, code) in file.code() {
            if code.contains(" style=") || code.trim_start().starts_with("style=") {
                wrong.push(format!("{}:{line} has a style attribute", file.name));
            }
        }
    }
    for file in pages() {
        for (place, _) in file.text.match_indices("<script") {
            let tag = file.text[place..].split('>').next().unwrap_or_default();
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
    let made_of = sources("src", &["rs"])
        .chain(sources("static", &["js"]))
        .chain(pages());
    for file in made_of {
        for (line, code) in file.code() {
            if RUNS_TEXT.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_test_is_left_out_and_none_sleeps() {
    let mut wrong = Vec::new();
    for file in sources("tests", &["rs"]).chain(sources("src", &["rs"])) {
        // This file names what it looks for.
        if file.name == "tests/tidy.rs" {
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
/// tests that keep it: ``- What never happens. (`tests/tidy.rs`: `name_of_the_test`)``. Several tests of
/// one file follow each other with commas; several files stand in brackets of their own.
#[test]
fn every_invariant_of_the_architecture_has_a_test() {
    let path = "src/docs/architecture.md";
    let text = fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path} cannot be read ({error}): it lists the invariants"));
    let entries = invariants(&text);
    assert!(
        !entries.is_empty(),
        "{path} has no list under a heading \"Invariants\""
    );
    let mut wrong = Vec::new();
    for entry in entries {
        let tests = tests_named_in(&entry);
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

/// The scan of the list finds what it is there to find.
#[test]
fn invariants_are_found_with_their_tests() {
    let text = "# A\n- no\n\n## Invariants\n\n- One never\n  happens. (`tests/a.rs`: `x`, `y`) (`tests/b.rs`: `z`)\n- Two.\n\n## After\n- no\n";
    let entries = invariants(text);
    assert_eq!(entries.len(), 2);
    let named: Vec<String> = tests_named_in(&entries[0])
        .iter()
        .map(|(file, test)| format!("{file} {test}"))
        .collect();
    assert_eq!(named, ["tests/a.rs x", "tests/a.rs y", "tests/b.rs z"]);
    assert_eq!(tests_named_in(&entries[1]), []);
}

fn invariants(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('#') {
            inside = line.trim_start_matches('#').trim() == "Invariants";
        } else if inside && line.starts_with("- ") {
            entries.push(line.to_owned());
        } else if inside && line.starts_with("  ") {
            if let Some(entry) = entries.last_mut() {
                entry.push(' ');
                entry.push_str(line.trim());
            }
        }
    }
    entries
}

fn tests_named_in(entry: &str) -> Vec<(String, String)> {
    let mut tests = Vec::new();
    let mut file = None;
    for (place, part) in entry.split('`').enumerate() {
        match (place % 2, &file) {
            (1, _) if part.ends_with(".rs") => file = Some(part.to_owned()),
            (1, Some(file)) => tests.push((file.clone(), part.to_owned())),
            // A closing bracket ends what belongs to the file.
            (0, Some(_)) if part.contains(')') => file = None,
            _ => {}
        }
    }
    tests
}

/// A file as it stands in the repository.
#[derive(Clone)]
struct Source {
    /// From the root, with slashes.
    name: String,
    text: String,
}

impl Source {
    /// Lines of code with their numbers: no comment lines, and nothing from the tests' module on.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code_with_tests()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }

    fn code_with_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self
            .text
            .lines()
            .enumerate()
            .map(|(place, line)| (place + 1, line));
        let without_remark =
            numbered.map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)));
        without_remark.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The rooms with their files; `main.rs` and `lib.rs` are no rooms.
fn rooms() -> impl Iterator<Item = (String, Source)> {
    sources("src", &["rs"]).filter_map(|file| {
        let room = file
            .name
            .strip_prefix("src/")?
            .split(['/', '.'])
            .next()?
            .to_owned();
        (!["main", "lib", "docs"].contains(&room.as_str())).then_some((room, file))
    })
}

/// The rooms a file names, however it names them.
fn rooms_used(file: &Source) -> BTreeSet<String> {
    let code: String = file.code().map(|(_, line)| format!("{line}\n")).collect();
    let mut used = BTreeSet::new();
    // From here, so many times `super` is the crate.
    let depth = file.name.matches('/').count();
    for root in [
        "crate::".to_owned(),
        "footing::".to_owned(),
        "super::".repeat(depth),
    ] {
        for (place, _) in code.match_indices(&root) {
            if code[..place].ends_with("::") {
                continue;
            }
            let rest = &code[place + root.len()..];
            match rest.strip_prefix('{') {
                None => used.extend(first_word(rest)),
                Some(group) => used.extend(words_of_group(group)),
            }
        }
    }
    used.retain(|word| ROOMS.iter().any(|(room, _)| room == word));
    used
}

fn first_word(text: &str) -> Option<String> {
    let word = text
        .trim_start()
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next();
    word.filter(|word| !word.is_empty()).map(str::to_owned)
}

/// The first word of every part of `{a, b::{c}, d}`, from after its opening bracket.
fn words_of_group(group: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut depth = 0_usize;
    let mut part = String::new();
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.extend(first_word(&std::mem::take(&mut part))),
            _ => {}
        }
        if letter != ',' || depth > 0 {
            part.push(letter);
        }
    }
    words.extend(first_word(&part));
    words
}

/// Pages that stand in the repository.
fn pages() -> impl Iterator<Item = Source> {
    [source("index.html")]
        .into_iter()
        .chain(sources("static", &["html"]))
}

/// Every file of a folder with one of these endings, tracked or not, in order.
fn sources(folder: &str, endings: &[&str]) -> impl Iterator<Item = Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    let chosen = found.into_iter().filter(|path| {
        path.extension()
            .is_some_and(|ending| endings.iter().any(|known| ending == *known))
    });
    let names: Vec<String> = chosen
        .map(|path| {
            path.strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/")
        })
        .collect();
    names.into_iter().map(|name| source(&name))
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "dist"].contains(&name.as_str()) {
            collect(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

fn source(name: &str) -> Source {
    Source {
        name: name.to_owned(),
        text: read(name),
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
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
        .map(|(_, _, told)| told.clone())
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
