//! Writes JSON as text.

/// Writes JSON piece by piece, without spaces, as `serde_json` writes its values. The page exports with it:
/// `serde_json`, its maps and its errors would be more of the module than the exports themselves.
///
/// Whoever writes gives the keys of an object in alphabetical order, as a `serde_json` map has them; a test
/// compares the two.
#[derive(Clone, Debug, Default)]
pub struct JsonText {
    text: String,
}

impl JsonText {
    /// Begins an object.
    #[inline(never)]
    pub fn object(&mut self) {
        self.separate();
        self.text.push('{');
    }

    /// Ends an object.
    #[inline(never)]
    pub fn end_object(&mut self) {
        self.text.push('}');
    }

    /// Begins a list.
    #[inline(never)]
    pub fn list(&mut self) {
        self.separate();
        self.text.push('[');
    }

    /// Ends a list.
    #[inline(never)]
    pub fn end_list(&mut self) {
        self.text.push(']');
    }

    /// Writes the key of the next value.
    #[inline(never)]
    pub fn key(&mut self, key: &str) {
        self.string(key);
        self.text.push(':');
    }

    /// Writes a key and its string.
    #[inline(never)]
    pub fn field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    /// Writes a number.
    #[inline(never)]
    pub fn number(&mut self, number: u8) {
        self.separate();
        self.text.push_str(&number.to_string());
    }

    /// Writes a string.
    #[inline(never)]
    pub fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        for letter in value.chars() {
            let short = match letter {
                '"' | '\\' => letter,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                control if control < ' ' => {
                    let code = u32::from(control);
                    self.text.push_str("\\u00");
                    for digit in [code >> 4, code & 0xf] {
                        self.text.extend(char::from_digit(digit, 16));
                    }
                    continue;
                }
                letter => {
                    self.text.push(letter);
                    continue;
                }
            };
            self.text.push('\\');
            self.text.push(short);
        }
        self.text.push('"');
    }

    /// Returns the text.
    pub fn done(self) -> String {
        self.text
    }

    /// Writes the comma between two values or fields.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::JsonText;

    #[test]
    fn every_letter_is_written_as_serde_json_writes_it() {
        let letters: String = (0..0x250).filter_map(char::from_u32).collect();
        for letters in [letters.as_str(), "", "😀:", "[", "{"] {
            let mut json = JsonText::default();
            json.list();
            json.string(letters);
            json.object();
            json.field(letters, letters);
            json.end_object();
            json.number(200);
            json.list();
            json.end_list();
            json.end_list();
            let expected = serde_json::json!([letters, { letters: letters }, 200, []]);
            assert_eq!(json.done(), expected.to_string());
        }
    }
}
