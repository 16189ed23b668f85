//! Compares the signs of danger on paper with what the assessment computes for the same answers.

use assessment::{
    Alert, Answer, Condition, DisplayCondition, Evaluation, GapPolicy, Item, ItemIndex, ItemKind,
    LinkId, Options, Response, RuleIndex, ScoredAnswers, SortedSet,
};
use paper::page;

use crate::markup::{element, text};
use crate::{lines, linked_questions, paper, question};

/// Collects answers that satisfy a condition, using the first of several alternatives.
fn opening(condition: &DisplayCondition, into: &mut Response) {
    match condition {
        DisplayCondition::Holds(condition) => answering(condition, into),
        DisplayCondition::All(list) => list.iter().for_each(|one| opening(one, into)),
        DisplayCondition::Any([first, ..]) => opening(first, into),
        DisplayCondition::Any([])
        | DisplayCondition::None(_)
        | DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_) => {}
    }
}

fn answering(condition: &Condition, into: &mut Response) {
    let questionnaire = &paper().questionnaire;
    let mut give = |index: ItemIndex, fits: &dyn Fn(&Item, u8) -> bool| {
        let item = questionnaire.item(index).unwrap();
        if let Some(when) = &item.enable_when {
            opening(when, into);
        }
        let position = item
            .all_options()
            .indices()
            .find(|position| fits(item, *position));
        let option = Options::only(position.unwrap());
        let several = match into.get(item.link_id) {
            Some(Answer::Chosen(known)) if item.kind == ItemKind::ChooseMany => known.with(option),
            _ => option,
        };
        into.set(item.link_id, Answer::Chosen(several));
    };
    match condition {
        Condition::AnsweredAtLeast(index, rank) => {
            give(*index, &|item, position| {
                item.rank_of_option(position) >= *rank
            });
        }
        Condition::AnsweredAnyOf(index, options) => {
            give(*index, &|_, position| options.has(position))
        }
        Condition::All(list) => list.iter().for_each(|one| answering(one, into)),
        Condition::Any(list) => list.iter().take(1).for_each(|one| answering(one, into)),
        Condition::CountAtLeast(least, list) => {
            let list = list.iter().take(usize::from(*least));
            list.for_each(|one| answering(one, into));
        }
        Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {}
    }
}

/// Returns the rules that one answer fires while all others count as their mildest option, except those
/// needed for the question to be asked. Excludes the rules that those answers fire themselves.
fn fired_by(item: &'static Item, answer: Answer) -> SortedSet<RuleIndex> {
    let mut opened = Response::default();
    if let Some(when) = &item.enable_when {
        opening(when, &mut opened);
    }
    opened.set(item.link_id, Answer::Chosen(item.mildest()));
    let mut answered = opened.clone();
    answered.set(item.link_id, answer);
    let before = fired(item, &opened);
    let mut fired = fired(item, &answered);
    fired.retain(|rule| !before.contains(rule));
    fired
}

fn fired(item: &Item, response: &Response) -> SortedSet<RuleIndex> {
    let questionnaire = &paper().questionnaire;
    let reached: SortedSet<LinkId> = response.iter().map(|(link_id, _)| link_id).collect();
    let sheet = ScoredAnswers::read(questionnaire, response, GapPolicy::SoFar(&reached));
    let index = questionnaire.find(item.link_id.0).unwrap();
    assert!(sheet.get(index).shown, "{} is not asked", item.link_id.0);
    let evaluation = Evaluation::of(questionnaire, sheet);
    let rules = questionnaire.indexed_rules().map(|(index, _)| index);
    rules.filter(|index| evaluation.has_fired(*index)).collect()
}

fn alert_of(item: &'static Item, answer: Answer) -> Alert {
    let rules = fired_by(item, answer);
    let alerts = rules.iter().map(|index| {
        let rule = &paper().questionnaire.rules[usize::from(index.0)];
        rule.then.alert
    });
    alerts.max().unwrap_or(Alert::None)
}

