//! Configuration for nginx: maps for the `http` block, and headers for the `server` or `location`
//! block.

use std::fmt::Write;

use super::headers::{ALWAYS, CachePolicy, HASHED, INTEGRITY, TYPES};
use super::policy::{check_pages, pages};
use super::server_kind::Hosting;

/// Generates the maps for the `http` block.
pub(super) fn maps(hosting: &Hosting) -> String {
    let mut text = format!(
        "# Footing: include this in the http block of nginx.\n\
         # Pages of other origins that may show the check in a frame: your own site and your partners,\n\
         # such as \"https://center.example https://partner.example\".\n\
         map \"\" $footing_partners {{\n    default \"{}\";\n}}\nmap $uri $footing_policy {{\n",
        hosting.listed()
    );
    for (page, policy) in pages() {
        let position = match page {
            // Also applies if the URL ends at the folder.
            "index.html" => "default".to_owned(),
            page => format!("~/{}$", page.replace('.', "\\.")),
        };
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            text,
            "    {position} \"{}\";",
            policy.in_header(&hosting.inline, "$footing_partners")
        );
    }
    text.push_str("}\n# nginx sends no header without a value.\nmap $uri $footing_integrity {\n    default \"\";\n");
    for page in check_pages() {
        let position = page.replace('.', "\\.");
        let _ = writeln!(text, "    ~/{position}$ \"{}\";", INTEGRITY.1);
    }
    let _ = write!(
        text,
        "}}\nmap $uri $footing_cache {{\n    default \"{}\";\n    \"~{HASHED}\" \"{}\";\n}}\n",
        CachePolicy::Revalidate.value(),
        CachePolicy::Immutable.value()
    );
    text
}

/// Generates the headers for the `server` block, or for the `location` that serves the folder.
pub(super) fn headers() -> String {
    let mut text = String::from(
        "# Footing: include this in the server or location block that serves the folder. nginx drops\n\
         # the add_header lines inside a block that has some of its own: include it there again.\n\
         types {\n",
    );
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "    {kind} {ending};");
    }
    text.push_str("}\n");
    let varying = [
        ("Content-Security-Policy", "$footing_policy"),
        ("Cache-Control", "$footing_cache"),
        (INTEGRITY.0, "$footing_integrity"),
    ];
    for (name, value) in varying.iter().chain(ALWAYS) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting::Inline;

    #[test]
    fn every_page_and_the_folder_have_a_policy() {
        let maps = maps(&Hosting::default());
        for (page, policy) in pages() {
            let written = policy.in_header(&Inline::default(), "$footing_partners");
            assert!(maps.contains(&written), "{page}");
        }
        assert!(maps.contains("default \"default-src 'none'"), "{maps}");
        assert!(maps.contains("~/send\\.html$ \""), "{maps}");
    }

    #[test]
    fn nginx_values_stay_quoted() {
        for line in (maps(&Hosting::default()) + &headers())
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            assert!(line.matches('"').count() % 2 == 0, "{line}");
        }
    }
}
