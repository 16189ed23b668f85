//! Compares the text of every condition, part by part, with the rule, headline, advice or question in its
//! source file.

use std::collections::BTreeMap;

use assessment::Item;
use content_compiler::author;
use i18n::Words;
use i18n::short_option;
use rulebook::{Form, Part, Sentence, display, effects, sentence};
use toml::{Table, Value};

use crate::{content, rulebook, text_of};

/// Option texts, and the rules as written in the source files.
struct Files {
    words: Words,
    rules: BTreeMap<String, Table>,
    /// Meanings of the names that only headlines and text changes use.
    display_names: BTreeMap<String, Value>,
}

fn files() -> Files {
    let questionnaire: Table = text_of("crates/content/questionnaire.toml")
        .parse()
        .unwrap();
    let mut rules = BTreeMap::new();
    for name in questionnaire["rules"].as_array().unwrap() {
        let file = format!("crates/content/rules/{}.toml", name.as_str().unwrap());
        let file: Table = text_of(&file).parse().unwrap();
        for rule in file
            .get("rule")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let rule = rule.as_table().unwrap().clone();
            rules.insert(rule["id"].as_str().unwrap().to_owned(), rule);
        }
    }
    let display: Table = text_of("crates/content/display.toml").parse().unwrap();
    let definitions = list(display.get("definition")).iter();
    let display_names = definitions.map(|definition| {
        let id = definition["id"].as_str().unwrap().to_owned();
        (id, definition["when"].clone())
    });
    Files {
        words: author::words(&content(), "en").unwrap(),
        rules,
        display_names: display_names.collect(),
    }
}

impl Files {
    fn item(&self, link_id: &str) -> (usize, &'static Item) {
        let items = rulebook().questionnaire.items.iter().enumerate();
        items
            .into_iter()
            .find(|(_, item)| item.link_id.0 == link_id)
            .unwrap()
    }

    /// An option as shown to the person, without its examples.
    fn option(&self, link_id: &str, code: &str) -> String {
        let (index, item) = self.item(link_id);
        let place = item
            .options
            .iter()
            .position(|option| *option == code)
            .unwrap();
        let label = self.words.items[index].options[place].0;
        format!("“{}”", short_option(label))
    }

    /// Differences between a written condition and its text.
    fn check(&self, written: &Value, message: &Sentence) -> Vec<String> {
        let said = said(message);
        let mut wrong = Vec::new();
        let mut must = |needle: String| {
            if !said.contains(&needle) {
                wrong.push(format!("{needle:?} is missing in {said:?}"));
            }
        };
        let condition = written.as_table().unwrap();
        let text = |name: &str| condition.get(name).and_then(Value::as_str);
        if let Some(means) = text("is").and_then(|name| self.display_names.get(name)) {
            return self.check(means, message);
        }
        let least = condition.get("at_least");
        if let Some(link_id) = text("item") {
            let (index, item) = self.item(link_id);
            must(format!(
                "“{}” {} ",
                self.words.items[index].short, item.code
            ));
            if let Some(code) = least.and_then(Value::as_str) {
                self.must_name_from(link_id, code, &mut must);
            }
            for code in list(condition.get("any_of")) {
                must(self.option(link_id, code.as_str().unwrap()));
            }
        }
        if text("rating").is_some() && condition.get("only_from").is_none() {
            must(format!(" at {} (", least.unwrap()));
        }
        if condition.get("only_from").is_some() {
            must("every rule by which ".into());
        }
        if let Some(output) =
            text("output").or(text("rating").filter(|_| said.contains("every rule")))
        {
            if text("output").is_some() {
                must(format!("the {} ", output.replace('_', " ")));
            }
            must(format!(" is at least {} (", least.unwrap()));
        }
        for rule in list(condition.get("only_from")) {
            must(rule.as_str().unwrap().into());
        }
        if let Some(track) = text("or_track") {
            must(format!("of the {track} track"));
        }
        match text("answers") {
            Some("many-open") => must("questions or more are open".into()),
            Some("care-stands") => must("24-hour care stands".into()),
            Some(other) => panic!("{other} is not told"),
            None => {}
        }
        if let Some(name) = text("count") {
            must(format!("at least {} of the ", least.unwrap()));
            must(name.replace('-', " "));
        }
        if let Some(rule) = text("fired") {
            must(format!("rule {rule} fires"));
        }
        if let Some(name) = text("is") {
            must(name.replace('-', " "));
        }
        for question in list(condition.get("unknown")) {
            must(question.as_str().unwrap().into());
        }
        for name in ["all", "any", "none"] {
            let Some(parts) = condition.get(name) else {
                continue;
            };
            if list(Some(parts)).is_empty() {
                assert_eq!(said, "always");
                continue;
            }
            // The text uses a list's name if it has one; compare the parts of the named condition.
            let mut form = &message.form;
            while let Form::Named(_, means) = form {
                form = &means.form;
            }
            let sentences = match (form, name) {
                (Form::All(sentences), "all")
                | (Form::Any(sentences), "any")
                | (Form::None(sentences), "none") => sentences,
                other => panic!("{other:?} does not tell {written}"),
            };
            assert_eq!(sentences.len(), list(Some(parts)).len(), "{written}");
            for (part, sentence) in list(Some(parts)).iter().zip(sentences) {
                wrong.extend(self.check(part, sentence));
            }
        }
        wrong
    }