fn chosen(item: &Item) -> impl Iterator<Item = Answer> {
    let places = item.all_options().indices();
    places.map(|position| Answer::Chosen(Options::only(position)))
}

fn shape(alert: Alert) -> Option<char> {
    match alert {
        Alert::None => None,
        Alert::SupportCard => Some('●'),
        Alert::ContactFirst => Some('■'),
        Alert::EmergencyNow => Some('▲'),
    }
}

/// Covers every option, "Not sure" and "Rather not say".
#[test]
fn every_answer_that_means_danger_alone_has_its_mark_and_no_other_has() {
    let mut marked = 0;
    for (index, item) in paper().questionnaire.indexed_items() {
        let boxes = lines(&question(index));
        let unknown = [Answer::Unsure, Answer::Declined];
        for (answer, message) in chosen(item).chain(unknown).zip(&boxes) {
            let alert = alert_of(item, answer);
            let shown = message.chars().find(|letter| "▲■●".contains(*letter));
            assert_eq!(shown, shape(alert), "{}: {message}", item.link_id.0);
            // The mark also has words, and names a box to read.
            assert_eq!(shown.is_some(), message.contains(": box "), "{message}");
            let calls = message.contains("Call 911");
            assert_eq!(calls, alert == Alert::EmergencyNow, "{message}");
            marked += usize::from(shown.is_some());
        }
    }
    assert!(marked > 20, "{marked}");
}

/// Depends on the current content: unknown answers about suicide and about harming others raise a red flag.
#[test]
fn not_sure_is_not_no() {
    let marked = |link_id: &str| {
        let index = paper().questionnaire.find(link_id).unwrap();
        let boxes = lines(&question(index));
        let [.., unsure, declined] = boxes.as_slice() else {
            panic!("{link_id} has no boxes");
        };
        (unsure.contains('■'), declined.contains('■'))
    };
    assert_eq!(marked("suicidal-thoughts"), (true, true));
    assert_eq!(marked("thoughts-of-hurting-others"), (true, true));
    assert_eq!(marked("right-now"), (false, false));
}

#[test]
fn every_red_flag_has_its_help_with_every_number_and_step() {
    let paper = paper();
    let html = page(paper);
    let boxes: Vec<String> = html
        .split("<article ")
        .skip(1)
        .map(|part| text(&format!("<{}", part.split("</article>").next().unwrap())))
        .collect();
    for rule in paper.questionnaire.rules {
        if rule.then.alert == Alert::None {
            continue;
        }
        let id = rule.then.help.expect("a red flag names its help").0;
        let help = paper.words.help.get(id).unwrap();
        let own: Vec<&String> = boxes
            .iter()
            .filter(|message| message.contains(help.lead.0) && message.contains(help.title.0))
            .collect();
        assert_eq!(own.len(), 1, "{}: {id}", rule.id.0);
        let steps: Vec<&str> = match paper.own.steps.get(id) {
            Some(steps) => steps.iter().map(String::as_str).collect(),
            None => help.steps.0.clone(),
        };
        for step in steps.into_iter().chain(help.say.map(|say| say.0)) {
            assert!(own[0].contains(step), "{id}: {step}");
        }
        for line in help.lines.iter().chain(&help.more) {
            let line = paper.words.lines.get(line).unwrap();
            for number in line.call.iter().chain(&line.text) {
                assert!(own[0].contains(number), "{id}: {number}");
            }
        }
    }
}

