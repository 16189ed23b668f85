//! Settings of the site that shows the check, the fit of its programs, and server configuration.
//!
//! Nothing here can change a computed result: `assessment` does not depend on this crate.
//! Every setting is optional; without them the check shows only what applies to everybody.

mod act;

mod colors;

mod contact_way;

pub mod contrast;

mod fit;

pub mod hosting;

mod hours;

mod language;

mod origin;

mod programs;

mod settings;

pub use act::{Act, act};
pub use colors::{Colors, Rgb, Scheme};
pub use contact_way::{ContactWay, Encoding, Endpoint};
pub use fit::{Fit, Need, Verdict, fit};
pub use hours::{Hours, Opening, WeekMinute};
pub use language::{COUNTRIES, HOME, LANGUAGES, Language};
pub use origin::{Origin, partners};
pub use programs::{Offer, Programs, WithdrawalCareKind};
pub use settings::{
    JsonValue, KEYS, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN, Warning, settings, shown,
};

/// Settings of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Neutral page that "Leave quickly" opens.
    pub leave_to: String,
    /// Name of the center; without it the page does not mention a site.
    pub name: Option<String>,
    /// Logo: a file name beside the page; at run time the image as a `data:` URL.
    pub logo: Option<String>,
    /// Accent colors.
    pub colors: Colors,
    /// Phone number to call, as displayed.
    pub phone: Option<String>,
    /// Phone number to text, as displayed.
    pub text_to: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Postal address, line by line.
    pub address: Vec<String>,
    /// Country of the site: a page of another one opens that of this country. The visitor can change it.
    pub country: Option<&'static str>,
    /// Languages to choose from.
    pub languages: Vec<&'static Language>,
    /// Notice of the site's help with languages, such as that of Section 1557 in the US.
    pub language_help: Option<String>,
    /// Programs of the site.
    pub programs: Programs,
    /// Opening hours; `None` if the site does not say.
    pub hours: Option<Hours>,
    /// Endpoint that receives contact requests.
    pub endpoint: Option<Endpoint>,
    /// Contact ways that need the endpoint, in display order.
    pub ways: Vec<ContactWay>,
    /// Consent text before a request is sent; replaces the default text.
    pub consent: Option<String>,
    /// Privacy page of the center.
    pub privacy_link: Option<String>,
    /// Terms page of the center.
    pub terms_link: Option<String>,
    /// Where to report a wrong suggestion: a URL or an email address. The link contains no answers.
    pub report: Option<String>,
    /// Origins of other sites that may embed the check in a frame. Only server headers can allow
    /// it.
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
            country: None,
            languages: LANGUAGES.iter().collect(),
            language_help: None,
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
    /// Returns the endpoint with the contact ways that need it, if both are set.
    pub fn offered(&self) -> Option<(&Endpoint, &[ContactWay])> {
        let endpoint = self.endpoint.as_ref()?;
        (!self.ways.is_empty()).then_some((endpoint, self.ways.as_slice()))
    }
}
