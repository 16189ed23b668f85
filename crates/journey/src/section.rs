//! Sections of the result that open in place.

/// A section of the result: a heading that answers in one line, and a body behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What to do until someone has seen the person.
    UntilSeen,
    /// For whoever helps or stays.
    Helpers,
    /// For someone under 18.
    Young,
    /// The reasons, in the person's own answers.
    Why,
    /// The way from here, with what each kind of care is like.
    Way,
    /// Whom to call, what to say and what to ask.
    FirstCall,
    /// How far the site's programs fit.
    Fit,
    /// Ways to reach the site.
    Contact,
    /// Advice that fits the answers.
    ForYou,
    /// What stands in the way, and what is wished for.
    InTheWay,
    /// What would change the result, and what it cannot know.
    Change,
    /// Earlier results beside this one.
    Earlier,
    /// Print, copy, save, read aloud.
    TakeAlong,
}

impl Section {
    /// Every section.
    pub const ALL: [Section; 13] = [
        Section::UntilSeen,
        Section::Helpers,
        Section::Young,
        Section::Why,
        Section::Way,
        Section::FirstCall,
        Section::Fit,
        Section::Contact,
        Section::ForYou,
        Section::InTheWay,
        Section::Change,
        Section::Earlier,
        Section::TakeAlong,
    ];

    /// The stable name, for the page's ids.
    pub fn code(self) -> &'static str {
        match self {
            Section::UntilSeen => "until-seen",
            Section::Helpers => "helpers",
            Section::Young => "young",
            Section::Why => "why",
            Section::Way => "way",
            Section::FirstCall => "first-call",
            Section::Fit => "fit",
            Section::Contact => "contact",
            Section::ForYou => "for-you",
            Section::InTheWay => "in-the-way",
            Section::Change => "change",
            Section::Earlier => "earlier",
            Section::TakeAlong => "take-along",
        }
    }

    fn bit(self) -> u16 {
        1_u16.wrapping_shl(self as u32)
    }
}

/// The sections that are open; none at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenSections(u16);

impl OpenSections {
    /// Every section open.
    pub const ALL: OpenSections = OpenSections(u16::MAX);

    /// Whether a section is open.
    pub fn has(self, section: Section) -> bool {
        self.0 & section.bit() != 0
    }

    /// The same with a section open.
    #[must_use]
    pub fn with(self, section: Section) -> OpenSections {
        OpenSections(self.0 | section.bit())
    }

    /// The same with a section closed that was open, or open that was closed.
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
