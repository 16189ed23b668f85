//! Compares the evidence file and the data in both directions: rules, questions, names, headlines,
//! invariants, example cases, open questions. Each must contain what the other names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use assessment::{AddOn, Dimension, ItemKind};
use content_compiler::invariants::invariants;
use content_compiler::open_questions::open_questions;
use vignettes::Vignette;

use crate::{content, rulebook, text_of};

const FILE: &str = "src/docs/clinical-evidence.md";

fn evidence() -> &'static str {
    static EVIDENCE: OnceLock<String> = OnceLock::new();
    EVIDENCE.get_or_init(|| text_of(FILE))
}

/// Returns a section of the file, from its heading to the next one of the same or a higher rank.
fn part(heading: &str) -> &'static str {
    let start = evidence().find(&format!("\n{heading}"));
    let start = start.unwrap_or_else(|| panic!("{FILE} has no {heading}"));
    let rest = &evidence()[start + 1..];
    let rank = heading.split(' ').next().unwrap();
    let mut ends = Vec::from([rest.len()]);
    for rank in [rank, rank.strip_suffix('#').unwrap_or(rank)] {
        ends.extend(rest.find(&format!("\n{rank} ")));
    }
    &rest[..ends.into_iter().min().unwrap()]
}

/// Returns the rows of every table in a section, without header rows.
fn rows(part: &'static str) -> Vec<Vec<&'static str>> {
    let mut rows = Vec::new();
    let mut lines = part.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(line) = line.strip_prefix('|') else {
            continue;
        };
        let is_head = lines.peek().is_some_and(|next| next.starts_with("|---"));
        if is_head || line.starts_with("---") {
            continue;
        }
        let cells = line.trim_end().trim_end_matches('|').split('|');
        rows.push(cells.map(str::trim).collect());
    }
    assert!(!rows.is_empty());
    rows
}

/// Returns the names in a cell, without anything in parentheses.
fn names(cell: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in cell.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let names = plain.split(',').map(|name| name.trim().replace("**", ""));
    names.filter(|name| !name.is_empty()).collect()
}

/// Asserts that both sets are equal, and reports what only one side contains.
fn same(what: &str, written: &BTreeSet<String>, made: &BTreeSet<String>) {
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        one.difference(other).cloned().collect()
    };
    let (missing, more) = (only(written, made), only(made, written));
    assert!(
        missing.is_empty() && more.is_empty(),
        "{what}: {FILE} alone names {missing:?}, the data alone has {more:?}"
    );
}

/// Expands the rule ids of a row's first cell, for example "A05b*", "A06b u" and "R20a-g".
fn rule_ids(cell: &str) -> Vec<String> {
    let id = cell.trim_end_matches(" u").trim_end_matches('*');
    let Some((from, to)) = id.split_once('-') else {
        return vec![id.to_owned()];
    };
    let (stem, first) = from.split_at(from.len() - 1);
    let letters = first.chars().next().unwrap()..=to.chars().next().unwrap();
    letters.map(|letter| format!("{stem}{letter}")).collect()
}

/// A rule may be split: "F02-danger" and "A01b-2" are parts of F02 and A01b.
#[test]
fn every_rule_has_its_row_and_every_row_its_rule() {
    let mut written = BTreeSet::new();
    for heading in ["### C.2", "### C.3", "### C.4"] {
        for row in rows(part(heading)) {
            written.extend(rule_ids(row[0]));
        }
    }
    let rules = rulebook().questionnaire.rules.iter();
    let made = rules.map(|rule| rule.id.0.split('-').next().unwrap().to_owned());
    same("rules", &written, &made.collect());
    assert!(written.len() > 120, "{}", written.len());
}

#[test]
fn every_question_has_its_row_and_every_row_its_question() {
    let table = rows(part("### A.2"));
    let written = table.iter().map(|row| row[0].to_owned());
    let items = rulebook().questionnaire.items.iter();
    let made = items.map(|item| item.question().to_owned());
    same("questions", &written.collect(), &made.collect());
}

/// The checklist contains exactly the eleven constructs.
#[test]
fn every_construct_of_the_checklist_has_its_item() {
    let written = rows(part("### A.3"));
    let written = written.iter().map(|row| format!("Q20.{}", row[0]));
    let items = rulebook().questionnaire.items.iter();
    let codes = items.map(|item| item.code.to_owned());
    let made = codes.filter(|code| code.starts_with("Q20."));
    same("constructs", &written.collect(), &made.collect());
}