/// Each red flag that no answer raises alone is listed as a pattern, with every question it reads.
#[test]
fn every_red_flag_is_told_by_a_mark_or_by_a_pattern() {
    let paper = paper();
    let html = page(paper);
    let patterns = html.matches("class=\"pattern\"").count();
    let mut alone: SortedSet<RuleIndex> = SortedSet::new();
    for (_, item) in paper.questionnaire.indexed_items() {
        for answer in chosen(item).chain([Answer::Unsure, Answer::Declined]) {
            alone.extend(fired_by(item, answer));
        }
    }
    let together = paper
        .questionnaire
        .indexed_rules()
        .filter(|(index, rule)| rule.then.alert > Alert::None && !alone.contains(index));
    let together = together.count();
    assert!(together > 0);
    assert_eq!(patterns, together);
    let message = text(element(&html, "section", "together"));
    for word in [
        "All of these fit",
        "At least one of these fits",
        "“Not sure”",
        "Pattern 1 fits",
    ] {
        assert!(message.contains(word), "{word}");
    }
    // Paper cannot compute a withdrawal rating. Only the pregnancy patterns need one, and they name whom to
    // ask.
    let more = &paper.own.paper.uncounted;
    let pieces = html.split("class=\"pattern\"").skip(1);
    let pieces =
        pieces.map(|piece| text(&format!("<div {}", piece.split("</div>").next().unwrap())));
    let uncounted: Vec<String> = pieces.filter(|piece| piece.contains(more)).collect();
    let pregnancy = paper.words.help.get("pregnancy").unwrap().title.0;
    assert_eq!(uncounted.len(), 2, "{uncounted:?}");
    assert!(uncounted.iter().all(|piece| piece.contains(pregnancy)));
    assert!(more.contains("Ask a doctor"));
}

#[test]
fn every_pattern_names_every_question_that_its_rule_reads() {
    let paper = paper();
    let html = page(paper);
    let mut message = 0;
    for rule in paper.questionnaire.rules {
        let mut read = SortedSet::new();
        collect(&rule.when, &mut read);
        let numbers: std::collections::BTreeSet<usize> = read
            .iter()
            .map(|index| paper.order.number(*index))
            .collect();
        let help = rule.then.help.and_then(|help| paper.words.help.get(help.0));
        let Some(help) = help else { continue };
        let patterns = html.split("class=\"pattern\"").skip(1);
        let own = patterns
            .map(|part| part.split("</div>").next().unwrap())
            .filter(|part| linked_questions(part) == numbers)
            .filter(|part| {
                let title = text(&format!("<div{part}"));
                title.contains(help.title.0) || rule.then.alert == Alert::EmergencyNow
            });
        message += own.count();
    }
    assert_eq!(message, html.matches("class=\"pattern\"").count());
}

/// Collects the questions of a condition. Skips earlier rules, because a pattern refers to them by number.
fn collect(condition: &Condition, into: &mut SortedSet<ItemIndex>) {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
            into.insert(*item);
        }
        Condition::AnyUnknown(items) => into.extend(items.iter().copied()),
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {}
        Condition::CountAtLeast(_, of) | Condition::All(of) | Condition::Any(of) => {
            of.iter().for_each(|condition| collect(condition, into));
        }
    }
}

/// Questions that red flags read come first.
#[test]
fn the_questions_that_red_flags_read_come_first() {
    let paper = paper();
    let first = |link_id: &str| {
        let index: ItemIndex = paper.questionnaire.find(link_id).unwrap();
        paper.order.danger.contains(&index)
    };
    for link_id in [
        "right-now",
        "substances",
        "last-alcohol",
        "last-unknown",
        "supervised-detox",
        "symptoms-danger",
        "bad-signs",
        "stopping-danger",
        "opioid-supply",
        "suicidal-thoughts",
        "suicide-attempt",
        "self-harm",
        "perception",
        "thoughts-of-hurting-others",
        "pregnancy",
        "overdose",
        "people-around",
    ] {
        assert!(first(link_id), "{link_id}");
    }
    for link_id in [
        "who-for",
        "age",
        "longest-stretch",
        "living-place",
        "wishes",
    ] {
        assert!(!first(link_id), "{link_id}");
    }
    let html = page(paper);
    let position = |id: &str| html.find(&format!("id=\"{id}\"")).unwrap();
    let order = [
        "lines", "danger", "q1", "together", "help", "others", "using", "origin",
    ];
    assert!(order.map(position).is_sorted());
}
