//! The contact form: a nested state machine with the field values and the current step.
//!
//! Nothing here sends anything. [`Effect::Send`] follows only from [`ContactMsg::Send`], and only at a step
//! that has shown every line. Field values stay until the person erases everything.

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
    /// The field values and checkboxes, shared by all contact methods so that nobody types anything twice.
    pub fields: Fields,
    /// The current step.
    pub step: Step,
}

/// The step of a contact request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// No form is open.
    #[default]
    Closed,
    /// The form of one contact method is open, with its validation errors.
    Filling(ContactWay, Vec<FieldError>),
    /// The person reviews every line before sending.
    Confirming(ContactWay),
    /// The request is in flight. No second request can start.
    Sending(ContactWay, Lines),
    /// The endpoint accepted the request.
    Sent(ContactWay, Lines),
    /// The request failed. Field values stay.
    Failed(ContactWay, Lines, SendFailure, Copying),
}

/// The payload: keys and values in the order the screen shows them. Cheap to clone.
pub type Lines = Arc<[Line]>;

/// One line of the payload, exactly as shown and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The stable key.
    pub key: &'static str,
    /// The value.
    pub value: String,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The endpoint accepted the request.
    Sent,
    /// The request failed.
    Failed(SendFailure),
}

/// Why a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFailure {
    /// The endpoint rejected the request.
    Refused,
    /// The endpoint reported an error of its own.
    Trouble,
    /// No response arrived in time.
    TimedOut,
    /// No readable response: no connection, a redirect, or blocked by CORS.
    NoAnswer,
    /// The page that sends did not load. Nothing was sent.
    NotStarted,
}

/// The state of copying the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copying {
    /// Not requested.
    #[default]
    No,
    /// The lines are in the clipboard.
    Done,
    /// The browser refused; the screen shows the lines for manual copying.
    ByHand,
}

/// A message to the contact form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactMsg {
    /// The person opened the form of a contact method.
    Open(ContactWay),
    /// The person closed the form. Field values stay.
    Close,
    /// The person typed into a field.
    Typed(Field, String),
    /// The person chose a part of the day.
    Time(PartOfDay),
    /// The person toggled a checkbox.
    Ticked(Tick),
    /// The person asked to review the lines.
    Check,
    /// The browser validated the fields with its own rules.
    Checked(Vec<FieldError>),
    /// The person went back to the fields.
    Edit,
    /// The person pressed Send, with the lines that were on the screen.
    Send(Lines),
    /// The page that sends reported the outcome.
    Ended(Outcome),
    /// The person asked to copy the lines as text.
    Copy(String),
    /// The browser copied the text, or refused to.
    Copied(Copying),
}

impl Step {
    /// Returns the contact method of the open form.
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
    /// Parses the word that the page that sends reports. Unknown words mean [`SendFailure::NoAnswer`].
    pub fn of(word: &str) -> SendFailure {
        match word {
            "refused" => SendFailure::Refused,
            "trouble" => SendFailure::Trouble,
            "timeout" => SendFailure::TimedOut,
            _ => SendFailure::NoAnswer,
        }
    }

    /// Whether the request may have arrived anyway, so that a retry could create a duplicate.
    pub fn may_have_arrived(self) -> bool {
        match self {
            SendFailure::Refused | SendFailure::NotStarted => false,
            SendFailure::Trouble | SendFailure::TimedOut | SendFailure::NoAnswer => true,
        }
    }
}

impl ContactMsg {
    /// Whether the message needs no re-render: the browser already shows the typed text.
    pub fn shows_by_itself(&self) -> bool {
        matches!(self, ContactMsg::Typed(..))
    }
}

impl Contact {
    /// Applies a message, and returns the resulting effects. A message that does not apply to the current
    /// step changes nothing. Reads the answers only to decide whether the form is allowed.
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
            // While a request is in flight, only its outcome counts.
            (Step::Sending(..), _) | (_, ContactMsg::Ended(_)) => Vec::new(),
            (_, ContactMsg::Open(way)) if is_of_age(questionnaire, response) => {
                // Consent covers one contact method and one request.
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

    /// Goes to the review of the lines, or to the first invalid field.
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

/// People under 18 get no form, whatever the screen shows.
fn is_of_age(questionnaire: &Questionnaire, response: &Response) -> bool {
    let result = assess(questionnaire, response);
    !result.add_ons.contains(&AddOn::Adolescent)
}
