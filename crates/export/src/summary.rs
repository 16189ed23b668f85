//! Summary of the result on one or two pages for a clinician, risks first.
//!
//! Print view and plain text render the same list of sections, so that both say the same.

use assessment::{
    Alert, Dimension, FirstStep, ItemIndex, Recommendation, Response, Sets, SortedSet, shown,
};
use assessment::{LinkId, Questionnaire};
use i18n::filling::fill;
use i18n::{Voice, Words};

use super::answers::{line, voice_of};
use super::for_the_person::for_the_person;
use super::recommendation::{alert_text, first_step_text, sign_text};

/// A heading with lines under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// The lines; never empty.
    pub lines: Vec<String>,
}

/// Summary of a result, to print or copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The title.
    pub title: &'static str,
    /// The version of the rules and the disclaimers.
    pub about: Vec<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The result as a code to read aloud; also one of the sections.
    pub code: String,
    /// Advice for the person, by kind.
    pub for_the_person: Vec<Section>,
}

/// Builds the summary. It has no name, no personal date, and nothing that the person did not
/// answer.
pub fn summary(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
    words: &Words,
) -> Summary {
    let phrases = &words.phrases;
    let voice = voice_of(result);
    let asked = asked(questionnaire, response);
    let answers = |rated: bool| -> Vec<String> {
        let items = asked.iter().filter(|(_, _, is_rated)| *is_rated == rated);
        items
            .filter_map(|(index, link_id, _)| line(words, voice, *index, *link_id, response))
            .collect()
    };
    let code = result_code::encode(questionnaire, response, result);
    let mut sections = vec![
        section(phrases.sheet_risks, risks(result, words, voice)),
        section(phrases.sheet_suggested, suggested(result, words, voice)),
        section(phrases.profile_title, areas(result, words)),
        section(phrases.why_title, reasons(result, words, voice)),
        section(phrases.sheet_answers, answers(true)),
        section(phrases.sheet_matters, answers(false)),
        section(
            phrases.sheet_questions,
            words
                .questions
                .iter()
                .map(|line| (*line).to_owned())
                .collect(),
        ),
        section(phrases.help_now_title, help_lines(words)),
        section(
            phrases.code_title,
            vec![code.clone(), phrases.code_lead.to_owned()],
        ),
    ];
    sections.retain(|section| !section.lines.is_empty());
    let mut about = vec![
        phrases.rules_of.replace("{date}", result.version),
        phrases.not_reviewed.to_owned(),
        phrases.not_diagnosis.to_owned(),
    ];
    if voice == Voice::SomeoneElse {
        about.push(phrases.second_hand.to_owned());
    }
    Summary {
        title: phrases.sheet_title,
        about,
        sections,
        code,
        for_the_person: for_the_person(questionnaire, result, words),
    }
}

impl Summary {
    /// Formats the summary as plain text.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for line in &self.about {
            text.push_str(line);
            text.push('\n');
        }
        for section in self.sections.iter().chain(&self.for_the_person) {
            text.push('\n');
            text.push_str(section.title);
            text.push('\n');
            for line in &section.lines {
                text.push_str("- ");
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }
}

fn section(title: &'static str, lines: Vec<String>) -> Section {
    Section { title, lines }
}

/// The items that are asked, given the answers: index, link id, and whether rules read the item.
fn asked(questionnaire: &Questionnaire, response: &Response) -> Vec<(ItemIndex, LinkId, bool)> {
    let everything = questionnaire.items.iter().map(|item| item.link_id);
    let mut reached = SortedSet::new();
    reached.extend(everything);
    let shown = shown(questionnaire, response, &reached);
    let items = questionnaire.indexed_items();
    let items = items.filter(|(index, _)| shown.contains(index));
    items
        .map(|(index, item)| (index, item.link_id, item.rated))
        .collect()
}

