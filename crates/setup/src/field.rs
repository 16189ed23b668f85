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
    /// The postal address, a line for each.
    Address,
    /// The name of the logo's file.
    Logo,
    /// The accent in the light scheme.
    Accent,
    /// The accent in the dark scheme.
    AccentDark,
    /// The title of the frame and the words of the button.
    Label,
    /// Where the check will stand.
    Place,
    /// Kinds of payment, one a line.
    Payment,
    /// Languages that are spoken, one a line.
    Languages,
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
    /// What a person agrees to before they send.
    Consent,
    /// What the center does with what it receives.
    Privacy,
    /// The terms of the center.
    Terms,
    /// Where a wrong suggestion is told.
    Report,
    /// The neutral page that "Leave quickly" opens.
    LeaveTo,
    /// Other sites that may show the check, one a line.
    Partners,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Field; 23] = [
        Field::Name,
        Field::Phone,
        Field::TextNumber,
        Field::Email,
        Field::Address,
        Field::Logo,
        Field::Accent,
        Field::AccentDark,
        Field::Payment,
        Field::Languages,
        Field::Place,
        Field::Label,
        Field::From,
        Field::Until,
        Field::Zone,
        Field::HoursWords,
        Field::Endpoint,
        Field::Consent,
        Field::Privacy,
        Field::Terms,
        Field::Report,
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
            Field::Address => "address",
            Field::Logo => "logo",
            Field::Accent => "accent",
            Field::AccentDark => "accent-dark",
            Field::Label => "label",
            Field::Place => "place",
            Field::Payment => "payment",
            Field::Languages => "languages",
            Field::Zone => "zone",
            Field::From => "from",
            Field::Until => "until",
            Field::HoursWords => "hours-words",
            Field::Endpoint => "endpoint",
            Field::Consent => "consent",
            Field::Privacy => "privacy",
            Field::Terms => "terms",
            Field::Report => "report",
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
            Field::Address => Some("address"),
            Field::Logo => Some("logo"),
            Field::Accent => Some("colours.accent"),
            Field::AccentDark => Some("colours.accent_dark"),
            Field::Payment => Some("programs.payment"),
            Field::Languages => Some("programs.languages"),
            Field::Zone => Some("hours.zone"),
            Field::From | Field::Until => Some("hours.open"),
            Field::HoursWords => Some("hours.words"),
            Field::Endpoint => Some("contact.endpoint"),
            Field::Consent => Some("consent"),
            Field::Privacy => Some("privacy_link"),
            Field::Terms => Some("terms_link"),
            Field::Report => Some("report"),
            Field::LeaveTo => Some("leave_to"),
            Field::Partners => Some("partners"),
            Field::Label | Field::Place => None,
        }
    }

    /// Whether each line is a text of its own.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Field::Address | Field::Payment | Field::Languages | Field::Partners
        )
    }
}
