//! Compares the facts of `result-content.md` with the advice that says them.

use std::collections::{BTreeMap, BTreeSet};

use assessment::AdviceKind;
use content_compiler::logic::Logic;

use crate::{content, text_of};

/// The heading of the table of facts that no advice says.
const UNSAID_FACTS: &str = "\n## 17. Facts that no advice says";

/// Maps the fact ids of the result content to their rows, which say what review each needs.
fn facts() -> BTreeMap<String, String> {
    let text = text_of("src/docs/result-content.md");
    let (text, _) = text.split_once(UNSAID_FACTS).unwrap();
    let facts = rows_by_fact(text);
    assert!(facts.len() > 130, "only {} facts were found", facts.len());
    facts
}

/// Maps the fact ids that begin a row of a table to the rest of their row.
fn rows_by_fact(text: &str) -> BTreeMap<String, String> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| "));
    let rows = rows.filter_map(|row| row.split_once(" | "));
    let is_id = |id: &str| {
        id.split_once('-').is_some_and(|(part, number)| {
            part.starts_with(|first: char| first.is_ascii_digit())
                && number.len() == 2
                && number.bytes().all(|one| one.is_ascii_digit())
        })
    };
    let with_ids = rows.filter(|(id, _)| is_id(id));
    with_ids
        .map(|(id, rest)| (id.to_owned(), rest.to_owned()))
        .collect()
}

/// Advice that cites a fact marked `[CLIN]`, but states only when to call 911 or to go in today.
const SIGNS_ONLY: &[&str] = &[
    "alcohol-today-signs",
    "cannabis-go-in",
    "ghb-go-in",
    "inhalants-911",
    "nitrous-go-in",
    "overdose-today",
    "pills-go-in",
    "stimulant-911",
    "wounds-today",
];

/// Advice that cites a fact marked `[CLIN]`, but omits the one figure or case that a clinician must
/// still decide.
const WITHOUT_WHAT_IS_OPEN: &[&str] = &["naloxone-harmless", "naloxone-second", "opioid-break"];

/// Kinds of advice based on the clinical evidence; all others are based on `result-content.md`.
const FROM_RULES: [AdviceKind; 6] = [
    AdviceKind::Safety,
    AdviceKind::Therapy,
    AdviceKind::WayRound,
    AdviceKind::Wish,
    AdviceKind::Supporter,
    AdviceKind::Young,
];

#[test]
fn every_fact_that_advice_says_is_listed_and_waits_for_whom_its_row_names() {
    let facts = facts();
    let logic = Logic::read(&content(), &mut Vec::new()).unwrap();
    let counsel = text_of("src/docs/result-content.md");
    let counsel = counsel
        .lines()
        .find(|line| line.starts_with("For counsel: "));
    let counsel = counsel.unwrap().replace("all of 6", "6-");
    let mut excused = BTreeSet::new();
    for entry in &logic.advice.body.advice {
        let id = entry.id.get_ref().as_str();
        let kind = entry.kind.get_ref();
        let from_rules = FROM_RULES.iter().any(|old| old.code() == kind);
        assert!(from_rules || !entry.fact.is_empty(), "{id} names no fact");
        let needs = |role: &str| entry.needs_review.iter().any(|one| one.get_ref() == role);
        for fact in entry.fact.iter().map(|fact| fact.get_ref().as_str()) {
            let row = facts.get(fact);
            let row = row.unwrap_or_else(|| panic!("{id}: {fact} is in no table"));
            let mark = row.rsplit(" | ").next().unwrap().trim_end_matches(" |");
            // A fact may be unverified in one respect; the advice then omits that respect.
            let is_whole =
                mark.starts_with("[UNVERIFIED]") && !mark.starts_with("[UNVERIFIED] on ");
            assert!(!is_whole, "{id}: {fact} is unverified");
            if row.contains("[CLIN]") && !needs("clinician") {
                assert!(
                    SIGNS_ONLY.contains(&id) || WITHOUT_WHAT_IS_OPEN.contains(&id),
                    "{id}: {fact} waits for a clinician"
                );
                excused.insert(id);
            }
            let for_counsel = counsel.contains(fact) || fact.starts_with("6-");
            assert!(
                !for_counsel || needs("counsel"),
                "{id}: {fact} waits for counsel"
            );
        }
    }
    let listed = SIGNS_ONLY.iter().chain(WITHOUT_WHAT_IS_OPEN).copied();
    assert_eq!(
        excused,
        listed.collect(),
        "an exception that nothing uses is taken out"
    );
}

/// No fact is forgotten: advice says it, or the table of section 17 says why none does.
#[test]
fn every_fact_is_said_by_advice_or_listed_with_the_reason_why_not() {
    let logic = Logic::read(&content(), &mut Vec::new()).unwrap();
    let entries = logic.advice.body.advice.iter();
    let said: BTreeSet<String> = entries
        .flat_map(|entry| entry.fact.iter().map(|fact| fact.get_ref().clone()))
        .collect();
    let text = text_of("src/docs/result-content.md");
    let (_, table) = text.split_once(UNSAID_FACTS).unwrap();
    let unsaid: BTreeSet<String> = rows_by_fact(table).into_keys().collect();
    let both: Vec<_> = said.intersection(&unsaid).collect();
    assert!(both.is_empty(), "said and listed as unsaid: {both:?}");
    let mut forgotten: BTreeSet<String> = facts().into_keys().collect();
    forgotten.retain(|fact| !said.contains(fact) && !unsaid.contains(fact));
    assert!(
        forgotten.is_empty(),
        "neither said nor listed: {forgotten:?}"
    );
}
