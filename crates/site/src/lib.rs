//! Settings of the site that shows the check, and how far its programs fit a result.
//!
//! Nothing here can ever change a computed result: `assessment` does not know this room.
//! Every setting may be missing; the check then shows only what holds for everybody.

mod act;

mod colors;

mod contact_way;

pub mod contrast;

mod fit;

pub mod hosting;

mod hours;

mod origin;

mod programs;

mod settings;

pub use act::{Act, act};
pub use colors::{Colors, Rgb, Scheme};
pub use contact_way::{ContactWay, Encoding, Endpoint};
pub use fit::{Fit, Need, Verdict, fit};
pub use hours::{Hours, Opening, WeekMinute};
pub use origin::{Origin, partners};
pub use programs::{Offer, Programs, WithdrawalCareKind};
pub use settings::{
    JsonValue, KEYS, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN, Warning, settings, shown,
};

/// What a site may set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The neutral page that "Leave quickly" opens.
    pub leave_to: String,
    /// The name of the center; without it nothing is said about a site.
    pub name: Option<String>,
    /// The logo: the name of a file beside the page, and in the page the picture itself as a `data:`
    /// address.
    pub logo: Option<String>,
    /// The accents.
    pub colors: Colors,
    /// The number to call, as it is shown.
    pub phone: Option<String>,
    /// The number to text, as it is shown.
    pub text_to: Option<String>,
    /// The address for mail.
    pub email: Option<String>,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// What the programs can do.
    pub programs: Programs,
    /// When someone answers; nothing where the site does not say.
    pub hours: Option<Hours>,
    /// Where contact requests go, and which ways the site offers.
    pub endpoint: Option<Endpoint>,
    /// Ways of contact that need the endpoint, in the order they are shown.
    pub ways: Vec<ContactWay>,
    /// What a person agrees to before they send something, in place of our own words.
    pub consent: Option<String>,
    /// The page that says what the center does with what it receives.
    pub privacy_link: Option<String>,
    /// The terms of the center.
    pub terms_link: Option<String>,
    /// Where a wrong suggestion is told: the address of a page, or one for mail. Nothing of the answers
    /// goes along.
    pub report: Option<String>,
    /// Origins of other sites that may show the check in a frame. Only the server can let them.
    pub partners: Vec<Origin>,
}

impl Default for Site {
    fn default() -> Site {
        Site {
            leave_to: "https://www.weather.gov/".into(),
            name: None,
            logo: None,
            colors: Colors::default(),
            phone: None,
            text_to: None,
            email: None,
            address: Vec::new(),
            programs: Programs::default(),
            hours: None,
            endpoint: None,
            ways: Vec::new(),
            consent: None,
            privacy_link: None,
            terms_link: None,
            report: None,
            partners: Vec::new(),
        }
    }
}

impl Site {
    /// The ways of contact that need an endpoint, where there is one to send to.
    pub fn offered(&self) -> Option<(&Endpoint, &[ContactWay])> {
        let endpoint = self.endpoint.as_ref()?;
        (!self.ways.is_empty()).then_some((endpoint, self.ways.as_slice()))
    }
}
