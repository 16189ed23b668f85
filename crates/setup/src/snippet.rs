//! HTML, CSS and CSP directives for the page that embeds the check.

use contact::tel;
use i18n::Words;
use site::Origin;
use site::hosting::partner_lines;
use site::{Rgb, Scheme, Site, contrast, settings};

use super::choice::{Mode, Theme};
use super::draft::usable;
use super::field::Field;
use super::model::Model;
use super::words;

/// Example URL of the check while none was entered.
const EXAMPLE_URL: &str = "https://check.example/";

/// Builds the HTML that embeds the check, with crisis lines inside as a fallback until it runs.
pub fn snippet(model: &Model, said: &Words) -> String {
    let base = base(model);
    let mut attributes = String::new();
    let mut put = |name: &str, value: &str| {
        attributes.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    };
    match model.mode {
        Mode::Inline => {}
        Mode::Popup | Mode::SideTab | Mode::FullPage => put("mode", model.mode.code()),
    }
    if !model.text(Field::Label).is_empty() {
        put("label", model.text(Field::Label));
    }
    match model.theme {
        Theme::Auto => {}
        Theme::Light | Theme::Dark => put("theme", model.theme.code()),
    }
    if let Some(language) = model.language {
        put("lang", language);
    }
    let (site, _) = settings(&usable(model));
    format!(
        "<script async src=\"{base}embed.js\"></script>\n<footing-check{attributes}>\n{}</footing-check>\n",
        help(&site, said)
    )
}

/// Builds the CSS for the button in the embedding page; `None` for the default colors.
pub(super) fn style(model: &Model) -> Option<String> {
    let (site, _) = settings(&usable(model));
    let rule = |accent: Rgb| {
        format!(
            "footing-check {{\n  --footing-accent: {accent};\n  --footing-on-accent: {};\n}}\n",
            contrast::words_on(accent)
        )
    };
    let colors = site.colors;
    match (model.mode, model.theme) {
        (Mode::Inline, Theme::Auto | Theme::Light | Theme::Dark) => None,
        (Mode::Popup | Mode::SideTab | Mode::FullPage, Theme::Auto | Theme::Light) => {
            colors.accent.map(rule)
        }
        (Mode::Popup | Mode::SideTab | Mode::FullPage, Theme::Dark) => colors.accent_dark.map(rule),
    }
}

/// Builds the CSP directives that an embedding page with a strict policy has to add.
pub(super) fn policy_lines(model: &Model) -> String {
    let Some(check) = Origin::of_address(&base(model)) else {
        return String::new();
    };
    format!("{}\n", partner_lines(&check).join("\n"))
}

/// The accent color of a scheme and the text color on it, if the site sets a valid one.
pub(super) fn accent(site: &Site, scheme: Scheme) -> Option<(Rgb, Rgb)> {
    let accent = match scheme {
        Scheme::Light => site.colors.accent,
        Scheme::Dark => site.colors.accent_dark,
    }?;
    Some((accent, contrast::words_on(accent)))
}

/// Base URL of the check, with a trailing slash.
fn base(model: &Model) -> String {
    let url = model.text(Field::CheckUrl);
    match Origin::of_address(url) {
        Some(origin) => format!("{}{}", origin.as_str(), model.hosting().folder()),
        None => EXAMPLE_URL.to_owned(),
    }
}

fn help(site: &Site, said: &Words) -> String {
    let mut lines = format!("  <p>{}</p>\n", escaped(said.phrases.in_danger));
    let known = said
        .everywhere
        .iter()
        .filter_map(|name| said.lines.get(name));
    for line in known {
        if let Some(number) = line.call {
            lines.push_str(&call(line.name, number));
        }
    }
    if let Some(phone) = &site.phone {
        let name = site.name.as_deref().unwrap_or(words::THE_CENTER);
        lines.push_str(&call(name, phone));
    }
    lines
}

fn call(name: &str, number: &str) -> String {
    format!(
        "  <p>{}: <a href=\"{}\">{}</a></p>\n",
        escaped(name),
        escaped(&tel(number)),
        escaped(number)
    )
}

/// Escapes a text for HTML content and double-quoted attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
