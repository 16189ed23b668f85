//! What code of the pages must not contain: network and storage APIs, foreign URLs, inline script and
//! style, strings that run as code.

use crate::repository::{code, pages, source, sources};
use crate::{assert_allowed, assert_none};

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
        "static/first-pages.js",
        "localstorage",
        "looks whether answers are kept, and lets the module ask what to do with them",
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
        "service worker: caches the check's own files, and serves them offline",
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
