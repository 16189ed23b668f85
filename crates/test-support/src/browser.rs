//! Simulates browser history and random user actions, without a browser.

use assessment::{ItemKind, PageIndex};
use journey::{
    ContactMsg, Copying, Effect, Field, Model, Msg, Outcome, PagePart, Screen, SendFailure, Tick,
    update,
};
use site::ContactWay;

/// A journey in a simulated browser tab: performs its history effects and sends it navigation
/// messages.
#[derive(Clone, Debug)]
pub struct Tab {
    pub model: Model,
    /// Number of history entries, and the index of the current one.
    entries: usize,
    at: usize,
}

impl Tab {
    pub fn open(model: Model) -> Tab {
        Tab {
            model,
            entries: 1,
            at: 0,
        }
    }

    /// Sends a message, and checks that browser and model are at the same history entry afterwards.
    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg);
        self.perform(&effects);
        effects
    }

    /// Moves through the history like the browser's buttons. Does nothing beyond its ends, and returns whether
    /// it moved.
    pub fn go(&mut self, steps: isize) -> bool {
        let at = self.at.checked_add_signed(steps);
        let Some(at) = at.filter(|at| *at < self.entries) else {
            return false;
        };
        self.at = at;
        self.send(Msg::WentTo(u16::try_from(at).unwrap()));
        true
    }

    /// Performs one action that is possible on the current screen.
    pub fn do_something(&mut self, act: u8, dice: u32) {
        let steps = isize::try_from(dice % 4).unwrap() + 1;
        match (act, self.model.screen().clone()) {
            (0..=3, _) => drop(self.send(Msg::Back)),
            (4..=12, _) => drop(self.go(-steps)),
            (13..=20, _) => drop(self.go(steps)),
            (21, _) => {
                update(&mut self.model, Msg::Leave);
                // The page is replaced, so the history starts anew.
                (self.entries, self.at) = (1, 0);
            }
            (22..=24, Screen::Result) => drop(self.send(Msg::StartOver)),
            (25..=40, Screen::Result) => drop(self.send(Msg::Review)),
            (41..=200, Screen::Result) => drop(self.send(Msg::Contact(contact(dice)))),
            (25..=120, Screen::Review) => {
                let questionnaire = self.model.questionnaire;
                let asked = self.model.shown().into_iter();
                let pages: Vec<PageIndex> = asked
                    .map(|index| questionnaire.item(index).unwrap().page)
                    .collect();
                let index = usize::try_from(dice).unwrap() % pages.len();
                self.send(Msg::Change(pages[index]));
            }
            (25..=180, Screen::Page(page)) => self.answer(page, dice),
            (_, _) => drop(self.send(Msg::Continue)),
        }
    }

    /// Answers some items of a page, mostly mildly, so that the journey continues.
    fn answer(&mut self, page: PagePart, dice: u32) {
        let several = [dice, dice >> 5, dice >> 11, dice >> 17];
        for (index, dice) in self.model.items_in(page).into_iter().zip(several) {
            let item = self.model.questionnaire.item(index).unwrap();
            let options = u32::try_from(item.options.len()).unwrap();
            let option = if dice & 0x40 == 0 { 0 } else { dice % options };
            let option = u8::try_from(option).unwrap();
            self.send(match (dice % 16, item.kind) {
                (0, _) => Msg::Unsure(index),
                (1, _) => Msg::Declined(index),
                (_, ItemKind::ChooseMany) => Msg::Toggled(index, option),
                (_, ItemKind::ChooseOne | ItemKind::Scale) => Msg::Chose(index, option),
            });
        }
    }

    fn perform(&mut self, effects: &[Effect]) {
        let mut moved = false;
        for effect in effects {
            match effect {
                Effect::PushHistory => {
                    self.at += 1;
                    self.entries = self.at + 1;
                }
                Effect::Go(steps) => {
                    assert_ne!(*steps, 0, "`history.go(0)` would load the page again");
                    let at = self.at.checked_add_signed(isize::from(*steps));
                    self.at = at.filter(|at| *at < self.entries).unwrap_or(self.at);
                    moved = true;
                }
                Effect::FocusOption(..)
                | Effect::FocusHeading
                | Effect::FocusNotice
                | Effect::Export(..)
                | Effect::ReadClock
                | Effect::AwaitPaint
                | Effect::Forget
                | Effect::Storage(_)
                | Effect::FocusContact
                | Effect::FocusStep
                | Effect::FocusField(_)
                | Effect::FocusCopy
                | Effect::CheckForm
                | Effect::Send(_)
                | Effect::Copy(_)
                | Effect::OpenPage(..) => {}
            }
        }
        assert_eq!(
            self.at,
            self.model.position(),
            "browser and model stand apart"
        );
        if moved {
            // The browser fires `popstate` for this move; the model is already there.
            let screen: Screen = self.model.screen().clone();
            let again = update(
                &mut self.model,
                Msg::WentTo(u16::try_from(self.at).unwrap()),
            );
            assert_eq!(again, [], "the echo of a move moves again");
            assert_eq!(self.model.screen(), &screen);
        }
    }
}

/// A random message of the contact form.
fn contact(dice: u32) -> ContactMsg {
    let nth = |many: usize| usize::try_from(dice >> 4).unwrap() % many;
    let way = ContactWay::ALL[nth(5)];
    let field = Field::ALL[nth(6)];
    match dice % 12 {
        0 | 1 => ContactMsg::Open(way),
        2 => ContactMsg::Close,
        3 => ContactMsg::Typed(field, "555 010 0199".into()),
        4 => ContactMsg::Ticked([Tick::Consent, Tick::AddAnswers][nth(2)]),
        5 => ContactMsg::Check,
        6 => ContactMsg::Checked(Vec::new()),
        7 => ContactMsg::Edit,
        8 => ContactMsg::Send([].into()),
        9 => ContactMsg::Ended(Outcome::Sent),
        10 => ContactMsg::Ended(Outcome::Failed(SendFailure::NoAnswer)),
        _ => ContactMsg::Copied(Copying::ByHand),
    }
}
