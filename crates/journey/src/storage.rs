//! Saves answers on the device: only if the person asks for it, and only for as long as they choose.
//!
//! A nested state machine that touches no device. [`StorageEffect`] tells the browser what to do, and
//! [`StorageMsg`] reports the outcome. If the browser refuses, the answers stay in memory and the check
//! continues.

mod msg;

mod port;

mod state;

use assessment::{Day, LinkId, Questionnaire, Response, SortedSet};

pub use msg::{LockWith, OnConflict, StorageEffect, StorageMsg};
pub use port::{StorageArea, StoragePort};
pub use state::{Lock, SavedState, Span, Storage, StorageNote};

use super::saved::{Found, MAX_SAVED, SavedAnswers, write_sheets};

/// A snapshot of the current answers to save. Storage only reads them.
#[derive(Clone, Copy, Debug)]
pub(super) struct CurrentAnswers<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) response: &'a Response,
    pub(super) reached: &'a SortedSet<LinkId>,
    pub(super) has_seen_result: bool,
}

/// What storage asks of the parent after a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StorageOutcome {
    /// Carry out this effect.
    Perform(StorageEffect),
    /// Load these answers, and show the screen the person had reached.
    Resume(SavedAnswers),
    /// Clear the answers, and go back to the start.
    StartOver,
}

impl Storage {
    /// Applies a message, and returns what to ask of the parent. A message that does not apply to the current
    /// state changes nothing.
    pub(super) fn update(
        &mut self,
        msg: StorageMsg,
        answers: CurrentAnswers<'_>,
    ) -> Option<StorageOutcome> {
        let effect = match msg {
            StorageMsg::GoOn => return self.go_on().map(StorageOutcome::Resume),
            StorageMsg::Again => return self.again(answers),
            StorageMsg::Found(today, found, can_lock) => {
                self.today = Some(today);
                self.can_lock = can_lock;
                self.look(found)
            }
            StorageMsg::Unreadable => {
                self.state = SavedState::Unreadable;
                None
            }
            StorageMsg::Span(span) => {
                self.span = span;
                None
            }
            StorageMsg::Locks(locks) => {
                self.locks = locks;
                self.note = None;
                None
            }
            StorageMsg::Start => self.start(answers),
            StorageMsg::Written => self.written(answers),
            StorageMsg::Failed(note) => {
                self.fail(note);
                None
            }
            StorageMsg::Unlock => self.unlock(),
            StorageMsg::Unlocked(sheets) => {
                self.unlocked(sheets);
                None
            }
            StorageMsg::Elsewhere => {
                if self.is_on() {
                    self.note = Some(StorageNote::Elsewhere);
                }
                None
            }
            StorageMsg::Replace => {
                self.note = None;
                self.write(answers, LockWith::SameKey, OnConflict::Replace)
            }
            StorageMsg::LetBe => {
                self.state = SavedState::Off;
                self.note = None;
                None
            }
            StorageMsg::EraseOne(position) if position < self.earlier.len() => {
                self.earlier.remove(position);
                self.save(answers)
            }
            StorageMsg::EraseOne(_) => None,
            StorageMsg::Erase => {
                self.note = None;
                Some(StorageEffect::Erase)
            }
            StorageMsg::Erased(is_gone) => {
                self.erased(is_gone);
                None
            }
        };
        effect.map(StorageOutcome::Perform)
    }

    /// Saves the current answers, if saving is on.
    pub(super) fn save(&self, answers: CurrentAnswers<'_>) -> Option<StorageEffect> {
        self.write(answers, LockWith::SameKey, OnConflict::Refuse)
    }

