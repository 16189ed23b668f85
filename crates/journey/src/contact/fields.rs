//! What a person types, chooses and ticks.

use site::ContactWay;

/// Something that can be wrong and has a place on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What to call the person.
    Name,
    /// A number to call or text.
    Phone,
    /// An address for mail.
    Email,
    /// Days that suit.
    Days,
    /// What the person wants to say.
    Message,
    /// The tick without which nothing is sent.
    Consent,
}

/// Whether a way can do without a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It may stay empty.
    Optional,
    /// It has to be filled.
    Required,
    /// One of the two ways to reach the person has to be filled.
    Either,
}

/// When a call suits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartOfDay {
    /// Whenever.
    #[default]
    Any,
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// After work.
    Evening,
}

/// A box to tick. All begin without a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// A message or text may be left where others may see or hear it.
    MayLeave,
    /// What is typed may be used to get in touch.
    Consent,
    /// The result goes along.
    AddResult,
    /// The answers go along.
    AddAnswers,
}

/// Everything that was typed, chosen and ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    name: String,
    phone: String,
    email: String,
    days: String,
    message: String,
    /// When a call suits.
    pub time: PartOfDay,
    may_leave: bool,
    consent: bool,
    add_result: bool,
    add_answers: bool,
}

/// The fields of one way, in order: as few as it needs.
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

/// Whether a way asks when a call suits.
pub fn asks_time(way: ContactWay) -> bool {
    match way {
        ContactWay::Call | ContactWay::ShortCall => true,
        ContactWay::Text | ContactWay::Meeting | ContactWay::Message => false,
    }
}

impl Field {
    /// Every field, in the order of the screen.
    pub const ALL: [Field; 6] = [
        Field::Name,
        Field::Phone,
        Field::Email,
        Field::Days,
        Field::Message,
        Field::Consent,
    ];

    /// The stable name: in what is sent, and of the control on the screen.
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

    /// The field with this name.
    pub fn named(code: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.code() == code)
    }

    /// The fewest characters that can be meant, and the most that are taken.
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
    /// Every part, the widest first.
    pub const ALL: [PartOfDay; 4] = [
        PartOfDay::Any,
        PartOfDay::Morning,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
    ];

    /// The stable name in what is sent.
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
    /// The stable name of the box on the screen.
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
    /// What stands in a field.
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

    /// Whether a box is ticked.
    pub fn has(&self, tick: Tick) -> bool {
        match tick {
            Tick::MayLeave => self.may_leave,
            Tick::Consent => self.consent,
            Tick::AddResult => self.add_result,
            Tick::AddAnswers => self.add_answers,
        }
    }

    /// Takes what was typed, and no more than is taken.
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

    /// Takes every tick out that lets something go along.
    pub(super) fn take_consent_back(&mut self) {
        self.consent = false;
        self.add_result = false;
        self.add_answers = false;
    }

    /// Ticks a box, or takes the tick out.
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
