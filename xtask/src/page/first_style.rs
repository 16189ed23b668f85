//! The style that the static first pages need, cut out of the whole style sheet (critical CSS).
//!
//! A rule stays if the page has every class and id that it names. Nothing else has to be kept in step: a
//! class that the static page gains brings its rules along.

use std::collections::BTreeSet;

/// Classes that `static/first-pages.js` and `static/embedded.js` add to the page.
const ADDED: &[&str] = &["chosen", "inline", "on-page"];

/// Cuts the rules for this HTML out of a style sheet, in their order.
pub fn needed(css: &str, html: &str) -> String {
    let mut names: BTreeSet<&str> = ADDED.iter().copied().collect();
    for attribute in ["class=\"", "id=\""] {
        let values = html.split(attribute).skip(1);
        let values = values.filter_map(|rest| rest.split('"').next());
        names.extend(values.flat_map(str::split_whitespace));
    }
    cut(&without_comments(css), &names)
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    text
}

fn cut(css: &str, names: &BTreeSet<&str>) -> String {
    let mut text = String::new();
    for (prelude, body) in blocks(css) {
        let (prelude, body) = if prelude.starts_with("@media") && !prelude.contains("print") {
            (prelude.to_owned(), cut(body, names))
        } else if prelude.starts_with('@') {
            continue;
        } else {
            let selectors = alternatives(prelude);
            let selectors = selectors.filter(|selector| can_match(selector, names));
            let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
            (selectors.collect::<Vec<_>>().join(","), body)
        };
        if !prelude.is_empty() && !body.is_empty() {
            text = text + &prelude + "{" + &body + "}";
        }
    }
    text
}

/// The blocks of one level: what stands before the brace, and what stands between the braces.
fn blocks(css: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let (mut depth, mut begun, mut opened) = (0_u32, 0, 0);
    for (at, letter) in css.char_indices() {
        match letter {
            '{' => {
                if depth == 0 {
                    opened = at;
                }
                depth = depth.saturating_add(1);
            }
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let prelude = css.get(begun..opened).unwrap_or_default();
                    let body = css.get(opened.saturating_add(1)..at).unwrap_or_default();
                    found.push((prelude.trim(), body.trim()));
                    begun = at.saturating_add(1);
                }
            }
            _ => {}
        }
    }
    found
}

/// The selectors of a list, without those in parentheses.
fn alternatives(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    let parts = list.split(move |letter| {
        match letter {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    });
    parts.map(str::trim)
}

/// Whether the page has every class and id of a selector: of `:is()` and `:where()` any alternative, of
/// other functions none.
fn can_match(selector: &str, names: &BTreeSet<&str>) -> bool {
    let Some((before, rest)) = selector.split_once('(') else {
        return has_all(selector, names);
    };
    let mut depth = 1_u32;
    let end = rest.find(|letter| {
        match letter {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let (inner, after) = rest.split_at(end.unwrap_or(rest.len()));
    let inner_can = !(before.ends_with(":is") || before.ends_with(":where"))
        || alternatives(inner).any(|one| can_match(one, names));
    inner_can && has_all(before, names) && can_match(after.trim_start_matches(')'), names)
}

fn has_all(selector: &str, names: &BTreeSet<&str>) -> bool {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    // What follows a dot or a hash is a name.
    let mut named = selector.split(['.', '#']).skip(1);
    named.all(|rest| {
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        rest.get(..end).is_some_and(|name| names.contains(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_the_page_stay_in_their_order_and_no_others() {
        let css = "/* a { } */ body { margin: 0 } .gone, .here > p { a: b;\n c: d }\n\
            @media (max-width: 9rem) { .gone { e: f } } @media (min-width: 9rem) { #main { e: f } }\n\
            @media print { body { g: h } } @page { size: A4 }";
        let html = "<p class=\"x here\"><b id=\"main\"></b></p>";
        assert_eq!(
            needed(css, html),
            "body{margin: 0}.here > p{a: b; c: d}@media (min-width: 9rem){#main{e: f}}"
        );
    }

    #[test]
    fn one_alternative_is_enough_and_exceptions_do_not_count() {
        let names: BTreeSet<&str> = ["here", "also"].into();
        for (selector, expected) in [
            (":is(.gone, .here) h1", true),
            (":is(.gone, .far) h1", false),
            (".here:not(.gone)", true),
            (".gone:not(.here)", false),
            (":is(.gone, :where(.also)) ~ .here", true),
            (".here.gone", false),
            ("h1", true),
        ] {
            assert_eq!(can_match(selector, &names), expected, "{selector}");
        }
    }
}
