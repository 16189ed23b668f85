//! Compiled content as Rust source.

use std::fmt::Debug;

/// The debug form of these types is Rust, but for the lists, which are borrowed there. A bracket inside a
/// text is no list.
pub(super) fn expression(value: &impl Debug) -> String {
    let debug = format!("{value:?}");
    let mut rust = String::with_capacity(debug.len());
    let (mut in_text, mut escaped) = (false, false);
    for letter in debug.chars() {
        if letter == '[' && !in_text {
            rust.push('&');
        }
        if letter == '"' && !escaped {
            in_text = !in_text;
        }
        escaped = letter == '\\' && !escaped;
        rust.push(letter);
    }
    rust
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn lists_are_borrowed_and_texts_stay_as_they_are() {
        let value = ([1, 2], "say \"[no]\"", [["a [b]"]]);
        assert_eq!(
            expression(&value),
            r#"(&[1, 2], "say \"[no]\"", &[&["a [b]"]])"#
        );
    }
}
