//! The update function of the Elm architecture.

use assessment::{Answer, HelpId, ItemIndex, Options, Response};

use super::answer::{number_key, record, record_rest, toggle};
use super::contact::ContactMsg;
use super::effect::Effect;
use super::export::{Export, ExportInput, ExportOutcome};
use super::model::{Model, Notice, Screen};
use super::msg::Msg;
use super::navigation::{ask_again, back, go_to, next_page, start_over, went_to};
use super::page_part::PagePart;
use super::saved::SavedAnswers;
use super::snapshot;
use super::standing;
use super::storage::{CurrentAnswers, StorageMsg, StorageOutcome};

/// Applies a message to the model, and returns the effects for the browser to perform. Cannot fail; a message
/// that does not apply to the current screen changes nothing. The nested machines (contact form, storage)
/// change only their own state and return what they ask for; only this module changes screens and answers.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let was_at_result = *model.screen() == Screen::Result;
    let before = model.storage.is_on().then(|| saved_part(model));
    let mut effects = change(model, msg);
    if before.is_some_and(|before| model.storage.is_on() && before != saved_part(model)) {
        let write = model.storage.save(current_answers(model));
        effects.extend(write.map(Effect::Storage));
    }
    if !was_at_result && *model.screen() == Screen::Result {
        // An old reading would show outdated opening hours.
        model.now = None;
        model.is_first_paint = true;
        effects.extend([Effect::ReadClock, Effect::AwaitPaint]);
    }
    effects
}

fn current_answers(model: &Model) -> CurrentAnswers<'_> {
    CurrentAnswers {
        questionnaire: model.questionnaire,
        response: &model.response,
        reached: &model.reached,
        has_seen_result: model.has_seen_result(),
    }
}

/// The part of the state that storage saves.
fn saved_part(model: &Model) -> (Response, usize, bool) {
    (
        model.response.clone(),
        model.reached.len(),
        model.has_seen_result(),
    )
}

fn change(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Chose(item, place) => record(model, item, Answer::Chosen(Options::only(place))),
        Msg::Toggled(item, place) => toggle(model, item, place),
        Msg::NumberKey(item, number) => number_key(model, item, number),
        Msg::Unsure(item) => record(model, item, Answer::Unsure),
        Msg::Declined(item) => record(model, item, Answer::Declined),
        Msg::RestUnsure => record_rest(model, Answer::Unsure),
        Msg::RestDeclined => record_rest(model, Answer::Declined),
        Msg::Continue => go_on(model),
        Msg::Back => back(model),
        Msg::WentTo(position) => went_to(model, usize::from(position)),
        Msg::Change(page) if model.items_on(page).is_empty() => Vec::new(),
        Msg::Change(page) => go_to(model, Screen::Page(page.into())),
        Msg::Review => go_to(model, Screen::Review),
        Msg::Standing => standing::show(model),
        Msg::Finish => standing::finish(model),
        Msg::Pace(pace) => {
            model.pace = Some(pace);
            model.sections = pace
                .opens()
                .iter()
                .fold(model.sections, |open, section| open.with(*section));
            Vec::new()
        }
        Msg::Sections(sections) => {
            model.sections = sections;
            Vec::new()
        }
        Msg::Export(take) => self::take(model, take),
        Msg::Took(take, taken) => {
            model.taken = Some((take, taken));
            Vec::new()
        }
        Msg::Clock(now) => {
            model.now = now;
            Vec::new()
        }
        Msg::Painted => {
            model.is_first_paint = false;
            Vec::new()
        }
        Msg::Contact(msg) => contact(model, msg),
        Msg::Storage(msg) => storage(model, msg),
        Msg::ChangeLocale(page) => vec![Effect::OpenPage(page, snapshot::write(model))],
        Msg::StartOver => {
            let mut effects = start_over(model);
            effects.extend(model.storage.give_up().map(Effect::Storage));
            effects
        }
        Msg::Leave => {
            *model = Model::new(model.questionnaire);
            vec![Effect::Forget]
        }
    }
}

