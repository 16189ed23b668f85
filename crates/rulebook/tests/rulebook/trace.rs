//! The trace of a result is correct and complete.

use assessment::{Dimension, Missing, Recommendation, Sets, assess};
use rulebook::explanation;
use vignettes::Vignette;

use crate::rulebook;

fn stories() -> Vec<Vignette> {
    vignettes::read(
        &rulebook().questionnaire,
        &test_support::root().join("tests/vignettes"),
    )
    .unwrap()
}

/// Trace of an example case from C.8 of the evidence file.
fn case(number: u8) -> String {
    let all = stories();
    let story = all.iter().find(|story| story.case == Some(number)).unwrap();
    explanation(rulebook(), &story.response)
}

/// Section of a trace about one rule.
fn part<'a>(trace: &'a str, rule: &str) -> &'a str {
    let start = trace
        .find(&format!("\n  {rule}: "))
        .unwrap_or_else(|| panic!("{rule} is not told in:\n{trace}"));
    let rest = &trace[start + 1..];
    rest.split("\n\n").next().unwrap()
}

#[test]
fn case_5_says_that_living_alone_leads_to_care_around_the_clock() {
    let trace = case(5);
    let f03 = part(&trace, "F03");
    assert!(f03.contains("[x] “Someone to stay” Q27 is “No”"), "{f03}");
    assert!(f03.contains("[ ] Physical health at 2 "), "{f03}");
    assert!(f03.contains(": “No”"), "{f03}");
    for rule in ["A03", "A04"] {
        assert!(f03.contains(&format!("[x] rule {rule} fires")), "{f03}");
    }
    let f02 = part(&trace, "F02-danger");
    assert!(
        f02.contains("danger track is at 2 (Clear need), from A03 and A04"),
        "{f02}"
    );
    assert!(
        f03.contains("raises the first step to at least 2 "),
        "{f03}"
    );
    assert!(
        f03.contains("Sets the first step, the level and the urgency."),
        "{f03}"
    );
    assert!(f03.contains("Sources S22, S25, S150"), "{f03}");
    assert!(trace.contains("First step: 2 (Medical withdrawal care around the clock), set by F03"));
    let f20 = part(&trace, "F20");
    assert!(
        f20.contains("Sets nothing: other rules ask for as much or more."),
        "{f20}"
    );
}

#[test]
fn case_4_lacks_the_rule_that_case_5_rests_on() {
    let trace = case(4);
    assert!(!trace.contains("\n  F03: "));
    assert!(trace.contains("First step: 1 "));
}

#[test]
fn case_15_tells_what_was_not_said_what_it_counts_as_and_what_it_could_change() {
    let trace = case(15);
    assert!(trace.contains("rather not say, counted as “"));
    assert!(trace.contains("talking comes first"));
    let open = trace
        .split("ASKED, WITH NO DEFINITE ANSWER")
        .nth(1)
        .unwrap();
    assert!(open.contains("Q16 "), "{open}");
    assert!(open.contains("At their mildest: alert 0 "), "{open}");
    assert!(open.contains("At their most serious: alert 3 "), "{open}");
}

/// The trace names the danger sign, and the step that comes before any level of care.
#[test]
fn case_29_names_the_sign_and_says_that_a_doctor_comes_first() {
    let trace = case(29);
    assert!(trace.contains("Code: doctor-today."), "{trace}");
    assert!(trace.contains("(health-signs.hit-to-the-head)"), "{trace}");
    part(&trace, "R20d");
}

#[test]
fn case_17_hides_the_level_and_says_so() {
    assert!(case(17).contains("Under 18: the level is worked out, and never shown."));
}

#[test]
fn every_story_is_told_with_the_rules_that_fired_and_no_others() {
    for story in stories() {
        let result = assess(&rulebook().questionnaire, &story.response);
        let trace = explanation(rulebook(), &story.response);
        let fired = trace.split("RULES THAT FIRED").nth(1).unwrap();
        let fired = fired.split("ASKED, WITH").next().unwrap();
        let message: Vec<&str> = fired
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter(|line| !line.starts_with([' ', '[']))
            .filter_map(|line| line.split_once(": ").map(|(rule, _)| rule))
            .collect();
        let rules: Vec<&str> = result.fired.iter().map(|rule| rule.0).collect();
        assert_eq!(message, rules, "{}", story.name);
        for rule in &message {
            let first = part(&trace, rule).lines().nth(2).unwrap().trim();
            assert!(first.starts_with("[x]"), "{}: {rule}: {first}", story.name);
        }
        agrees(&story.name, &trace, &result);
    }
}

/// Every output, rating, reason and unanswered question of the result is in its trace.
fn agrees(name: &str, trace: &str, result: &Recommendation) {
    let must =
        |needle: String| assert!(trace.contains(&needle), "{name}: no {needle:?} in\n{trace}");
    must(format!("Code: {}.", result.headline.code()));
    must(format!("Alert: {} (", result.alert.rank()));
    must(format!("First step: {} (", result.first_step.rank()));
    must(format!("Level: {} (", result.computed_level.rank()));
    must(format!("Urgency: {} (", result.urgency.rank()));
    for add_on in &result.add_ons {
        must(format!("Add-on: {} (", add_on.code()));
    }
    for dimension in Dimension::ALL {
        must(format!("{} (", result.rating(dimension).rank()));
    }
    for reason in &result.reasons {
        let message = part(trace, reason.rule.0);
        assert!(message.contains("    Sets "), "{name}: {message}");
        assert!(!message.contains("Sets nothing"), "{name}: {message}");
        let first_step = reason.sets.contains(&Sets::FirstStep);
        assert_eq!(
            message.contains("the first step"),
            message.contains("raises the first step")
        );
        assert!(
            !first_step || message.contains("raises the first step"),
            "{name}: {message}"
        );
    }
    let open = trace
        .split("ASKED, WITH NO DEFINITE ANSWER")
        .nth(1)
        .unwrap();
    for (link_id, missing) in &result.unanswered {
        let item = rulebook().questionnaire.find(link_id.0);
        let code = rulebook().questionnaire.item(item.unwrap()).unwrap().code;
        let how = match missing {
            Missing::Empty => "not answered, counted as",
            Missing::Unsure => "not sure, counted as",
            Missing::Declined => "rather not say, counted as",
        };
        let message = open
            .lines()
            .find(|line| line.starts_with(&format!("  {code} ")));
        assert!(
            message.is_some_and(|line| line.contains(how)),
            "{name}: {code}"
        );
    }
    assert_eq!(
        trace.contains("WHAT THE MISSING ANSWERS COULD CHANGE"),
        result.range.is_some()
    );
}
