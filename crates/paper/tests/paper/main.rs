//! Tests that the questions on paper are complete, in an order that can be followed, with help at every sign
//! of danger, and never contain a result.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use test_support::draft;

use test_support::markup;

mod danger;

mod skipping;

use test_support::sheets;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assessment::{ItemIndex, ItemKind};
use i18n::Words;
use paper::{Paper, page};

use draft::Draft;
use markup::{element, tags, text};

#[test]
fn every_question_and_every_option_has_its_box_once() {
    let paper = paper();
    let mut numbers: BTreeSet<usize> = BTreeSet::new();
    for (index, item) in paper.questionnaire.indexed_items() {
        let number = paper.order.number(index);
        assert!(numbers.insert(number), "two questions have number {number}");
        let words = &paper.words.items[usize::from(index.0)];
        let asked = question(index);
        let message = text(&asked);
        assert!(
            message.contains(&format!("{number}. {}", words.text.0)),
            "{message}"
        );
        let boxes = lines(&asked);
        let unknown = [paper.words.phrases.unsure, paper.words.phrases.declined];
        let wanted = words.options.iter().map(|option| option.0).chain(unknown);
        for option in wanted {
            let own = |line: &&String| {
                let rest = line.strip_prefix(option);
                rest.is_some_and(|rest| rest.trim().is_empty() || rest.starts_with([' ', '\n']))
            };
            let found = boxes.iter().filter(own).count();
            assert!(found >= 1, "{}: no box for '{option}'", item.link_id.0);
        }
        assert_eq!(boxes.len(), item.options.len() + 2, "{}", item.link_id.0);
    }
    let all = paper.questionnaire.items.len();
    assert_eq!(numbers, (1..=all).collect());
}

#[test]
fn every_question_with_several_choices_says_so() {
    let paper = paper();
    let mut several = 0;
    for (index, item) in paper.questionnaire.indexed_items() {
        let message = text(&question(index));
        let words = &paper.words.items[usize::from(index.0)];
        let hint = words.hint.as_ref().map(|hint| hint.0);
        if let Some(hint) = hint {
            assert!(message.contains(hint), "{}: {hint}", item.link_id.0);
        }
        let any = paper.words.phrases.choose_any;
        if item.kind != ItemKind::ChooseMany {
            assert!(!message.contains(any), "{}: {message}", item.link_id.0);
        } else if hint.is_none() {
            several += 1;
            assert!(message.contains(any), "{}: {message}", item.link_id.0);
        }
    }
    assert!(several > 0);
}

/// Within each of the two parts, the questions of a page stay together, in the order of the check.
#[test]
fn pages_and_questions_stand_in_the_order_of_the_check() {
    let paper = paper();
    for part in [&paper.order.danger, &paper.order.others] {
        assert!(part.is_sorted());
        let pages: Vec<_> = part
            .iter()
            .map(|index| paper.questionnaire.item(*index).unwrap().page)
            .collect();
        assert!(pages.is_sorted());
    }
    let html = page(paper);
    let all = paper.order.danger.iter().chain(&paper.order.others);
    let places = all.map(|index| {
        let id = format!("id=\"q{}\"", paper.order.number(*index));
        html.find(&id).unwrap_or_else(|| panic!("no {id}"))
    });
    assert!(places.is_sorted());
    // Every page and every section has a heading.
    let questions =
        text(element(&html, "section", "danger")) + &text(element(&html, "section", "others"));
    for heading in &paper.words.pages {
        assert!(questions.contains(heading.0), "{}", heading.0);
    }
    for section in &paper.words.sections {
        assert!(questions.contains(section), "{section}");
    }
}

