//! What answers can still come to: every value an item can take, and what certainly or possibly holds.
//!
//! Whatever is certain holds for every way to answer what has not been asked yet, and what is not possible
//! holds for none. Between the two nothing is claimed, so it can only err towards "may still change".

use super::condition::{Condition, DisplayCondition};
use super::questionnaire::{Item, ItemIndex, ItemKind, LinkId, Options, Questionnaire};
use super::rating::Ratings;
use super::response::{Answer, Response};
use super::sorted_set::SortedSet;

/// Whether something holds whatever else is answered, and whether it can hold at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    pub certain: bool,
    pub possible: bool,
}

impl Verdict {
    pub const NEVER: Verdict = Verdict {
        certain: false,
        possible: false,
    };

    pub const ALWAYS: Verdict = Verdict {
        certain: true,
        possible: true,
    };

    pub const OPEN: Verdict = Verdict {
        certain: false,
        possible: true,
    };

    /// Whether a growing amount reaches a threshold: in the least case, and in the greatest.
    pub fn reaches<T: PartialOrd>(least: T, most: T, threshold: T) -> Verdict {
        Verdict {
            certain: least >= threshold,
            possible: most >= threshold,
        }
    }

    /// How many hold at least, and at most.
    pub fn count(verdicts: impl Iterator<Item = Verdict>) -> (usize, usize) {
        verdicts.fold((0, 0), |(certain, possible), verdict| {
            (
                certain + usize::from(verdict.certain),
                possible + usize::from(verdict.possible),
            )
        })
    }

    pub fn not(self) -> Verdict {
        Verdict {
            certain: !self.possible,
            possible: !self.certain,
        }
    }
}

/// Every value one item can take.
#[derive(Clone, Copy, Debug, Default)]
struct Values {
    shown: Verdict,
    missing: Verdict,
    /// The options that can be among those it counts as.
    any: Options,
    /// The options that are among them in every case.
    every: Options,
    /// Whether it can count as no option at all.
    may_be_none: bool,
    least: u8,
    most: u8,
}

impl Values {
    fn exactly(item: &Item, chosen: Options, missing: Verdict) -> Values {
        let rank = item.rank_of(chosen);
        Values {
            shown: Verdict::ALWAYS,
            missing,
            any: chosen,
            every: chosen,
            may_be_none: chosen.is_empty(),
            least: rank,
            most: rank,
        }
    }

    /// Not asked yet: any answer, and none.
    fn anything(item: &Item) -> Values {
        let worst = Values::exactly(item, item.most_careful(), Verdict::OPEN);
        Values {
            any: item.all_options(),
            every: Options(0),
            least: item.rank_of(item.mildest()),
            ..worst
        }
    }

    fn or(self, other: Values) -> Values {
        let either = |one: Verdict, other: Verdict| Verdict {
            certain: one.certain && other.certain,
            possible: one.possible || other.possible,
        };
        Values {
            shown: either(self.shown, other.shown),
            missing: either(self.missing, other.missing),
            any: self.any.with(other.any),
            every: Options(self.every.0 & other.every.0),
            may_be_none: self.may_be_none || other.may_be_none,
            least: self.least.min(other.least),
            most: self.most.max(other.most),
        }
    }

    fn is_any_of(&self, options: Options) -> Verdict {
        let all_within = !self.may_be_none && self.any.without(options).is_empty();
        Verdict {
            certain: self.every.meets(options) || all_within,
            possible: self.any.meets(options),
        }
    }
}

/// Everything that can still be, item by item and rule by rule.
#[derive(Debug)]
pub(super) struct Possible {
    values: Vec<Values>,
    /// The ratings in the least case, and in the greatest.
    pub ratings: (Ratings, Ratings),
    pub fired: Vec<Verdict>,
}

impl Possible {
    /// Reads what was answered; an item that is in `asked` and has no answer was left empty.
    pub fn read(
        questionnaire: &Questionnaire,
        response: &Response,
        asked: &SortedSet<LinkId>,
    ) -> Possible {
        let mut possible = Possible {
            values: vec![Values::default(); questionnaire.items.len()],
            ratings: (Ratings::default(), Ratings::default()),
            fired: Vec::new(),
        };
        // Twice, as answers are read: a bound by arithmetic may lie in a later item of the same page.
        for _ in 0..2 {
            for (index, item) in questionnaire.items.iter().enumerate() {
                let values = possible.values_of(item, response, asked);
                if let Some(slot) = possible.values.get_mut(index) {
                    *slot = values;
                }
            }
        }
        possible
    }

