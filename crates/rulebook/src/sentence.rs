//! Conditions in exact words, generated from the conditions themselves.

use assessment::{
    Completeness, Condition, DisplayCondition, ItemIndex, ItemKind, Options, RiskRating, Threshold,
    Track,
};

use super::Rulebook;
use super::names::{is_last, spoken};

/// A condition in words.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The condition described, if it is one that a rule can contain.
    pub condition: Option<Condition>,
    /// Its text.
    pub form: Form,
}

/// Grammatical form of a condition.
#[derive(Clone, Debug)]
pub enum Form {
    /// One sentence.
    Says(Vec<Part>),
    /// A named condition, with its meaning.
    Named(Vec<Part>, Box<Sentence>),
    /// At least a given number of these.
    Count(Vec<Part>, Vec<Sentence>),
    /// All of these.
    All(Vec<Sentence>),
    /// At least one of these.
    Any(Vec<Sentence>),
    /// None of these. Never occurs in a rule.
    None(Vec<Sentence>),
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain text.
    Text(String),
    /// Link to an anchor of the rulebook.
    Link {
        /// The anchor.
        to: String,
        /// The link text.
        text: String,
    },
}

impl Part {
    /// Creates plain text.
    pub(super) fn text(text: impl Into<String>) -> Part {
        Part::Text(text.into())
    }

    /// Creates a link from a name to its anchor.
    pub(super) fn link(to: impl Into<String>, text: impl Into<String>) -> Part {
        Part::Link {
            to: to.into(),
            text: text.into(),
        }
    }
}

/// Concatenates parts as plain text.
pub(super) fn plain(parts: &[Part]) -> String {
    let texts = parts.iter().map(|part| match part {
        Part::Text(text) | Part::Link { text, .. } => text.as_str(),
    });
    texts.collect()
}

/// Describes a condition. If a named condition has the same meaning, uses its name.
pub fn sentence(rulebook: &Rulebook, condition: &Condition) -> Sentence {
    let named = rulebook
        .terms
        .terms
        .iter()
        .find(|term| term.means == *condition);
    let message = meaning(rulebook, condition);
    let Some(term) = named else { return message };
    let anchor = term_anchor(&term.id);
    let form = match message.form {
        // A single sentence says more than its name, so the name follows it.
        Form::Says(mut parts) => {
            parts.push(Part::text(" ["));
            parts.push(Part::link(anchor, spoken(&term.id)));
            parts.push(Part::text("]"));
            Form::Says(parts)
        }
        form
        @ (Form::Named(..) | Form::Count(..) | Form::All(_) | Form::Any(_) | Form::None(_)) => {
            Form::Named(
                vec![Part::link(anchor, spoken(&term.id))],
                Box::new(Sentence {
                    condition: Some(*condition),
                    form,
                }),
            )
        }
    };
    Sentence {
        condition: Some(*condition),
        form,
    }
}

/// Describes what a condition means, ignoring its own name.
pub fn meaning(rulebook: &Rulebook, condition: &Condition) -> Sentence {
    let form = match condition {
        Condition::AnsweredAtLeast(item, rank) => {
            Form::Says(about(rulebook, *item, &at_least(rulebook, *item, *rank)))
        }
        Condition::AnsweredAnyOf(item, options) => {
            let options = rulebook.quoted(*item, *options, "or");
            Form::Says(about(rulebook, *item, &format!("includes {options}")))
        }
        Condition::AnyUnknown(items) => Form::Says(unknown(rulebook, items)),
        Condition::RatingAtLeast(scale, rating) => {
            let worse = match rating {
                RiskRating::Severe => "",
                RiskRating::None | RiskRating::Some | RiskRating::Clear | RiskRating::Serious => {
                    " or worse"
                }
            };
            Form::Says(vec![
                Part::link("areas", rulebook.scale(*scale)),
                Part::text(format!(" at {}{worse}", rulebook.rating(*rating))),
            ])
        }
        Condition::RuleFired(rule) => {
            let rule = rulebook.questionnaire.rules.get(usize::from(rule.0));
            let id = rule.map_or("", |rule| rule.id.0);
            Form::Says(vec![
                Part::text("rule "),
                Part::link(id, id),
                Part::text(" fires"),
            ])
        }
        Condition::CountAtLeast(least, of) => {
            let count = rulebook.terms.counts.iter().find(|count| count.of == *of);
            let mut parts = vec![Part::text(format!("at least {least} of the {}", of.len()))];
            if let Some(count) = count {
                parts.push(Part::text(" points of "));
                parts.push(Part::link(count_anchor(&count.id), spoken(&count.id)));
            }
            Form::Count(parts, all(rulebook, of))
        }
        Condition::All(conditions) => Form::All(all(rulebook, conditions)),
        Condition::Any(conditions) => Form::Any(all(rulebook, conditions)),
    };
    Sentence {
        condition: Some(*condition),
        form,
    }
}

