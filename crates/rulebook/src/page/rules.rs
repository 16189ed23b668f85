//! Every rule as text, in evaluation order.

use assessment::{Dimension, Rule, RuleIndex};
use content_compiler::schema::RuleEntry;
use vignettes::{Coverage, coverage};

use super::super::effects::effects;
use super::super::names::day;
use super::super::sentence::{Form, Part, Sentence, sentence};
use super::super::{Rulebook, evidence_of, is_signed, review_of};
use super::entry;
use super::stories::story_links;
use markup::{link, links, pair};
use maud::{Markup, html};

/// Every rule, file by file.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let covered = coverage(&rulebook.questionnaire, &rulebook.stories);
    let mut rules = rulebook.rules().zip(&covered);
    let names = rulebook.logic.manifest.body.rules.iter();
    let files = names.zip(&rulebook.logic.rules);
    html! {
        @for (name, file) in files.filter(|(_, file)| !file.body.rule.is_empty()) {
            h3 id={ "rules-" (name) } { (heading(rulebook, name)) }
            @for ((index, rule, told), stories) in rules.by_ref().take(file.body.rule.len()) {
                // The first part of a split rule carries the anchor of the whole rule.
                @if let Some(whole) = whole_of(rulebook, index) { span id=(whole) {} }
                (one(rulebook, (index, rule, told), stories))
            }
        }
    }
}

/// Markup of a condition; compound conditions become lists.
pub(super) fn condition(sentence: &Sentence) -> Markup {
    match &sentence.form {
        Form::Says(parts) | Form::Named(parts, _) | Form::Count(parts, _) => in_parts(parts),
        Form::All(sentences) => list("all of these:", sentences),
        Form::Any(sentences) => list("any of these:", sentences),
        Form::None(sentences) => list("none of these:", sentences),
    }
}

/// The id of the whole rule, if this is the first part of a split rule: "F02" for "F02-danger".
pub(super) fn whole_of(rulebook: &Rulebook, index: RuleIndex) -> Option<&'static str> {
    let rules = rulebook.questionnaire.rules;
    let rule = rules.get(usize::from(index.0))?;
    let (whole, _) = rule.id.0.split_once('-')?;
    let same = |id: &str| id == whole || id.split('-').next() == Some(whole);
    let first = rules.iter().position(|other| same(other.id.0))?;
    let is_whole = rules.iter().any(|other| other.id.0 == whole);
    (first == usize::from(index.0) && !is_whole).then_some(whole)
}

fn heading(rulebook: &Rulebook, file: &str) -> String {
    let areas = Dimension::ALL;
    let area = areas.into_iter().find(|area| area.code() == file);
    match area {
        Some(area) => format!("Ratings: {}", rulebook.dimension(area)),
        None if file == "red-flags" => "Red flags: signs that need help now".into(),
        None => "Floors: from ratings to outputs".into(),
    }
}

fn one(
    rulebook: &Rulebook,
    (index, rule, told): (RuleIndex, &Rule, &RuleEntry),
    stories: &Coverage<'_>,
) -> Markup {
    let said = rulebook.words.reasons.get(usize::from(index.0));
    let review = if is_signed(told) {
        "signed"
    } else {
        "unsigned"
    };
    let heading = html! {
        h4 { (link(rule.id.0, rule.id.0)) " " (told.rationale.trim_end_matches('.')) }
    };
    let facts = html! {
        (pair("When", &condition(&sentence(rulebook, &rule.when))))
        dt { "Then" }
        dd {
            ul {
                @for line in effects(rulebook, rule) { li { (in_parts(&line)) } }
            }
        }
        (pair("Told to the visitor", &html! { "“" (said.map_or("", |said| said.0)) "”" }))
        dt { "Rests on" }
        dd { (links(rule.sources.iter().map(|source| source.0))) " (" (evidence_of(told)) ")" }
        @if rule.explains {
            dt { "Adds a reason only" }
            dd { "Without it every set of answers would come to the same outputs and ratings." }
        }
        @if !rule.counts_for_next_level {
            dt { "Next level" }
            dd { "Does not count for the level that follows: it speaks of now." }
        }
        (pair("Stories", &story_links(stories)))
        dt { "Review" }
        dd {
            span class=(review) { (review_of(told)) "; as of " (day(since(rulebook, rule))) }
        }
    };
    entry(rule.id.0, &heading, &facts)
}

/// The version that last changed a rule.
fn since<'a>(rulebook: &'a Rulebook, rule: &Rule) -> &'a str {
    let touching = rulebook
        .changes
        .iter()
        .rfind(|change| change.concerns(rule.id.0));
    touching.map_or("", |change| change.version.as_str())
}

fn list(head: &str, sentences: &[Sentence]) -> Markup {
    html! {
        (head)
        ul class="parts" {
            @for sentence in sentences { li { (condition(sentence)) } }
        }
    }
}

fn in_parts(parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Text(text) => (text),
                Part::Link { to, text } => (link(to, text)),
            }
        }
    }
}
