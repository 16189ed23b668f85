//! Compiles `display.toml`: headlines, guidance, and the talk-first limit.

use std::collections::BTreeSet;

use super::compile::{help_id, leak, leak_text, sources};
use super::logic::LoadedFile;
use super::rules::RuleCompiler;
use super::schema::DisplayFile;
use super::suggestion::unknown;
use assessment::{GuidanceEntry, GuidanceId, HeadlineEntry, HelpId, PointsTo, TalkFirst};

/// Compiled `display.toml`.
#[derive(Debug)]
pub struct Display {
    /// Headlines in order.
    pub headlines: Vec<HeadlineEntry>,
    /// Guidance: at most one entry per kind.
    pub guidance: Vec<GuidanceEntry>,
    /// Limit on unanswered questions above which talking with a person comes first.
    pub talk_first: TalkFirst,
    /// Contradicting cards: where both would be shown, the second replaces the first.
    pub gives_way: Vec<(HelpId, HelpId)>,
}

/// Compiles the file, after all rules, as its conditions may refer to any rule.
pub fn compile<'a>(rules: &mut RuleCompiler<'a>, file: &'a LoadedFile<DisplayFile>) -> Display {
    let (text, body) = (&file.text, &file.body);
    rules.names(text, &body.definition);
    let mut headlines = Vec::new();
    for entry in &body.headline {
        let name = entry.points_to.get_ref();
        let points_to = PointsTo::ALL.into_iter().find(|(_, code)| code == name);
        if points_to.is_none() {
            let known = PointsTo::ALL.map(|(_, code)| code);
            rules.report(text, &entry.points_to, unknown("way onward", name, known));
        }
        let when = rules.display(text, &entry.when);
        headlines.extend(
            points_to
                .zip(when)
                .map(|((points_to, _), when)| HeadlineEntry {
                    id: leak_text(entry.id.get_ref()),
                    when,
                    points_to,
                    sources: sources(&entry.sources),
                }),
        );
    }
    let mut guidance: Vec<GuidanceEntry> = Vec::new();
    for entry in &body.guidance {
        let name = entry.id.get_ref();
        let id = GuidanceId::ALL.into_iter().find(|id| id.code() == name);
        if id.is_none() {
            let known = GuidanceId::ALL.map(GuidanceId::code);
            rules.report(text, &entry.id, unknown("guidance", name, known));
        }
        let when = rules.display(text, &entry.when);
        guidance.extend(id.zip(when).map(|(id, when)| GuidanceEntry { id, when }));
    }
    for id in GuidanceId::ALL {
        let count = guidance.iter().filter(|entry| entry.id == id).count();
        if count != 1 {
            let message = format!(
                "guidance '{}' stands {count} times; give it once.",
                id.code()
            );
            rules.report_near(text, "[[guidance]]", message);
        }
    }
    let mut questions = BTreeSet::new();
    for question in &body.talk_first.questions {
        if !rules.is_question(question.get_ref()) {
            let message = format!(
                "there is no question '{}'; name an evidence id such as 'Q05'.",
                question.get_ref()
            );
            rules.report(text, question, message);
        }
        questions.insert(leak_text(question.get_ref()));
    }
    let named = body.talk_first.folded.iter();
    let named = named.chain(body.gives_way.iter().flatten());
    let into = (!body.talk_first.folded.is_empty()).then_some(&body.talk_first.folded_into);
    for name in named.chain(into) {
        if !rules.raises_help(name) {
            let message =
                format!("no rule raises help '{name}'; name a help screen that one does.");
            rules.report_near(text, &format!("\"{name}\""), message);
        }
    }
    let gives_way = body.gives_way.iter();
    Display {
        headlines,
        guidance,
        gives_way: gives_way
            .map(|[one, other]| (help_id(one), help_id(other)))
            .collect(),
        talk_first: TalkFirst {
            from: body.talk_first.from,
            questions: leak(questions.into_iter().collect()),
            folded: leak(
                body.talk_first
                    .folded
                    .iter()
                    .map(|name| help_id(name))
                    .collect(),
            ),
            folded_into: help_id(&body.talk_first.folded_into),
        },
    }
}
