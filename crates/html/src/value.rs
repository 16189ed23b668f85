//! Values of attributes.

use std::rc::Rc;

use yew::AttrValue;

/// A value of an attribute.
pub trait Value {
    /// Returns the value as text, or `None` to leave the attribute out.
    fn of(self, name: &'static str) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn of(self, _name: &'static str) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn of(self, _name: &'static str) -> Option<AttrValue> {
        Some(AttrValue::Rc(Rc::from(self)))
    }
}

impl Value for &&'static str {
    fn of(self, name: &'static str) -> Option<AttrValue> {
        (*self).of(name)
    }
}

impl Value for &String {
    fn of(self, name: &'static str) -> Option<AttrValue> {
        self.clone().of(name)
    }
}

impl Value for AttrValue {
    fn of(self, _name: &'static str) -> Option<AttrValue> {
        Some(self)
    }
}

/// A boolean attribute, such as `disabled`: there or not.
impl Value for bool {
    fn of(self, name: &'static str) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(name))
    }
}

impl<T: Value> Value for Option<T> {
    fn of(self, name: &'static str) -> Option<AttrValue> {
        self.and_then(|value| value.of(name))
    }
}

/// Joins class names; `None` and the empty name are left out.
pub fn classes(names: &[Option<&str>]) -> String {
    let mut joined = String::new();
    for name in names.iter().flatten().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}