/// A.4 lists link ids with their new or changed options.
#[test]
fn link_ids_and_options_are_those_that_were_agreed() {
    let items = rulebook().questionnaire.items;
    let mut written = BTreeSet::new();
    for row in rows(part("### A.4")) {
        for name in names(row[1]) {
            if let Some(stem) = name.strip_suffix('*') {
                let all = items.iter().map(|item| item.link_id.0);
                let of_it = all.filter(|link_id| link_id.starts_with(stem));
                written.extend(of_it.map(str::to_owned));
            } else if name.contains(' ') {
                assert_eq!(name, "the eleven checklist ids");
                let of_it = items.iter().filter(|item| item.question() == "Q20");
                written.extend(of_it.map(|item| item.link_id.0.to_owned()));
            } else {
                options_agree(&name, row[2]);
                written.insert(name);
            }
        }
    }
    let made = items.iter().map(|item| item.link_id.0.to_owned());
    same("link ids", &written, &made.collect());
}

fn options_agree(link_id: &str, cell: &str) {
    if cell == "-" {
        return;
    }
    let mut items = rulebook().questionnaire.items.iter();
    let item = items.find(|item| item.link_id.0 == link_id);
    let item = item.unwrap_or_else(|| panic!("there is no item {link_id}"));
    if let Some(added) = cell.strip_prefix("adds ") {
        let (added, renamed) = added.split_once(';').unwrap_or((added, ""));
        let new = renamed.split(" becomes ").nth(1).map(str::to_owned);
        for option in names(added).into_iter().chain(new) {
            assert!(
                item.option_index(&option).is_some(),
                "{link_id} has no {option}"
            );
        }
        return;
    }
    let message = names(cell);
    let places = item.all_options().indices();
    // A.4 omits "None of these" for multiple-choice questions.
    let places = places
        .filter(|position| item.kind != ItemKind::ChooseMany || !item.exclusive.has(*position));
    let made: Vec<&str> = places
        .map(|position| item.options[usize::from(position)])
        .collect();
    assert_eq!(message, made, "{link_id}");
}

/// Follows the order of the table of C.1; within a row, the data may use any order.
#[test]
fn first_lines_are_those_of_the_table_and_stand_in_its_order() {
    let table = part("### C.1");
    let table = rows(table);
    let mut made = rulebook()
        .questionnaire
        .headlines
        .iter()
        .map(|headline| headline.id)
        .peekable();
    for row in table.iter().filter(|row| row.len() == 4) {
        let codes = match row[1].split_once("level-0 to level-") {
            Some((_, last)) => {
                let levels = 0..=last.parse::<usize>().unwrap();
                let levels: Vec<String> = levels.map(|rank| format!("level-{rank}")).collect();
                levels.join(" or ")
            }
            None => row[1].to_owned(),
        };
        let codes = codes.split(" or ").flat_map(names);
        let mut left: BTreeSet<String> = codes.collect();
        while !left.is_empty() {
            let next = made
                .next()
                .unwrap_or_else(|| panic!("order {}: {left:?} is missing", row[0]));
            assert!(
                left.remove(next),
                "order {}: {next} stands where {left:?} should",
                row[0]
            );
        }
    }
    assert_eq!(made.next(), None, "the table does not know it");
}

#[test]
fn add_ons_and_safety_advice_are_those_that_are_listed() {
    let shape = part("### C.1");
    let line = |start: &str| {
        let mut lines = shape.lines();
        let line = lines.find(|line| line.starts_with(start));
        line.unwrap_or_else(|| panic!("no line {start}"))
    };
    let add_ons = line("- `add_ons`");
    let (_, listed) = add_ons.split_once('(').unwrap();
    let listed = listed.trim_end_matches(')').split(", ");
    let written = listed.map(|name| name.split(' ').next().unwrap().to_owned());
    let made = AddOn::ALL.iter().map(|add_on| add_on.code().to_owned());
    same("add-ons", &written.collect(), &made.collect());
    let advice: Vec<&str> = rulebook()
        .questionnaire
        .advice
        .iter()
        .map(|advice| advice.id)
        .collect();
    let line = line("- `advice`");
    let named = line.split(|letter: char| !letter.is_ascii_uppercase());
    let named: BTreeSet<&str> = named.filter(|word| word.len() > 2).collect();
    assert!(named.len() >= 5, "{named:?}");
    for name in named {
        assert!(
            advice.contains(&name.to_lowercase().as_str()),
            "no advice {name}"
        );
    }
}

