//! Clinical stories: answers with what they should come to.
//!
//! A story is a TOML file that a reviewer writes without Rust, its expectations derived by hand from the
//! evidence file. The tests run the stories, and the rulebook names them beside the rules they test.
//! No rule and no threshold comes here. Start at [`read`].

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

/// A person's answers and what they should come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vignette {
    /// The file's name without its ending.
    pub name: String,
    /// The number of the example case in the evidence file (C.8), where it is one.
    pub case: Option<u8>,
    /// What is going on, in words.
    pub story: String,
    /// The answers, the unsaid ones among them.
    pub response: Response,
    /// What should come out.
    pub expect: Expectation,
}

/// What should come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// How serious each area is, in the order of [`Dimension::ALL`].
    pub ratings: [(Dimension, RiskRating); 5],
    /// What needs help now.
    pub alert: Alert,
    /// What comes before treatment.
    pub first_step: FirstStep,
    /// How much treatment; nothing where the level is hidden.
    pub level: Option<LevelOfCare>,
    /// The level that usually follows, where it is shown.
    pub next_level: Option<LevelOfCare>,
    /// How soon.
    pub urgency: Urgency,
    /// The first line.
    pub headline: Headline,
    /// Rules the story is about; others may fire too.
    pub fired: Vec<RuleId>,
    /// Rules that must stay quiet.
    pub not_fired: Vec<RuleId>,
    /// What to add: these and nothing else.
    pub add_ons: BTreeSet<AddOn>,
    /// The medical signs that are named: these and nothing else.
    pub signs: BTreeSet<(LinkId, &'static str)>,
    /// Advice that has to be among what is told; there may be more.
    pub advice: Vec<&'static str>,
}
