//! The one function between what happened and what comes next.

use assessment::{Answer, HelpId, ItemIndex, ItemKind, Options, PageIndex, Response, RuleIndex};

use super::contact;
use super::effect::Effect;
use super::export::{Export, ExportOutcome};
use super::model::{Model, Notice, Screen};
use super::msg::Msg;
use super::rest;
use super::standing;
use super::storage;

/// Changes the state, and says what the browser has to do for it. Cannot fail; a message that makes
/// no sense where the person is changes nothing.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = model.keeping.is_on().then(|| worth_keeping(model));
    let mut effects = change(model, msg);
    if before.is_some_and(|before| model.keeping.is_on() && before != worth_keeping(model)) {
        effects.extend(storage::follow(model));
    }
    effects
}

/// What is kept of the state.
fn worth_keeping(model: &Model) -> (Response, usize, bool) {
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
        Msg::RestUnsure(page) => rest::record(model, page, Answer::Unsure),
        Msg::RestDeclined(page) => rest::record(model, page, Answer::Declined),
        Msg::Continue => go_on(model),
        Msg::Back => back(model),
        Msg::WentTo(position) => went_to(model, usize::from(position)),
        Msg::WentBack => went_to(model, model.at.saturating_sub(1)),
        Msg::Change(page) if model.items_on(page).is_empty() => Vec::new(),
        Msg::Change(page) => go_to(model, Screen::Page(page)),
        Msg::Review => go_to(model, Screen::Review),
        Msg::Standing => standing::show(model),
        Msg::Finish => standing::finish(model),
        Msg::Pace(pace) => {
            model.pace = Some(pace);
            model.sections = model.sections.with(pace.opens());
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
        Msg::Contact(msg) => contact::update(model, msg),
        Msg::Storage(msg) => storage::update(model, msg),
        Msg::StartOver => {
            let mut effects = start_over(model);
            effects.extend(storage::give_up(model));
            effects
        }
        Msg::Leave => {
            *model = Model::new(model.questionnaire);
            vec![Effect::Forget]
        }
    }
}

pub(super) fn record(model: &mut Model, index: ItemIndex, answer: Answer) -> Vec<Effect> {
    let item = model.questionnaire.item(index).filter(|item| match answer {
        // An empty selection clears the answer. Unknown options are ignored.
        Answer::Chosen(options) => options.is_empty() || !item.tidy(options).is_empty(),
        Answer::Unsure | Answer::Declined => true,
    });
    if let Some(item) = item {
        model.response.set(item.link_id, answer);
        model.notice = None;
        // A flag that is gone may come back, and is then told again.
        let raised: Vec<RuleIndex> = model.red_flags().iter().map(|flag| flag.rule).collect();
        model.message.retain(|rule| raised.contains(rule));
    }
    Vec::new()
}

/// Toggles one option. An exclusive option and the rest deselect each other.
fn toggle(model: &mut Model, index: ItemIndex, place: u8) -> Vec<Effect> {
    let Some(item) = model.questionnaire.item(index) else {
        return Vec::new();
    };
    if item.kind != ItemKind::ChooseMany {
        return record(model, index, Answer::Chosen(Options::only(place)));
    }
    let before = match model.response.get(item.link_id) {
        Some(Answer::Chosen(options)) => options,
        Some(Answer::Unsure | Answer::Declined) | None => Options(0),
    };
    let this = Options::only(place);
    let after = if before.has(place) {
        before.without(this)
    } else if item.exclusive.has(place) {
        this
    } else {
        before.without(item.exclusive).with(this)
    };
    record(model, index, Answer::Chosen(after))
}

fn number_key(model: &mut Model, index: ItemIndex, number: u8) -> Vec<Effect> {
    let Some(item) = model.questionnaire.item(index) else {
        return Vec::new();
    };
    let place = match item.kind {
        // On a scale the number is the answer, not a place in the list.
        ItemKind::Scale => item.option_index(&number.to_string()),
        ItemKind::ChooseOne | ItemKind::ChooseMany => number.checked_sub(1),
    };
    match place {
        Some(place) if usize::from(place) < item.options.len() => {
            toggle(model, index, place);
            vec![Effect::FocusOption(index, place)]
        }
        Some(_) | None => Vec::new(),
    }
}

fn go_on(model: &mut Model) -> Vec<Effect> {
    match model.screen().clone() {
        Screen::Start => {
            let next = next_page(model, None);
            go_to(model, next)
        }
        Screen::Page(page) => leave_page(model, page),
        Screen::Help(_) => {
            if let Some(help) = untold_help(model) {
                return go_to(model, help);
            }
            let page = model.last_page();
            let next = next_page(model, page);
            go_to(model, next)
        }
        // Back to the page it was opened on.
        Screen::Standing => back(model),
        Screen::Review => go_to(model, Screen::Result),
        Screen::Result => Vec::new(),
    }
}

