//! Saving answers on the device: only where a person asks, for as long as they choose.
//!
//! Nothing here touches storage. [`Effect::Storage`] says what the browser should do, and [`StorageMsg`]
//! tells what came of it. Whatever is refused, the answers stay in memory and the check goes on.

mod msg;

mod port;

mod state;

pub use msg::{LockWith, OnConflict, StorageEffect, StorageMsg};
pub use port::{StorageArea, StoragePort};
pub use state::{Lock, SavedState, Span, Storage, StorageNote};

use super::effect::Effect;
use super::model::{Model, Screen};
use super::saved::{Found, MAX_SAVED, SavedAnswers, write_sheets};

/// Changes what is known, and says what the browser has to do. What makes no sense changes nothing.
pub(super) fn update(model: &mut Model, msg: StorageMsg) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    match msg {
        StorageMsg::Found(today, found, can_lock) => {
            keeping.today = Some(today);
            keeping.can_lock = can_lock;
            return look(model, found);
        }
        StorageMsg::Unreadable => keeping.state = SavedState::Unreadable,
        StorageMsg::Span(span) => keeping.span = span,
        StorageMsg::Locks(locks) => {
            keeping.locks = locks;
            keeping.note = None;
        }
        StorageMsg::Start => return start(model),
        StorageMsg::Written => {
            keeping.note = None;
            if let SavedState::Busy(next) = &keeping.state {
                keeping.state = SavedState::clone(next);
                // Whatever was answered meanwhile.
                return follow(model);
            }
        }
        StorageMsg::Failed(note) => fail(keeping, note),
        StorageMsg::Unlock => {
            if let SavedState::Locked(locked) = keeping.state.clone() {
                keeping.note = None;
                keeping.state = SavedState::Busy(Box::new(SavedState::Locked(locked.clone())));
                return vec![Effect::Storage(StorageEffect::Unlock(locked))];
            }
        }
        StorageMsg::Unlocked(sheets) => {
            if let SavedState::Busy(next) = &keeping.state
                && let SavedState::Locked(locked) = &**next
            {
                keeping.state = SavedState::Offered(locked.until, sheets, Lock::Passphrase);
                keeping.note = None;
            }
        }
        StorageMsg::GoOn => return go_on(model),
        StorageMsg::Again => return again(model),
        StorageMsg::Elsewhere => {
            if keeping.is_on() {
                keeping.note = Some(StorageNote::Elsewhere);
            }
        }
        StorageMsg::Replace => {
            keeping.note = None;
            return write(model, LockWith::SameKey, OnConflict::Replace);
        }
        StorageMsg::LetBe => {
            keeping.state = SavedState::Off;
            keeping.note = None;
        }
        StorageMsg::EraseOne(position) => {
            if position < keeping.earlier.len() {
                keeping.earlier.remove(position);
                return write(model, LockWith::SameKey, OnConflict::Refuse);
            }
        }
        StorageMsg::Erase => {
            keeping.note = None;
            return vec![Effect::Storage(StorageEffect::Erase)];
        }
        StorageMsg::Erased(true) => {
            keeping.state = SavedState::Off;
            keeping.earlier.clear();
            if keeping.note != Some(StorageNote::Expired) {
                keeping.note = Some(StorageNote::Erased);
            }
        }
        StorageMsg::Erased(false) => keeping.note = Some(StorageNote::NotErased),
    }
    Vec::new()
}

fn look(model: &mut Model, found: Found) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    keeping.state = match found {
        Found::Nothing => SavedState::Off,
        Found::Open(until, sheets) => SavedState::Offered(until, sheets, Lock::None),
        Found::Locked(locked) => SavedState::Locked(locked),
        Found::Newer => SavedState::Newer,
        Found::Unreadable => SavedState::Unreadable,
        Found::Expired => {
            keeping.state = SavedState::Off;
            keeping.note = Some(StorageNote::Expired);
            return vec![Effect::Storage(StorageEffect::Erase)];
        }
    };
    Vec::new()
}

/// Begins to keep. What was found and not gone on with stays; it has to be erased or opened first.
fn start(model: &mut Model) -> Vec<Effect> {
    let keeping = &mut model.keeping;
    let (SavedState::Off, Some(today)) = (&keeping.state, keeping.today) else {
        return Vec::new();
    };
    let (lock, key) = if keeping.locks {
        (Lock::Passphrase, LockWith::TypedPassphrase)
    } else {
        (Lock::None, LockWith::Nothing)
    };
    let until = today.plus(keeping.span.days());
    keeping.note = None;
    keeping.state = SavedState::On(until, lock);
    let effects = write(model, key, OnConflict::Refuse);
    let on = model.keeping.state.clone();
    model.keeping.state = SavedState::Busy(Box::new(on));
    effects
}

