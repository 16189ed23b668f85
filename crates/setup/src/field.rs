//! Text fields of the form.

/// A text field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Name of the center.
    Name,
    /// Phone number.
    Phone,
    /// Number for text messages.
    TextNumber,
    /// Email address.
    Email,
    /// Postal address, with line breaks.
    Address,
    /// File name of the logo.
    Logo,
    /// Accent color in the light scheme.
    Accent,
    /// Accent color in the dark scheme.
    AccentDark,
    /// Title of the frame and text of the button.
    Label,
    /// URL where the check will be hosted.
    CheckUrl,
    /// Kinds of payment, one per line.
    Payment,
    /// Spoken languages, one per line.
    Languages,
    /// Time zone of the hours.
    Zone,
    /// Start of the hours.
    From,
    /// End of the hours.
    Until,
    /// The hours as text.
    HoursWords,
    /// URL that receives contact requests.
    Endpoint,
    /// Consent text of the contact form.
    Consent,
    /// URL of the center's privacy notice.
    Privacy,
    /// URL of the center's terms.
    Terms,
    /// Address for reports of a wrong suggestion.
    Report,
    /// URL of the neutral page that "Leave quickly" opens.
    LeaveTo,
    /// Sites that may embed the check, one per line.
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
        Field::CheckUrl,
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

    /// Element id.
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
            Field::CheckUrl => "place",
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

    /// Key in `site.json`, if it has one.
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
            Field::Label | Field::CheckUrl => None,
        }
    }

    /// Whether each line is a separate entry.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Field::Address | Field::Payment | Field::Languages | Field::Partners
        )
    }
}
