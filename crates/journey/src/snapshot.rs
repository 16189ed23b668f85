//! Snapshot of a journey: the page of another language goes on from it.
//!
//! A page that has loaded can load nothing more, so a change of language opens another page. The snapshot goes
//! there in the memory of the tab (`window.name`), which that page empties at once. What a person typed into the
//! contact form is not in it.
//!
//! ```text
//! footing-journey 2
//! screen start
//! screen page 3 0
//! screen help H01 H02
//! told 4 17
//! pace call-now
//! open 5
//! saved 2026-12-02
//! sheet 2026-11-25 2026-11-21 open
//! answer substances alcohol cannabis
//! reached substances
//! ```
//!
//! The number in the first line is the position in the trail. Reading never fails worse than `None`.

use std::fmt::Write;

use assessment::{Day, HelpId, PageIndex, Questionnaire, RuleIndex};

use super::model::{Model, Screen};
use super::pace::Pace;
use super::page_part::PagePart;
use super::saved::{SavedAnswers, read_sheets, write_sheets};
use super::section::OpenSections;
use super::storage::{Lock, SavedState};

const HEADER: &str = "footing-journey ";

/// More than any journey has; longer text is no snapshot.
const MAX_LEN: usize = 50_000;

/// More than any person visits.
const MAX_SCREENS: usize = 500;

/// Whether a text begins like a snapshot.
pub fn is_snapshot(text: &str) -> bool {
    text.starts_with(HEADER)
}

/// Serializes a journey.
pub fn write(model: &Model) -> String {
    let mut text = format!("{HEADER}{}\n", model.at);
    for screen in &model.trail {
        text.push_str("screen ");
        // Writing to a `String` cannot fail.
        let _ = match screen {
            Screen::Start => writeln!(text, "start"),
            Screen::Page(part) => writeln!(text, "page {} {}", part.page.0, part.part),
            Screen::Help(screens) => {
                let ids: Vec<&str> = screens.iter().map(|id| id.0).collect();
                writeln!(text, "help {}", ids.join(" "))
            }
            Screen::Standing => writeln!(text, "standing"),
            Screen::Review => writeln!(text, "review"),
            Screen::Result => writeln!(text, "result"),
        };
    }
    text.push_str("told");
    for rule in &model.message {
        let _ = write!(text, " {}", rule.0);
    }
    if let Some(pace) = model.pace {
        let _ = write!(text, "\npace {}", pace.code());
    }
    let _ = write!(text, "\nopen {}", model.sections.bits());
    if let SavedState::On(until, Lock::None) = model.storage.state {
        let _ = write!(text, "\nsaved {until}");
    }
    text.push('\n');
    let questionnaire = model.questionnaire;
    // No one reads the day of a snapshot, but an answer set must have one.
    let today = model.storage.today;
    let Some(on) = today.or_else(|| Day::read(questionnaire.version)) else {
        return text;
    };
    let sheet = SavedAnswers {
        on,
        rules: questionnaire.version.to_owned(),
        finished: model.has_seen_result(),
        response: model.response.clone(),
        reached: model.reached.clone(),
        outdated: false,
    };
    text + &write_sheets(questionnaire, &[sheet])
}

/// Parses a journey. `None` if the text is malformed, or was written for other questions.
pub fn read(questionnaire: &'static Questionnaire, text: &str) -> Option<Model> {
    let rest = text.strip_prefix(HEADER)?;
    if text.len() > MAX_LEN {
        return None;
    }
    let (head, sheet) = rest.split_at(rest.find("\nsheet ")?);
    let mut sheets = read_sheets(questionnaire, sheet.trim_start())?;
    let sheet = sheets.pop()?;
    if sheet.rules != questionnaire.version || !sheets.is_empty() {
        return None;
    }
    let mut model = Model::new(questionnaire);
    model.response = sheet.response;
    model.reached = sheet.reached;
    model.trail.clear();
    let (at, lines) = head.split_once('\n')?;
    for line in lines.lines() {
        let (kind, value) = line.split_once(' ').unwrap_or((line, ""));
        match kind {
            "screen" => model.trail.push(screen(questionnaire, value)?),
            "told" => {
                let rules = value.split_whitespace().map(|rule| rule.parse().ok());
                model.message = rules
                    .map(|rule| rule.map(RuleIndex))
                    .collect::<Option<_>>()?;
            }
            "pace" => {
                let known = [Pace::TellMore, Pace::SmallStep, Pace::CallNow];
                model.pace = Some(known.into_iter().find(|pace| pace.code() == value)?);
            }
            "open" => model.sections = OpenSections::from_bits(value.parse().ok()?),
            "saved" => model.storage.state = SavedState::On(Day::read(value)?, Lock::None),
            _ => return None,
        }
    }
    model.at = at.parse().ok()?;
    let is_whole = model.trail.first() == Some(&Screen::Start)
        && model.at < model.trail.len()
        && model.trail.len() <= MAX_SCREENS;
    is_whole.then_some(model)
}

fn screen(questionnaire: &'static Questionnaire, line: &str) -> Option<Screen> {
    let mut words = line.split_whitespace();
    Some(match words.next()? {
        "start" => Screen::Start,
        "page" => {
            let (page, part) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            questionnaire.pages.get(usize::from(page))?;
            Screen::Page(PagePart {
                page: PageIndex(page),
                part,
            })
        }
        "help" => Screen::Help(
            words
                .map(|id| help(questionnaire, id))
                .collect::<Option<_>>()?,
        ),
        "standing" => Screen::Standing,
        "review" => Screen::Review,
        "result" => Screen::Result,
        _ => return None,
    })
}

fn help(questionnaire: &'static Questionnaire, id: &str) -> Option<HelpId> {
    let known = questionnaire.rules.iter().filter_map(|rule| rule.then.help);
    known.into_iter().find(|known| known.0 == id)
}
