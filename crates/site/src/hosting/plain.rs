//! Configuration for any other server, as a plain list to copy from.

use std::fmt::Write;

use super::file::Page;
use super::headers::{ALWAYS, CachePolicy, INTEGRITY, TYPES};
use super::netlify::hashed_starts;
use super::policy::{check_pages, pages, workers};
use super::server_kind::Hosting;

/// Generates the list.
pub(super) fn list(hosting: &Hosting) -> String {
    let partners = hosting.listed();
    let mut text = String::from(
        "Footing: what the server should send with the files. Set these in your host's own settings.\n\n\
         With every file:\n\n",
    );
    // Writing to a `String` cannot fail.
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "{name}: {value}");
    }
    let starts: Vec<String> = hashed_starts()
        .into_iter()
        .map(|start| format!("{start}*"))
        .collect();
    let _ = write!(
        text,
        "\nWith files whose name holds a hash ({}):\n\nCache-Control: {}\n\n\
         With every other file:\n\nCache-Control: {}\n",
        starts.join(", "),
        CachePolicy::Immutable.value(),
        CachePolicy::Revalidate.value()
    );
    for (page, policy) in pages() {
        let mut page = page.to_owned();
        if page == Page::Check.file() {
            page += ", with the folder itself";
            for worker in workers() {
                page = page + ", and with " + worker;
            }
        }
        let _ = write!(
            text,
            "\nWith {page}:\n\nContent-Security-Policy: {}\n",
            policy.in_header(&hosting.inline, &partners)
        );
    }
    let (name, value) = INTEGRITY;
    let _ = write!(
        text,
        "\nWith the folder itself, and with {}:\n\n{name}: {value}\n",
        check_pages().join(", ")
    );
    text.push_str("\nContent-Type by the ending of the name:\n\n");
    for (ending, kind) in TYPES {
        let _ = writeln!(text, ".{ending}: {kind}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting::Inline;

    #[test]
    fn plain_list_contains_every_page_and_header() {
        let text = list(&Hosting::default());
        for (page, policy) in pages() {
            assert!(
                text.contains(&policy.in_header(&Inline::default(), "")),
                "{page}"
            );
        }
        for (name, value) in ALWAYS {
            assert!(text.contains(&format!("\n{name}: {value}\n")), "{name}");
        }
    }
}
