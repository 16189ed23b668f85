//! Response: the answers to a questionnaire.

use super::questionnaire::{LinkId, Options};

/// Answers by item. An item that is absent has not been answered.
///
/// Unanswered, declined, unsure and "no" are four distinct states throughout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Sorted by link id: a map would weigh 4 KB more in the module.
    answers: Vec<(LinkId, Answer)>,
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
        let position = self.position(link_id).ok()?;
        self.answers.get(position).map(|(_, answer)| *answer)
    }

    /// Sets an answer. An empty selection clears it.
    pub fn set(&mut self, link_id: LinkId, answer: Answer) {
        match answer {
            Answer::Chosen(options) if options.is_empty() => self.clear(link_id),
            Answer::Chosen(_) | Answer::Unsure | Answer::Declined => {
                let entry = (link_id, answer);
                match self.position(link_id) {
                    Ok(position) => {
                        if let Some(held) = self.answers.get_mut(position) {
                            *held = entry;
                        }
                    }
                    Err(position) => self.answers.insert(position, entry),
                }
            }
        }
    }

    /// Removes an answer.
    pub fn clear(&mut self, link_id: LinkId) {
        if let Ok(position) = self.position(link_id) {
            self.answers.remove(position);
        }
    }

    /// Iterates over all answers, ordered by link id.
    pub fn iter(&self) -> impl Iterator<Item = (LinkId, Answer)> + '_ {
        self.answers.iter().copied()
    }

    /// Where an item is, or where it would go.
    fn position(&self, link_id: LinkId) -> Result<usize, usize> {
        self.answers
            .binary_search_by_key(&link_id, |(link_id, _)| *link_id)
    }

    /// Tells whether no item has been answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}
