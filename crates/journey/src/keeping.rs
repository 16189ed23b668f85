//! Keeping answers on the device: only where a person asks, for as long as they choose.
//!
//! Nothing here touches storage. [`Effect::Keep`] says what the browser should do, and [`KeepMsg`]
//! tells what came of it. Whatever is refused, the answers stay in memory and the check goes on.

mod msg;

mod state;

pub use msg::{Keep, KeepMsg, Key, Over};
pub use state::{KeepNote, KeepState, Keeping, Lock, Span};

use super::effect::Effect;
use super::kept::{Found, KeptSheet, MOST_SHEETS, write_sheets};
use super::model::{Model, Place};

/// Changes what is known, and says what the browser has to do. What makes no sense changes nothing.
pub(super) fn update(model: &mut Model, msg: KeepMsg) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    match msg {
        KeepMsg::Found(today, found, can_lock) => {
            keeping.today = Some(today);
            keeping.can_lock = can_lock;
            return look(model, found);
        }
        KeepMsg::Unreadable => keeping.state = KeepState::Unreadable,
        KeepMsg::Span(span) => keeping.span = span,
        KeepMsg::Locks(locks) => {
            keeping.locks = locks;
            keeping.note = None;
        }
        KeepMsg::Start => return start(model),
        KeepMsg::Written => {
            keeping.note = None;
            if let KeepState::Busy(next) = &keeping.state {
                keeping.state = KeepState::clone(next);
                // Whatever was answered meanwhile.
                return follow(model);
            }
        }
        KeepMsg::Failed(note) => fail(keeping, note),
        KeepMsg::Unlock => {
            if let KeepState::Locked(locked) = keeping.state.clone() {
                keeping.note = None;
                keeping.state = KeepState::Busy(Box::new(KeepState::Locked(locked.clone())));
                return vec![Effect::Keep(Keep::Unlock(locked))];
            }
        }
        KeepMsg::Unlocked(sheets) => {
            if let KeepState::Busy(next) = &keeping.state
                && let KeepState::Locked(locked) = &**next
            {
                keeping.state = KeepState::Offered(locked.until, sheets, Lock::Passphrase);
                keeping.note = None;
            }
        }
        KeepMsg::GoOn => return go_on(model),
        KeepMsg::Again => return again(model),
        KeepMsg::Elsewhere => {
            if keeping.is_on() {
                keeping.note = Some(KeepNote::Elsewhere);
            }
        }
        KeepMsg::Replace => {
            keeping.note = None;
            return write(model, Key::Same, Over::Replace);
        }
        KeepMsg::LetBe => {
            keeping.state = KeepState::Off;
            keeping.note = None;
        }
        KeepMsg::EraseOne(place) => {
            if place < keeping.earlier.len() {
                keeping.earlier.remove(place);
                return write(model, Key::Same, Over::Never);
            }
        }
        KeepMsg::Erase => {
            keeping.note = None;
            return vec![Effect::Keep(Keep::Erase)];
        }
        KeepMsg::Erased(true) => {
            keeping.state = KeepState::Off;
            keeping.earlier.clear();
            if keeping.note != Some(KeepNote::Expired) {
                keeping.note = Some(KeepNote::Erased);
            }
        }
        KeepMsg::Erased(false) => keeping.note = Some(KeepNote::NotErased),
    }
    Vec::new()
}

fn look(model: &mut Model, found: Found) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    keeping.state = match found {
        Found::Nothing => KeepState::Off,
        Found::Open(until, sheets) => KeepState::Offered(until, sheets, Lock::None),
        Found::Locked(locked) => KeepState::Locked(locked),
        Found::Newer => KeepState::Newer,
        Found::Unreadable => KeepState::Unreadable,
        Found::Expired => {
            keeping.state = KeepState::Off;
            keeping.note = Some(KeepNote::Expired);
            return vec![Effect::Keep(Keep::Erase)];
        }
    };
    Vec::new()
}

/// Begins to keep. What was found and not gone on with stays; it has to be erased or opened first.
fn start(model: &mut Model) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    let (KeepState::Off, Some(today)) = (&keeping.state, keeping.today) else {
        return Vec::new();
    };
    let (lock, key) = if keeping.locks {
        (Lock::Passphrase, Key::Typed)
    } else {
        (Lock::None, Key::None)
    };
    let until = today.plus(keeping.span.days());
    keeping.note = None;
    keeping.state = KeepState::On(until, lock);
    let effects = write(model, key, Over::Never);
    let on = model.keeping.state.clone();
    model.keeping.state = KeepState::Busy(Box::new(on));
    effects
}

