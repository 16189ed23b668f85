//! The help lines of every country, with how and when each was checked.

use super::super::names::day;
use super::super::{CountryLines, Rulebook};
use content_compiler::crisis::LineEntry;
use i18n::Line;
use markup::{links, table};
use maud::{Markup, html};

/// Renders a table for each country.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    html! {
        @for country in &rulebook.countries {
            @let code = country.rows.region.as_str();
            @let name = rulebook.words.phrases.country_of(&code.to_uppercase());
            h3 id={ "help-lines-" (code) } { (name) }
            (table(&format!("Help lines: {name}"), &["Line", "Ways", "Checked", "Where", "Sources"], &rows(country)))
        }
    }
}

fn rows(country: &CountryLines) -> Markup {
    html! {
        @for (row, line) in country.lines() { (one(row, line)) }
    }
}

fn one(row: &LineEntry, line: &Line) -> Markup {
    let notes = [Some(line.note), line.hours, line.languages];
    html! {
        tr {
            th scope="row" {
                (line.name)
                @for note in notes.into_iter().flatten() { p { (note) } }
            }
            td { (ways(line)) }
            td { (day(line.checked_on)) ", " (status(row)) }
            td { (row.source_url) }
            td { (links(row.sources.iter().map(|source| source.get_ref().as_str()))) }
        }
    }
}

fn ways(line: &Line) -> Markup {
    let text = line.text.map(|number| match line.text_body {
        Some(word) => format!("text {word} to {number}"),
        None => format!("text {number}"),
    });
    let ways = [
        line.call.map(|number| format!("call {number}")),
        text,
        line.web.map(str::to_owned),
    ];
    html! { @for way in ways.into_iter().flatten() { p { (way) } } }
}

/// How good the source is, as in the files of help lines.
fn status(row: &LineEntry) -> &'static str {
    match row.status.get_ref().as_str() {
        "P" => "confirmed by the operator or a government body",
        _ => "from a listing that names the operator",
    }
}
