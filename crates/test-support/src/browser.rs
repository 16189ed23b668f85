//! The browser's history as the journey meets it, without a browser, and a person who tries things.

use assessment::{ItemKind, PageIndex};
use journey::{
    ContactMsg, Copying, Effect, Field, Model, Msg, Outcome, Screen, SendFailure, Tick, update,
};
use site::ContactWay;

/// A journey in a browser: what the model wants, the browser does, and what the browser does, the
/// model hears.
#[derive(Debug)]
pub struct Tab {
    pub model: Model,
    /// How many history entries there are, and which one the browser stands at.
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

    /// Hands over a message, and checks that browser and model stand at the same place afterwards.
    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg);
        self.perform(&effects);
        effects
    }

    /// Goes along the history with the browser's own buttons. Beyond its ends nothing happens.
    pub fn go(&mut self, steps: isize) {
        if let Some(at) = self
            .at
            .checked_add_signed(steps)
            .filter(|at| *at < self.entries)
        {
            self.at = at;
            self.send(Msg::WentTo(u16::try_from(at).unwrap()));
        }
    }

    /// Does one thing a person can do where they are.
    pub fn do_something(&mut self, act: u8, dice: u32) {
        let steps = isize::try_from(dice % 4).unwrap() + 1;
        match (act, self.model.screen().clone()) {
            (0..=3, _) => drop(self.send(Msg::Back)),
            (4..=12, _) => self.go(-steps),
            (13..=20, _) => self.go(steps),
            (21, _) => {
                update(&mut self.model, Msg::Leave);
                // The page is replaced; what comes after is a page of its own.
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
                let place = usize::try_from(dice).unwrap() % pages.len();
                self.send(Msg::Change(pages[place]));
            }
            (25..=180, Screen::Page(page)) => self.answer(page, dice),
            (_, _) => drop(self.send(Msg::Continue)),
        }
    }

    /// Answers some of what a page asks; mostly mildly, so that the journey gets on.
    fn answer(&mut self, page: PageIndex, dice: u32) {
        let several = [dice, dice >> 5, dice >> 11, dice >> 17];
        for (index, dice) in self.model.items_on(page).into_iter().zip(several) {
            let item = self.model.questionnaire.item(index).unwrap();
            let options = u32::try_from(item.options.len()).unwrap();
            let place = if dice & 0x40 == 0 { 0 } else { dice % options };
            let place = u8::try_from(place).unwrap();
            self.send(match (dice % 16, item.kind) {
                (0, _) => Msg::Unsure(index),
                (1, _) => Msg::Declined(index),
                (_, ItemKind::ChooseMany) => Msg::Toggled(index, place),
                (_, ItemKind::ChooseOne | ItemKind::Scale) => Msg::Chose(index, place),
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
                | Effect::Export(_)
                | Effect::Forget
                | Effect::Storage(_)
                | Effect::FocusContact
                | Effect::FocusStep
                | Effect::FocusField(_)
                | Effect::FocusCopy
                | Effect::CheckForm
                | Effect::Send(_)
                | Effect::Copy(_) => {}
            }
        }
        assert_eq!(
            self.at,
            self.model.position(),
            "browser and model stand apart"
        );
        if moved {
            // The browser tells of its move; the model is there already.
            let place: Screen = self.model.screen().clone();
            let again = update(
                &mut self.model,
                Msg::WentTo(u16::try_from(self.at).unwrap()),
            );
            assert_eq!(again, [], "the echo of a move moves again");
            assert_eq!(self.model.screen(), &place);
        }
    }
}

/// Something done to the contact form, in no order a person would choose.
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
