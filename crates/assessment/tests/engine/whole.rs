//! Golden-file test: 135 response sheets of the invented questionnaire have the same complete
//! recommendation as in `whole.txt`, with every reason, guidance and possible change. No rule of the
//! real questionnaire changes it.
//!
//! After an intended change, `SNAPSHOTS=overwrite cargo test -p assessment` rewrites the file. Review
//! the diff line by line before committing it.

use std::fmt::{Debug, Write};

use assessment::{
    Alternative, ItemIndex, Options, Recommendation, Response, answers_behind, assess,
    most_informative_gaps, what_would_change,
};
use snapbox::{assert_data_eq, file};

use super::{response, specimen};

/// Maximum size of a set of changed answers, as on the page.
const LARGEST_SET: usize = 2;

/// Every 401st of all response sheets. It shares no factor with the number of options of any question,
/// so that every option is combined with many others.
const STEP: usize = 401;

#[test]
fn recommendations_match_the_golden_file() {
    let count: usize = specimen()
        .items
        .iter()
        .map(|item| item.options.len() + 1)
        .product();
    let mut now = String::new();
    for number in (0..count).step_by(STEP) {
        let sheet = sheet(number);
        let answers: Vec<_> = sheet
            .iter()
            .map(|(item, code)| (*item, std::slice::from_ref(code)))
            .collect();
        let title: Vec<_> = sheet
            .iter()
            .map(|(item, code)| format!("{item}={code}"))
            .collect();
        tell(&mut now, &title.join(" "), &response(&answers));
    }
    assert_data_eq!(now, file!["whole.txt"].raw());
}

/// Response sheet by its number: each digit selects an option of one question, and the highest digit
/// leaves the question unanswered.
fn sheet(mut number: usize) -> Vec<(&'static str, &'static str)> {
    let mut answers = Vec::new();
    for item in specimen().items {
        let digits = item.options.len() + 1;
        if let Some(code) = item.options.get(number % digits) {
            answers.push((item.link_id.0, *code));
        }
        number /= digits;
    }
    answers
}

fn tell(text: &mut String, name: &str, response: &Response) {
    writeln!(text, "## {name}").unwrap();
    let questionnaire = specimen();
    let result = assess(questionnaire, response);
    let Recommendation {
        headline,
        alert,
        first_step,
        level,
        computed_level,
        next_level,
        urgency,
        ratings,
        add_ons,
        signs,
        advice,
        help,
        reasons,
        fired,
        unanswered,
        talk_first,
        do_not_stop_alone,
        guidance,
        range,
        version: _,
    } = &result;
    let mut line = |key: &str, value: &dyn Debug| {
        writeln!(text, "{key}: {value:?}").unwrap();
    };
    line(
        "headline",
        &(headline.code(), alert, first_step, level, computed_level),
    );
    line(
        "then",
        &(next_level, urgency, talk_first, do_not_stop_alone),
    );
    line("outputs", &result.outputs());
    line("ratings", ratings);
    line("add-ons", add_ons);
    let signs = signs.iter().map(|sign| (sign.item.0, sign.code));
    line("signs", &signs.collect::<Vec<_>>());
    let advice = advice.iter().map(|(_, id)| *id);
    line("advice", &advice.collect::<Vec<&str>>());
    line("help", help);
    line(
        "fired",
        &fired.iter().map(|rule| rule.0).collect::<Vec<_>>(),
    );
    line("guidance", guidance);
    line("range", range);
    let unanswered = unanswered
        .iter()
        .map(|(link_id, missing)| (link_id.0, missing));
    line("open", &unanswered.collect::<Vec<_>>());
    for reason in reasons {
        let names = |ids: &[assessment::LinkId]| -> Vec<&str> {
            ids.iter().map(|link_id| link_id.0).collect()
        };
        let sets: Vec<&str> = reason.sets.iter().map(|set| set.code()).collect();
        let rests = (names(&reason.direct), names(&reason.answers));
        line(reason.rule.0, &(sets, rests, reason.sources.len()));
    }
    let supporting = answers_behind(questionnaire, response, reasons);
    let supporting = supporting
        .iter()
        .map(|index| questionnaire.rules[usize::from(index.0)].id.0);
    line("supporting", &supporting.collect::<Vec<_>>());
    let change = what_would_change(questionnaire, response, LARGEST_SET);
    line("lower", &alternatives(&change.lower));
    line("raise", &alternatives(&change.raise));
    let clearer = most_informative_gaps(questionnaire, response)
        .into_iter()
        .map(item);
    line("clearer", &clearer.collect::<Vec<_>>());
}

fn item(index: ItemIndex) -> &'static str {
    specimen().item(index).unwrap().link_id.0
}

fn alternatives(found: &[Alternative]) -> Vec<String> {
    found
        .iter()
        .map(|one| {
            let changes: Vec<String> = one
                .changes
                .iter()
                .map(|change| format!("{}={}", item(change.item), codes(change.item, change.to)))
                .collect();
            format!("{:?} by {}", one.level, changes.join(" and "))
        })
        .collect()
}

fn codes(index: ItemIndex, options: Options) -> String {
    let item = specimen().item(index).unwrap();
    let codes: Vec<&str> = options
        .indices()
        .map(|position| item.options[usize::from(position)])
        .collect();
    codes.join("+")
}
