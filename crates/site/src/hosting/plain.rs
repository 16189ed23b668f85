//! For any other server: the same as a list that a person can copy from.

use std::fmt::Write;

use super::file::Page;
use super::headers::{ALWAYS, CachePolicy, TYPES};
use super::netlify::hashed_starts;
use super::policy::{pages, workers};
use super::server_kind::Hosting;

/// The whole list.
pub(super) fn list(hosting: &Hosting) -> String {
    let partners = hosting.listed();
    let mut text = String::from(
        "Footing: what the server should send with the files. Set these in your host's own settings.\n\n\
         With every file:\n\n",
    );
    // Writing to a text cannot fail.
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
            policy.in_header(&partners)
        );
    }
    text.push_str("\nContent-Type by the ending of the name:\n\n");
    for (ending, kind) in TYPES {
        let _ = writeln!(text, ".{ending}: {kind}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_and_every_header_is_on_the_list() {
        let text = list(&Hosting::default());
        for (page, policy) in pages() {
            assert!(text.contains(&policy.in_header("")), "{page}");
        }
        for (name, value) in ALWAYS {
            assert!(text.contains(&format!("\n{name}: {value}\n")), "{name}");
        }
    }
}
