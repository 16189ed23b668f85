//! The files that a visit asks the server for.

use site::hosting::{CachePolicy, cache_policy};

/// The service worker, which `start.js` registers and no page names.
const WORKER: &str = "/offline.js";

/// Paths of a first visit in the order in which a browser asks for them: the page, what it names ahead, its
/// script, and the service worker.
pub fn first(page: &str) -> Vec<String> {
    let preloads = tags(page, "<link rel=\"preload\"").filter_map(|tag| attribute(tag, "href"));
    let scripts = tags(page, "<script ").filter_map(|tag| attribute(tag, "src"));
    let named = preloads.chain(scripts);
    let named = named.map(|name| format!("/{}", name.trim_start_matches("./")));
    std::iter::once("/".to_owned())
        .chain(named)
        .chain([WORKER.to_owned()])
        .collect()
}

/// Paths that a browser asks for again on a later visit: all but the service worker and what it keeps by the
/// hash in its name.
pub fn repeat(first: &[String]) -> Vec<String> {
    let asked = first.iter().filter(|path| !has_hash(path));
    asked.filter(|path| *path != WORKER).cloned().collect()
}

/// Whether a file is kept for good, by browser and CDN.
pub fn has_hash(path: &str) -> bool {
    cache_policy(path) == CachePolicy::Immutable
}

/// Opening tags with a beginning.
fn tags<'a>(page: &'a str, beginning: &'a str) -> impl Iterator<Item = &'a str> {
    let rests = page.split(beginning).skip(1);
    rests.filter_map(|rest| rest.split('>').next())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="icon" href="data:," /><script>inline()</script>
<link rel="preload" as="style" href="./widget-892505b949c4c2fb.css" integrity="sha384-x" />
<link rel="preload" as="fetch" crossorigin href="./widget-e6a6b13e3743469d_bg.wasm" />
<link rel="preload" as="fetch" crossorigin href="./words/en.json" />
<script type="module" src="./start.js" data-wasm="./widget-e6a6b13e3743469d_bg.wasm"></script>"#;

    #[test]
    fn a_first_visit_asks_for_what_the_page_names_in_its_order() {
        assert_eq!(
            first(PAGE),
            [
                "/",
                "/widget-892505b949c4c2fb.css",
                "/widget-e6a6b13e3743469d_bg.wasm",
                "/words/en.json",
                "/start.js",
                "/offline.js"
            ]
        );
    }

    #[test]
    fn a_later_visit_asks_again_for_names_without_a_hash() {
        assert_eq!(repeat(&first(PAGE)), ["/", "/words/en.json", "/start.js"]);
    }
}
