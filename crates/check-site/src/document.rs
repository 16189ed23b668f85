//! Parses a settings file into a syntax tree with positions.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use site::{JsonValue, MAX_ENTRIES, MAX_TEXT_LEN};

use super::problem::{By, Problem};

/// Strict JSON, as browsers parse it: no comments, no trailing commas.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses the text, or returns where it is not JSON.
pub fn parse(text: &str) -> Result<Value<'_>, Problem> {
    let broken = |at: usize, happened: String, advice: &str| Problem {
        at,
        happened,
        advice: advice.to_owned(),
        by: By::Reader,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
        let happened = format!("This is not JSON: {}.", in_small(&error.kind().to_string()));
        broken(error.range().start, happened, advice(error.kind()))
    })?;
    let root = parsed
        .value
        .ok_or_else(|| broken(0, "There is nothing in it.".into(), "Begin with {}."))?;
    // jsonc_parser accepts some texts that browsers reject, so check with serde_json too.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
        let before: usize = text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        let at = before + error.column().saturating_sub(1);
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        return Err(broken(at, format!("This is not JSON: {message}."), MEND));
    }
    Ok(root)
}

const MEND: &str = "Mend this place; what stands after it is looked at then.";

fn advice(kind: &ParseErrorKind) -> &'static str {
    use ParseErrorKind::{
        CommentsNotAllowed, ExpectedComma, ExpectedStringObjectProperty,
        SingleQuotedStringsNotAllowed, TrailingCommasNotAllowed,
    };
    if matches!(kind, CommentsNotAllowed) {
        "Take the comment out."
    } else if matches!(kind, TrailingCommasNotAllowed) {
        "Take the last comma out."
    } else if matches!(kind, SingleQuotedStringsNotAllowed) {
        "Put the text into double quotes."
    } else if matches!(kind, ExpectedStringObjectProperty) {
        "Put the key into double quotes."
    } else if matches!(kind, ExpectedComma) {
        "Put a comma between the two."
    } else {
        MEND
    }
}

fn in_small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Converts a value as the browser would; there, `src/browser/settings.rs` parses `site.json`.
pub fn to_json(value: &Value<'_>, depth: u8) -> JsonValue {
    let Some(deeper) = depth.checked_sub(1) else {
        return JsonValue::Other;
    };
    match value {
        Value::StringLit(text) if text.value.encode_utf16().count() <= MAX_TEXT_LEN => {
            JsonValue::Text(text.value.to_string())
        }
        Value::BooleanLit(flag) => JsonValue::Flag(flag.value),
        Value::Array(list) if list.elements.len() <= MAX_ENTRIES => {
            let entries = list.elements.iter().map(|entry| to_json(entry, deeper));
            JsonValue::List(entries.collect())
        }
        Value::Object(object) => {
            let mut entries: Vec<(String, JsonValue)> = Vec::new();
            for property in &object.properties {
                let value = to_json(&property.value, deeper);
                let name = property.name.as_str();
                // As in `JSON.parse`, a duplicate key keeps the first position and the last value.
                match entries.iter_mut().find(|(known, _)| known == name) {
                    Some(entry) => entry.1 = value,
                    None => entries.push((name.to_owned(), value)),
                }
            }
            if entries.len() <= MAX_ENTRIES {
                JsonValue::Map(entries)
            } else {
                JsonValue::Other
            }
        }
        Value::StringLit(_) | Value::Array(_) | Value::NumberLit(_) | Value::NullKeyword(_) => {
            JsonValue::Other
        }
    }
}

/// The properties of an object; empty for other values.
pub fn properties<'a, 'b>(value: &'b Value<'a>) -> &'b [ObjectProp<'a>] {
    match value {
        Value::Object(object) => &object.properties,
        Value::StringLit(_)
        | Value::NumberLit(_)
        | Value::BooleanLit(_)
        | Value::Array(_)
        | Value::NullKeyword(_) => &[],
    }
}

/// Looks up a path such as `contact.ways`. Of duplicate keys the last one counts.
pub fn find<'a, 'b>(root: &'b Value<'a>, path: &str) -> Option<&'b ObjectProp<'a>> {
    let (part, rest) = match path.split_once('.') {
        Some((part, rest)) => (part, Some(rest)),
        None => (path, None),
    };
    let mut named = properties(root).iter().rev();
    let found = named.find(|property| property.name.as_str() == part)?;
    match rest {
        Some(rest) => find(&found.value, rest),
        None => Some(found),
    }
}

/// The string at a path, with its position.
pub fn text_at<'b>(root: &'b Value<'_>, path: &str) -> Option<(&'b str, usize)> {
    let literal = find(root, path)?.value.as_string_lit()?;
    Some((literal.value.as_ref(), literal.start()))
}

/// Formats a value for the terminal: its type, and its start if it is a string or a number.
pub fn shown(value: &Value<'_>) -> String {
    match value {
        Value::StringLit(text) => {
            let length = text.value.chars().count();
            let begin: String = text.value.chars().take(40).collect();
            let begin = begin.escape_debug();
            if length > 40 {
                format!("a text of {length} characters, \"{begin}…\"")
            } else {
                format!("the text \"{begin}\"")
            }
        }
        Value::NumberLit(number) => {
            let begin: String = number.value.chars().take(40).collect();
            format!("the number {begin}")
        }
        Value::BooleanLit(flag) => flag.value.to_string(),
        Value::Object(object) => format!("an object of {}", object.properties.len()),
        Value::Array(list) => format!("a list of {}", list.elements.len()),
        Value::NullKeyword(_) => "null".into(),
    }
}
