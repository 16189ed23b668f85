//! Every question and every rule, from the files beside this crate's manifest.
//!
//! `build.rs` checks and compiles the files before every build, so nothing here can fail while the page
//! runs. The words are not part of the module: the page loads them beside it (the crate `i18n`).
//! Thresholds, texts and claims never stand in Rust. Start at [`questionnaire`].

use assessment::{HeldAdvice, Questionnaire};
use i18n::AddOnWords;

/// Everything that is asked, and every rule that reads it.
pub fn questionnaire() -> &'static Questionnaire {
    &embedded::QUESTIONNAIRE
}

/// Advice that waits for review, with its words in English. Only the bench for reviewers calls this: the
/// words are part of no module and no file that a visitor loads.
pub fn awaiting_review() -> &'static [(HeldAdvice, AddOnWords)] {
    embedded::AWAITING_REVIEW
}

/// The logic as `build.rs` wrote it.
mod embedded {
    #[allow(
        clippy::wildcard_imports,
        reason = "the generated list names whatever the content uses"
    )]
    use assessment::*;
    use assessment::{
        AdviceKind::*, Condition::*, Dimension::*, ItemKind::*, Reviewer::*, Scale::*, Track::*,
    };
    use i18n::{AddOnWords, Said};

    pub(super) static QUESTIONNAIRE: Questionnaire =
        include!(concat!(env!("OUT_DIR"), "/questionnaire.rs"));

    pub(super) static AWAITING_REVIEW: &[(HeldAdvice, AddOnWords)] =
        include!(concat!(env!("OUT_DIR"), "/awaiting_review.rs"));
}
