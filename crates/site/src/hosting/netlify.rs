//! Configuration for Netlify and Cloudflare Pages: one `_headers` file at the root of the site.
//!
//! Both apply every rule that matches a path and join duplicate headers, so each header must come
//! from exactly one rule. Both support a trailing wildcard. Cloudflare serves `/send` for
//! `/send.html`, so both paths are listed.

use std::fmt::Write;

use super::headers::{ALWAYS, CachePolicy, INTEGRITY};
use super::manifest::FILES;
use super::name::{Name, Translated};
use super::server_kind::Hosting;

/// Generates the file.
pub(super) fn headers(hosting: &Hosting) -> String {
    let folder = hosting.folder();
    let partners = hosting.listed();
    let mut text = format!(
        "# Footing: this file belongs to the root of the site, under the name _headers.\n\
         # Pages of other origins that may show the check in a frame stand after frame-ancestors.\n\
         {folder}*\n"
    );
    // Writing to a `String` cannot fail.
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for start in hashed_starts() {
        let _ = writeln!(text, "{folder}{start}*");
        let _ = writeln!(text, "  Cache-Control: {}", CachePolicy::Immutable.value());
    }
    for file in FILES
        .iter()
        .filter(|file| !file.is_for_owners() && !file.is_merged)
    {
        let policy = file
            .policy
            .map(|policy| policy.in_header(&hosting.inline, &partners));
        for path in paths(file.name) {
            let _ = writeln!(text, "{folder}{path}");
            let _ = writeln!(text, "  Cache-Control: {}", CachePolicy::Revalidate.value());
            if let Some(policy) = &policy {
                let _ = writeln!(text, "  Content-Security-Policy: {policy}");
            }
            if file.name == Name::Pages(Translated::Check) {
                let (name, value) = INTEGRITY;
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
    }
    text
}

/// Prefixes of the hashed file names, without duplicates.
pub(super) fn hashed_starts() -> Vec<&'static str> {
    let mut starts = Vec::new();
    for file in FILES {
        if let Name::Hashed { start, .. } = file.name
            && !starts.contains(&start)
        {
            starts.push(start);
        }
    }
    starts
}

/// Paths of a file without a hash. The check's page is also served at the folder's own URL.
fn paths(name: Name) -> Vec<String> {
    match name {
        Name::Hashed { .. } => Vec::new(),
        Name::PerLanguage(folder) | Name::Folder(folder) => vec![format!("{folder}*")],
        Name::Fixed(_) | Name::Pages(_) => name.known().into_iter().flat_map(known_paths).collect(),
    }
}

fn known_paths(name: &'static str) -> Vec<String> {
    let short = match name {
        "index.html" => Some(""),
        _ => name.strip_suffix(".html"),
    };
    let all = [Some(name), short].into_iter().flatten();
    all.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::hosting::Inline;
    use crate::hosting::policy::{CHECK, SEND};
    use std::collections::BTreeMap;

    /// Parses the file as documented: a path, then indented headers. Headers of all matching rules
    /// are merged; duplicates are joined with a comma.
    fn sent(text: &str, path: &str) -> BTreeMap<String, String> {
        let mut fits = false;
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for line in text.lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            assert!(
                line.len() < 2_000,
                "Cloudflare reads no longer line: {line}"
            );
            if let Some(entry) = line.strip_prefix(' ') {
                let (name, value) = entry.trim().split_once(": ").unwrap();
                if fits {
                    headers
                        .entry(name.to_owned())
                        .and_modify(|held| *held += &format!(", {value}"))
                        .or_insert(value.to_owned());
                }
            } else {
                assert!(line.starts_with('/') && !line.contains(' '), "{line}");
                let star = line.find('*');
                assert!(
                    star.is_none_or(|position| position + 1 == line.len()),
                    "{line}"
                );
                fits = match line.strip_suffix('*') {
                    Some(start) => path.starts_with(start),
                    None => path == line,
                };
            }
        }
        headers
    }

    fn written(folder: &str) -> String {
        let hostile = "https://b.example\n/*\n  Content-Security-Policy: x";
        let partners = crate::partners(["https://partner.example", hostile]);
        headers(&Hosting::at(folder, partners))
    }

    #[test]
    fn every_file_gets_each_header_once() {
        let text = written("/");
        let index = CHECK.in_header(&Inline::default(), "https://partner.example");
        for (path, policy, cache_policy) in [
            ("/", Some(index.clone()), CachePolicy::Revalidate),
            ("/index.html", Some(index.clone()), CachePolicy::Revalidate),
            ("/offline.js", Some(index), CachePolicy::Revalidate),
            (
                "/send",
                Some(SEND.in_header(&Inline::default(), "")),
                CachePolicy::Revalidate,
            ),
            (
                "/send.html",
                Some(SEND.in_header(&Inline::default(), "")),
                CachePolicy::Revalidate,
            ),
            ("/site.json", None, CachePolicy::Revalidate),
            ("/words/en.json", None, CachePolicy::Revalidate),
            (
                "/widget-0123456789abcdef_bg.wasm",
                None,
                CachePolicy::Immutable,
            ),
        ] {
            let sent = sent(&text, path);
            assert_eq!(
                sent.get("Content-Security-Policy"),
                policy.as_ref(),
                "{path}"
            );
            assert_eq!(sent["Cache-Control"], cache_policy.value(), "{path}");
            for (name, value) in ALWAYS {
                assert_eq!(sent[*name], *value, "{path}");
            }
        }
        assert!(!text.contains("b.example"), "{text}");
    }

    /// A page of the site's own in the same folder may load `embed.js` without a digest.
    #[test]
    fn integrity_is_demanded_of_the_check_s_pages_alone() {
        let text = written("/");
        let (name, value) = INTEGRITY;
        for (path, demanded) in [
            ("/", true),
            ("/index.html", true),
            ("/es", true),
            ("/setup.html", false),
            ("/host.html", false),
        ] {
            let expected = demanded.then(|| value.to_owned());
            assert_eq!(sent(&text, path).get(name).cloned(), expected, "{path}");
        }
    }

    #[test]
    fn folder_rules_do_not_affect_the_rest_of_the_site() {
        let text = written("/check/");
        assert_eq!(sent(&text, "/index.html"), BTreeMap::new());
        assert!(sent(&text, "/check/").contains_key("Content-Security-Policy"));
    }

    #[test]
    fn rule_count_is_within_the_cloudflare_limit() {
        let rules = written("/")
            .lines()
            .filter(|line| line.starts_with('/'))
            .count();
        assert!(rules < 100, "{rules}");
    }
}