fn fail(keeping: &mut Storage, note: StorageNote) {
    keeping.note = Some(note);
    let was = match std::mem::take(&mut keeping.state) {
        SavedState::Busy(next) => *next,
        state @ (SavedState::Unavailable
        | SavedState::Off
        | SavedState::Offered(..)
        | SavedState::Locked(_)
        | SavedState::On(..)
        | SavedState::Newer
        | SavedState::Unreadable) => state,
    };
    keeping.state = match (was, note) {
        // What is locked stays locked.
        (SavedState::Locked(locked), _) => SavedState::Locked(locked),
        // The person decides which of the two is kept.
        (SavedState::On(until, lock), StorageNote::Elsewhere) => SavedState::On(until, lock),
        _ => SavedState::Off,
    };
}

/// Goes on with the newest sheet: to its result, or to its last open page.
fn go_on(model: &mut Model) -> Vec<Effect> {
    let SavedState::Offered(until, mut sheets, lock) = model.keeping.state.clone() else {
        return Vec::new();
    };
    let Some(newest) = sheets.pop() else {
        return Vec::new();
    };
    let outdated = newest.outdated;
    model.response = newest.response;
    model.reached = newest.reached;
    model.keeping.earlier = finished(sheets);
    model.keeping.state = SavedState::On(until, lock);
    model.keeping.note = None;
    let position = if newest.finished {
        Screen::Result
    } else {
        Screen::Review
    };
    if outdated {
        return super::update::ask_again(model);
    }
    super::update::go_to(model, position)
}

/// Answers again. What was finished stays to compare with; what was not is let go.
fn again(model: &mut Model) -> Vec<Effect> {
    match model.keeping.state.clone() {
        SavedState::Offered(until, sheets, lock) => {
            model.keeping.earlier = finished(sheets);
            model.keeping.state = SavedState::On(until, lock);
            model.keeping.note = None;
            Vec::new()
        }
        SavedState::On(..) => {
            let sheet = sheet(model);
            let earlier = &mut model.keeping.earlier;
            earlier.extend(sheet.filter(|sheet| sheet.finished));
            *earlier = finished(std::mem::take(earlier));
            super::update::start_over(model)
        }
        SavedState::Unavailable
        | SavedState::Off
        | SavedState::Locked(_)
        | SavedState::Busy(_)
        | SavedState::Newer
        | SavedState::Unreadable => Vec::new(),
    }
}

fn finished(mut sheets: Vec<SavedAnswers>) -> Vec<SavedAnswers> {
    // Of an earlier edition with answers missing no result can be worked out.
    sheets.retain(|sheet| sheet.finished && !sheet.outdated);
    // One place is for the sheet that is being filled in.
    let most = MAX_SAVED.saturating_sub(1);
    let oldest = sheets.len().saturating_sub(most);
    sheets.split_off(oldest)
}

/// Erases what is kept of these answers, also where it is just being locked.
pub(super) fn give_up(model: &mut Model) -> Option<Effect> {
    let keeping = &mut model.keeping;
    let is_writing = match &keeping.state {
        SavedState::On(..) => true,
        SavedState::Busy(next) => matches!(**next, SavedState::On(..)),
        SavedState::Unavailable
        | SavedState::Off
        | SavedState::Offered(..)
        | SavedState::Locked(_)
        | SavedState::Newer
        | SavedState::Unreadable => false,
    };
    if !is_writing {
        return None;
    }
    // Nothing is written any more from here on, or it would come back.
    keeping.state = SavedState::Off;
    keeping.earlier.clear();
    Some(Effect::Storage(StorageEffect::Erase))
}

/// Keeps the answers as they are now, where every change is kept.
pub(super) fn follow(model: &Model) -> Vec<Effect> {
    write(model, LockWith::SameKey, OnConflict::Refuse)
}

fn write(model: &Model, key: LockWith, over: OnConflict) -> Vec<Effect> {
    let SavedState::On(until, lock) = model.keeping.state else {
        return Vec::new();
    };
    let with = match lock {
        Lock::None => LockWith::Nothing,
        Lock::Passphrase => key,
    };
    let mut sheets = model.keeping.earlier.clone();
    sheets.extend(sheet(model));
    let sheets = write_sheets(model.questionnaire, &sheets);
    vec![Effect::Storage(StorageEffect::Write {
        sheets,
        until,
        with,
        over,
    })]
}

/// The sheet as it is now.
fn sheet(model: &Model) -> Option<SavedAnswers> {
    Some(SavedAnswers {
        on: model.keeping.today?,
        rules: model.questionnaire.version.to_owned(),
        finished: model.has_seen_result(),
        response: model.response.clone(),
        reached: model.reached.clone(),
        outdated: false,
    })
}
