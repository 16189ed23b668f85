//! One sheet of answers as lines.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::Day;
use crate::assessment::{Answer, Item, LinkId, Options, Questionnaire, Response};

/// So many sheets are kept; the oldest goes when another comes.
pub const MOST_SHEETS: usize = 24;

/// The codes of the two standing answers, those of FHIR.
const UNSURE: &str = "asked-unknown";
const DECLINED: &str = "asked-declined";

/// A sheet of answers, with what is needed to go on with it and to compare it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSheet {
    /// The day it was last changed.
    pub on: Day,
    /// The version of the rules it was answered under.
    pub rules: String,
    /// Whether its result was seen.
    pub finished: bool,
    /// The answers.
    pub response: Response,
    /// Items on pages that were left with "Continue".
    pub reached: BTreeSet<LinkId>,
}

/// Writes sheets, the oldest first.
pub fn write_sheets(questionnaire: &Questionnaire, sheets: &[KeptSheet]) -> String {
    let mut text = String::new();
    let oldest = sheets.len().saturating_sub(MOST_SHEETS);
    for sheet in sheets.iter().skip(oldest) {
        write_sheet(questionnaire, sheet, &mut text);
    }
    text
}

fn write_sheet(questionnaire: &Questionnaire, sheet: &KeptSheet, text: &mut String) {
    let state = if sheet.finished { "finished" } else { "open" };
    // Writing to a text cannot fail.
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
            .places()
            .filter_map(|place| item.options.get(usize::from(place)))
            .fold(String::new(), |text, code| text + " " + code),
    }
}

/// Reads sheets. Nothing where a line is not as it was written.
///
/// Questions and options that are no longer asked are left out, and so is an answer of which one option
/// is not known any more: it is asked again, which is more careful than reading half of it.
pub fn read_sheets(questionnaire: &Questionnaire, text: &str) -> Option<Vec<KeptSheet>> {
    let mut sheets: Vec<KeptSheet> = Vec::new();
    for line in text.lines() {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (kind, sheets.last_mut()) {
            ("sheet", _) => sheets.push(read_head(rest)?),
            ("answer", Some(sheet)) => read_answer(questionnaire, rest, &mut sheet.response)?,
            ("reached", Some(sheet)) => {
                let known = rest.split_whitespace().filter_map(|name| {
                    let index = questionnaire.find(name)?;
                    questionnaire.item(index).map(|item| item.link_id)
                });
                sheet.reached.extend(known);
            }
            _ => return None,
        }
    }
    let is_any = !sheets.is_empty() && sheets.len() <= MOST_SHEETS;
    is_any.then_some(sheets)
}

fn read_head(rest: &str) -> Option<KeptSheet> {
    let mut words = rest.split(' ');
    let (on, rules, state) = (words.next()?, words.next()?, words.next()?);
    let finished = match state {
        "finished" => true,
        "open" => false,
        _ => return None,
    };
    Day::read(rules)?;
    words.next().is_none().then_some(KeptSheet {
        on: Day::read(on)?,
        rules: rules.to_owned(),
        finished,
        response: Response::default(),
        reached: BTreeSet::new(),
    })
}

fn read_answer(questionnaire: &Questionnaire, rest: &str, response: &mut Response) -> Option<()> {
    let (name, codes) = rest.split_once(' ')?;
    let item = questionnaire
        .find(name)
        .and_then(|index| questionnaire.item(index));
    let Some(item) = item else { return Some(()) };
    let answer = match codes {
        UNSURE => Answer::Unsure,
        DECLINED => Answer::Declined,
        codes => {
            let places = codes.split(' ').map(|code| item.place_of(code));
            let chosen = places
                .map(|place| place.map(Options::only))
                .try_fold(Options(0), |all, one| Some(all.with(one?)));
            Answer::Chosen(item.tidy(chosen.unwrap_or_default()))
        }
    };
    response.set(item.link_id, answer);
    Some(())
}
