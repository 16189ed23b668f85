//! Every rule in words, in the order it is read.

use assessment::{Dimension, Rule, RuleIndex};
use content_compiler::schema::RuleEntry;
use vignettes::{Coverage, coverage};

use super::super::effects::effects;
use super::super::names::day;
use super::super::sentence::{Form, Part, Sentence, sentence};
use super::super::{Rulebook, evidence_of, is_signed, review_of};
use super::stories::story_links;
use markup::Markup;

/// Writes every rule, file by file.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    let covered = coverage(&rulebook.questionnaire, &rulebook.stories);
    let mut rules = rulebook.rules().zip(&covered);
    let names = &rulebook.logic.manifest.body.rules;
    for (name, file) in names.iter().zip(&rulebook.logic.rules) {
        if file.body.rule.is_empty() {
            continue;
        }
        let heading = heading(rulebook, name);
        section.says("h3", &[("id", &format!("rules-{name}"))], &heading);
        for ((index, rule, entry), stories) in rules.by_ref().take(file.body.rule.len()) {
            // The first part of a split rule holds the place of the whole one.
            if let Some(whole) = whole_of(rulebook, index) {
                section.element("span", &[("id", whole)], |_| {});
            }
            one(rulebook, section, (index, rule, entry), stories);
        }
    }
}

/// Writes a condition; parts that hold together stand in a list.
pub(super) fn condition(markup: &mut Markup, sentence: &Sentence) {
    match &sentence.form {
        Form::Says(parts) | Form::Named(parts, _) | Form::Count(parts, _) => {
            write_parts(markup, parts)
        }
        Form::All(sentences) => list(markup, "all of these:", sentences),
        Form::Any(sentences) => list(markup, "any of these:", sentences),
        Form::None(sentences) => list(markup, "none of these:", sentences),
    }
}

/// The name of the whole rule, where this is the first part of one that was split: "F02" for "F02-danger".
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
    section: &mut Markup,
    (index, rule, entry): (RuleIndex, &Rule, &RuleEntry),
    stories: &Coverage<'_>,
) {
    section.element(
        "article",
        &[("id", rule.id.0), ("aria-label", rule.id.0), ("class", "entry")],
        |article| {
            article.element("h4", &[], |heading| {
                heading.link(rule.id.0, rule.id.0);
                heading.text(" ");
                heading.text(entry.rationale.trim_end_matches('.'));
            });
            article.element("dl", &[], |facts| {
                let when = sentence(rulebook, &rule.when);
                facts.pair("When", |says| condition(says, &when));
                facts.pair("Then", |says| {
                    says.element("ul", &[], |list| {
                        for line in effects(rulebook, rule) {
                            list.element("li", &[], |item| write_parts(item, &line));
                        }
                    });
                });
                let said = rulebook.words.reasons.get(usize::from(index.0));
                facts.pair("Told to the visitor", |says| {
                    says.text(&format!("“{}”", said.map_or("", |said| said.0)));
                });
                facts.pair("Rests on", |says| {
                    says.links(rule.sources.iter().map(|source| source.0));
                    says.text(&format!(" ({})", evidence_of(entry)));
                });
                if rule.explains {
                    facts.pair("Adds a reason only", |says| {
                        says.text(
                            "Without it every set of answers would come to the same outputs and ratings.",
                        );
                    });
                }
                if !rule.counts_for_next_level {
                    facts.pair("Next level", |says| {
                        says.text("Does not count for the level that follows: it speaks of now.");
                    });
                }
                facts.pair("Stories", |says| story_links(says, stories));
                let review = if is_signed(entry) {
                    "signed"
                } else {
                    "unsigned"
                };
                facts.pair("Review", |says| {
                    let text =
                        format!("{}; as of {}", review_of(entry), day(since(rulebook, rule)));
                    says.says("span", &[("class", review)], &text);
                });
            });
        },
    );
}

/// The version that last touched a rule.
fn since<'a>(rulebook: &'a Rulebook, rule: &Rule) -> &'a str {
    let touching = rulebook
        .changes
        .iter()
        .rfind(|change| change.concerns(rule.id.0));
    touching.map_or("", |change| change.version.as_str())
}

fn list(markup: &mut Markup, head: &str, sentences: &[Sentence]) {
    markup.text(head);
    markup.element("ul", &[("class", "parts")], |list| {
        for sentence in sentences {
            list.element("li", &[], |item| condition(item, sentence));
        }
    });
}

fn write_parts(markup: &mut Markup, parts: &[Part]) {
    for part in parts {
        match part {
            Part::Text(text) => markup.text(text),
            Part::Link { to, text } => markup.link(to, text),
        }
    }
}
