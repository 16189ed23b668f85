//! Packs a questionnaire into bytes, and unpacks it.
//!
//! As static values, rules and items are trees of pointers: 24 KB of the module after compression. Packed,
//! they are a list of small numbers, and each text stands once in a list of its own. Decision 0030.

mod conditions;
mod kinds;

use super::questionnaire::Questionnaire;

/// A packed questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Numbers, seven bits to a byte.
    pub bytes: Vec<u8>,
    /// The texts, each once, a line each.
    pub texts: String,
}

impl Questionnaire {
    /// Packs the questionnaire. No text of it may have more than one line.
    pub fn pack(&self) -> Packed {
        let mut packer = Packer::default();
        self.pack_into(&mut packer);
        Packed {
            bytes: packer.bytes,
            texts: packer.texts.join("\n"),
        }
    }

    /// Unpacks a questionnaire, which stays in memory. Never fails: what the bytes do not hold is empty, or the
    /// first of its kind. The build that packs one looks that it comes back whole.
    pub fn unpack(bytes: &'static [u8], texts: &'static str) -> Questionnaire {
        Questionnaire::unpack_from(&mut Unpacker {
            bytes,
            texts: texts.split('\n').collect(),
            seen: 0,
            ran_out: false,
        })
    }
}

#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    texts: Vec<String>,
}

struct Unpacker {
    bytes: &'static [u8],
    texts: Vec<&'static str>,
    /// How many of the texts were read.
    seen: usize,
    ran_out: bool,
}

impl Packer {
    fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }
}

impl Unpacker {
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0_u32, 0_u32);
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift = shift.saturating_add(7);
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.ran_out = true;
        0
    }

    #[inline(never)]
    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(0)
    }

    #[inline(never)]
    fn text(&mut self) -> &'static str {
        let back = self.length();
        if back == 0 {
            self.seen = self.seen.saturating_add(1);
        }
        let position = self.seen.checked_sub(back.max(1));
        let text = position.and_then(|position| self.texts.get(position));
        self.ran_out |= text.is_none();
        text.copied().unwrap_or_default()
    }
}

/// A part of a questionnaire.
trait Part {
    fn pack_into(&self, packer: &mut Packer);
    fn unpack_from(unpacker: &mut Unpacker) -> Self;
}

impl Part for u32 {
    fn pack_into(&self, packer: &mut Packer) {
        packer.number(*self);
    }

    fn unpack_from(unpacker: &mut Unpacker) -> u32 {
        unpacker.number()
    }
}

/// Numbers that fit into 32 bits.
macro_rules! numbers {
    ($($name:ident),+) => { $(
        impl Part for $name {
            fn pack_into(&self, packer: &mut Packer) {
                packer.number(u32::from(*self));
            }

            #[inline(never)]
            fn unpack_from(unpacker: &mut Unpacker) -> $name {
                $name::try_from(unpacker.number()).unwrap_or_default()
            }
        }
    )+ };
}

numbers!(u8, u16);

impl Part for bool {
    fn pack_into(&self, packer: &mut Packer) {
        packer.number(u32::from(*self));
    }

    fn unpack_from(unpacker: &mut Unpacker) -> bool {
        unpacker.number() > 0
    }
}

impl Part for &'static str {
    fn pack_into(&self, packer: &mut Packer) {
        // A new text is a 0, another the number of texts to go back: smaller numbers than positions.
        let known = packer.texts.iter().rev().position(|text| text == self);
        let back = known.map_or(0, |position| position.saturating_add(1));
        if known.is_none() {
            packer.texts.push((*self).to_owned());
        }
        packer.number(u32::try_from(back).unwrap_or(u32::MAX));
    }

    fn unpack_from(unpacker: &mut Unpacker) -> &'static str {
        unpacker.text()
    }
}

impl<T: Part> Part for Option<T> {
    fn pack_into(&self, packer: &mut Packer) {
        self.is_some().pack_into(packer);
        if let Some(value) = self {
            value.pack_into(packer);
        }
    }

    fn unpack_from(unpacker: &mut Unpacker) -> Option<T> {
        bool::unpack_from(unpacker).then(|| T::unpack_from(unpacker))
    }
}

impl<T: Part> Part for &'static [T] {
    fn pack_into(&self, packer: &mut Packer) {
        packer.number(u32::try_from(self.len()).unwrap_or(u32::MAX));
        for entry in *self {
            entry.pack_into(packer);
        }
    }

    #[inline(never)]
    fn unpack_from(unpacker: &mut Unpacker) -> &'static [T] {
        let mut list = Vec::new();
        for _ in 0..unpacker.length() {
            // A corrupt length must not loop on.
            if unpacker.ran_out {
                break;
            }
            list.push(T::unpack_from(unpacker));
        }
        list.leak()
    }
}

impl<A: Part, B: Part> Part for (A, B) {
    fn pack_into(&self, packer: &mut Packer) {
        self.0.pack_into(packer);
        self.1.pack_into(packer);
    }

    fn unpack_from(unpacker: &mut Unpacker) -> (A, B) {
        (A::unpack_from(unpacker), B::unpack_from(unpacker))
    }
}

impl<A: Part, B: Part, C: Part> Part for (A, B, C) {
    fn pack_into(&self, packer: &mut Packer) {
        self.0.pack_into(packer);
        self.1.pack_into(packer);
        self.2.pack_into(packer);
    }

    fn unpack_from(unpacker: &mut Unpacker) -> (A, B, C) {
        (
            A::unpack_from(unpacker),
            B::unpack_from(unpacker),
            C::unpack_from(unpacker),
        )
    }
}
