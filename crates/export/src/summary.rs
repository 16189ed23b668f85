//! The result on one or two pages, for a clinician who has a minute: risks first.
//!
//! One list of sections, drawn for print and written as text, so that both say the same. What the person
//! can do until someone is seen is for the person: it stands in the text, and not on a clinician's two pages.

use assessment::{Alert, Dimension, FirstStep, ItemIndex, Recommendation, Response, Sets, shown};
use assessment::{LinkId, Questionnaire};
use i18n::{Voice, Words};

use super::answers::{line, voice_of};
use super::for_the_person::for_the_person;
use super::recommendation::{alert_text, first_step_text, sign_text};

/// A heading with lines under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// What it says, a line each; never empty.
    pub lines: Vec<String>,
}

/// A result to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What it is.
    pub title: &'static str,
    /// Which rules, and what it is not.
    pub about: Vec<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// What to do until someone is seen: in the text alone.
    pub for_the_person: Vec<Section>,
}

/// Everything a result has to say, in order. No name, no date of the person's, nothing they did not
/// answer themselves.
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
        let of_it = asked.iter().filter(|(_, _, is_rated)| *is_rated == rated);
        of_it
            .filter_map(|(index, link_id, _)| line(words, voice, *index, *link_id, response))
            .collect()
    };
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
        for_the_person: for_the_person(questionnaire, result, words),
    }
}

impl Summary {
    /// As plain text.
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

/// What is asked, given the answers: item, name, whether rules read it.
fn asked(questionnaire: &Questionnaire, response: &Response) -> Vec<(ItemIndex, LinkId, bool)> {
    let everything = questionnaire.items.iter().map(|item| item.link_id);
    let mut reached = std::collections::BTreeSet::new();
    reached.extend(everything);
    let shown = shown(questionnaire, response, &reached);
    let items = questionnaire.indexed_items();
    let of_it = items.filter(|(index, _)| shown.contains(index));
    of_it
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
    let message = result.reasons.iter().filter(|reason| {
        // Nothing is said of what only sets how soon or what is added.
        reason.sets.iter().any(|sets| {
            matches!(
                sets,
                Sets::Alert | Sets::FirstStep | Sets::Level | Sets::Rating(_)
            )
        })
    });
    let mut lines = Vec::new();
    for reason in message {
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
            .map(|call| words.phrases.call.replace("{number}", call));
        let web = line.web.filter(|_| line.call.is_none());
        let way = call.or(web.map(str::to_owned)).unwrap_or_default();
        format!("{}: {way}", line.name)
    });
    lines.collect()
}