/// Describes a display condition: when a question is asked, a headline holds, or advice is given. If a named
/// condition of the rules has the same meaning, uses its name.
pub fn display(rulebook: &Rulebook, condition: &DisplayCondition) -> Sentence {
    let mut terms = rulebook.terms.terms.iter();
    if let Some(term) = terms.find(|term| same(condition, &term.means)) {
        return sentence(rulebook, &term.means);
    }
    let all = |list: &[DisplayCondition]| list.iter().map(|one| display(rulebook, one)).collect();
    let form = match condition {
        DisplayCondition::Holds(condition) => return sentence(rulebook, condition),
        DisplayCondition::Reached(threshold) => {
            Form::Says(vec![Part::text(reached(rulebook, *threshold))])
        }
        DisplayCondition::OnlyFrom(threshold, track, rules) => {
            let mut parts = vec![Part::text(format!(
                "every rule by which {} is ",
                reached(rulebook, *threshold)
            ))];
            match track {
                Some(Track::Danger) => parts.push(Part::text("of the danger track")),
                Some(Track::Opioid) => parts.push(Part::text("of the opioid track")),
                None => {}
            }
            if track.is_some() && !rules.is_empty() {
                parts.push(Part::text(", or "));
            }
            let rules = rules.iter();
            let ids =
                rules.filter_map(|rule| rulebook.questionnaire.rules.get(usize::from(rule.0)));
            for (position, rule) in ids.enumerate() {
                parts.push(Part::text(if position > 0 { ", " } else { "one of " }));
                parts.push(Part::link(rule.id.0, rule.id.0));
            }
            Form::Says(parts)
        }
        DisplayCondition::Completeness(state) => Form::Says(vec![Part::text(match state {
            Completeness::ManyOpen => format!(
                "{} questions or more are open",
                rulebook.questionnaire.talk_first.from
            ),
            Completeness::CareStands => {
                "24-hour care stands with every open answer at its mildest".to_owned()
            }
        })]),
        DisplayCondition::None(list) => Form::None(all(list)),
        DisplayCondition::All([]) => Form::Says(vec![Part::text("always")]),
        DisplayCondition::All(list) => Form::All(all(list)),
        DisplayCondition::Any(list) => Form::Any(all(list)),
    };
    Sentence {
        condition: None,
        form,
    }
}

/// Whether both conditions have the same meaning, part by part.
fn same(display: &DisplayCondition, condition: &Condition) -> bool {
    let each = |one: &[DisplayCondition], other: &[Condition]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
    };
    match (display, condition) {
        (DisplayCondition::Holds(one), other) => one == other,
        (DisplayCondition::All(one), Condition::All(other)) => each(one, other),
        (DisplayCondition::Any(one), Condition::Any(other)) => each(one, other),
        (
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_)
            | DisplayCondition::None(_)
            | DisplayCondition::All(_)
            | DisplayCondition::Any(_),
            _,
        ) => false,
    }
}

fn reached(rulebook: &Rulebook, threshold: Threshold) -> String {
    let (what, value) = match threshold {
        Threshold::Alert(alert) => ("the alert".to_owned(), rulebook.alert(alert)),
        Threshold::FirstStep(step) => ("the first step".to_owned(), rulebook.first_step(step)),
        Threshold::Level(level) => ("the level".to_owned(), rulebook.level(level)),
        Threshold::Rating(scale, rating) => (rulebook.scale(scale), rulebook.rating(rating)),
    };
    format!("{what} is at least {value}")
}

/// Anchor of a named condition on the page.
pub(super) fn term_anchor(id: &str) -> String {
    format!("term-{id}")
}

/// Anchor of a count on the page.
pub(super) fn count_anchor(id: &str) -> String {
    format!("count-{id}")
}

fn all(rulebook: &Rulebook, conditions: &[Condition]) -> Vec<Sentence> {
    let message = conditions
        .iter()
        .map(|condition| sentence(rulebook, condition));
    message.collect()
}

fn about(rulebook: &Rulebook, index: ItemIndex, says: &str) -> Vec<Part> {
    let code = rulebook
        .questionnaire
        .item(index)
        .map_or("", |item| item.code);
    vec![
        Part::text(format!("“{}” ", rulebook.label(index))),
        Part::link(code, code),
        Part::text(format!(" {says}")),
    ]
}

fn at_least(rulebook: &Rulebook, index: ItemIndex, rank: u8) -> String {
    let Some(item) = rulebook.questionnaire.item(index) else {
        return String::new();
    };
    match item.kind {
        ItemKind::ChooseMany if rank == 1 => "has at least one choice".into(),
        ItemKind::ChooseMany => format!("has at least {rank} choices"),
        ItemKind::ChooseOne | ItemKind::Scale => {
            let position = rank.saturating_sub(item.first_rank);
            let from = rulebook.quoted(index, Options::only(position), "or");
            if is_last(item, rank) {
                format!("is {from}")
            } else if is_last(item, rank.saturating_add(1)) {
                let both = Options::only(position).with(Options::only(position.saturating_add(1)));
                format!("is {}", rulebook.quoted(index, both, "or"))
            } else {
                format!("is {from} or worse")
            }
        }
    }
}

fn unknown(rulebook: &Rulebook, items: &[ItemIndex]) -> Vec<Part> {
    let mut codes: Vec<&str> = Vec::new();
    for index in items {
        let item = rulebook.questionnaire.item(*index);
        let question = item.map_or("", |item| item.question());
        if !codes.contains(&question) {
            codes.push(question);
        }
    }
    let mut parts = vec![Part::text(
        "one of these questions was asked and has no definite answer (not sure, rather not say, \
         or left empty): ",
    )];
    for (place, code) in codes.into_iter().enumerate() {
        if place > 0 {
            parts.push(Part::text(", "));
        }
        parts.push(Part::link(code, code));
    }
    parts
}
