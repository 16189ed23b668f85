//! Text in two voices: to the person, and about someone else.

use super::wire::{Reader, Wire, Writer};

/// Voice: whom the words are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The person who answers.
    #[default]
    Self_,
    /// Someone that person cares about.
    SomeoneElse,
}

/// Text in both voices; the second is `None` if it is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said(pub &'static str, pub Option<&'static str>);

impl From<&Said> for Said {
    fn from(said: &Said) -> Said {
        *said
    }
}

impl Said {
    /// Returns the text in one voice.
    pub fn in_voice(self, voice: Voice) -> &'static str {
        match voice {
            Voice::Self_ => self.0,
            Voice::SomeoneElse => self.1.unwrap_or(self.0),
        }
    }
}

impl Wire for Said {
    fn write_to(&self, writer: &mut Writer) {
        self.0.write_to(writer);
        self.1.write_to(writer);
    }

    fn read_from(reader: &mut Reader) -> Self {
        Said(Wire::read_from(reader), Wire::read_from(reader))
    }
}

/// List in both voices. The lists may differ in length; the second is `None` if it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidList(pub Vec<&'static str>, pub Option<Vec<&'static str>>);

impl SaidList {
    /// Returns the list in one voice.
    pub fn in_voice(&self, voice: Voice) -> &[&'static str] {
        match (voice, &self.1) {
            (Voice::SomeoneElse, Some(other)) => other,
            (Voice::SomeoneElse, None) | (Voice::Self_, _) => &self.0,
        }
    }
}

impl Wire for SaidList {
    fn write_to(&self, writer: &mut Writer) {
        self.0.write_to(writer);
        self.1.clone().unwrap_or_default().write_to(writer);
    }

    fn read_from(reader: &mut Reader) -> Self {
        let own = Wire::read_from(reader);
        let other = Some(Vec::read_from(reader)).filter(|other| !other.is_empty());
        SaidList(own, other)
    }
}

impl Wire for Option<Said> {
    fn write_to(&self, writer: &mut Writer) {
        self.map(|said| said.0).write_to(writer);
        self.and_then(|said| said.1).write_to(writer);
    }

    fn read_from(reader: &mut Reader) -> Self {
        let said = Said::read_from(reader);
        Some(said).filter(|said| !said.0.is_empty())
    }
}
