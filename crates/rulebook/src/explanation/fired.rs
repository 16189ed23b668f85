//! Every rule that fired, with the parts of its condition that hold and the answers they read.

use std::collections::BTreeSet;

use assessment::{Condition, Evaluation, ItemIndex, Reason, Recommendation, Rule, RuleIndex, Sets};
use content_compiler::schema::RuleEntry;

use super::super::effects::effects;
use super::super::names::joined;
use super::super::sentence::{Form, Sentence, plain, sentence};
use super::super::{Rulebook, evidence_of, review_of};
use super::answer;
use super::lines::Lines;

/// Writes every fired rule, in evaluation order.
pub(super) fn write(
    rulebook: &Rulebook,
    result: &Recommendation,
    evaluation: &Evaluation,
    lines: &mut Lines,
) {
    lines.heading("Rules that fired, in the order they are read");
    lines.line("[x] holds, [ ] does not.");
    let mut any = false;
    for (index, rule, entry) in rulebook.rules() {
        if evaluation.has_fired(index) {
            any = true;
            let reason = result.reasons.iter().find(|reason| reason.index == index);
            lines.space();
            one(rulebook, evaluation, (rule, entry), reason, lines);
        }
    }
    if !any {
        lines.line("None.");
    }
}

fn one(
    rulebook: &Rulebook,
    evaluation: &Evaluation,
    (rule, entry): (&Rule, &RuleEntry),
    reason: Option<&Reason>,
    lines: &mut Lines,
) {
    lines.line(format!("{}: {}", rule.id.0, entry.rationale));
    lines.at(2, "When");
    condition(evaluation, &sentence(rulebook, &rule.when), 3, lines);
    let answers = answers(evaluation, &rule.when);
    if !answers.is_empty() {
        lines.at(2, "Because of these answers");
        for index in answers {
            lines.at(3, answer(rulebook, evaluation, index));
        }
    }
    for (what, rules) in behind(rulebook, evaluation, &rule.when) {
        lines.at(2, format!("{what}, from {}", joined(&rules, "and")));
    }
    lines.at(2, "Then it");
    for line in effects(rulebook, rule) {
        lines.at(3, plain(&line));
    }
    lines.at(2, outcome(rulebook, reason));
    if rule.explains {
        lines.at(
            2,
            "Adds a reason only: without it the outputs would be the same.",
        );
    }
    let sources: Vec<&str> = rule.sources.iter().map(|source| source.0).collect();
    lines.at(
        2,
        format!(
            "Sources {}; {}; {}",
            sources.join(", "),
            evidence_of(entry),
            review_of(entry)
        ),
    );
}

/// What the rule set, or that other rules went further.
fn outcome(rulebook: &Rulebook, reason: Option<&Reason>) -> String {
    let Some(reason) = reason else {
        return "Sets nothing: other rules ask for as much or more.".into();
    };
    let sets = reason.sets.iter().map(|sets| match sets {
        Sets::Alert => "the alert".to_owned(),
        Sets::FirstStep => "the first step".to_owned(),
        Sets::Level => "the level".to_owned(),
        Sets::Urgency => "the urgency".to_owned(),
        Sets::AddOn => "an add-on".to_owned(),
        Sets::Rating(dimension) => format!("the rating of {}", rulebook.dimension(*dimension)),
    });
    format!("Sets {}.", joined(&sets.collect::<Vec<_>>(), "and"))
}

