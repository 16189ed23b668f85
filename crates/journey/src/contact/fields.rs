//! The fields and checkboxes of the contact form.

use site::ContactWay;

/// A form field that can have a validation error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The person's name.
    Name,
    /// A phone number for calls or texts.
    Phone,
    /// An email address.
    Email,
    /// Preferred days.
    Days,
    /// The person's message.
    Message,
    /// The consent checkbox; required before sending.
    Consent,
}

/// Whether a contact method requires a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The field may stay empty.
    Optional,
    /// The field is required.
    Required,
    /// At least one of phone number and email address is required.
    Either,
}

/// The preferred time of day for a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartOfDay {
    /// Any time.
    #[default]
    Any,
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// After work.
    Evening,
}

/// A checkbox. All start unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Allows a message or text that others may see or hear.
    MayLeave,
    /// Consents to the use of the typed data for getting in touch.
    Consent,
    /// Attaches the result.
    AddResult,
    /// Attaches the answers.
    AddAnswers,
}

/// The values of all fields and checkboxes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    name: String,
    phone: String,
    email: String,
    days: String,
    message: String,
    /// The preferred time of day for a call.
    pub time: PartOfDay,
    may_leave: bool,
    consent: bool,
    add_result: bool,
    add_answers: bool,
}

/// Returns the fields of a contact method in order: as few as it needs.
pub fn asked(way: ContactWay) -> &'static [(Field, Asked)] {
    match way {
        ContactWay::Call => &[
            (Field::Name, Asked::Optional),
            (Field::Phone, Asked::Required),
        ],
        ContactWay::Text => &[(Field::Phone, Asked::Required)],
        ContactWay::Meeting => &[
            (Field::Name, Asked::Required),
            (Field::Phone, Asked::Either),
            (Field::Email, Asked::Either),
            (Field::Days, Asked::Optional),
        ],
        ContactWay::ShortCall => &[
            (Field::Name, Asked::Required),
            (Field::Phone, Asked::Required),
        ],
        ContactWay::Message => &[
            (Field::Name, Asked::Optional),
            (Field::Phone, Asked::Either),
            (Field::Email, Asked::Either),
            (Field::Message, Asked::Required),
        ],
    }
}

/// Whether a contact method asks for the preferred time of day.
pub fn asks_time(way: ContactWay) -> bool {
    match way {
        ContactWay::Call | ContactWay::ShortCall => true,
        ContactWay::Text | ContactWay::Meeting | ContactWay::Message => false,
    }
}

impl Field {
    /// Every field, in screen order.
    pub const ALL: [Field; 6] = [
        Field::Name,
        Field::Phone,
        Field::Email,
        Field::Days,
        Field::Message,
        Field::Consent,
    ];

    /// Returns the stable name, used as the key in the payload and as the name of the control.
    pub fn code(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Phone => "phone",
            Field::Email => "email",
            Field::Days => "preferred_days",
            Field::Message => "message",
            Field::Consent => "consent",
        }
    }

    /// Finds the field with this name.
    pub fn named(code: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Returns the minimum and maximum length in characters.
    pub fn bounds(self) -> (usize, usize) {
        match self {
            Field::Name => (1, 80),
            Field::Phone => (5, 30),
            Field::Email => (3, 254),
            Field::Days => (1, 100),
            Field::Message => (1, 1000),
            Field::Consent => (0, 0),
        }
    }
}

impl PartOfDay {
    /// Every part of the day, the widest first.
    pub const ALL: [PartOfDay; 4] = [
        PartOfDay::Any,
        PartOfDay::Morning,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
    ];

    /// Returns the stable value for the payload.
    pub fn code(self) -> &'static str {
        match self {
            PartOfDay::Any => "any",
            PartOfDay::Morning => "morning",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
        }
    }
}

impl Tick {
    /// Returns the stable name of the checkbox.
    pub fn code(self) -> &'static str {
        match self {
            Tick::MayLeave => "may_leave_message",
            Tick::Consent => "consent",
            Tick::AddResult => "add_result",
            Tick::AddAnswers => "add_answers",
        }
    }
}

impl Fields {
    /// Returns the text of a field.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Name => &self.name,
            Field::Phone => &self.phone,
            Field::Email => &self.email,
            Field::Days => &self.days,
            Field::Message => &self.message,
            Field::Consent => "",
        }
    }

    /// Whether a checkbox is checked.
    pub fn has(&self, tick: Tick) -> bool {
        match tick {
            Tick::MayLeave => self.may_leave,
            Tick::Consent => self.consent,
            Tick::AddResult => self.add_result,
            Tick::AddAnswers => self.add_answers,
        }
    }

    /// Sets the text of a field, truncated to its maximum length.
    pub(super) fn set(&mut self, field: Field, text: String) {
        let (_, most) = field.bounds();
        let text = if text.chars().count() > most {
            text.chars().take(most).collect()
        } else {
            text
        };
        match field {
            Field::Name => self.name = text,
            Field::Phone => self.phone = text,
            Field::Email => self.email = text,
            Field::Days => self.days = text,
            Field::Message => self.message = text,
            Field::Consent => {}
        }
    }

    /// Unchecks consent and both attachments.
    pub(super) fn take_consent_back(&mut self) {
        self.consent = false;
        self.add_result = false;
        self.add_answers = false;
    }

    /// Toggles a checkbox.
    pub(super) fn toggle(&mut self, tick: Tick) {
        let ticked = match tick {
            Tick::MayLeave => &mut self.may_leave,
            Tick::Consent => &mut self.consent,
            Tick::AddResult => &mut self.add_result,
            Tick::AddAnswers => &mut self.add_answers,
        };
        *ticked = !*ticked;
    }
}
