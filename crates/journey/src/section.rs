//! Disclosure sections of the result.

/// A disclosure section of the result: a heading with a one-line answer, and a body that opens below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What to do until a professional has seen the person.
    UntilSeen,
    /// Guidance for people who help or stay.
    Helpers,
    /// Guidance for someone under 18.
    Young,
    /// The reasons in the person's own answers, what would change the result, and what it cannot know.
    Why,
    /// The next steps, what each kind of care is like, and advice that fits the answers.
    Way,
    /// Who to call, what to say and what to ask.
    FirstCall,
    /// Contact methods of the site, and how well its programs fit.
    Contact,
    /// The person's barriers and wishes.
    InTheWay,
    /// Comparison with earlier results.
    Earlier,
    /// Exports: print, copy, save, read aloud.
    TakeAlong,
}

impl Section {
    /// Every section.
    pub const ALL: [Section; 10] = [
        Section::UntilSeen,
        Section::Helpers,
        Section::Young,
        Section::Why,
        Section::Way,
        Section::FirstCall,
        Section::Contact,
        Section::InTheWay,
        Section::Earlier,
        Section::TakeAlong,
    ];

    /// Returns the stable name, used in element ids.
    pub fn code(self) -> &'static str {
        match self {
            Section::UntilSeen => "until-seen",
            Section::Helpers => "helpers",
            Section::Young => "young",
            Section::Why => "why",
            Section::Way => "way",
            Section::FirstCall => "first-call",
            Section::Contact => "contact",
            Section::InTheWay => "in-the-way",
            Section::Earlier => "earlier",
            Section::TakeAlong => "take-along",
        }
    }

    fn bit(self) -> u16 {
        1_u16.wrapping_shl(self as u32)
    }
}

/// A bit set of open sections; empty by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenSections(u16);

impl OpenSections {
    /// All sections.
    pub const ALL: OpenSections = OpenSections(u16::MAX);

    /// The set as a number, for [`OpenSections::from_bits`].
    pub(super) fn bits(self) -> u16 {
        self.0
    }

    pub(super) fn from_bits(bits: u16) -> OpenSections {
        OpenSections(bits)
    }

    /// Whether a section is open.
    pub fn has(self, section: Section) -> bool {
        self.0 & section.bit() != 0
    }

    /// Returns the set with a section opened.
    #[must_use]
    pub fn with(self, section: Section) -> OpenSections {
        OpenSections(self.0 | section.bit())
    }

    /// Returns the set with a section toggled.
    #[must_use]
    pub fn toggled(self, section: Section) -> OpenSections {
        OpenSections(self.0 ^ section.bit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_opens_and_closes_alone() {
        for section in Section::ALL {
            let open = OpenSections::default().with(section);
            for other in Section::ALL {
                assert_eq!(open.has(other), other == section, "{section:?} {other:?}");
            }
            assert_eq!(open.toggled(section), OpenSections::default());
            assert!(!OpenSections::ALL.toggled(section).has(section));
        }
    }

    #[test]
    fn codes_are_unique() {
        let mut codes: Vec<&str> = Section::ALL.iter().map(|section| section.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Section::ALL.len());
    }
}
