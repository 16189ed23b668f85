//! Tests of the workbench: answers, files and views.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use specimens::workbench::{placeholder, state};
use std::collections::BTreeSet;
use std::fs;
use std::sync::OnceLock;
use test_support::root;

use assessment::{Answer, ItemIndex, ItemKind, Missing, Options, Recommendation, Response, assess};
use content::questionnaire;
use content_compiler::author;
use edge::FileError;
use export::recommendation;
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN};
use i18n::Words;
use serde_json::{Value, json};
use site::hosting::Budget;
use site::hosting::manifest::FILES;
use workbench::{Choice, Loading, Model, Msg, Refusal, update};

/// A date before the rules are due for review.
const TODAY: &str = "2026-11-29";

use test_support::stories;

use stories::stories;

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| author::words(&root().join("crates/content"), "en").unwrap())
}

fn file(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn bench() -> Model {
    Model::new(questionnaire())
}

fn find(link_id: &str) -> ItemIndex {
    questionnaire().find(link_id).unwrap()
}

fn option(link_id: &str, code: &str) -> Choice {
    let item = questionnaire().item(find(link_id)).unwrap();
    Choice::Option(item.option_index(code).unwrap())
}

fn give(model: &mut Model, link_id: &str, code: &str) {
    update(model, Msg::Answered(find(link_id), option(link_id, code)));
}

fn toggle(model: &mut Model, link_id: &str, code: &str) {
    let Choice::Option(position) = option(link_id, code) else {
        panic!("{code} is an option")
    };
    update(model, Msg::Toggled(find(link_id), position));
}

/// A story's answers as a FHIR file.
fn written(response: &Response) -> String {
    let items: Vec<Value> = response
        .iter()
        .map(|(link_id, answer)| {
            let item = questionnaire().item(find(link_id.0)).unwrap();
            let codes = match answer {
                Answer::Unsure => vec![ASKED_UNKNOWN],
                Answer::Declined => vec![ASKED_DECLINED],
                Answer::Chosen(options) => options
                    .indices()
                    .map(|position| item.options[usize::from(position)])
                    .collect(),
            };
            let answers = codes
                .iter()
                .map(|code| json!({ "valueCoding": { "code": code } }));
            json!({ "linkId": link_id.0, "answer": answers.collect::<Vec<_>>() })
        })
        .collect();
    json!({ "resourceType": "QuestionnaireResponse", "status": "completed", "item": items })
        .to_string()
}

/// The whole result, as the command line prints it.
fn printed(result: &Recommendation) -> Value {
    recommendation(result, words())
}

fn load(model: &mut Model, text: &str) {
    update(model, Msg::Loaded("case.json".into(), Ok(text.to_owned())));
}

#[test]
fn loaded_case_has_result_of_assess() {
    let mut cases = 0;
    for story in stories().iter().filter(|story| story.case.is_some()) {
        let mut model = bench();
        load(&mut model, &written(&story.response));
        assert_eq!(
            model.loading,
            Loading::Done("case.json".into()),
            "{}",
            story.name
        );
        assert_eq!(model.response, story.response, "{}", story.name);
        let expected = printed(&assess(questionnaire(), &story.response));
        assert_eq!(printed(&model.result()), expected, "{}", story.name);
        assert_eq!(
            model.result().headline,
            story.expect.headline,
            "{}",
            story.name
        );
        cases += 1;
    }
    assert!(cases >= 20, "only {cases} cases");
}

#[test]
fn case_entered_by_hand_equals_loaded_case() {
    for story in stories().iter().filter(|story| story.case.is_some()) {
        let mut model = bench();
        update(&mut model, Msg::AllEmpty);
        for (link_id, answer) in story.response.iter() {
            let index = find(link_id.0);
            match answer {
                Answer::Unsure => update(&mut model, Msg::Answered(index, Choice::Unsure)),
                Answer::Declined => update(&mut model, Msg::Answered(index, Choice::Declined)),
                Answer::Chosen(options) => {
                    for position in options.indices() {
                        let several =
                            questionnaire().item(index).unwrap().kind == ItemKind::ChooseMany;
                        update(
                            &mut model,
                            if several {
                                Msg::Toggled(index, position)
                            } else {
                                Msg::Answered(index, Choice::Option(position))
                            },
                        );
                    }
                }
            }
        }
        assert_eq!(model.response, story.response, "{}", story.name);
    }
}

#[test]
fn invalid_file_changes_no_answer_and_shows_error_path() {
    let mut model = bench();
    give(&mut model, "age", "65-or-over");
    let before = (model.response.clone(), model.difference.clone());
    let bad = json!({
        "resourceType": "QuestionnaireResponse",
        "item": [
            { "linkId": "age", "answer": [{ "valueCoding": { "code": "under-18" } }] },
            { "linkId": "mood", "answer": [{ "valueCoding": { "code": "sunny" } }] },
        ],
    });
    load(&mut model, &bad.to_string());
    assert_eq!((model.response.clone(), model.difference.clone()), before);
    let Loading::Refused(name, Refusal::Response(error)) = &model.loading else {
        panic!("{:?}", model.loading)
    };
    assert_eq!(
        (name.as_str(), error.location.as_str()),
        ("case.json", "item[1].answer[0].valueCoding.code")
    );
    let html = state(words(), model.clone(), TODAY);
    for said in [
        "case.json",
        "item[1].answer[0].valueCoding.code",
        "sunny",
        "Mend that place",
    ] {
        assert!(html.contains(said), "'{said}' is not shown");
    }
    give(&mut model, "age", "under-18");
    assert_eq!(
        model.loading,
        Loading::Nothing,
        "what was wrong with a file stays for ever"
    );
}

#[test]
fn unreadable_file_changes_no_answer_and_shows_remedy() {
    for (refusal, said) in [
        (Refusal::File(FileError::TooLarge), "It is larger than 4 MB"),
        (
            Refusal::File(FileError::Unreadable),
            "The browser could not read it",
        ),
    ] {
        let mut model = bench();
        let before = model.response.clone();
        update(&mut model, Msg::Loaded("case.json".into(), Err(refusal)));
        assert_eq!(model.response, before);
        assert!(state(words(), model, TODAY).contains(said));
    }
}

#[test]
fn starts_with_mildest_answers_and_no_gaps() {
    let model = bench();
    let result = model.result();
    assert_eq!(result.headline.code(), "level-0");
    assert!(result.unanswered.is_empty() && result.range.is_none());
    for item in questionnaire().items {
        assert_eq!(
            model.response.get(item.link_id),
            Some(Answer::Chosen(item.mildest()))
        );
    }
}

#[test]
fn all_empty_answers_are_gaps_and_have_a_range() {
    let mut model = bench();
    update(&mut model, Msg::AllEmpty);
    assert!(model.response.is_empty());
    let result = model.result();
    assert!(
        result
            .unanswered
            .iter()
            .all(|(_, missing)| *missing == Missing::Empty)
    );
    let html = state(words(), model.clone(), TODAY);
    // Items asked on the result screen are not gaps, but still show what they count as.
    let items = questionnaire().items.iter();
    let after = items.filter(|item| questionnaire().is_after_result(item));
    assert_eq!(
        html.matches("Counts as: ").count(),
        2 * result.unanswered.len() + after.count()
    );
    assert!(html.contains("Most careful"));
    update(&mut model, Msg::AllMildest);
    assert_eq!(model.response, bench().response);
}

#[test]
fn difference_lists_changed_outputs_and_rules() {
    let mut model = bench();
    give(&mut model, "suicidal-thoughts", "thoughts-of-suicide");
    let difference = model.difference.clone().unwrap();
    let fired = model.result().fired;
    assert!(!difference.started.is_empty());
    assert!(difference.started.iter().all(|rule| fired.contains(rule)));
    assert!(
        difference
            .moved
            .iter()
            .any(|moved| moved.what == "Alert" && moved.from == "0")
    );
    let sentence = difference.sentence();
    assert!(
        sentence.contains("alert 0 → ") && sentence.contains("now fire"),
        "{sentence}"
    );
    let html = state(words(), model.clone(), TODAY);
    assert!(html.contains(&sentence), "the change is not told");
    assert_eq!(
        html.matches(">new</span>").count(),
        difference.started.len()
    );

    update(&mut model, Msg::AllMildest);
    let back = model.difference.clone().unwrap();
    assert_eq!(back.stopped, difference.started);
    assert!(
        back.sentence().contains("no longer fire"),
        "{}",
        back.sentence()
    );

    update(&mut model, Msg::AllMildest);
    assert!(model.difference.unwrap().is_nothing());
}

#[test]
fn answer_to_hidden_question_stays_without_effect() {
    let mut model = bench();
    toggle(&mut model, "substances", "alcohol");
    give(&mut model, "days-alcohol", "21-30-days");
    give(&mut model, "drinks-a-day", "15-or-more-drinks");
    let with = printed(&model.result());
    toggle(&mut model, "substances", "none");
    assert_eq!(printed(&model.result()), printed(&bench().result()));
    let stored = Options::only(4);
    let days = questionnaire().item(find("days-alcohol")).unwrap();
    assert_eq!(
        model.response.get(days.link_id),
        Some(Answer::Chosen(stored))
    );
    let html = state(words(), model.clone(), TODAY);
    let id = "id=\"answer-days-alcohol\"";
    assert!(html.contains("Not asked") && html.contains(id));
    update(&mut model, Msg::OnlyAsked(true));
    assert!(!state(words(), model.clone(), TODAY).contains(id));
    toggle(&mut model, "substances", "alcohol");
    assert_eq!(printed(&model.result()), with);
}

#[test]
fn exclusive_option_deselects_the_others() {
    let mut model = bench();
    toggle(&mut model, "substances", "alcohol");
    toggle(&mut model, "substances", "cannabis");
    let item = questionnaire().item(find("substances")).unwrap();
    let chosen = |model: &Model| match model.response.get(item.link_id) {
        Some(Answer::Chosen(options)) => options.count(),
        other => panic!("{other:?}"),
    };
    assert_eq!(chosen(&model), 2);
    toggle(&mut model, "substances", "none");
    assert_eq!(chosen(&model), 1);
}

#[test]
fn invalid_message_changes_nothing() {
    let mut model = bench();
    let before = model.response.clone();
    update(&mut model, Msg::Answered(find("age"), Choice::Option(31)));
    update(&mut model, Msg::Answered(ItemIndex(999), Choice::Unsure));
    update(&mut model, Msg::Toggled(find("substances"), 31));
    assert_eq!(model.response, before);
}

#[test]
fn choice_name_survives_round_trip() {
    for choice in [
        Choice::Empty,
        Choice::Unsure,
        Choice::Declined,
        Choice::Option(0),
        Choice::Option(11),
    ] {
        assert_eq!(Choice::named(&choice.name()), Some(choice));
    }
    assert_eq!(Choice::named("sunny"), None);
}

#[test]
fn every_item_has_labeled_control_with_every_answer() {
    let html = state(words(), bench(), TODAY);
    for (item, said) in questionnaire().items.iter().zip(&words().items) {
        let id = format!("answer-{}", item.link_id.0);
        let text = escaped(said.text.0);
        match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                let label = format!("<label for=\"{id}\">{text}</label><select id=\"{id}\"");
                assert!(html.contains(&label), "{id} has no label");
                let list = between(&html, &format!("<select id=\"{id}\""), "</select>");
                assert_eq!(
                    list.matches("<option").count(),
                    item.options.len() + 3,
                    "{id}"
                );
                let no_answers = [
                    "Left empty",
                    words().phrases.unsure,
                    words().phrases.declined,
                ];
                let own = said.options.iter().map(|option| option.0);
                let order: Vec<usize> = no_answers
                    .into_iter()
                    .chain(own)
                    .map(|text| list.find(&format!(">{}</option>", escaped(text))).unwrap())
                    .collect();
                assert!(order.is_sorted(), "{id} has its answers in another order");
            }
            ItemKind::ChooseMany => {
                let group = between(&html, &format!("<fieldset id=\"{id}\""), "</fieldset>");
                assert!(group.contains(&format!("<legend>{text}</legend>")), "{id}");
                let boxes = group.matches("type=\"checkbox\"").count();
                assert_eq!(boxes, item.options.len() + 2, "{id}");
                assert_eq!(group.matches("<label").count(), boxes, "{id}");
            }
        }
    }
    for label in html.split("<label").skip(1) {
        let id = between(label, "for=\"", "\"").trim_start_matches("for=\"");
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn every_fired_rule_links_to_the_rulebook() {
    let rulebook = file("static/method.html");
    let mut seen = BTreeSet::new();
    for story in stories() {
        let mut model = bench();
        load(&mut model, &written(&story.response));
        let fired = model.result().fired;
        let html = state(words(), model, TODAY);
        let list = between(&html, "<ol class=\"bench-rules\">", "</ol>");
        let mut from = 0;
        for rule in &fired {
            let link = format!("class=\"id\" href=\"./method.html#{0}\">{0}</a>", rule.0);
            let position = list[from..].find(&link);
            from += position
                .unwrap_or_else(|| panic!("{}: no link to {} in order", story.name, rule.0));
            assert!(
                rulebook.contains(&format!("id=\"{}\"", rule.0)),
                "{}",
                rule.0
            );
        }
        assert_eq!(list.matches("<li").count(), fired.len(), "{}", story.name);
        seen.extend(fired);
    }
    assert!(seen.len() > 100, "{}", seen.len());
    let html = state(words(), bench(), TODAY);
    for item in questionnaire().items {
        assert!(
            html.contains(&format!("href=\"./method.html#{}\"", item.code)),
            "{}",
            item.code
        );
        assert!(
            rulebook.contains(&format!("id=\"{}\"", item.code)),
            "{}",
            item.code
        );
    }
}

#[test]
fn view_shows_outputs_ratings_and_range_of_result() {
    let mut model = bench();
    toggle(&mut model, "substances", "alcohol");
    give(&mut model, "days-alcohol", "21-30-days");
    update(
        &mut model,
        Msg::Answered(find("drinks-a-day"), Choice::Unsure),
    );
    let result = model.result();
    let html = plain(&state(words(), model, TODAY));
    let outputs = result.outputs();
    for (rank, code) in [
        (outputs.alert.rank(), outputs.alert.code()),
        (outputs.first_step.rank(), outputs.first_step.code()),
        (outputs.level.rank(), outputs.level.code()),
        (outputs.urgency.rank(), outputs.urgency.code()),
    ] {
        assert!(html.contains(&format!("{rank} {code}: ")), "{rank} {code}");
    }
    let range = result.range.unwrap();
    for reading in [range.mildest, range.most_careful] {
        let printed = format!(
            "{} {}",
            reading.first_step.rank(),
            reading.first_step.code()
        );
        assert!(html.contains(&printed), "{printed}");
    }
    assert!(html.contains("danger track") && html.contains("opioid track"));
    assert!(
        html.contains("Drinks a day: Not sure, counts as: "),
        "an open answer behind a rule"
    );
}

#[test]
fn page_shows_purpose_and_crisis_lines_in_every_state() {
    for html in [placeholder(words()), state(words(), bench(), TODAY)] {
        for said in [
            "This is a tool for reviewers. Nothing you enter leaves this page.",
            "Not yet reviewed by a clinician. Not clinically validated.",
            &format!("Rules of {}.", questionnaire().version),
            "href=\"tel:911\"",
            "href=\"tel:988\"",
            "href=\"./method.html\"",
            "class=\"skip\" href=\"#answers\"",
            "id=\"answers\"",
        ] {
            assert!(html.contains(said), "'{said}' is missing");
        }
        assert_eq!(html.matches("<h1").count(), 1);
        assert_eq!(html.matches("<main").count(), 1);
        for never in [" style=", "<script", " onclick=", " onchange="] {
            assert!(!html.contains(never), "{never}");
        }
    }
    let running = state(words(), bench(), TODAY);
    assert!(running.contains("class=\"bench-change\" role=\"status\""));
    let levels = running
        .match_indices("<h")
        .filter_map(|(at, _)| running[at + 2..].chars().next()?.to_digit(10));
    let mut before = 0;
    for level in levels {
        assert!(level <= before + 1, "h{level} follows h{before}");
        before = level;
    }
}

/// The workbench is a separate module, so a visit loads nothing of it.
#[test]
fn visitor_page_does_not_load_the_workbench() {
    // A visit loads what the manifest counts to it, and the template of the page names nothing else.
    for row in FILES
        .iter()
        .filter(|row| row.budgets.contains(&Budget::FirstVisit))
    {
        assert!(!row.name.pattern().contains("workbench"), "{:?}", row.name);
    }
    for name in [
        "index.html",
        "static/start.js",
        "static/widget.css",
        "src/main.rs",
        "src/browser/mount.rs",
    ] {
        assert!(!file(name).contains("workbench"), "{name}");
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("{start} is missing"));
    let rest = &text[from..];
    // `end` may also occur in `start`.
    let to = rest[start.len()..]
        .find(end)
        .unwrap_or_else(|| panic!("{end} is missing"));
    &rest[..start.len() + to]
}

/// Escapes a text for HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Strips the tags from HTML.
fn plain(html: &str) -> String {
    let parts = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect()
}

#[test]
fn overdue_rules_show_a_notice() {
    let overdue = words().phrases.overdue;
    assert!(!state(words(), bench(), TODAY).contains(overdue));
    assert!(state(words(), bench(), "2028-01-01").contains(overdue));
}

#[test]
fn a_code_puts_its_answers_in_place_and_a_bad_one_changes_nothing() {
    let story = stories().into_iter().next().unwrap();
    let result = assess(questionnaire(), &story.response);
    let code = result_code::encode(questionnaire(), &story.response, &result);
    let mut model = bench();
    update(&mut model, Msg::Code(code.to_lowercase()));
    assert_eq!(model.loading, Loading::Done(code.to_lowercase()));
    assert_eq!(model.result().fired, result.fired);
    let before = model.response.clone();
    update(&mut model, Msg::Code(format!("{code}7")));
    let Loading::Refused(_, refusal) = &model.loading else {
        panic!("{:?}", model.loading)
    };
    assert!(matches!(refusal, Refusal::Code(_)), "{refusal:?}");
    assert_eq!(model.response, before);
    let html = state(words(), model, TODAY);
    assert!(html.contains("The code has a mistake in it."), "{html}");
    assert!(html.contains("group by group"));
}

/// The bench alone shows advice that no visitor reads yet, and for whose answers.
#[test]
fn advice_that_waits_for_review_is_shown_here_for_whom_it_would_be() {
    let rows = content::awaiting_review().iter();
    let (held, said) = rows
        .clone()
        .find(|(held, _)| held.advice.id == "missed-methadone")
        .unwrap();
    let shown = |model: &Model| state(words(), model.clone(), TODAY);
    let mut model = bench();
    assert!(!shown(&model).contains(said.text.0));
    give(&mut model, "treatment-medicine", "missed-doses");
    let page = shown(&model);
    assert!(page.contains(said.text.0) && page.contains(held.advice.id));
    assert!(
        page.contains("Waits for: clinician"),
        "nobody is waited for"
    );
    let visitor = words().write().join("\n");
    for (held, said) in rows {
        assert!(!visitor.contains(said.text.0), "{}", held.advice.id);
    }
}
