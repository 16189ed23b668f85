//! Reports what the page's own parser ignores, with position and advice.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use site::{JsonValue, KEYS, MAX_DEPTH, Rgb, Scheme, Warning, contrast, settings, shown};

use super::document::{self, find, properties, to_json};
use super::expected::{expected, meant, words};
use super::problem::{By, Problem};

/// Locates every warning of the parser in the file.
pub fn problems(root: &Value<'_>) -> Vec<Problem> {
    let (_, warnings) = settings(&to_json(root, MAX_DEPTH));
    let mut unknown = unknown(root);
    let found = warnings.iter().flat_map(|warning| match warning {
        Warning::NoObject => vec![no_object(root)],
        Warning::Unknown(path) => {
            // Keys are truncated in warnings and may be equal there. Report each once.
            let index = unknown.iter().position(|(known, _, _)| known == path);
            let property = index.map(|index| unknown.remove(index));
            let at = property
                .as_ref()
                .map_or_else(|| root.start(), |(_, _, at)| *at);
            let key = property.map_or_else(|| path.clone(), |(_, key, _)| key);
            vec![problem(
                at,
                format!("Nothing reads the key \"{}\".", shown(&key)),
                instead_of(path, &key),
            )]
        }
        Warning::Unfit(path) => match find(root, path) {
            Some(property) => unfit(path, property),
            None => vec![missing(root, path)],
        },
    });
    found.collect()
}

fn problem(at: usize, happened: String, advice: String) -> Problem {
    Problem {
        at,
        happened,
        advice,
        by: By::Reader,
    }
}

fn no_object(root: &Value<'_>) -> Problem {
    let (happened, advice) = match root {
        Value::Object(_) => (
            "There are more than 64 keys.",
            "Take out what the README does not list.",
        ),
        Value::StringLit(_)
        | Value::NumberLit(_)
        | Value::BooleanLit(_)
        | Value::Array(_)
        | Value::NullKeyword(_) => ("This is not an object.", "Put everything between { and }."),
    };
    problem(root.start(), happened.into(), advice.into())
}

/// Every unknown key: as in the warning, in full, and its position.
fn unknown(root: &Value<'_>) -> Vec<(String, String, usize)> {
    let mut found: Vec<(String, String, usize)> = Vec::new();
    for (part, keys) in KEYS {
        let object = if part.is_empty() {
            Some(root)
        } else {
            find(root, part).map(|property| &property.value)
        };
        let mut seen: Vec<&str> = Vec::new();
        for property in object.map(properties).unwrap_or_default() {
            let key = property.name.as_str();
            if !keys.contains(&key) && !seen.contains(&key) {
                seen.push(key);
                let named = match part {
                    "" => shown(key),
                    part => format!("{part}.{}", shown(key)),
                };
                found.push((named, key.to_owned(), property.start()));
            }
        }
    }
    found
}

/// Advice on an unknown key.
fn instead_of(path: &str, key: &str) -> String {
    let part = KEYS.iter().find(|(part, _)| {
        !part.is_empty()
            && path
                .strip_prefix(part)
                .is_some_and(|rest| rest.starts_with('.'))
    });
    let (part, here) = part.copied().unwrap_or(("", KEYS[0].1));
    if let Some(key) = meant(key, here.iter().copied()) {
        return format!("Did you mean \"{key}\"?");
    }
    let mut elsewhere = KEYS.iter().filter(|(other, _)| *other != part);
    let other =
        elsewhere.find_map(|(other, keys)| Some((*other, meant(key, keys.iter().copied())?)));
    match other {
        Some(("", key)) => format!("\"{key}\" stands outside of \"{part}\"."),
        Some((other, key)) => format!("\"{key}\" stands inside \"{other}\"."),
        None => "Take it out, or look into the README for the key you need.".into(),
    }
}

fn missing(root: &Value<'_>, path: &str) -> Problem {
    let (part, key) = path.split_once('.').unwrap_or(("", path));
    let at = find(root, part).map_or_else(|| root.start(), Ranged::start);
    problem(
        at,
        format!("\"{part}\" needs the key \"{key}\", too."),
        expected(path),
    )
}

