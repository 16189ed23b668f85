//! The lines for the page around the check.

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

/// Where the check stands while nothing was entered.
const NOWHERE: &str = "https://check.example/";

/// The lines that show the check, with help lines inside that stay until it runs.
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

/// The colors of the button in the page around the check; nothing where they stay as they are.
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

/// What a page with a strict policy has to add.
pub(super) fn policy_lines(model: &Model) -> String {
    let Some(check) = Origin::of_address(&base(model)) else {
        return String::new();
    };
    format!("{}\n", partner_lines(&check).join("\n"))
}

/// The accent of a scheme with the color of words on it, where the site sets one that can be used.
pub(super) fn accent(site: &Site, scheme: Scheme) -> Option<(Rgb, Rgb)> {
    let accent = match scheme {
        Scheme::Light => site.colors.accent,
        Scheme::Dark => site.colors.accent_dark,
    }?;
    Some((accent, contrast::words_on(accent)))
}

/// The folder of the check, with a slash at its end.
fn base(model: &Model) -> String {
    let position = model.text(Field::Place);
    match Origin::of_address(position) {
        Some(origin) => format!("{}{}", origin.as_str(), model.hosting().folder()),
        None => NOWHERE.to_owned(),
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

/// A text that can stand between tags and between double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
