//! Snapshot of a journey: the page of another language goes on from it.
//!
//! A page that has loaded can load nothing more, so a change of language opens another page. The snapshot goes
//! there in the memory of the tab (`window.name`), which that page empties at once. What a person typed into the
//! contact form is not in it.
//!
//! ```text
//! footing-journey
//! 2 0 5
//! 0 20 3
//! 4 17
//! 2026-12-02
//! sheet 2026-11-25 2026-11-21 open
//! answer substances alcohol cannabis
//! reached substances
//! ```
//!
//! After the header: the position in the trail, the pace and the open sections; the trail, as numbers (see
//! [`to_numbers`]); the rules whose alarm was shown; the last day of saved answers, or nothing; and the answers as
//! they are saved on a device. Reading never fails worse than `None`.

use assessment::{Day, HelpId, PageIndex, Questionnaire, RuleIndex};

use super::model::{Model, Screen};
use super::pace::Pace;
use super::page_part::PagePart;
use super::saved::{SavedAnswers, read_sheets, write_sheets};
use super::section::OpenSections;
use super::storage::{Lock, SavedState};

const HEADER: &str = "footing-journey";

/// More than any journey has; longer text is no snapshot.
const MAX_LEN: usize = 50_000;

/// Screens that are their own number in the trail.
const SCREENS: [Screen; 4] = [
    Screen::Start,
    Screen::Standing,
    Screen::Review,
    Screen::Result,
];

/// Numbers from here on are pages: a page has fewer parts than this.
const PAGE: u16 = 16;

/// Numbers from here on are help screens, by a rule that shows the help.
const HELP: u16 = 10_000;

/// Numbers from here on add help to the screen before.
const MORE_HELP: u16 = 20_000;

/// Whether a text begins like a snapshot.
pub fn is_snapshot(text: &str) -> bool {
    text.starts_with(HEADER)
}

/// Serializes a journey.
pub fn write(model: &Model) -> String {
    let questionnaire = model.questionnaire;
    let pace = Pace::ALL
        .into_iter()
        .position(|pace| Some(pace) == model.pace);
    let facts = [
        number(model.at),
        pace.map_or(0, |pace| number(pace).saturating_add(1)),
        model.sections.bits(),
    ];
    let mut trail = Vec::new();
    for screen in &model.trail {
        to_numbers(questionnaire, screen, &mut trail);
    }
    let told: Vec<u16> = model.message.iter().map(|rule| rule.0).collect();
    let mut until = String::new();
    if let SavedState::On(last, Lock::None) = model.storage.state {
        until = last.to_string();
    }
    // No one reads the day of a snapshot, but an answer set must have one.
    let on = model
        .storage
        .today
        .or_else(|| Day::read(questionnaire.version));
    let sheet = on.map(|on| SavedAnswers {
        on,
        rules: questionnaire.version.to_owned(),
        finished: model.has_seen_result(),
        response: model.response.clone(),
        reached: model.reached.clone(),
        outdated: false,
    });
    let sheet = write_sheets(questionnaire, sheet.as_slice());
    let [facts, trail, told] = [&facts[..], &trail, &told].map(line);
    [HEADER, &facts, &trail, &told, &until, &sheet].join("\n")
}

/// Parses a journey. `None` if the text is malformed, or was written for other questions.
pub fn read(questionnaire: &'static Questionnaire, text: &str) -> Option<Model> {
    let mut lines = text.splitn(6, '\n');
    if text.len() > MAX_LEN || lines.next() != Some(HEADER) {
        return None;
    }
    let mut line = || numbers(lines.next()?);
    let (facts, trail, told) = (line()?, line()?, line()?);
    let until = lines.next()?;
    let sheet = read_sheets(questionnaire, lines.next()?)?.pop()?;
    let [at, pace, sections] = facts[..] else {
        return None;
    };
    if sheet.rules != questionnaire.version {
        return None;
    }
    let mut model = Model::new(questionnaire);
    model.trail.clear();
    for number in trail {
        read_screen(questionnaire, number, &mut model.trail)?;
    }
    model.at = usize::from(at);
    if model.trail.first() != Some(&Screen::Start) || model.at >= model.trail.len() {
        return None;
    }
    model.pace = usize::from(pace)
        .checked_sub(1)
        .and_then(|pace| Pace::ALL.get(pace).copied());
    model.sections = OpenSections::from_bits(sections);
    model.message = told.into_iter().map(RuleIndex).collect();
    if !until.is_empty() {
        model.storage.state = SavedState::On(Day::read(until)?, Lock::None);
    }
    model.response = sheet.response;
    model.reached = sheet.reached;
    Some(model)
}

/// Appends the number of a screen to the trail: several if it is a help screen with several kinds of help.
fn to_numbers(questionnaire: &Questionnaire, screen: &Screen, trail: &mut Vec<u16>) {
    match screen {
        Screen::Page(PagePart { page, part }) => trail.push(
            page.0
                .saturating_add(1)
                .saturating_mul(PAGE)
                .saturating_add(u16::from(*part)),
        ),
        Screen::Help(screens) => {
            let mut base = HELP;
            for help in screens {
                let mut rules = questionnaire.rules.iter();
                let rule = rules.position(|rule| rule.then.help == Some(*help));
                trail.push(base.saturating_add(rule.map_or(0, number)));
                base = MORE_HELP;
            }
        }
        Screen::Start | Screen::Standing | Screen::Review | Screen::Result => {
            trail.extend(SCREENS.iter().position(|known| known == screen).map(number));
        }
    }
}

fn read_screen(
    questionnaire: &'static Questionnaire,
    number: u16,
    trail: &mut Vec<Screen>,
) -> Option<()> {
    let help = |from: u16| -> Option<HelpId> {
        let rule = usize::from(number.checked_sub(from)?);
        questionnaire.rules.get(rule)?.then.help
    };
    if number >= MORE_HELP {
        let Some(Screen::Help(screens)) = trail.last_mut() else {
            return None;
        };
        screens.push(help(MORE_HELP)?);
    } else if number >= HELP {
        trail.push(Screen::Help(vec![help(HELP)?]));
    } else if number >= PAGE {
        let page = PageIndex((number / PAGE).checked_sub(1)?);
        questionnaire.pages.get(usize::from(page.0))?;
        let part = u8::try_from(number % PAGE).ok()?;
        trail.push(Screen::Page(PagePart { page, part }));
    } else {
        trail.push(SCREENS.get(usize::from(number))?.clone());
    }
    Some(())
}

fn number(size: usize) -> u16 {
    u16::try_from(size).unwrap_or(u16::MAX)
}

fn line(numbers: &[u16]) -> String {
    let words: Vec<String> = numbers.iter().map(u16::to_string).collect();
    words.join(" ")
}

fn numbers(line: &str) -> Option<Vec<u16>> {
    line.split_whitespace()
        .map(|word| word.parse().ok())
        .collect()
}
