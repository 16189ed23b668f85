//! Response: the answers to a questionnaire.

use std::collections::BTreeMap;

use super::questionnaire::{LinkId, Options};

/// Answers by item. An item that is absent has not been answered.
///
/// Unanswered, declined, unsure and "no" are four distinct states throughout.
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

    /// Sets an answer. An empty selection clears it.
    pub fn set(&mut self, link_id: LinkId, answer: Answer) {
        match answer {
            Answer::Chosen(options) if options.is_empty() => self.clear(link_id),
            Answer::Chosen(_) | Answer::Unsure | Answer::Declined => {
                self.answers.insert(link_id, answer);
            }
        }
    }

    /// Removes an answer.
    pub fn clear(&mut self, link_id: LinkId) {
        self.answers.remove(&link_id);
    }

    /// Iterates over all answers, ordered by link id.
    pub fn iter(&self) -> impl Iterator<Item = (LinkId, Answer)> + '_ {
        self.answers
            .iter()
            .map(|(link_id, answer)| (*link_id, *answer))
    }

    /// Tells whether no item has been answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}