fn leave_page(model: &mut Model, page: PageIndex) -> Vec<Effect> {
    let items = model.items_on(page);
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
    // Also what was answered on the start screen, so that no change asks it again.
    let shown = model.shown();
    let on_page = model.questionnaire.items_on(page);
    let passed = on_page.filter(|(index, _)| shown.contains(index));
    model.reached.extend(passed.map(|(_, item)| item.link_id));
    if let Some(help) = untold_help(model) {
        return go_to(model, help);
    }
    let next = next_page(model, Some(page));
    go_to(model, next)
}

/// The most urgent help that has not been told yet. Nothing less urgent stands beside it; that comes
/// next, when the person goes on.
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

/// The next page with something to ask. After a change only what became new is asked.
fn next_page(model: &Model, from: Option<PageIndex>) -> Screen {
    let found = if model.is_returning() {
        first_new(model)
    } else {
        let mut later = pages(model).filter(|page| from.is_none_or(|from| *page > from));
        later.find(|page| !model.items_on(*page).is_empty())
    };
    found.map_or(Screen::Review, Screen::Page)
}

fn pages(model: &Model) -> impl Iterator<Item = PageIndex> {
    let pages = (0_u16..).zip(model.questionnaire.pages);
    pages.map(|(page, _)| PageIndex(page))
}

/// The first page with something that was not passed yet.
fn first_new(model: &Model) -> Option<PageIndex> {
    let is_new = |index: &ItemIndex| {
        let item = model.questionnaire.item(*index);
        item.is_some_and(|item| !model.reached.contains(&item.link_id))
    };
    pages(model).find(|page| model.items_on(*page).iter().any(is_new))
}

/// Leads to what has to be asked again after the questions changed, and says so once.
pub(super) fn ask_again(model: &mut Model) -> Vec<Effect> {
    let mut effects = go_to(model, Screen::Review);
    if let Some(page) = first_new(model) {
        effects = go_to(model, Screen::Page(page));
        // The review is behind: what is new leads on to it.
        effects.insert(0, Effect::PushHistory);
    }
    model.notice = Some(Notice::QuestionsChanged);
    effects
}

pub(super) fn go_to(model: &mut Model, place: Screen) -> Vec<Effect> {
    model.notice = None;
    model.at = model.at.saturating_add(1);
    model.trail.truncate(model.at);
    model.trail.push(place);
    vec![Effect::PushHistory, Effect::FocusHeading]
}

fn back(model: &mut Model) -> Vec<Effect> {
    let before = model.at;
    move_to(model, model.at.saturating_sub(1));
    if model.at == before {
        return Vec::new();
    }
    vec![Effect::Go(steps(before, model.at)), Effect::FocusHeading]
}

/// Follows the browser along the trail. Where it stands beyond the end, or at a page that is no longer
/// asked, it is sent on to where the person is.
fn went_to(model: &mut Model, browser: usize) -> Vec<Effect> {
    if browser == model.at {
        return Vec::new();
    }
    let before = model.at;
    move_to(model, browser.min(model.trail.len().saturating_sub(1)));
    let mut effects = Vec::new();
    if model.at != browser {
        effects.push(Effect::Go(steps(browser, model.at)));
    }
    if model.at != before {
        effects.push(Effect::FocusHeading);
    }
    effects
}

/// Moves along the trail, passing over pages that are no longer asked.
fn move_to(model: &mut Model, wanted: usize) {
    let asked = |at: &usize| !model.is_gone(*at);
    let ahead = (wanted..model.trail.len()).find(asked);
    let behind = (0..=wanted).rev().find(asked);
    let found = if wanted > model.at {
        ahead.or(behind)
    } else {
        behind
    };
    model.at = found.unwrap_or(0);
    model.notice = None;
    model.taken = None;
}

fn steps(from: usize, to: usize) -> i16 {
    let size = i16::try_from(from.abs_diff(to)).unwrap_or(i16::MAX);
    if to < from {
        size.saturating_neg()
    } else {
        size
    }
}

/// Only a result can be taken along.
fn take(model: &mut Model, take: Export) -> Vec<Effect> {
    if *model.screen() != Screen::Result {
        return Vec::new();
    }
    // Text to select needs nobody else.
    model.taken = (take == Export::ShowText).then_some((take, ExportOutcome::Done));
    if take == Export::ShowText {
        return Vec::new();
    }
    vec![Effect::Export(take)]
}

/// Goes back to the start with an empty set of answers. What is kept on the device is another matter.
pub(super) fn start_over(model: &mut Model) -> Vec<Effect> {
    let from = model.at;
    let keeping = std::mem::take(&mut model.keeping);
    *model = Model::new(model.questionnaire);
    model.keeping = keeping;
    let back = (from > 0).then(|| Effect::Go(steps(from, 0)));
    [Effect::Forget]
        .into_iter()
        .chain(back)
        .chain([Effect::FocusHeading])
        .collect()
}