fn fail(keeping: &mut Keeping, note: KeepNote) {
    keeping.note = Some(note);
    let was = match std::mem::take(&mut keeping.state) {
        KeepState::Busy(next) => *next,
        state @ (KeepState::Unavailable
        | KeepState::Off
        | KeepState::Offered(..)
        | KeepState::Locked(_)
        | KeepState::On(..)
        | KeepState::Newer
        | KeepState::Unreadable) => state,
    };
    keeping.state = match (was, note) {
        // What is locked stays locked.
        (KeepState::Locked(locked), _) => KeepState::Locked(locked),
        // The person decides which of the two is kept.
        (KeepState::On(until, lock), KeepNote::Elsewhere) => KeepState::On(until, lock),
        _ => KeepState::Off,
    };
}

/// Goes on with the newest sheet: to its result, or to its last open page.
fn go_on(model: &mut Model) -> Vec<Effect> {
    let KeepState::Offered(until, mut sheets, lock) = model.keeping.state.clone() else {
        return Vec::new();
    };
    let Some(newest) = sheets.pop() else {
        return Vec::new();
    };
    let outdated = newest.outdated;
    model.response = newest.response;
    model.reached = newest.reached;
    model.keeping.earlier = finished(sheets);
    model.keeping.state = KeepState::On(until, lock);
    model.keeping.note = None;
    let place = if newest.finished {
        Place::Result
    } else {
        Place::Review
    };
    if outdated {
        return super::update::ask_again(model);
    }
    super::update::go_to(model, place)
}

/// Answers again. What was finished stays to compare with; what was not is let go.
fn again(model: &mut Model) -> Vec<Effect> {
    match model.keeping.state.clone() {
        KeepState::Offered(until, sheets, lock) => {
            model.keeping.earlier = finished(sheets);
            model.keeping.state = KeepState::On(until, lock);
            model.keeping.note = None;
            Vec::new()
        }
        KeepState::On(..) => {
            let sheet = sheet(model);
            let earlier = &mut model.keeping.earlier;
            earlier.extend(sheet.filter(|sheet| sheet.finished));
            *earlier = finished(std::mem::take(earlier));
            super::update::start_over(model)
        }
        KeepState::Unavailable
        | KeepState::Off
        | KeepState::Locked(_)
        | KeepState::Busy(_)
        | KeepState::Newer
        | KeepState::Unreadable => Vec::new(),
    }
}

fn finished(mut sheets: Vec<KeptSheet>) -> Vec<KeptSheet> {
    // Of an earlier edition with answers missing no result can be worked out.
    sheets.retain(|sheet| sheet.finished && !sheet.outdated);
    // One place is for the sheet that is being filled in.
    let most = MOST_SHEETS.saturating_sub(1);
    let oldest = sheets.len().saturating_sub(most);
    sheets.split_off(oldest)
}

/// Erases what is kept of these answers, also where it is just being locked.
pub(super) fn give_up(model: &mut Model) -> Option<Effect> {
    let keeping = &mut model.keeping;
    let is_writing = match &keeping.state {
        KeepState::On(..) => true,
        KeepState::Busy(next) => matches!(**next, KeepState::On(..)),
        KeepState::Unavailable
        | KeepState::Off
        | KeepState::Offered(..)
        | KeepState::Locked(_)
        | KeepState::Newer
        | KeepState::Unreadable => false,
    };
    if !is_writing {
        return None;
    }
    // Nothing is written any more from here on, or it would come back.
    keeping.state = KeepState::Off;
    keeping.earlier.clear();
    Some(Effect::Keep(Keep::Erase))
}

/// Keeps the answers as they are now, where every change is kept.
pub(super) fn follow(model: &Model) -> Vec<Effect> {
    write(model, Key::Same, Over::Never)
}

fn write(model: &Model, key: Key, over: Over) -> Vec<Effect> {
    let KeepState::On(until, lock) = model.keeping.state else {
        return Vec::new();
    };
    let with = match lock {
        Lock::None => Key::None,
        Lock::Passphrase => key,
    };
    let mut sheets = model.keeping.earlier.clone();
    sheets.extend(sheet(model));
    let sheets = write_sheets(model.questionnaire, &sheets);
    vec![Effect::Keep(Keep::Write {
        sheets,
        until,
        with,
        over,
    })]
}

/// The sheet as it is now.
fn sheet(model: &Model) -> Option<KeptSheet> {
    Some(KeptSheet {
        on: model.keeping.today?,
        rules: model.questionnaire.version.to_owned(),
        finished: model.has_seen_result(),
        response: model.response.clone(),
        reached: model.reached.clone(),
        outdated: false,
    })
}
