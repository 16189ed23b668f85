//! Scored answers: which items are shown, and what missing answers count as.

use super::evaluation::Facts;
use super::questionnaire::{Item, ItemIndex, LinkId, Options, Questionnaire};
use super::rating::Ratings;
use super::response::{Answer, Response};
use super::sorted_set::SortedSet;

/// Policy for missing and unsure answers.
#[derive(Clone, Copy, Debug)]
pub enum GapPolicy<'a> {
    /// As the evidence file defines per question (A.2, I18). Results use this policy.
    PerItem,
    /// During the questionnaire: like `PerItem`, but items not yet reached count as their mildest
    /// option.
    SoFar(&'a SortedSet<LinkId>),
    /// Every missing answer at its mildest option.
    Mildest,
    /// Like `Mildest`, except that filling a gap must not disable a rule triggered by another
    /// answer (V12).
    MildestKeepingRules,
    /// Every missing answer at its option of most concern.
    MostCareful,
}

/// Why an item that was shown has no definite answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Left empty.
    Empty,
    /// Answered with "not sure".
    Unsure,
    /// Answered with "rather not say".
    Declined,
}

/// Scored value of one item. Rules never see a missing value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// Whether the item is asked. A hidden item counts as its lowest option.
    pub shown: bool,
    /// Options it counts as.
    pub chosen: Options,
    /// Rank it counts as.
    pub rank: u8,
    /// Why there is no definite answer; `None` where there is one.
    pub missing: Option<Missing>,
    /// Whether another answer raised it by arithmetic.
    pub raised: bool,
}

/// Scored values of all items, as rules see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredAnswers {
    values: Vec<Value>,
}

impl ScoredAnswers {
    /// Scores a response under a gap policy.
    pub fn read(
        questionnaire: &Questionnaire,
        response: &Response,
        reading: GapPolicy<'_>,
    ) -> ScoredAnswers {
        let mut scored = ScoredAnswers {
            values: vec![Value::default(); questionnaire.items.len()],
        };
        // Two passes: an arithmetic bound may come from a later item on the same page. Bounds
        // depend on answers only, so the second pass is final.
        for _ in 0..2 {
            for (index, item) in questionnaire.items.iter().enumerate() {
                let value = scored.value_of(item, response, reading);
                if let Some(slot) = scored.values.get_mut(index) {
                    *slot = value;
                }
            }
        }
        scored
    }

    /// Scored value of one item.
    pub fn get(&self, index: ItemIndex) -> Value {
        self.values
            .get(usize::from(index.0))
            .copied()
            .unwrap_or_default()
    }

    /// Items that were shown and have no definite answer.
    pub fn missing(&self) -> impl Iterator<Item = (ItemIndex, Missing)> + '_ {
        let indexed = (0..).map(ItemIndex).zip(&self.values);
        indexed.filter_map(|(index, value)| value.missing.map(|missing| (index, missing)))
    }

    fn value_of(&self, item: &Item, response: &Response, reading: GapPolicy<'_>) -> Value {
        if !self.enables(item) {
            return hidden(item);
        }
        let (chosen, missing) = match response.get(item.link_id) {
            Some(Answer::Chosen(options)) if !item.tidy(options).is_empty() => {
                (item.tidy(options), None)
            }
            Some(Answer::Chosen(_)) | None => self.fill(item, Missing::Empty, reading),
            Some(Answer::Unsure) => self.fill(item, Missing::Unsure, reading),
            Some(Answer::Declined) => self.fill(item, Missing::Declined, reading),
        };
        let stated = item.rank_of(chosen);
        let rank = self.raise(item, stated);
        let chosen = if rank > stated {
            Options::only(rank.saturating_sub(item.first_rank))
        } else {
            chosen
        };
        Value {
            shown: true,
            chosen,
            rank,
            missing,
            raised: rank > stated,
        }
    }

    fn enables(&self, item: &Item) -> bool {
        let nothing_rated = Ratings::default();
        let facts = Facts {
            scored: self,
            ratings: &nothing_rated,
            fired: &[],
        };
        item.enable_when.is_none_or(|when| facts.shows(&when))
    }

    fn fill(
        &self,
        item: &Item,
        missing: Missing,
        reading: GapPolicy<'_>,
    ) -> (Options, Option<Missing>) {
        let reached = |reached: &SortedSet<LinkId>| {
            missing != Missing::Empty || reached.contains(&item.link_id)
        };
        match reading {
            GapPolicy::PerItem => (self.unsure_as(item, missing), Some(missing)),
            GapPolicy::SoFar(items) if reached(items) => {
                (self.unsure_as(item, missing), Some(missing))
            }
            GapPolicy::MildestKeepingRules if item.takes_rows_away => {
                (self.unsure_as(item, missing), None)
            }
            GapPolicy::SoFar(_) | GapPolicy::Mildest | GapPolicy::MildestKeepingRules => {
                (item.mildest(), None)
            }
            GapPolicy::MostCareful => (item.most_careful(), Some(missing)),
        }
    }

    fn unsure_as(&self, item: &Item, missing: Missing) -> Options {
        let instead = item
            .unsure_as
            .instead
            .filter(|(when, _)| self.get(when.item).chosen.meets(when.any_of))
            .map(|(_, option)| option);
        let usual = match missing {
            Missing::Unsure => item.unsure_as.option,
            Missing::Empty | Missing::Declined => item.unsure_as.skipped,
        };
        Options::only(instead.unwrap_or(usual))
    }

    fn raise(&self, item: &Item, rank: u8) -> u8 {
        item.raised_by
            .iter()
            .filter(|bound| self.get(bound.item).rank >= bound.from)
            .map(|bound| bound.to)
            .fold(rank, u8::max)
    }
}

/// Scored value of a hidden item: its lowest option, or the one its file names (I18).
fn hidden(item: &Item) -> Value {
    let chosen = item.hidden_as.map_or(Options::default(), Options::only);
    Value {
        chosen,
        rank: item.rank_of(chosen),
        ..Value::default()
    }
}