fn risks(result: &Recommendation, words: &Words, voice: Voice) -> Vec<String> {
    let phrases = &words.phrases;
    let mut lines = vec![alert_text(result.alert, phrases).to_owned()];
    if result.alert > Alert::None {
        let titles = result
            .help
            .iter()
            .filter_map(|(id, _)| words.help.get(id.0));
        lines.extend(titles.map(|help| help.title.in_voice(voice).to_owned()));
    }
    let signs = result.signs.iter();
    lines.extend(signs.map(|sign| sign_text(words, sign, voice).to_owned()));
    if result.first_step > FirstStep::None {
        lines.push(first_step_text(result.first_step, phrases).to_owned());
    }
    if result.do_not_stop_alone {
        let warning = match voice {
            Voice::Self_ => phrases.do_not_stop,
            Voice::SomeoneElse => phrases.do_not_stop_other,
        };
        lines.push(format!("{warning} {}", phrases.do_not_stop_why));
    }
    let advice = assessment::AddOn::ALL.iter().zip(&words.add_ons);
    let added = advice.filter(|(add_on, _)| result.add_ons.contains(add_on));
    lines.extend(added.map(|(_, said)| said.title.in_voice(voice).to_owned()));
    lines
}

fn suggested(result: &Recommendation, words: &Words, voice: Voice) -> Vec<String> {
    let phrases = &words.phrases;
    let mut lines = vec![words.headline(result, voice)];
    let urgency = words.urgency.get(usize::from(result.urgency.rank()));
    lines.extend(urgency.map(|urgency| (*urgency).to_owned()));
    let name = |code: &str| words.levels.get(code).map_or("", |level| level.name);
    if let Some(level) = result.level {
        lines.push(format!("{}: {}", phrases.sheet_level, name(level.code())));
    }
    if let Some(next) = result.next_level {
        let next = words.in_a_sentence(next.code());
        lines.push(phrases.next_level_text.replace("{level}", next));
    }
    if let Some(range) = result.range.filter(|_| result.level.is_some()) {
        let (mild, careful) = (range.mildest.level, range.most_careful.level);
        if mild == careful {
            lines.push(phrases.range_same.to_owned());
        } else {
            let text = phrases.range_text;
            let text = text.replace("{mildest}", words.in_a_sentence(mild.code()));
            lines.push(text.replace("{careful}", words.in_a_sentence(careful.code())));
        }
    }
    lines
}

fn areas(result: &Recommendation, words: &Words) -> Vec<String> {
    let named = Dimension::ALL.iter().zip(&words.dimensions);
    let rated = named.map(|(dimension, name)| {
        let rank = usize::from(result.rating(*dimension).rank());
        let rating = words.ratings.get(rank).copied().unwrap_or_default();
        format!("{name}: {rating}")
    });
    rated.collect()
}

fn reasons(result: &Recommendation, words: &Words, voice: Voice) -> Vec<String> {
    let shown = result.reasons.iter().filter(|reason| {
        // Reasons that only set the urgency or an add-on have no text here.
        reason.sets.iter().any(|sets| {
            matches!(
                sets,
                Sets::Alert | Sets::FirstStep | Sets::Level | Sets::Rating(_)
            )
        })
    });
    let mut lines = Vec::new();
    for reason in shown {
        let said = words.reasons.get(usize::from(reason.index.0));
        if let Some(said) = said {
            lines.push(format!("{} ({})", said.in_voice(voice), reason.rule.0));
        }
    }
    lines
}

fn help_lines(words: &Words) -> Vec<String> {
    let named = words.everywhere.iter().chain(&["find-treatment"]);
    let lines = named.filter_map(|name| words.lines.get(name)).map(|line| {
        let call = line
            .call
            .map(|call| fill(words.phrases.call, &[("number", call)]));
        let web = line.web.filter(|_| line.call.is_none());
        let contact = call.or(web.map(str::to_owned)).unwrap_or_default();
        format!("{}: {contact}", line.name)
    });
    lines.collect()
}