    /// Erases the saved answers, even while encryption is still in progress.
    pub(super) fn give_up(&mut self) -> Option<StorageEffect> {
        let is_writing = match &self.state {
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
        // Stop saving first, or the next write would restore the answers.
        self.state = SavedState::Off;
        self.earlier.clear();
        Some(StorageEffect::Erase)
    }

    fn look(&mut self, found: Found) -> Option<StorageEffect> {
        // Saving went on in the page of another language, and the newest answer set is the journey of now.
        if let (Found::Open(until, sheets), true) = (&found, self.is_on()) {
            let earlier = sheets.split_last().map(|(_, earlier)| earlier.to_vec());
            self.take_up(*until, earlier.unwrap_or_default(), Lock::None);
            return None;
        }
        self.state = match found {
            Found::Nothing => SavedState::Off,
            Found::Open(until, sheets) => SavedState::Offered(until, sheets, Lock::None),
            Found::Locked(locked) => SavedState::Locked(locked),
            Found::Newer => SavedState::Newer,
            Found::Unreadable => SavedState::Unreadable,
            Found::Expired => {
                self.state = SavedState::Off;
                self.note = Some(StorageNote::Expired);
                return Some(StorageEffect::Erase);
            }
        };
        None
    }

    /// Turns saving on. Never overwrites answers that were found and not resumed: the person has to erase or
    /// unlock them first.
    fn start(&mut self, answers: CurrentAnswers<'_>) -> Option<StorageEffect> {
        let (SavedState::Off, Some(today)) = (&self.state, self.today) else {
            return None;
        };
        let (lock, key) = if self.locks {
            (Lock::Passphrase, LockWith::TypedPassphrase)
        } else {
            (Lock::None, LockWith::Nothing)
        };
        let until = today.plus(self.span.days());
        self.note = None;
        self.state = SavedState::On(until, lock);
        let effect = self.write(answers, key, OnConflict::Refuse);
        self.state = SavedState::Busy(Box::new(SavedState::On(until, lock)));
        effect
    }

    fn written(&mut self, answers: CurrentAnswers<'_>) -> Option<StorageEffect> {
        self.note = None;
        let SavedState::Busy(next) = &self.state else {
            return None;
        };
        self.state = SavedState::clone(next);
        // Save what was answered while the browser was busy.
        self.save(answers)
    }

    fn fail(&mut self, note: StorageNote) {
        self.note = Some(note);
        let was = match std::mem::take(&mut self.state) {
            SavedState::Busy(next) => *next,
            state @ (SavedState::Unavailable
            | SavedState::Off
            | SavedState::Offered(..)
            | SavedState::Locked(_)
            | SavedState::On(..)
            | SavedState::Newer
            | SavedState::Unreadable) => state,
        };
        self.state = match (was, note) {
            // Locked answers stay locked.
            (SavedState::Locked(locked), _) => SavedState::Locked(locked),
            // Keep saving on: the person decides which version to keep.
            (SavedState::On(until, lock), StorageNote::Elsewhere) => SavedState::On(until, lock),
            _ => SavedState::Off,
        };
    }

    fn unlock(&mut self) -> Option<StorageEffect> {
        let SavedState::Locked(locked) = self.state.clone() else {
            return None;
        };
        self.note = None;
        self.state = SavedState::Busy(Box::new(SavedState::Locked(locked.clone())));
        Some(StorageEffect::Unlock(locked))
    }

    fn unlocked(&mut self, sheets: Vec<SavedAnswers>) {
        if let SavedState::Busy(next) = &self.state
            && let SavedState::Locked(locked) = &**next
        {
            self.state = SavedState::Offered(locked.until, sheets, Lock::Passphrase);
            self.note = None;
        }
    }

    fn erased(&mut self, is_gone: bool) {
        if !is_gone {
            self.note = Some(StorageNote::NotErased);
            return;
        }
        self.state = SavedState::Off;
        self.earlier.clear();
        if self.note != Some(StorageNote::Expired) {
            self.note = Some(StorageNote::Erased);
        }
    }

    /// Takes the newest answer set to resume.
    fn go_on(&mut self) -> Option<SavedAnswers> {
        let SavedState::Offered(until, mut sheets, lock) = self.state.clone() else {
            return None;
        };
        let newest = sheets.pop()?;
        self.take_up(until, sheets, lock);
        Some(newest)
    }

    /// Starts a new answer set. Finished ones stay for comparison; an unfinished one is dropped.
    fn again(&mut self, answers: CurrentAnswers<'_>) -> Option<StorageOutcome> {
        match self.state.clone() {
            SavedState::Offered(until, sheets, lock) => {
                self.take_up(until, sheets, lock);
                None
            }
            SavedState::On(..) => {
                let sheet = self.sheet(answers);
                let mut earlier = std::mem::take(&mut self.earlier);
                earlier.extend(sheet.filter(|sheet| sheet.finished));
                self.earlier = finished(earlier);
                Some(StorageOutcome::StartOver)
            }
            SavedState::Unavailable
            | SavedState::Off
            | SavedState::Locked(_)
            | SavedState::Busy(_)
            | SavedState::Newer
            | SavedState::Unreadable => None,
        }
    }

    /// Saves every change from now on, beside the finished ones of these answer sets. No longer than can be asked
    /// for: a later day was written by a clock that was wrong.
    fn take_up(&mut self, until: Day, sheets: Vec<SavedAnswers>, lock: Lock) {
        let longest = self.today.map(|today| today.plus(Span::Season.days()));
        let until = longest.map_or(until, |longest| until.min(longest));
        self.earlier = finished(sheets);
        self.state = SavedState::On(until, lock);
        self.note = None;
    }

    fn write(
        &self,
        answers: CurrentAnswers<'_>,
        key: LockWith,
        over: OnConflict,
    ) -> Option<StorageEffect> {
        let SavedState::On(until, lock) = self.state else {
            return None;
        };
        let with = match lock {
            Lock::None => LockWith::Nothing,
            Lock::Passphrase => key,
        };
        let mut sheets = self.earlier.clone();
        sheets.extend(self.sheet(answers));
        Some(StorageEffect::Write {
            sheets: write_sheets(answers.questionnaire, &sheets),
            until,
            with,
            over,
        })
    }

    /// Returns the current answers as an answer set to save.
    fn sheet(&self, answers: CurrentAnswers<'_>) -> Option<SavedAnswers> {
        Some(SavedAnswers {
            on: self.today?,
            rules: answers.questionnaire.version.to_owned(),
            finished: answers.has_seen_result,
            response: answers.response.clone(),
            reached: answers.reached.clone(),
            outdated: false,
        })
    }
}

fn finished(mut sheets: Vec<SavedAnswers>) -> Vec<SavedAnswers> {
    // Outdated answers are incomplete, so no result can be computed from them.
    sheets.retain(|sheet| sheet.finished && !sheet.outdated);
    // Reserve one slot for the answer set in progress.
    let most = MAX_SAVED.saturating_sub(1);
    let oldest = sheets.len().saturating_sub(most);
    sheets.split_off(oldest)
}