#[test]
fn every_invariant_has_its_row_and_every_row_its_invariant() {
    let written = rows(part("### C.7"));
    let written = written.iter().map(|row| row[0].to_owned());
    let made = invariants(&content()).unwrap();
    let made = made.iter().map(|invariant| invariant.id.clone());
    same("invariants", &written.collect(), &made.collect());
}

/// Covers the open questions of section G and the list at the end of C.9 of what a clinician must still
/// decide.
#[test]
fn every_open_question_stands_in_both() {
    let mut written: BTreeSet<String> = rows(part("## G."))
        .iter()
        .map(|row| row[0].to_owned())
        .collect();
    let (_, to_decide) = part("### C.9")
        .split_once("What a clinician must still decide")
        .unwrap();
    let numbered = to_decide.lines().filter_map(|line| line.split_once(". "));
    let numbers = numbered.filter_map(|(number, _)| number.parse::<u8>().ok());
    written.extend(numbers.map(|number| format!("K{number:02}")));
    let made = open_questions(&content()).unwrap();
    let made = made.iter().map(|question| question.id.clone());
    same("open questions", &written, &made.collect());
}

/// Each example case of C.8 is a story with the ratings and outputs of its row.
#[test]
fn every_example_case_is_a_story_and_comes_to_what_its_row_says() {
    let stories = vignettes::read(
        &rulebook().questionnaire,
        &test_support::root().join("tests/vignettes"),
    )
    .unwrap();
    let mut cases: BTreeMap<String, &Vignette> = BTreeMap::new();
    for story in &stories {
        if let Some(case) = story.case {
            let before = cases.insert(case.to_string(), story);
            assert!(before.is_none(), "two stories are case {case}");
        }
    }
    let table = rows(part("### C.8"));
    let written = table.iter().map(|row| row[0].to_owned());
    same(
        "example cases",
        &written.collect(),
        &cases.keys().cloned().collect(),
    );
    let mut wrong = Vec::new();
    for row in &table {
        let expect = &cases[row[0]].expect;
        let plain = |cell: &str| cell.replace("**", "");
        let mut must = |what: &str, written: &str, made: String| {
            if written != "-" && written != made {
                wrong.push(format!(
                    "case {}: {what} is {written} in {FILE}, {made} in the story",
                    row[0]
                ));
            }
        };
        let ratings = plain(row[2]);
        for (rating, (dimension, made)) in ratings.split('/').zip(expect.ratings) {
            must(dimension.code(), rating, made.rank().to_string());
        }
        assert_eq!(ratings.split('/').count(), Dimension::ALL.len());
        must("alert", &plain(row[3]), expect.alert.rank().to_string());
        must(
            "first step",
            &plain(row[4]),
            expect.first_step.rank().to_string(),
        );
        let level = expect
            .level
            .map_or("not shown".to_owned(), |level| level.rank().to_string());
        must("level", &plain(row[5]), level);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The file also lists licenses and what was read for the screens. Texts about levels and advice have sources
/// of their own, from S250 on.
#[test]
fn every_source_of_a_rule_or_question_is_listed() {
    let table = rows(part("## H."));
    let listed: BTreeSet<&str> = table.iter().map(|row| row[0]).collect();
    let questionnaire = &rulebook().questionnaire;
    let items = questionnaire
        .items
        .iter()
        .map(|item| (item.code, item.sources));
    let rules = questionnaire
        .rules
        .iter()
        .map(|rule| (rule.id.0, rule.sources));
    for (id, sources) in items.chain(rules) {
        for source in sources {
            let number = source.0.strip_prefix('S');
            let is_listed = listed.contains(source.0);
            assert!(
                is_listed || number.is_none(),
                "{id}: {} is not in {FILE}",
                source.0
            );
        }
    }
}
