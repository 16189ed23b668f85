//! Accent colors of a site, one per color scheme.

use std::fmt::{self, Write};

/// sRGB color: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// Color scheme (`prefers-color-scheme`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

/// Accent color of each scheme; `None` is the default accent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colors {
    /// Accent in the light scheme.
    pub accent: Option<Rgb>,
    /// Accent in the dark scheme.
    pub accent_dark: Option<Rgb>,
}

impl Rgb {
    /// Parses `#` and six hexadecimal digits, such as `#0f5c5c`.
    pub fn read(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#')?;
        // `from_str_radix` would accept a sign.
        let is_plain = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_plain)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Rgb([red, green, blue]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_char('#')?;
        // Not `{:02x}`: it would add number formatting code to the wasm module.
        for digit in self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
            formatter.write_char(char::from_digit(digit.into(), 16).unwrap_or('0'))?;
        }
        Ok(())
    }
}

impl Scheme {
    /// Backgrounds behind text in the accent color: the page, a card, and a tinted card. A test
    /// compares them with `static/widget.css`.
    pub fn grounds(self) -> [Rgb; 3] {
        match self {
            Scheme::Light => [
                Rgb([0xfb, 0xfa, 0xf7]),
                Rgb([0xff, 0xff, 0xff]),
                Rgb([0xe4, 0xf0, 0xed]),
            ],
            Scheme::Dark => [
                Rgb([0x11, 0x18, 0x1a]),
                Rgb([0x18, 0x22, 0x25]),
                Rgb([0x1b, 0x33, 0x31]),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn color_parsing_and_formatting_round_trip() {
        let teal = Rgb([0x0f, 0x5c, 0x5c]);
        assert_eq!(Rgb::read("#0f5c5c"), Some(teal));
        assert_eq!(Rgb::read("#0F5C5C"), Some(teal));
        assert_eq!(teal.to_string(), "#0f5c5c");
        for other in [
            "0f5c5c",
            "#0f5",
            "#0f5c5c00",
            "#+f5c5c",
            "#0f5c5g",
            "teal",
            "",
            "#",
            "#ééé",
        ] {
            assert_eq!(Rgb::read(other), None, "{other}");
        }
    }
}
