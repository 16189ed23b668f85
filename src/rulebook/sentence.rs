//! A condition in words: exact, and built from the condition itself.

use crate::assessment::{Condition, ItemIndex, ItemKind, Options, RiskRating};

use super::Rulebook;
use super::names::{is_last, spoken};

/// A condition with its words.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The condition that is told.
    pub condition: Condition,
    /// Its words.
    pub form: Form,
}

/// How a condition is told.
#[derive(Clone, Debug)]
pub enum Form {
    /// One sentence.
    Says(Vec<Part>),
    /// A name that stands for a condition, with what it means.
    Named(Vec<Part>, Box<Sentence>),
    /// So many of these.
    Count(Vec<Part>, Vec<Sentence>),
    /// All of these.
    All(Vec<Sentence>),
    /// At least one of these.
    Any(Vec<Sentence>),
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain text.
    Text(String),
    /// A text that leads to another place of the rulebook.
    Link {
        /// The place.
        to: String,
        /// The text.
        text: String,
    },
}

impl Part {
    /// A plain text.
    pub(super) fn text(text: impl Into<String>) -> Part {
        Part::Text(text.into())
    }

    /// A name that leads to its own place.
    pub(super) fn link(to: impl Into<String>, text: impl Into<String>) -> Part {
        Part::Link {
            to: to.into(),
            text: text.into(),
        }
    }
}

/// Parts as one plain text.
pub(super) fn plain(parts: &[Part]) -> String {
    let texts = parts.iter().map(|part| match part {
        Part::Text(text) | Part::Link { text, .. } => text.as_str(),
    });
    texts.collect()
}

/// Tells a condition; where a named condition has the same meaning, its name is told.
pub fn sentence(rulebook: &Rulebook, condition: &Condition) -> Sentence {
    let named = rulebook
        .terms
        .terms
        .iter()
        .find(|term| term.means == *condition);
    let told = meaning(rulebook, condition);
    let Some(term) = named else { return told };
    let anchor = term_anchor(&term.id);
    let form = match told.form {
        // One sentence says more than its name; the name stands behind it.
        Form::Says(mut parts) => {
            parts.push(Part::text(" ["));
            parts.push(Part::link(anchor, spoken(&term.id)));
            parts.push(Part::text("]"));
            Form::Says(parts)
        }
        form @ (Form::Named(..) | Form::Count(..) | Form::All(_) | Form::Any(_)) => Form::Named(
            vec![Part::link(anchor, spoken(&term.id))],
            Box::new(Sentence {
                condition: *condition,
                form,
            }),
        ),
    };
    Sentence {
        condition: *condition,
        form,
    }
}

/// Tells what a condition means, without the name it may have itself.
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
        condition: *condition,
        form,
    }
}

/// The place of a named condition on the page.
pub(super) fn term_anchor(id: &str) -> String {
    format!("term-{id}")
}

/// The place of a count on the page.
pub(super) fn count_anchor(id: &str) -> String {
    format!("count-{id}")
}

fn all(rulebook: &Rulebook, conditions: &[Condition]) -> Vec<Sentence> {
    let told = conditions
        .iter()
        .map(|condition| sentence(rulebook, condition));
    told.collect()
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
            let place = rank.saturating_sub(item.first_rank);
            let from = rulebook.quoted(index, Options::only(place), "or");
            if is_last(item, rank) {
                format!("is {from}")
            } else if is_last(item, rank.saturating_add(1)) {
                let both = Options::only(place).with(Options::only(place.saturating_add(1)));
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
