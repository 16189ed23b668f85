//! Shared parts of the pages made without Yew. maud, which they are written with, escapes every text.

use maud::{Markup, PreEscaped, html};

/// Contents of `<head>`.
#[derive(Debug)]
pub struct Head<'a> {
    /// Language of the page.
    pub locale: &'a str,
    /// Base direction of its script, if it is not left to right.
    pub direction: Option<&'a str>,
    /// Title of the tab.
    pub title: &'a str,
    /// URL of the style sheet.
    pub styles: &'a str,
    /// URL of the script, if the page has one.
    pub script: Option<&'a str>,
}

/// Complete page, with one element on a line: a diff then shows what changed, and inline list items can
/// wrap.
pub fn page(head: &Head<'_>, body: &Markup) -> String {
    let page = html! {
        (PreEscaped("<!doctype html>\n"))
        html lang=(head.locale) dir=[head.direction] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                "\n"
                title { (head.title) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(head.styles);
                @if let Some(script) = head.script {
                    script type="module" src=(script) {}
                }
            }
            body { (body) }
        }
    };
    in_lines(&page.into_string())
}

/// Adds a line break after each element that is not inline. No text contains a tag, because `<` in a text
/// is escaped.
fn in_lines(html: &str) -> String {
    let mut lines = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("</") {
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        lines.extend([before, "</", tag, ">"]);
        if !["a", "code", "strong", "span", "b"].contains(&tag) {
            lines.push('\n');
        }
        rest = behind;
    }
    lines.push_str(rest);
    lines
}

/// Link to an element of the page; styled as an id if its text is that id.
pub fn link(to: &str, text: &str) -> Markup {
    let address = format!("#{to}");
    html! {
        @if to == text {
            a class="id" href=(address) { (text) }
        } @else {
            a href=(address) { (text) }
        }
    }
}

/// Links to elements by their ids, separated by commas.
pub fn links<'a>(names: impl IntoIterator<Item = &'a str>) -> Markup {
    separated(names.into_iter().map(|name| link(name, name)))
}

/// Markup separated by commas.
pub fn separated(pieces: impl IntoIterator<Item = Markup>) -> Markup {
    let pieces: Vec<String> = pieces.into_iter().map(PreEscaped::into_string).collect();
    PreEscaped(pieces.join(", "))
}

/// Name and value in a description list.
pub fn pair(name: &str, inside: &Markup) -> Markup {
    html! {
        dt { (name) }
        dd { (inside) }
    }
}

/// Table that scrolls if it is too wide.
pub fn table(caption: &str, columns: &[&str], rows: &Markup) -> Markup {
    html! {
        div class="table" role="region" aria-label=(caption) tabindex="0" {
            table {
                caption { (caption) }
                thead {
                    tr {
                        @for column in columns { th scope="col" { (column) } }
                    }
                }
                tbody { (rows) }
            }
        }
    }
}

/// Table row with a header cell.
pub fn row(name: &str, cells: &[&str]) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            @for cell in cells { td { (cell) } }
        }
    }
}
