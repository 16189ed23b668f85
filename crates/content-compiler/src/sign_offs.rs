//! Who signed which piece of advice off, and the check that every sign-off is for something.

use serde::Deserialize;
use toml::Spanned;

use super::advice_file::AdviceFile;
use super::logic::{LoadedFile, Logic};
use super::problem::{Problem, is_date};
use super::suggestion::unknown;
use assessment::Reviewer;

/// `sign-offs.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOffsFile {
    /// Every sign-off.
    #[serde(default)]
    pub sign_off: Vec<SignOff>,
}

/// One piece of advice, signed off by a named person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The advice.
    pub advice: Spanned<String>,
    /// The role in which it was read: the code of a [`Reviewer`].
    pub role: Spanned<String>,
    /// The person, never invented.
    pub name: Spanned<String>,
    /// The day, as in 2026-11-21.
    pub on: Spanned<String>,
}

impl SignOffsFile {
    /// Tells whether someone in this role signed this advice off.
    pub fn holds(&self, advice: &str, role: Reviewer) -> bool {
        let mut all = self.sign_off.iter();
        all.any(|one| one.advice.get_ref() == advice && one.role.get_ref() == role.code())
    }
}

/// Every sign-off is by a named person, on a day, for advice that waits for that role.
pub fn check(logic: &Logic, problems: &mut Vec<Problem>) {
    let file = &logic.sign_offs;
    for one in &file.body.sign_off {
        let found = message(one, &logic.advice);
        let found = found.map(|(at, message)| file.text.problem_at(at, message));
        problems.extend(found);
    }
}

/// What is wrong with a sign-off, with its place.
fn message(one: &SignOff, advice: &LoadedFile<AdviceFile>) -> Option<(usize, String)> {
    let (id, role) = (one.advice.get_ref(), one.role.get_ref());
    let entries = &advice.body.advice;
    let Some(entry) = entries.iter().find(|entry| entry.id.get_ref() == id) else {
        let known = entries.iter().map(|entry| entry.id.get_ref().as_str());
        return Some((one.advice.span().start, unknown("advice", id, known)));
    };
    let roles = Reviewer::ALL.map(Reviewer::code);
    if !roles.contains(&role.as_str()) {
        return Some((one.role.span().start, unknown("role", role, roles)));
    }
    if !entry
        .needs_review
        .iter()
        .any(|needed| needed.get_ref() == role)
    {
        let message = format!("advice '{id}' does not wait for {role}; take this sign-off out.");
        return Some((one.role.span().start, message));
    }
    if one.name.get_ref().trim().is_empty() {
        let message = "a sign-off is by a named person; write the name, never an invented one.";
        return Some((one.name.span().start, message.into()));
    }
    let wrong_date = !is_date(one.on.get_ref());
    wrong_date.then(|| (one.on.span().start, "write the date as 2026-11-21.".into()))
}