    /// Whether an item is shown and has no definite answer.
    pub fn is_missing(&self, index: ItemIndex) -> Verdict {
        self.get(index).missing
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> Verdict {
        let count =
            |conditions: &[Condition]| Verdict::count(conditions.iter().map(|one| self.holds(one)));
        match condition {
            Condition::AnsweredAtLeast(item, rank) => {
                let values = self.get(*item);
                Verdict::reaches(values.least, values.most, *rank)
            }
            Condition::AnsweredAnyOf(item, options) => self.get(*item).is_any_of(*options),
            Condition::AnyUnknown(items) => {
                let (least, most) = Verdict::count(items.iter().map(|item| self.is_missing(*item)));
                Verdict::reaches(least, most, 1)
            }
            Condition::RatingAtLeast(scale, rating) => {
                let (least, most) = &self.ratings;
                Verdict::reaches(least.get(*scale), most.get(*scale), *rating)
            }
            Condition::RuleFired(rule) => {
                let fired = self.fired.get(usize::from(rule.0));
                fired.copied().unwrap_or_default()
            }
            Condition::CountAtLeast(least_count, conditions) => {
                let (least, most) = count(conditions);
                Verdict::reaches(least, most, usize::from(*least_count))
            }
            Condition::All(conditions) => {
                let (least, most) = count(conditions);
                Verdict::reaches(least, most, conditions.len())
            }
            Condition::Any(conditions) => {
                let (least, most) = count(conditions);
                Verdict::reaches(least, most, 1)
            }
        }
    }

    /// Whether a display condition holds; `result` answers what it asks of the result.
    pub fn shows(
        &self,
        condition: &DisplayCondition,
        result: &dyn Fn(&DisplayCondition) -> Verdict,
    ) -> Verdict {
        let count = |list: &[DisplayCondition]| {
            Verdict::count(list.iter().map(|one| self.shows(one, result)))
        };
        match condition {
            DisplayCondition::Holds(condition) => self.holds(condition),
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => result(condition),
            DisplayCondition::None(list) => {
                let (least, most) = count(list);
                Verdict::reaches(least, most, 1).not()
            }
            DisplayCondition::All(list) => {
                let (least, most) = count(list);
                Verdict::reaches(least, most, list.len())
            }
            DisplayCondition::Any(list) => {
                let (least, most) = count(list);
                Verdict::reaches(least, most, 1)
            }
        }
    }

    fn get(&self, index: ItemIndex) -> Values {
        let values = self.values.get(usize::from(index.0));
        values.copied().unwrap_or_default()
    }

    fn values_of(&self, item: &Item, response: &Response, asked: &SortedSet<LinkId>) -> Values {
        let shown = item
            .enable_when
            // As where answers are read, outputs count as not reached.
            .map_or(Verdict::ALWAYS, |when| {
                self.shows(&when, &|_| Verdict::NEVER)
            });
        let hidden = Values {
            shown: Verdict::NEVER,
            ..Values::exactly(
                item,
                item.hidden_as.map_or(Options(0), Options::only),
                Verdict::NEVER,
            )
        };
        if !shown.possible {
            return hidden;
        }
        let given = match response.get(item.link_id) {
            Some(Answer::Chosen(options)) if !item.tidy(options).is_empty() => {
                Values::exactly(item, item.tidy(options), Verdict::NEVER)
            }
            Some(Answer::Unsure) => self.gap(item, item.unsure_as.option),
            Some(Answer::Declined | Answer::Chosen(_)) => self.gap(item, item.unsure_as.skipped),
            None if asked.contains(&item.link_id) => self.gap(item, item.unsure_as.skipped),
            None => Values::anything(item),
        };
        let given = self.raise(item, given);
        if shown.certain {
            given
        } else {
            given.or(hidden)
        }
    }

    /// What a gap counts as.
    fn gap(&self, item: &Item, usual: u8) -> Values {
        let usual = Values::exactly(item, Options::only(usual), Verdict::ALWAYS);
        let Some((when, option)) = item.unsure_as.instead else {
            return usual;
        };
        let instead = Values::exactly(item, Options::only(option), Verdict::ALWAYS);
        match self.get(when.item).is_any_of(when.any_of) {
            Verdict { certain: true, .. } => instead,
            Verdict { possible: true, .. } => usual.or(instead),
            Verdict { .. } => usual,
        }
    }

    /// What other answers make of it by arithmetic.
    fn raise(&self, item: &Item, given: Values) -> Values {
        let mut raised = given;
        for bound in item.raised_by {
            let other = self.get(bound.item);
            let reached = Verdict::reaches(other.least, other.most, bound.from);
            if !reached.possible || bound.to <= raised.least {
                continue;
            }
            let to = Options::only(bound.to.saturating_sub(item.first_rank));
            let stays = item
                .all_options()
                .indices()
                .filter(|option| !reached.certain || item.rank_of_option(*option) >= bound.to);
            let stays = stays.map(Options::only).fold(Options(0), Options::with);
            raised.any = Options(raised.any.0 & stays.0).with(to);
            raised.every = Options(0);
            raised.most = raised.most.max(bound.to);
            if reached.certain {
                raised.least = bound.to;
                raised.may_be_none = false;
            }
        }
        if raised.any.count() == 1 && !raised.may_be_none && item.kind != ItemKind::ChooseMany {
            raised.every = raised.any;
        }
        raised
    }
}