fn condition(evaluation: &Evaluation, sentence: &Sentence, depth: usize, lines: &mut Lines) {
    let holds = holds(evaluation, sentence);
    let mark = if holds { "[x]" } else { "[ ]" };
    let below = depth.saturating_add(1);
    match &sentence.form {
        Form::Says(parts) => lines.at(depth, format!("{mark} {}", plain(parts))),
        Form::Named(parts, means) if holds => {
            lines.at(depth, format!("{mark} {}, because", plain(parts)));
            what_holds(evaluation, means, below, lines);
        }
        Form::Named(parts, _) => lines.at(depth, format!("{mark} {}", plain(parts))),
        Form::Count(parts, sentences) => {
            let all = sentences.iter();
            let count = all.filter(|point| self::holds(evaluation, point)).count();
            lines.at(depth, format!("{mark} {}, with {count} now:", plain(parts)));
            only_what_holds(evaluation, sentences, below, lines);
        }
        Form::All(sentences) => {
            lines.at(depth, format!("{mark} all of these:"));
            list(evaluation, sentences, below, lines);
        }
        Form::Any(sentences) | Form::None(sentences) => {
            lines.at(depth, format!("{mark} any of these:"));
            list(evaluation, sentences, below, lines);
        }
    }
}

fn list(evaluation: &Evaluation, sentences: &[Sentence], depth: usize, lines: &mut Lines) {
    for sentence in sentences {
        condition(evaluation, sentence, depth, lines);
    }
}

/// Expands a named condition, only with the parts that hold; the method page shows all parts.
fn what_holds(evaluation: &Evaluation, means: &Sentence, depth: usize, lines: &mut Lines) {
    match &means.form {
        Form::Says(_) | Form::Named(..) | Form::Count(..) => {
            condition(evaluation, means, depth, lines);
        }
        Form::All(sentences) | Form::Any(sentences) | Form::None(sentences) => {
            only_what_holds(evaluation, sentences, depth, lines);
        }
    }
}

fn only_what_holds(
    evaluation: &Evaluation,
    sentences: &[Sentence],
    depth: usize,
    lines: &mut Lines,
) {
    for sentence in sentences {
        if holds(evaluation, sentence) {
            condition(evaluation, sentence, depth, lines);
        }
    }
}

/// Answers that a condition reads directly, from the parts that hold.
fn answers(evaluation: &Evaluation, condition: &Condition) -> BTreeSet<ItemIndex> {
    if !evaluation.holds(condition) {
        return BTreeSet::new();
    }
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
            BTreeSet::from([*item])
        }
        Condition::AnyUnknown(items) => {
            let missing = |item: &&ItemIndex| evaluation.scored.get(**item).missing.is_some();
            items.iter().filter(missing).copied().collect()
        }
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => BTreeSet::new(),
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions
            .iter()
            .flat_map(|condition| answers(evaluation, condition))
            .collect(),
    }
}

/// Ratings that a condition depends on, with the fired rules that set them.
fn behind(
    rulebook: &Rulebook,
    evaluation: &Evaluation,
    condition: &Condition,
) -> Vec<(String, Vec<String>)> {
    if !evaluation.holds(condition) {
        return Vec::new();
    }
    match condition {
        Condition::RatingAtLeast(scale, least) => {
            let gave = |(index, rule): (RuleIndex, &'static Rule)| {
                let rates = rule.then.ratings.iter();
                let mut rates = rates.filter(|(of, rating)| scale.includes(*of) && rating >= least);
                (evaluation.has_fired(index) && rates.next().is_some())
                    .then(|| rule.id.0.to_owned())
            };
            let fired = evaluation.fired(&rulebook.questionnaire);
            let rating = evaluation.ratings.get(*scale);
            let what = format!(
                "{} is at {}",
                rulebook.scale(*scale),
                rulebook.rating(rating)
            );
            vec![(what, fired.filter_map(gave).collect())]
        }
        Condition::AnsweredAtLeast(..)
        | Condition::AnsweredAnyOf(..)
        | Condition::AnyUnknown(_)
        | Condition::RuleFired(_) => Vec::new(),
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            let mut all = Vec::new();
            for condition in *conditions {
                for found in behind(rulebook, evaluation, condition) {
                    if !all.contains(&found) {
                        all.push(found);
                    }
                }
            }
            all
        }
    }
}

/// Whether the condition of a sentence holds.
fn holds(evaluation: &Evaluation, sentence: &Sentence) -> bool {
    let condition = sentence.condition.as_ref();
    condition.is_some_and(|condition| evaluation.holds(condition))
}