fn unfit(path: &str, property: &ObjectProp<'_>) -> Vec<Problem> {
    let entries = match &property.value {
        Value::Array(list) => list.elements.as_slice(),
        Value::StringLit(_)
        | Value::NumberLit(_)
        | Value::BooleanLit(_)
        | Value::Object(_)
        | Value::NullKeyword(_) => &[],
    };
    // If single entries are invalid, report each of them instead of the list.
    let bad: Vec<Problem> = entries
        .iter()
        .filter(|entry| !is_read(path, entry, true))
        .map(|entry| of_value(path, entry, true))
        .collect();
    if bad.is_empty() {
        vec![of_value(path, &property.value, false)]
    } else {
        bad
    }
}

/// Whether the parser accepts this value for a key, or a list of only this entry.
fn is_read(path: &str, value: &Value<'_>, as_entry: bool) -> bool {
    // Same remaining depth as when the parser reads the whole file.
    let depth = MAX_DEPTH - if path.contains('.') { 2 } else { 1 };
    let value = if as_entry {
        JsonValue::List(vec![to_json(value, depth - 1)])
    } else {
        to_json(value, depth)
    };
    would_be_read(path, value)
}

fn would_be_read(path: &str, value: JsonValue) -> bool {
    let whole = match path.split_once('.') {
        Some((part, key)) => {
            let inner = JsonValue::Map(vec![(key.to_owned(), value)]);
            JsonValue::Map(vec![(part.to_owned(), inner)])
        }
        None => JsonValue::Map(vec![(path.to_owned(), value)]),
    };
    let (_, warnings) = settings(&whole);
    !warnings.contains(&Warning::Unfit(path.to_owned()))
}

fn of_value(path: &str, value: &Value<'_>, is_entry: bool) -> Problem {
    let found = document::shown(value);
    let happened = if is_entry {
        format!("\"{path}\" cannot be used because of {found}.")
    } else {
        format!("\"{path}\" cannot be {found}.")
    };
    let at = value.start();
    let Some(text) = value.as_string_lit().map(|literal| literal.value.as_ref()) else {
        return problem(at, happened, expected(path));
    };
    if let Some((happened, advice)) = low_contrast(path, text) {
        return problem(at, happened, advice);
    }
    if let Some(word) = meant(text, words(path)) {
        return problem(at, happened, format!("Did you mean \"{word}\"?"));
    }
    if let Some(better) = better_address(path, text, is_entry) {
        return problem(
            at,
            happened,
            format!("Write \"{better}\", if that is what you mean."),
        );
    }
    problem(at, happened, expected(path))
}

/// Problem and advice for an accent color with too little contrast.
fn low_contrast(path: &str, text: &str) -> Option<(String, String)> {
    let scheme = match path {
        "colours.accent" => Scheme::Light,
        "colours.accent_dark" => Scheme::Dark,
        _ => return None,
    };
    let color = Rgb::read(text)?;
    let least = contrast::least(color, scheme);
    let ground = scheme
        .grounds()
        .into_iter()
        .find(|ground| contrast::ratio(color, *ground) == least)?;
    let nearest = contrast::nearest(color, scheme)?;
    let (ones, hundredths) = (least / 100, least % 100);
    Some((
        format!(
            "\"{path}\" is too hard to read: {color} has a contrast of {ones}.{hundredths:02} to 1 on {ground}, and words need 4.5."
        ),
        format!(
            "The nearest color that passes is {nearest}, with {}.{:02} to 1.",
            contrast::least(nearest, scheme) / 100,
            contrast::least(nearest, scheme) % 100
        ),
    ))
}

/// Suggests the address with `https`, or its origin, if the key accepts that.
fn better_address(path: &str, text: &str, is_entry: bool) -> Option<String> {
    let bare = text.strip_prefix("http://").unwrap_or(text);
    let safe = match bare.strip_prefix("https://") {
        Some(_) => bare.to_owned(),
        None => format!("https://{bare}"),
    };
    let host = safe
        .match_indices('/')
        .nth(2)
        .and_then(|(end, _)| safe.get(..end));
    let origin = host.map(str::to_owned);
    [Some(safe.clone()), origin]
        .into_iter()
        .flatten()
        .find(|address| {
            // Suggest nothing for a text that does not look like an address.
            let is_address = text.contains("://") || address.contains('.');
            let value = JsonValue::Text(address.clone());
            let value = if is_entry {
                JsonValue::List(vec![value])
            } else {
                value
            };
            let is_link = !would_be_read(path, JsonValue::Text("nothing".into()));
            is_address
                && is_link
                && would_be_read(path, value)
                && expected(path).contains("https://")
        })
}
