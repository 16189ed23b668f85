//! The README's "Embed in ten minutes" section, followed step by step.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Check, Environment, Nginx, Visit};

/// The README's placeholders for the reader's server, folder and site.
const CHECK: &str = "https://check.center.example";
const FOLDER: &str = "/srv/footing";
const PARTNER: &str = "https://partner.example";

#[test]
fn readme_embedding_steps_work() {
    let steps = steps();
    let [server, partners] = blocks(&steps, "nginx").try_into().unwrap();
    let [snippet] = blocks(&steps, "html").try_into().unwrap();
    // Replaces the placeholders, as a reader would.
    let nginx = Nginx::with_config(&Environment::read().dist, |folder| {
        let replaced = partners.replace(PARTNER, "http://localhost:*");
        assert_ne!(replaced, partners);
        (server.replace(FOLDER, folder), replaced)
    });
    let written = snippet.replace(CHECK, &nginx.url(""));
    assert_ne!(written, snippet);
    let body = written.replace("<p>", "<p id='help'>");
    Visit::with(Check::Nginx(nginx), &body).run();
}

/// The section with the steps.
fn steps() -> String {
    let readme = include_str!("../../../README.md");
    let from = readme.split("### Embed in ten minutes\n").nth(1).unwrap();
    from.split("\n## ").next().unwrap().to_owned()
}

/// Code blocks of one language, in order.
fn blocks(steps: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let found = steps.split(&fence).skip(1);
    found
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}
