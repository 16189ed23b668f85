//! Reads and writes answer sets as lines of text.

use std::fmt::Write;

use assessment::{Answer, Day, Item, LinkId, Options, Questionnaire, Response, SortedSet};

/// Maximum number of saved answer sets. Saving another drops the oldest.
pub const MAX_SAVED: usize = 24;

/// The codes of the two answers that every item accepts, taken from FHIR.
const UNSURE: &str = "asked-unknown";
const DECLINED: &str = "asked-declined";

/// An answer set, with the data to resume and compare it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAnswers {
    /// The day of the last change.
    pub on: Day,
    /// The version of the rules at the time of answering.
    pub rules: String,
    /// Whether the person has seen its result.
    pub finished: bool,
    /// The answers.
    pub response: Response,
    /// Items on pages that were left with "Continue".
    pub reached: SortedSet<LinkId>,
    /// Whether some answers of an earlier edition could not be migrated and have to be asked again.
    pub outdated: bool,
}

/// Serializes answer sets, the oldest first.
pub fn write_sheets(questionnaire: &Questionnaire, sheets: &[SavedAnswers]) -> String {
    let mut text = String::new();
    let oldest = sheets.len().saturating_sub(MAX_SAVED);
    for sheet in sheets.iter().skip(oldest) {
        write_sheet(questionnaire, sheet, &mut text);
    }
    text
}

fn write_sheet(questionnaire: &Questionnaire, sheet: &SavedAnswers, text: &mut String) {
    let state = if sheet.finished { "finished" } else { "open" };
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "sheet {} {} {state}", sheet.on, sheet.rules);
    for (link_id, answer) in sheet.response.iter() {
        let item = questionnaire
            .find(link_id.0)
            .and_then(|index| questionnaire.item(index));
        if let Some(item) = item {
            let _ = writeln!(text, "answer {}{}", link_id.0, written(item, answer));
        }
    }
    text.push_str("reached");
    for link_id in &sheet.reached {
        let _ = write!(text, " {}", link_id.0);
    }
    text.push('\n');
}

fn written(item: &Item, answer: Answer) -> String {
    match answer {
        Answer::Unsure => format!(" {UNSURE}"),
        Answer::Declined => format!(" {DECLINED}"),
        Answer::Chosen(options) => options
            .indices()
            .filter_map(|position| item.options.get(usize::from(position)))
            .fold(String::new(), |text, code| text + " " + code),
    }
}

/// Parses answer sets. Returns `None` if a line is malformed.
///
/// Drops questions that no longer exist. Also drops an answer with any unknown option: asking again is safer
/// than keeping half of an answer.
pub fn read_sheets(questionnaire: &Questionnaire, text: &str) -> Option<Vec<SavedAnswers>> {
    let mut sheets: Vec<SavedAnswers> = Vec::new();
    // Items of the current answer set whose answer could not be read: they are asked again.
    let mut lost: SortedSet<LinkId> = SortedSet::new();
    for line in text.lines() {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (kind, sheets.last_mut()) {
            ("sheet", _) => {
                lost = SortedSet::new();
                sheets.push(read_head(rest)?);
            }
            ("answer", Some(sheet)) => lost.extend(read_answer(questionnaire, rest, sheet)?),
            ("reached", Some(sheet)) => {
                let known = rest.split_whitespace().filter_map(|name| {
                    let index = questionnaire.find(name)?;
                    questionnaire.item(index).map(|item| item.link_id)
                });
                let passed = known.filter(|link_id| !lost.contains(link_id));
                sheet.reached.extend(passed);
            }
            _ => return None,
        }
    }
    for sheet in &mut sheets {
        if is_earlier(questionnaire, sheet) {
            // A question that is asked again counts as not reached.
            let again = questionnaire.edition.asked_again;
            sheet.reached.retain(|link_id| !again.contains(link_id));
        }
    }
    let is_any = !sheets.is_empty() && sheets.len() <= MAX_SAVED;
    is_any.then_some(sheets)
}

fn read_head(rest: &str) -> Option<SavedAnswers> {
    let mut words = rest.split(' ');
    let (on, rules, state) = (words.next()?, words.next()?, words.next()?);
    let finished = match state {
        "finished" => true,
        "open" => false,
        _ => return None,
    };
    Day::read(rules)?;
    words.next().is_none().then_some(SavedAnswers {
        on: Day::read(on)?,
        rules: rules.to_owned(),
        finished,
        response: Response::default(),
        reached: SortedSet::new(),
        outdated: false,
    })
}

/// Whether an answer set belongs to an earlier edition. Versions are dates.
fn is_earlier(questionnaire: &Questionnaire, sheet: &SavedAnswers) -> bool {
    sheet.rules.as_str() < questionnaire.edition.since
}

/// Parses one answer, and returns its item if the answer has to be asked again.
fn read_answer(
    questionnaire: &Questionnaire,
    rest: &str,
    sheet: &mut SavedAnswers,
) -> Option<Option<LinkId>> {
    let (name, codes) = rest.split_once(' ')?;
    let edition = &questionnaire.edition;
    let earlier = is_earlier(questionnaire, sheet);
    let item = questionnaire
        .find(name)
        .and_then(|index| questionnaire.item(index));
    let Some(item) = item else {
        sheet.outdated |= earlier;
        return Some(None);
    };
    if earlier && edition.asked_again.contains(&item.link_id) {
        sheet.outdated = true;
        return Some(Some(item.link_id));
    }
    let renamed = |code: &str| {
        let mut known = edition.options.iter();
        let known = known.find(|(of, old, _)| earlier && *of == item.link_id && *old == code);
        known.map(|(_, _, new)| *new)
    };
    let answer = match codes {
        UNSURE => Answer::Unsure,
        DECLINED => Answer::Declined,
        codes => {
            let places = codes
                .split(' ')
                .map(|code| item.option_index(renamed(code).unwrap_or(code)));
            let chosen = places
                .map(|position| position.map(Options::only))
                .try_fold(Options(0), |all, one| Some(all.with(one?)));
            Answer::Chosen(item.tidy(chosen.unwrap_or_default()))
        }
    };
    let is_lost = answer == Answer::Chosen(Options(0));
    sheet.outdated |= earlier && is_lost;
    sheet.response.set(item.link_id, answer);
    Some(is_lost.then_some(item.link_id))
}
