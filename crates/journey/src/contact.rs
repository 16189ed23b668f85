//! The form that asks a center to get in touch: what was typed, and how far it got.
//!
//! Nothing here sends anything. [`Effect::Send`] follows from [`ContactMsg::Send`] alone, and that
//! from a step that has shown every line. What was typed stays until the person erases everything.

mod fields;

mod field_error;

use std::sync::Arc;

use assessment::{AddOn, Questionnaire, Response, assess};
use site::ContactWay;

use super::effect::Effect;

pub use field_error::{FieldError, FieldErrorKind};
pub use fields::{Asked, Field, Fields, PartOfDay, Tick, asked, asks_time};

/// The contact form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// What was typed, chosen and ticked. All ways share it, so that nothing is typed twice.
    pub fields: Fields,
    /// How far it got.
    pub step: Step,
}

/// How far a request got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// No form is open.
    #[default]
    Closed,
    /// The form of one way is open, with what keeps it from going on.
    Filling(ContactWay, Vec<FieldError>),
    /// Every line is shown before it is sent.
    Confirming(ContactWay),
    /// It is on its way. Nothing can be sent beside it.
    Sending(ContactWay, Lines),
    /// The endpoint took it.
    Sent(ContactWay, Lines),
    /// It did not go well; nothing is lost.
    Failed(ContactWay, Lines, SendFailure, Copying),
}

/// What is sent: keys and values in the order they are shown. Cheap to hand on.
pub type Lines = Arc<[Line]>;

/// One line of a request, exactly as it is shown and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The stable name.
    pub key: &'static str,
    /// What is said.
    pub value: String,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The endpoint took it.
    Sent,
    /// It did not go well.
    Failed(SendFailure),
}

/// Why a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFailure {
    /// The endpoint answered that it does not take it.
    Refused,
    /// The endpoint answered that it has a fault of its own.
    Trouble,
    /// No answer came in time.
    TimedOut,
    /// No answer can be read: no connection, a redirect, or no leave for this page to read it.
    NoAnswer,
    /// The page that sends did not come up. Nothing was sent.
    NotStarted,
}

/// Whether the lines were copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copying {
    /// Nobody asked.
    #[default]
    No,
    /// They are in the clipboard.
    Done,
    /// The browser refused; they are shown to be copied by hand.
    ByHand,
}

/// Something that happened to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactMsg {
    /// Opened the form of one way.
    Open(ContactWay),
    /// Closed the form. What was typed stays.
    Close,
    /// Typed into a field.
    Typed(Field, String),
    /// Chose a part of the day.
    Time(PartOfDay),
    /// Ticked a box, or took the tick out.
    Ticked(Tick),
    /// Asked to go on to the lines.
    Check,
    /// The browser has looked at the fields by its own rules.
    Checked(Vec<FieldError>),
    /// Went back to the fields.
    Edit,
    /// Pressed Send, with the lines that were on the screen.
    Send(Lines),
    /// The page that sends has told how it went.
    Ended(Outcome),
    /// Asked to copy the lines as text.
    Copy(String),
    /// The browser has copied the text, or refused to.
    Copied(Copying),
}

impl Step {
    /// The way whose form is open.
    pub fn way(&self) -> Option<ContactWay> {
        match self {
            Step::Closed => None,
            Step::Filling(way, _)
            | Step::Confirming(way)
            | Step::Sending(way, _)
            | Step::Sent(way, _)
            | Step::Failed(way, ..) => Some(*way),
        }
    }
}

impl SendFailure {
    /// Reads the word that the page that sends uses for it. What is not known is no answer.
    pub fn of(word: &str) -> SendFailure {
        match word {
            "refused" => SendFailure::Refused,
            "trouble" => SendFailure::Trouble,
            "timeout" => SendFailure::TimedOut,
            _ => SendFailure::NoAnswer,
        }
    }

    /// Whether the request may be there all the same, so that a second one may be a double.
    pub fn may_have_arrived(self) -> bool {
        match self {
            SendFailure::Refused | SendFailure::NotStarted => false,
            SendFailure::Trouble | SendFailure::TimedOut | SendFailure::NoAnswer => true,
        }
    }
}

impl ContactMsg {
    /// Whether the screen looks the same afterwards: the browser shows what is typed by itself.
    pub fn shows_by_itself(&self) -> bool {
        matches!(self, ContactMsg::Typed(..))
    }
}