#[test]
fn the_markup_is_whole_and_no_place_is_there_twice() {
    let html = page(paper());
    let empty = ["!doctype", "meta", "link"];
    let mut open: Vec<String> = Vec::new();
    for tag in tags(&html) {
        match tag.name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if empty.contains(&tag.name.as_str()) => {}
            None => open.push(tag.name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let tags = tags(&html);
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
    let places: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(places.len(), ids.len(), "a place is there twice");
    let mut before = 1;
    let levels = tags.iter().filter_map(|tag| tag.name.strip_prefix('h'));
    for level in levels.filter_map(|level| level.parse::<u8>().ok()) {
        assert!(
            level <= before + 1,
            "a heading of level {level} after {before}"
        );
        before = level;
    }
    for tag in tags.iter().filter_map(|tag| tag.get("aria-labelledby")) {
        assert!(places.contains(tag), "{tag}");
    }
}

#[test]
fn nothing_runs_nothing_is_typed_and_no_link_leads_to_another_site() {
    let html = page(paper());
    let places: BTreeSet<String> = tags(&html)
        .iter()
        .filter_map(|tag| tag.get("id").map(str::to_owned))
        .collect();
    for tag in tags(&html) {
        let never = [
            "script", "style", "form", "input", "textarea", "img", "iframe",
        ];
        assert!(!never.contains(&tag.name.as_str()), "{tag:?}");
        let named = |name: &str| name == "style" || name.starts_with("on");
        assert!(
            !tag.attributes.iter().any(|(name, _)| named(name)),
            "{tag:?}"
        );
        let Some(to) = tag.get("href") else { continue };
        let known = ["./", "./paper.css", "data:,"].contains(&to)
            || to.starts_with("tel:")
            || to.starts_with("sms:")
            || to.strip_prefix('#').is_some_and(|id| places.contains(id));
        assert!(known, "{to} leads nowhere, or elsewhere");
    }
    assert!(!html.contains("http://") && !html.contains("https://"));
    assert!(html.contains("<title>Footing: paper form</title>"));
    assert!(html.contains("name=\"robots\" content=\"noindex\""));
}

/// Paper computes no level, and promises none.
#[test]
fn no_level_of_care_and_nothing_that_may_not_be_claimed_is_named() {
    let paper = paper();
    let plain = text(&page(paper));
    for (_, level) in &paper.words.levels.0 {
        assert!(!plain.contains(level.name), "{}", level.name);
    }
    // The exact sentences that deny a claim.
    let denials = [
        "This is not medical advice and not a diagnosis.",
        "It has not been validated in a clinical study.",
        "They have not been validated in a clinical study.",
    ];
    let said = denials.iter().fold(plain.clone(), |text, denial| {
        assert!(text.contains(denial), "{denial}");
        text.replace(denial, "")
    });
    let said = said.to_lowercase();
    for never in [
        "diagnos",
        "validated",
        "determine",
        "proven",
        "accura",
        "confidential",
        "hipaa",
        "anonym",
        "asam",
        "approved",
        "cleared",
        "guarantee",
        "safe to stop",
        "you need",
        "score",
        "!",
    ] {
        assert!(!said.contains(never), "{never}");
    }
    assert!(plain.contains("Not yet reviewed by a clinician"));
    assert!(plain.contains(&paper.words.phrases.day(paper.questionnaire.version)));
    let checked = paper.words.phrases.day(paper.words.lines_checked_on);
    assert!(plain.contains(&checked));
}

/// Texts about the screen do not belong on paper.
#[test]
fn no_step_speaks_of_a_button() {
    let paper = paper();
    let plain = text(&page(paper));
    let phrases = &paper.words.phrases;
    for button in [phrases.leave, phrases.help_now, phrases.continue_, "button"] {
        assert!(!plain.contains(button), "{button}");
    }
}

#[test]
fn markup_in_a_text_stays_text_and_a_step_for_no_screen_is_told() {
    let draft = Draft::of(&content());
    draft.replace("words/en/paper.toml", "safe-home = [", "safe-hom = [");
    let message = read(draft.folder()).unwrap_err();
    assert!(
        message.contains("safe-hom") && message.contains("paper.toml"),
        "{message}"
    );
    let draft = Draft::of(&content());
    draft.replace("words/en/paper.toml", "title = \"", "title = \"<b>");
    let message = read(draft.folder()).unwrap_err();
    assert!(
        message.contains("markup has no place in words"),
        "{message}"
    );
}

/// A visit loads the words of the check, but no language file contains the words of the paper.
#[test]
fn the_words_of_the_paper_weigh_nothing_in_a_visit() {
    let paper = paper();
    let loaded: Vec<String> = Words::write(&paper.words);
    assert!(!loaded.contains(&paper.own.paper.what));
    assert!(!loaded.contains(&paper.own.paper.danger_lead));
}

/// `widget.css` has a hash in its name, so the page has its own style sheet.
#[test]
fn the_colors_are_those_of_the_check() {
    let of = |file: &str| std::fs::read_to_string(test_support::root().join(file)).unwrap();
    let (own, other) = (of("static/paper.css"), of("static/widget.css"));
    let screen = own.split("@media print").next().unwrap();
    let mut compared = 0;
    for line in screen.lines().map(str::trim) {
        let token = line.strip_prefix("--");
        let Some((name, value)) = token.and_then(|line| line.split_once(": ")) else {
            continue;
        };
        compared += 1;
        let plain = format!("--{name}: {value}");
        let settable = value.replace(';', ");");
        let there = other.lines().map(str::trim).any(|line| {
            line == plain
                || (line.starts_with(&format!("--{name}: var(")) && line.ends_with(&settable))
        });
        assert!(there, "{plain} is not a color of static/widget.css");
    }
    assert!(compared > 20);
}

/// The paper form of the current content.
fn paper() -> &'static Paper {
    static PAPER: OnceLock<Paper> = OnceLock::new();
    PAPER.get_or_init(|| read(&content()).unwrap_or_else(|message| panic!("{message}")))
}

fn read(content: &Path) -> Result<Paper, String> {
    Paper::read(content, "en").map_err(|problems| {
        let message: Vec<String> = problems.iter().map(ToString::to_string).collect();
        message.join("\n")
    })
}

/// Returns the markup of a question with its boxes.
fn question(index: ItemIndex) -> String {
    let html = page(paper());
    let id = format!("q{}", paper().order.number(index));
    element(&html, "div", &id).to_owned()
}

/// Returns the text of every box of a question.
fn lines(question: &str) -> Vec<String> {
    let boxes = question.split("<li>").skip(1);
    let boxes = boxes.map(|line| line.split("</li>").next().unwrap());
    boxes.map(|line| text(&format!("<li>{line}"))).collect()
}

/// Returns the condition of a question as markup: its own, or the one shared with its neighbors.
fn condition_of(html: &str, number: usize) -> Option<String> {
    let own = element(html, "div", &format!("q{number}"));
    let conditions = |html: &str| -> Vec<String> {
        let message = html.split("<p class=\"only\">").skip(1);
        let message = message.map(|message| message.split("</p>").next().unwrap().to_owned());
        message.collect()
    };
    if let Some(own) = conditions(own).pop() {
        return Some(own);
    }
    conditions(html).into_iter().find_map(|message| {
        let (whose, when) = message.split_once(": only if")?;
        linked_questions(whose)
            .contains(&number)
            .then(|| when.to_owned())
    })
}

/// Returns the numbers of all linked questions, including those within a range such as "4 to 7".
fn linked_questions(html: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut from = None;
    for link in html.split("<a href=\"#q").skip(1) {
        let number: usize = link.split('"').next().unwrap().parse().unwrap();
        found.extend(from.unwrap_or(number)..=number);
        from = link.ends_with("</a> to ").then_some(number);
    }
    found
}

fn content() -> PathBuf {
    test_support::content_folder()
}