    /// From an option on: the text lists it and all worse options, or says "or worse".
    fn must_name_from(&self, link_id: &str, code: &str, must: &mut impl FnMut(String)) {
        let (_, item) = self.item(link_id);
        if item.kind == assessment::ItemKind::ChooseMany {
            return must("at least".into());
        }
        let place = item
            .options
            .iter()
            .position(|option| *option == code)
            .unwrap();
        let first = self.option(link_id, code);
        match item.options[place + 1..] {
            [] => must(format!("is {first}")),
            [last] => must(format!("is {first} or {}", self.option(link_id, last))),
            _ => must(format!("is {first} or worse")),
        }
    }
}

#[test]
fn every_condition_is_told_as_it_is_written() {
    let files = files();
    let mut wrong = Vec::new();
    for rule in rulebook().questionnaire.rules {
        let written = &files.rules[rule.id.0];
        let message = sentence(rulebook(), &rule.when);
        let of_rule = files.check(&written["when"], &message).into_iter();
        wrong.extend(of_rule.map(|message| format!("{}: {message}", rule.id.0)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(files.rules.len(), rulebook().questionnaire.rules.len());
}

/// Conditions that may use "at most" and "none of these": those of headlines, text changes, advice, and
/// questions.
#[test]
fn every_display_condition_is_told_as_it_is_written() {
    let files = files();
    let questionnaire = &rulebook().questionnaire;
    let table =
        |file: &str| -> Table { text_of(&format!("crates/content/{file}")).parse().unwrap() };
    let shown = table("display.toml");
    let advice = table("advice.toml");
    let order = table("questionnaire.toml");
    let mut items: Vec<Value> = Vec::new();
    for file in order["items"].as_array().unwrap() {
        let file = table(&format!("items/{}.toml", file.as_str().unwrap()));
        items.extend(list(file.get("item")).iter().cloned());
    }
    let headlines = questionnaire
        .headlines
        .iter()
        .map(|it| (it.id, Some(it.when)));
    let guidance = questionnaire.guidance.iter();
    let guidance = guidance.map(|it| (it.id.code(), Some(it.when)));
    // Advice that awaits review is interleaved with published advice, so look up each by id.
    let waiting = author::awaiting_review(&content(), "en").unwrap();
    let waiting = waiting.iter().map(|(held, _)| held.advice);
    let all: BTreeMap<&str, _> = questionnaire
        .advice
        .iter()
        .copied()
        .chain(waiting)
        .map(|it| (it.id, it.when))
        .collect();
    let of_advice = list(advice.get("advice")).iter().map(|row| {
        let id = row["id"].as_str().unwrap();
        (id, all.get(id).copied())
    });
    let of_items = questionnaire.items.iter();
    let of_items = of_items.map(|it| (it.link_id.0, it.enable_when));
    let sets = [
        (list(shown.get("headline")), headlines.collect::<Vec<_>>()),
        (list(shown.get("guidance")), guidance.collect()),
        (list(advice.get("advice")), of_advice.collect()),
        (&items, of_items.collect()),
    ];
    let mut wrong = Vec::new();
    let mut message = 0;
    for (written, made) in sets {
        assert_eq!(written.len(), made.len());
        for (written, (id, when)) in written.iter().zip(made) {
            let written = written.get("when").or(written.get("enable_when"));
            assert_eq!(written.is_some(), when.is_some(), "{id}");
            if let Some((written, when)) = written.zip(when) {
                message += 1;
                let of_it = files
                    .check(written, &display(rulebook(), &when))
                    .into_iter();
                wrong.extend(of_it.map(|message| format!("{id}: {message}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(message > 100, "{message}");
}

#[test]
fn every_effect_is_told_with_the_number_it_is_written_with() {
    let files = files();
    for rule in rulebook().questionnaire.rules {
        let then = files.rules[rule.id.0]["then"].as_table().unwrap();
        let lines: Vec<String> = effects(rulebook(), rule)
            .iter()
            .map(|parts| plain(parts))
            .collect();
        let mut wanted = Vec::new();
        let outputs = [
            ("alert", "alert"),
            ("first_step", "first step"),
            ("level", "level"),
            ("urgency", "urgency"),
        ];
        for (key, name) in outputs {
            let rank = then.get(key).and_then(Value::as_integer).unwrap_or(0);
            if rank > 0 {
                wanted.push(format!("raises the {name} to at least {rank} ("));
            }
        }
        for rating in list(then.get("ratings")) {
            wanted.push(format!(" at least {} (", rating["at"]));
        }
        for add_on in list(then.get("add_ons")) {
            wanted.push(format!("adds {} (", add_on.as_str().unwrap()));
        }
        for key in ["help", "track"] {
            wanted.extend(then.get(key).map(|_| match key {
                "help" => "shows “".to_owned(),
                _ => "its first step speaks of".to_owned(),
            }));
        }
        assert_eq!(lines.len(), wanted.len(), "{}: {lines:?}", rule.id.0);
        for needle in wanted {
            assert!(
                lines.iter().any(|line| line.contains(&needle)),
                "{}: {needle:?} is missing in {lines:?}",
                rule.id.0
            );
        }
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Text of a sentence itself, without the items of its lists.
fn said(sentence: &Sentence) -> String {
    match &sentence.form {
        Form::Says(parts) | Form::Count(parts, _) => plain(parts),
        Form::Named(parts, means) => format!("{} {}", plain(parts), said(means)),
        Form::All(_) | Form::Any(_) | Form::None(_) => String::new(),
    }
}

fn plain(parts: &[Part]) -> String {
    let texts = parts.iter().map(|part| match part {
        Part::Text(text) | Part::Link { text, .. } => text.as_str(),
    });
    texts.collect()
}