impl Contact {
    /// Applies a message, and returns the effects that follow. A message that makes no sense at this
    /// step changes nothing. The answers are only read: they tell whether there may be a form.
    pub(super) fn update(
        &mut self,
        msg: ContactMsg,
        questionnaire: &Questionnaire,
        response: &Response,
    ) -> Vec<Effect> {
        match (&self.step, msg) {
            (Step::Sending(way, lines), ContactMsg::Ended(outcome)) => {
                let (way, lines) = (*way, Arc::clone(lines));
                self.enter(match outcome {
                    Outcome::Sent => Step::Sent(way, lines),
                    Outcome::Failed(reason) => Step::Failed(way, lines, reason, Copying::No),
                })
            }
            // What is on its way is waited for.
            (Step::Sending(..), _) | (_, ContactMsg::Ended(_)) => Vec::new(),
            (_, ContactMsg::Open(way)) if is_of_age(questionnaire, response) => {
                // Consent is given for one way and one request.
                self.fields.take_consent_back();
                self.enter(Step::Filling(way, Vec::new()))
            }
            (Step::Closed, _) => Vec::new(),
            (_, ContactMsg::Close) => {
                self.step = Step::Closed;
                vec![Effect::FocusContact]
            }
            (Step::Filling(..), ContactMsg::Typed(field, text)) => {
                self.fields.set(field, text);
                Vec::new()
            }
            (Step::Filling(..), ContactMsg::Time(part)) => {
                self.fields.time = part;
                Vec::new()
            }
            (Step::Filling(..), ContactMsg::Ticked(tick)) => {
                self.fields.toggle(tick);
                Vec::new()
            }
            (Step::Filling(..), ContactMsg::Check) => vec![Effect::CheckForm],
            (Step::Filling(way, _), ContactMsg::Checked(found)) => {
                let way = *way;
                self.checked(way, &found)
            }
            (Step::Confirming(way) | Step::Failed(way, ..), ContactMsg::Edit) => {
                let way = *way;
                self.enter(Step::Filling(way, Vec::new()))
            }
            (Step::Confirming(way) | Step::Failed(way, ..), ContactMsg::Send(lines))
                if is_of_age(questionnaire, response) =>
            {
                let way = *way;
                let mut effects = self.enter(Step::Sending(way, Arc::clone(&lines)));
                effects.push(Effect::Send(lines));
                effects
            }
            (Step::Failed(..), ContactMsg::Copy(text)) => vec![Effect::Copy(text)],
            (Step::Failed(way, lines, reason, _), ContactMsg::Copied(copying)) => {
                self.step = Step::Failed(*way, Arc::clone(lines), *reason, copying);
                match copying {
                    Copying::ByHand => vec![Effect::FocusCopy],
                    Copying::No | Copying::Done => Vec::new(),
                }
            }
            (
                Step::Filling(..) | Step::Confirming(_) | Step::Sent(..) | Step::Failed(..),
                ContactMsg::Open(_)
                | ContactMsg::Typed(..)
                | ContactMsg::Time(_)
                | ContactMsg::Ticked(_)
                | ContactMsg::Check
                | ContactMsg::Checked(_)
                | ContactMsg::Edit
                | ContactMsg::Send(_)
                | ContactMsg::Copy(_)
                | ContactMsg::Copied(_),
            ) => Vec::new(),
        }
    }

    /// Goes on to the lines, or to the first field that keeps the form from it.
    fn checked(&mut self, way: ContactWay, found: &[FieldError]) -> Vec<Effect> {
        let flaws = field_error::flaws(way, &self.fields, found);
        match flaws.first() {
            None => self.enter(Step::Confirming(way)),
            Some(FieldError(field, _)) => {
                let field = *field;
                self.step = Step::Filling(way, flaws);
                vec![Effect::FocusField(field)]
            }
        }
    }

    fn enter(&mut self, step: Step) -> Vec<Effect> {
        self.step = step;
        vec![Effect::FocusStep]
    }
}

/// Under 18 there is no form, whatever the screen shows.
fn is_of_age(questionnaire: &Questionnaire, response: &Response) -> bool {
    let result = assess(questionnaire, response);
    !result.add_ons.contains(&AddOn::Adolescent)
}
