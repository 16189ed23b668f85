//! Clinical stories (vignettes): answers with the expected result.
//!
//! A story is a TOML file that a reviewer writes without Rust, with expectations derived by hand
//! from the evidence file. The tests run the stories, and the rulebook lists them beside the rules
//! they test. The crate contains no rules and no thresholds. Start at [`read`].

mod folder;

mod file;

mod answers;

mod expectation;

mod entries;

mod comparison;

mod coverage;

use std::collections::BTreeSet;

use assessment::{
    AddOn, Alert, Dimension, FirstStep, Headline, LevelOfCare, LinkId, Response, RiskRating,
    RuleId, Urgency,
};

pub use coverage::{Coverage, coverage};
pub use folder::read;

/// Story (vignette): a person's answers with the expected result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vignette {
    /// File name without its extension.
    pub name: String,
    /// Number of the example case in the evidence file (C.8), if it is one.
    pub case: Option<u8>,
    /// The situation, in words.
    pub story: String,
    /// All answers, including the defaults.
    pub response: Response,
    /// Expected result.
    pub expect: Expectation,
}

/// Expected result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Risk rating of each dimension, in the order of [`Dimension::ALL`].
    pub ratings: [(Dimension, RiskRating); 5],
    /// Urgency of signs that need help now.
    pub alert: Alert,
    /// First step before treatment.
    pub first_step: FirstStep,
    /// Level of care; `None` where it is hidden.
    pub level: Option<LevelOfCare>,
    /// Next level, where it is shown.
    pub next_level: Option<LevelOfCare>,
    /// How soon.
    pub urgency: Urgency,
    /// Headline.
    pub headline: Headline,
    /// Rules the story is about; others may fire too.
    pub fired: Vec<RuleId>,
    /// Rules that must not fire.
    pub not_fired: Vec<RuleId>,
    /// Add-ons: exactly these.
    pub add_ons: BTreeSet<AddOn>,
    /// Medical signs: exactly these.
    pub signs: BTreeSet<(LinkId, &'static str)>,
    /// Advice that must be included; there may be more.
    pub advice: Vec<&'static str>,
}
