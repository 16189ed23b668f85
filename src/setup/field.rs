//! What is typed.

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name of the center.
    Name,
    /// The number to call.
    Phone,
    /// The number to text.
    TextNumber,
    /// The address for mail.
    Email,
    /// The accent in the light scheme.
    Accent,
    /// The accent in the dark scheme.
    AccentDark,
    /// The title of the frame and the words of the button.
    Label,
    /// Where the check will stand.
    Place,
    /// The time zone of the hours.
    Zone,
    /// When someone begins to answer.
    From,
    /// When nobody answers any more.
    Until,
    /// The hours in words.
    HoursWords,
    /// Where contact requests go.
    Endpoint,
    /// What the center does with what it receives.
    Privacy,
    /// The terms of the center.
    Terms,
    /// The neutral page that "Leave quickly" opens.
    LeaveTo,
    /// Other sites that may show the check, one a line.
    Partners,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Field; 17] = [
        Field::Place,
        Field::Name,
        Field::Phone,
        Field::TextNumber,
        Field::Email,
        Field::Accent,
        Field::AccentDark,
        Field::Label,
        Field::Zone,
        Field::From,
        Field::Until,
        Field::HoursWords,
        Field::Endpoint,
        Field::Privacy,
        Field::Terms,
        Field::LeaveTo,
        Field::Partners,
    ];

    /// Its name in the page.
    pub fn id(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Phone => "phone",
            Field::TextNumber => "text-number",
            Field::Email => "email",
            Field::Accent => "accent",
            Field::AccentDark => "accent-dark",
            Field::Label => "label",
            Field::Place => "place",
            Field::Zone => "zone",
            Field::From => "from",
            Field::Until => "until",
            Field::HoursWords => "hours-words",
            Field::Endpoint => "endpoint",
            Field::Privacy => "privacy",
            Field::Terms => "terms",
            Field::LeaveTo => "leave-to",
            Field::Partners => "partners",
        }
    }

    /// Its key in `site.json`, if it has one.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Field::Name => Some("name"),
            Field::Phone => Some("phone"),
            Field::TextNumber => Some("text_number"),
            Field::Email => Some("email"),
            Field::Accent => Some("colours.accent"),
            Field::AccentDark => Some("colours.accent_dark"),
            Field::Zone => Some("hours.zone"),
            Field::From | Field::Until => Some("hours.open"),
            Field::HoursWords => Some("hours.words"),
            Field::Endpoint => Some("contact.endpoint"),
            Field::Privacy => Some("privacy_link"),
            Field::Terms => Some("terms_link"),
            Field::LeaveTo => Some("leave_to"),
            Field::Partners => Some("partners"),
            Field::Label | Field::Place => None,
        }
    }
}
