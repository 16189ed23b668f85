//! Advice that waits for review reaches no visitor: not the questionnaire, not the words; and a sign-off
//! releases it.

use std::collections::BTreeSet;

use assessment::Reviewer;
use content::{awaiting_review, questionnaire};
use content_compiler::advice_file::AdviceEntry;
use content_compiler::author;
use content_compiler::logic::Logic;

use crate::content;
use crate::draft::Draft;

fn logic() -> Logic {
    Logic::read(&content(), &mut Vec::new()).unwrap()
}

/// Whoever a row waits for, by the files alone.
fn waits_for(logic: &Logic, entry: &AdviceEntry) -> Vec<&'static str> {
    let signed = |role: &Reviewer| {
        let mut all = logic.sign_offs.body.sign_off.iter();
        all.any(|one| {
            one.advice.get_ref() == entry.id.get_ref() && one.role.get_ref() == role.code()
        })
    };
    let needed = |role: &Reviewer| {
        let mut named = entry.needs_review.iter();
        named.any(|name| name.get_ref() == role.code())
    };
    let roles = Reviewer::ALL.iter().filter(|role| needed(role));
    let unsigned = roles.filter(|role| !signed(role));
    unsigned.map(|role| role.code()).collect()
}

fn signed_by(advice: &str, role: &str) -> String {
    format!(
        "\n[[sign_off]]\nadvice = \"{advice}\"\nrole = \"{role}\"\nname = \"A name made up for a test\"\non = \"2026-11-21\"\n"
    )
}

#[test]
fn what_waits_for_review_is_in_nothing_a_visitor_loads() {
    let logic = logic();
    let shown: BTreeSet<&str> = questionnaire()
        .advice
        .iter()
        .map(|advice| advice.id)
        .collect();
    let awaiting: BTreeSet<&str> = awaiting_review()
        .iter()
        .map(|(held, _)| held.advice.id)
        .collect();
    let mut waiting = 0;
    for entry in &logic.advice.body.advice {
        let (id, waits) = (entry.id.get_ref().as_str(), waits_for(&logic, entry));
        assert_eq!(shown.contains(id), waits.is_empty(), "{id}");
        assert_eq!(awaiting.contains(id), !waits.is_empty(), "{id}");
        waiting += usize::from(!waits.is_empty());
    }
    assert!(waiting > 25, "only {waiting} rows wait");
    for locale in author::languages(&content()) {
        let words = author::words(&content(), &locale).unwrap().write();
        let loaded: BTreeSet<&str> = words.iter().map(String::as_str).collect();
        for (held, said) in author::awaiting_review(&content(), &locale).unwrap() {
            for text in [Some(said.text.0), said.text.1].into_iter().flatten() {
                assert!(!loaded.contains(text), "{} is in {locale}", held.advice.id);
            }
        }
    }
}

/// The bench is told who is waited for, and what would be said.
#[test]
fn what_waits_has_its_words_and_whom_it_waits_for() {
    let logic = logic();
    for (held, said) in awaiting_review() {
        let mut entries = logic.advice.body.advice.iter();
        let entry = entries.find(|entry| entry.id.get_ref() == held.advice.id);
        let waits: Vec<&str> = held.waits_for.iter().map(|one| one.code()).collect();
        assert_eq!(waits, waits_for(&logic, entry.unwrap()));
        assert!(!said.title.0.is_empty() && !said.text.0.is_empty());
    }
}

#[test]
fn a_sign_off_by_everyone_who_is_waited_for_releases_advice_and_its_words() {
    let draft = Draft::of(&content());
    let is_shown = |id: &str| {
        let read = author::questionnaire(draft.folder()).unwrap();
        let place = read.advice.iter().position(|advice| advice.id == id);
        let words = author::words(draft.folder(), "en").unwrap();
        assert_eq!(words.advice.len(), read.advice.len());
        place.map(|place| words.advice[place].text.0)
    };
    assert_eq!(is_shown("alcohol-steady"), None);
    draft.append("sign-offs.toml", &signed_by("alcohol-steady", "clinician"));
    assert!(
        is_shown("alcohol-steady")
            .unwrap()
            .starts_with("Until a doctor sees you")
    );

    // A row that waits for two is not released by one.
    draft.append("sign-offs.toml", &signed_by("door-dose-now", "clinician"));
    assert_eq!(is_shown("door-dose-now"), None);
    draft.append("sign-offs.toml", &signed_by("door-dose-now", "counsel"));
    assert!(is_shown("door-dose-now").is_some());
}

#[test]
fn a_role_that_does_not_exist_fails_the_build() {
    let draft = Draft::of(&content());
    draft.replace(
        "advice.toml",
        "needs_review = [\"clinician\"]",
        "needs_review = [\"clinican\"]",
    );
    assert_eq!(
        draft.problems(),
        [format!(
            "{}: there is no role 'clinican'; did you mean 'clinician'? Otherwise add it first.",
            draft.position("advice.toml", "\"clinican\""),
        )],
    );
    assert!(content_compiler::compile_to_embed(draft.folder()).is_err());
}

#[test]
fn a_sign_off_that_is_for_nothing_fails_the_build() {
    let wrong = |sign_off: String, needle: &str, message: &str| {
        let draft = Draft::of(&content());
        draft.append("sign-offs.toml", &sign_off);
        let expected = format!("{}: {message}", draft.last_place("sign-offs.toml", needle));
        assert_eq!(draft.problems(), [expected]);
        assert!(content_compiler::compile_to_embed(draft.folder()).is_err());
    };
    wrong(
        signed_by("alcohol-stedy", "clinician"),
        "\"alcohol-stedy\"",
        "there is no advice 'alcohol-stedy'; did you mean 'alcohol-steady'? Otherwise add it first.",
    );
    wrong(
        signed_by("alcohol-steady", "nurse"),
        "\"nurse\"",
        "there is no role 'nurse'; did you mean 'counsel'? Otherwise add it first.",
    );
    wrong(
        signed_by("alcohol-steady", "counsel"),
        "\"counsel\"",
        "advice 'alcohol-steady' does not wait for counsel; take this sign-off out.",
    );
    wrong(
        signed_by("alcohol-steady", "clinician").replace("A name made up for a test", " "),
        "\" \"",
        "a sign-off is by a named person; write the name, never an invented one.",
    );
    wrong(
        signed_by("alcohol-steady", "clinician").replace("2026-11-21", "November"),
        "\"November\"",
        "write the date as 2026-11-21.",
    );
}
