//! Reads JSON that strangers wrote: no key twice, and never more of it than an set of answers can need.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::error::{ResponseError, error, short};

/// A response may hold this many values: several times one that answers everything and carries its
/// questionnaire along. A small object costs a hundred times its text in memory, so the length of the
/// text alone is no bound.
const MAX_VALUES: u32 = 50_000;

/// Values nested deeper than this are refused: a hostile text must not exhaust the stack.
const MAX_DEPTH: usize = 100;

/// Reads a text as one JSON value. A key that stands twice is refused: readers differ in which of the
/// two counts, and an answer must not depend on that.
pub(super) fn read(text: &str) -> Result<Value, ResponseError> {
    // Some editors mark UTF-8 with it.
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
    // The place is told once.
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

/// One value, within what is left of the bounds.
#[derive(Clone, Copy)]
struct Bounded<'a> {
    left: &'a Cell<u32>,
    depth: usize,
}

impl Bounded<'_> {
    fn inside<E: Error>(self) -> Result<Self, E> {
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
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(inside)? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut object = Map::new();
        while let Some(key) = values.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!(
                    "the key '{}' stands twice, expected once",
                    short(&key)
                )));
            }
            let value = values.next_value_seed(inside)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
