//! The set of answers.

use std::collections::BTreeMap;

use super::questionnaire::{LinkId, Options};

/// Answers by item. An item that is absent has not been answered.
///
/// Unanswered, declined, unsure and "no" are four different things all the way through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    answers: BTreeMap<LinkId, Answer>,
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These options.
    Chosen(Options),
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
}

impl Response {
    /// The answer to one item.
    pub fn get(&self, link_id: LinkId) -> Option<Answer> {
        self.answers.get(&link_id).copied()
    }

    /// Records an answer. Choosing nothing is the same as not answering.
    pub fn set(&mut self, link_id: LinkId, answer: Answer) {
        match answer {
            Answer::Chosen(options) if options.is_empty() => self.clear(link_id),
            Answer::Chosen(_) | Answer::Unsure | Answer::Declined => {
                self.answers.insert(link_id, answer);
            }
        }
    }

    /// Takes an answer back.
    pub fn clear(&mut self, link_id: LinkId) {
        self.answers.remove(&link_id);
    }

    /// All answers, by name.
    pub fn iter(&self) -> impl Iterator<Item = (LinkId, Answer)> + '_ {
        self.answers
            .iter()
            .map(|(link_id, answer)| (*link_id, *answer))
    }

    /// Tells whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}
