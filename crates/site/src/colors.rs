//! The accent color of a site, one for each scheme.

use std::fmt::{self, Write};

/// A color of the screen: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// Light or dark, as the device asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

/// The accent of each scheme; nothing where the site leaves it as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colors {
    /// In the light scheme.
    pub accent: Option<Rgb>,
    /// In the dark scheme.
    pub accent_dark: Option<Rgb>,
}

impl Rgb {
    /// The color that is written so: `#` and six digits, such as `#0f5c5c`.
    pub fn read(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#')?;
        // The parser below takes a sign, too.
        let is_plain = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_plain)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Rgb([red, green, blue]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_char('#')?;
        // Not `{:02x}`: it would bring its own writing of numbers into the page.
        for digit in self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
            formatter.write_char(char::from_digit(digit.into(), 16).unwrap_or('0'))?;
        }
        Ok(())
    }
}

impl Scheme {
    /// What words in the accent stand on: the page, a card, and a tinted card. `static/widget.css`
    /// says the same, and a test compares them.
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
    fn a_color_is_read_as_it_is_written() {
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
