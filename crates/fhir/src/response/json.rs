//! Parses untrusted JSON: rejects duplicate keys and bounds the nesting depth and number of values.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::error::{ResponseError, error, short};

/// Maximum number of JSON values: several times a complete response that contains its
/// questionnaire. A small object takes a hundred times its text in memory, so a limit on text
/// length is not enough.
const MAX_VALUES: u32 = 50_000;

/// Maximum nesting depth, so that hostile input cannot exhaust the stack.
const MAX_DEPTH: usize = 100;

/// Parses a text as one JSON value. Rejects duplicate keys: parsers differ in which of the two they
/// use, and an answer must not depend on that.
pub(super) fn read(text: &str) -> Result<Value, ResponseError> {
    // Some editors write a byte order mark (BOM).
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(error(
            "line 1, column 1",
            "nothing is here; a QuestionnaireResponse was expected",
        ));
    }
    let left = Cell::new(MAX_VALUES);
    let seed = Bounded {
        left: &left,
        depth: 0,
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut reader);
    value
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|error| parse_error(&error))
}

fn parse_error(found: &serde_json::Error) -> ResponseError {
    let location = format!("line {}, column {}", found.line(), found.column());
    let message = found.to_string();
    // serde_json repeats the position at the end of its message.
    let ending = format!(" at line {} column {}", found.line(), found.column());
    let message = message.strip_suffix(&ending).unwrap_or(&message);
    match found.classify() {
        Category::Data => error(&location, message),
        Category::Syntax | Category::Eof | Category::Io => error(
            &location,
            format!("this is not JSON ({message}); a QuestionnaireResponse was expected"),
        ),
    }
}

/// Deserializer seed for one value within the remaining bounds.
#[derive(Clone, Copy)]
struct Bounded<'a> {
    left: &'a Cell<u32>,
    depth: usize,
}

impl Bounded<'_> {
    fn nested<E: Error>(self) -> Result<Self, E> {
        let depth = self.depth.saturating_add(1);
        if depth > MAX_DEPTH {
            return Err(E::custom(format_args!(
                "nested more than {MAX_DEPTH} deep, expected less"
            )));
        }
        Ok(Self { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        let Some(left) = self.left.get().checked_sub(1) else {
            return Err(D::Error::custom(format_args!(
                "more than {MAX_VALUES} values, expected far fewer"
            )));
        };
        self.left.set(left);
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let nested = self.nested()?;
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(nested)? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let nested = self.nested()?;
        let mut object = Map::new();
        while let Some(key) = values.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!(
                    "the key '{}' stands twice, expected once",
                    short(&key)
                )));
            }
            let value = values.next_value_seed(nested)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