/// The form is part of the result. The outcome of a sent request applies on every screen.
fn contact(model: &mut Model, msg: ContactMsg) -> Vec<Effect> {
    if *model.screen() != Screen::Result && !matches!(msg, ContactMsg::Ended(_)) {
        return Vec::new();
    }
    let (questionnaire, response) = (model.questionnaire, &model.response);
    model.contact.update(msg, questionnaire, response)
}

fn storage(model: &mut Model, msg: StorageMsg) -> Vec<Effect> {
    let mut storage = std::mem::take(&mut model.storage);
    let outcome = storage.update(msg, current_answers(model));
    model.storage = storage;
    match outcome {
        None => Vec::new(),
        Some(StorageOutcome::Perform(effect)) => vec![Effect::Storage(effect)],
        Some(StorageOutcome::Resume(sheet)) => resume(model, sheet),
        Some(StorageOutcome::StartOver) => start_over(model),
    }
}

/// Loads saved answers, and goes to their result, to the review, or to the questions that are asked again.
fn resume(model: &mut Model, sheet: SavedAnswers) -> Vec<Effect> {
    model.response = sheet.response;
    model.reached = sheet.reached;
    if sheet.outdated {
        ask_again(model)
    } else if sheet.finished {
        go_to(model, Screen::Result)
    } else {
        go_to(model, Screen::Review)
    }
}

fn go_on(model: &mut Model) -> Vec<Effect> {
    match model.screen().clone() {
        Screen::Start => {
            let next = next_page(model, None);
            go_to(model, next)
        }
        Screen::Page(part) => leave_page(model, part),
        Screen::Help(_) => {
            if let Some(help) = untold_help(model) {
                return go_to(model, help);
            }
            let page = model.last_page();
            let next = next_page(model, page);
            go_to(model, next)
        }
        // Return to the page it was opened from.
        Screen::Standing => back(model),
        Screen::Review => go_to(model, Screen::Result),
        Screen::Result => Vec::new(),
    }
}

fn leave_page(model: &mut Model, part: PagePart) -> Vec<Effect> {
    let items = model.items_in(part);
    let empty: Vec<ItemIndex> = items
        .iter()
        .copied()
        .filter(|index| {
            model
                .questionnaire
                .item(*index)
                .is_some_and(|item| item.rated)
                && model.answer(*index).is_none()
        })
        .collect();
    let was_told = matches!(model.notice, Some(Notice::Unanswered(_)));
    if !empty.is_empty() && !was_told {
        model.notice = Some(Notice::Unanswered(empty));
        return vec![Effect::FocusNotice];
    }
    // Include answers given on the start screen, so that no change asks for them again.
    let (shown, on_page) = (model.shown(), model.items_on(part.page));
    let passed = model.questionnaire.items_on(part.page);
    let passed = passed.filter(|(index, _)| {
        items.contains(index) || shown.contains(index) && !on_page.contains(index)
    });
    model.reached.extend(passed.map(|(_, item)| item.link_id));
    if let Some(help) = untold_help(model) {
        return go_to(model, help);
    }
    let next = next_page(model, Some(part));
    go_to(model, next)
}

/// Returns the most urgent help not shown yet. Less urgent help follows when the person continues.
fn untold_help(model: &mut Model) -> Option<Screen> {
    let untold = model.untold();
    let alert = untold.first()?.alert;
    let mut screens: Vec<HelpId> = Vec::new();
    for flag in untold.iter().filter(|flag| flag.alert == alert) {
        model.message.insert(flag.rule);
        if !screens.contains(&flag.help) {
            screens.push(flag.help);
        }
    }
    Some(Screen::Help(screens))
}

/// Only a result can be exported.
fn take(model: &mut Model, take: Export) -> Vec<Effect> {
    if *model.screen() != Screen::Result {
        return Vec::new();
    }
    // Text for manual selection needs no browser support.
    model.taken = (take == Export::ShowText).then_some((take, ExportOutcome::Done));
    if take == Export::ShowText {
        return Vec::new();
    }
    let mut earlier = Vec::new();
    if take == Export::SaveOverTime {
        earlier.clone_from(&model.storage.earlier);
    }
    let response = model.response.clone();
    vec![Effect::Export(take, ExportInput { response, earlier })]
}
