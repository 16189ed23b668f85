//! Wire format of words: a flat list of texts in a fixed order.
//!
//! A list is preceded by its length; `None` is an empty text, which no real text is. Decoding needs
//! no parser, which keeps the wasm module small.

/// Serializes to and from a list of texts.
pub trait Wire {
    /// Serializes the value.
    fn write_to(&self, writer: &mut Writer);

    /// Deserializes a value. Where texts run out, the rest is empty and [`Reader::is_done`] is
    /// false.
    fn read_from(reader: &mut Reader) -> Self;
}

/// Hashes a text (32-bit FNV-1a). Detects mistakes, not attacks.
pub const fn fingerprint(text: &str, seed: u32) -> u32 {
    let mut rest = text.as_bytes();
    let mut hash = seed ^ 0x811c_9dc5;
    while let [byte, others @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = others;
    }
    hash
}

/// Serializer: collects texts in order.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    /// Texts written so far.
    pub texts: Vec<String>,
}

/// Deserializer: yields texts in order.
#[derive(Clone, Debug)]
pub struct Reader {
    lines: std::str::Split<'static, char>,
    ran_out: bool,
}

impl Reader {
    /// Creates a reader of texts, one per line.
    pub fn new(lines: &'static str) -> Reader {
        Reader {
            lines: lines.split('\n'),
            ran_out: false,
        }
    }

    /// Tells whether every text was read and none was missing.
    pub fn is_done(&mut self) -> bool {
        self.lines.next().is_none() && !self.ran_out
    }

    #[inline(never)]
    fn text(&mut self) -> &'static str {
        let text = self.lines.next();
        self.ran_out |= text.is_none();
        text.unwrap_or_default()
    }

    /// Reads a list: its length, then its entries.
    pub fn list<T>(&mut self, read: impl Fn(&mut Reader) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..self.length() {
            // A corrupt length must not loop on.
            if self.ran_out {
                break;
            }
            list.push(read(self));
        }
        list
    }

    #[inline(never)]
    fn length(&mut self) -> usize {
        let text = self.text();
        match text.parse() {
            Ok(length) => length,
            Err(_) => {
                self.ran_out = true;
                0
            }
        }
    }
}

impl Wire for &'static str {
    fn write_to(&self, writer: &mut Writer) {
        writer.texts.push((*self).to_owned());
    }

    fn read_from(reader: &mut Reader) -> Self {
        reader.text()
    }
}

impl Wire for Option<&'static str> {
    fn write_to(&self, writer: &mut Writer) {
        self.unwrap_or_default().write_to(writer);
    }

    fn read_from(reader: &mut Reader) -> Self {
        Some(reader.text()).filter(|text| !text.is_empty())
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write_to(&self, writer: &mut Writer) {
        writer.texts.push(self.len().to_string());
        for entry in self {
            entry.write_to(writer);
        }
    }

    fn read_from(reader: &mut Reader) -> Self {
        reader.list(T::read_from)
    }
}

/// Declares a struct that is serialized field by field.
macro_rules! wired {
    (
        $(#[$outer:meta])*
        pub struct $name:ident { $($(#[$inner:meta])* pub $field:ident: $kind:ty),+ $(,)? }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $($(#[$inner])* pub $field: $kind),+ }

        impl $name {
            /// Fingerprint of the field names: changes when a field is added, removed, renamed or
            /// moved.
            pub const SHAPE: u32 =
                $crate::wire::fingerprint(concat!($(stringify!($field), " "),+), 0);
        }

        impl $crate::wire::Wire for $name {
            fn write_to(&self, writer: &mut $crate::wire::Writer) {
                $(self.$field.write_to(writer);)+
            }

            fn read_from(reader: &mut $crate::wire::Reader) -> Self {
                $name { $($field: $crate::wire::Wire::read_from(reader)),+ }
            }
        }
    };
}

pub(crate) use wired;
