//! History, invariants and open questions are complete and match the current project.

use std::collections::BTreeSet;

use content_compiler::author;
use content_compiler::changes::{changes, logic_fingerprint};
use content_compiler::invariants::invariants;
use content_compiler::open_questions::open_questions;

use crate::draft::Draft;
use crate::{content, rulebook, text_of};

#[test]
fn no_change_of_an_outcome_goes_untold() {
    let message = changes(&content()).unwrap();
    let last = message.last().expect("there is a first version");
    let now = logic_fingerprint(&rulebook().questionnaire);
    assert!(
        last.logic == now,
        "The logic is {now}, and the last entry of crates/content/changes.toml is for {}. \
         Something that can change a result has changed. Add an entry there: the version (a date, \
         the same as in crates/content/questionnaire.toml), what changed, why, which rules and \
         questions it touches, its sources, and logic = \"{now}\". Set `reviewed` of the rules it \
         touches back to \"none\", and tell it in CHANGELOG.md under \"Clinical content\".",
        last.logic
    );
    assert_eq!(
        last.version,
        rulebook().questionnaire.version,
        "the last change and crates/content/questionnaire.toml name different versions"
    );
}

#[test]
fn versions_only_go_forward_and_touch_what_there_is() {
    let message = changes(&content()).unwrap();
    let questionnaire = &rulebook().questionnaire;
    for pair in message.windows(2) {
        assert!(pair[0].version < pair[1].version, "{}", pair[1].version);
    }
    for name in message.iter().flat_map(|change| &change.touches) {
        let known = name == "all"
            || questionnaire.rules.iter().any(|rule| rule.id.0 == name)
            || questionnaire.items.iter().any(|item| item.code == name);
        assert!(known, "{name} is neither a rule nor a question");
    }
}

/// Changes of outcomes change the fingerprint; changes of text do not.
#[test]
fn the_fingerprint_follows_outcomes_and_not_words() {
    let before = logic_fingerprint(&rulebook().questionnaire);
    let after = |file: &str, from: &str, to: &str| {
        let draft = Draft::of(&content());
        draft.replace(file, from, to);
        logic_fingerprint(&author::questionnaire(draft.folder()).unwrap())
    };
    let same = [
        (
            "rules/floors.toml",
            "rationale = \"",
            "rationale = \"Indeed: ",
        ),
        (
            "rules/floors.toml",
            "evidence = \"sourced\"",
            "evidence = \"design\"",
        ),
    ];
    let same =
        same.into_iter()
            .chain([("display.toml", "rationale = \"", "rationale = \"Indeed: ")]);
    for (file, from, to) in same {
        assert_eq!(after(file, from, to), before, "{file}: {to}");
    }
    let other = [
        (
            "rules/floors.toml",
            "then = { level = 1 }",
            "then = { level = 2 }",
        ),
        (
            "rules/floors.toml",
            "{ rating = \"stopping-safely\", at_least = 2 }",
            "{ rating = \"stopping-safely\", at_least = 3 }",
        ),
        ("rules/floors.toml", "counts_for_next_level = false\n", ""),
        (
            "items/use.toml",
            "unsure_as = \"21-30-days\"",
            "unsure_as = \"13-20-days\"",
        ),
        (
            "display.toml",
            "{ output = \"alert\", at_least = 3 }",
            "{ output = \"alert\", at_least = 2 }",
        ),
        ("display.toml", "from = 6", "from = 7"),
        (
            "display.toml",
            "{ rating = \"stopping-danger\", at_least = 1 }",
            "{ rating = \"stopping-danger\", at_least = 2 }",
        ),
    ];
    for (file, from, to) in other {
        assert_ne!(after(file, from, to), before, "{file}: {to}");
    }
}

#[test]
fn every_invariant_is_there_and_every_test_it_names_exists() {
    let all = invariants(&content()).unwrap();
    let ids: Vec<&str> = all.iter().map(|invariant| invariant.id.as_str()).collect();
    // The evidence file defines which invariants exist; here each must occur once, in order.
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    let mut wrong = Vec::new();
    for invariant in &all {
        let id = &invariant.id;
        if invariant.tests.is_empty() && invariant.not_yet.is_none() {
            wrong.push(format!("{id} names no test and does not say why"));
        }
        for guard in &invariant.tests {
            let source = text_of(&guard.file);
            if guard.file == "crates/proof/tests/proof/main.rs" {
                assert!(is_claimed(id), "crates/proof/src/ claims nothing as {id}");
            }
            assert!(
                !guard.names.is_empty(),
                "{id} names no test of {}",
                guard.file
            );
            for name in &guard.names {
                let there = source
                    .match_indices(&format!("fn {name}("))
                    .any(|(position, _)| source[..position].trim_end().ends_with(']'));
                if !there {
                    wrong.push(format!("{} has no test {name}: {id}", guard.file));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The proof test runs all claims; the claims' source shows whether one has this id.
fn is_claimed(id: &str) -> bool {
    let folder = test_support::root().join("crates/proof/src/claims");
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        source.contains(&format!("id: \"{id}\""))
    })
}

#[test]
fn every_open_question_is_there_and_is_about_what_there_is() {
    let all = open_questions(&content()).unwrap();
    let ids: Vec<&str> = all.iter().map(|question| question.id.as_str()).collect();
    let numbered =
        |letter: char, last: u8| (1..=last).map(move |number| format!("{letter}{number:02}"));
    let wanted: Vec<String> = numbered('G', 35).chain(numbered('K', 15)).collect();
    assert_eq!(ids, wanted);
    let questionnaire = &rulebook().questionnaire;
    let sources: toml::Table = text_of("crates/content/sources.toml").parse().unwrap();
    let sources = sources["source"].as_array().unwrap();
    let mut known: BTreeSet<&str> = sources
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    known.extend(questionnaire.rules.iter().map(|rule| rule.id.0));
    // A split rule is also known by the id of the whole rule.
    let whole = questionnaire
        .rules
        .iter()
        .map(|rule| rule.id.0.split('-').next().unwrap());
    known.extend(whole);
    known.extend(questionnaire.items.iter().map(|item| item.question()));
    known.extend(questionnaire.items.iter().map(|item| item.code));
    for question in &all {
        for name in &question.about {
            assert!(known.contains(name.as_str()), "{}: {name}", question.id);
        }
        for text in [&question.question, &question.matters, &question.until_then] {
            assert!(text.ends_with(['.', '?']), "{}: {text}", question.id);
        }
    }
}

/// The handwritten text avoids blame, exclamation marks and unproven claims.
#[test]
fn the_written_chapters_keep_the_words_of_the_project() {
    let denials = [
        "have not been clinically validated",
        "They are not a diagnosis",
        "It is called not validated everywhere",
    ];
    let never = [
        "addict ",
        "addicts",
        "abuse",
        "clean",
        "relapse",
        "anonymous",
        "confidential",
        "validated",
        "diagnosis",
        "asam",
        "guarantee",
        "safe to stop",
        "!",
    ];
    for file in ["method", "invariants", "open-questions", "changes"] {
        let mut text = text_of(&format!("crates/content/{file}.toml"));
        for denial in denials {
            text = text.replace(denial, "");
        }
        let text = text.to_lowercase();
        for word in never {
            assert!(!text.contains(word), "{file}.toml says {word:?}");
        }
    }
}
