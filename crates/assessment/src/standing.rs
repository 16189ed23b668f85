//! Where a set of answers stands while it is being filled in, and whether what is left could change it.

use super::condition::{Completeness, DisplayCondition, Threshold};
use super::headline::{Headline, gives};
use super::output::Outputs;
use super::possible::{Possible, Verdict};
use super::questionnaire::{LinkId, Questionnaire};
use super::rating::Ratings;
use super::response::Response;
use super::rule::{Effect, Rule};
use super::sorted_set::SortedSet;

/// Where a set of answers stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The outputs if all that is left turns out mild. What was left open counts as in a result.
    pub mildest: Outputs,
    /// The outputs if all that is left turns out to be of most concern.
    pub most_careful: Outputs,
    /// The first line of the result, where it is the same whatever is answered.
    pub headline: Option<Headline>,
}

impl Standing {
    /// Whether nothing left to ask can change headline, alert, first step, level or urgency.
    pub fn is_settled(&self) -> bool {
        self.headline.is_some() && self.mildest == self.most_careful
    }
}

/// Tells where a set of answers stands. Items without an answer that are not in `asked` can still be
/// answered in any way, or be left open; those in it were left empty.
pub fn standing(
    questionnaire: &Questionnaire,
    response: &Response,
    asked: &SortedSet<LinkId>,
) -> Standing {
    let mut all = AllResults {
        questionnaire,
        possible: Possible::read(questionnaire, response, asked),
        least: Outputs::default(),
        most: Outputs::default(),
    };
    for rule in questionnaire.rules {
        let fires = all.possible.holds(&rule.when);
        all.possible.fired.push(fires);
        if fires.possible {
            raise(&mut all.most, rule.then);
            raise_ratings(&mut all.possible.ratings.1, rule);
        }
        if fires.certain {
            raise(&mut all.least, rule.then);
            raise_ratings(&mut all.possible.ratings.0, rule);
        }
    }
    Standing {
        mildest: all.least,
        most_careful: all.most,
        headline: all.headline(),
    }
}

fn raise(outputs: &mut Outputs, then: Effect) {
    outputs.alert = outputs.alert.max(then.alert);
    outputs.first_step = outputs.first_step.max(then.first_step);
    outputs.level = outputs.level.max(then.level);
    outputs.urgency = outputs.urgency.max(then.urgency);
}

fn raise_ratings(ratings: &mut Ratings, rule: &Rule) {
    for (scale, rating) in rule.then.ratings {
        ratings.raise(*scale, *rating);
    }
}

/// Every result that can still come out.
struct AllResults<'a> {
    questionnaire: &'a Questionnaire,
    possible: Possible,
    least: Outputs,
    most: Outputs,
}

impl AllResults<'_> {
    /// The first headline that holds, where no earlier one can.
    fn headline(&self) -> Option<Headline> {
        let many_open = self.many_open();
        let result = |condition: &DisplayCondition| self.of_the_result(condition, many_open);
        for entry in self.questionnaire.headlines {
            match self.possible.shows(&entry.when, &result) {
                Verdict { certain: true, .. } => return Some(Headline::from(entry)),
                Verdict { possible: true, .. } => return None,
                Verdict { .. } => {}
            }
        }
        None
    }

    fn of_the_result(&self, condition: &DisplayCondition, many_open: Verdict) -> Verdict {
        match condition {
            DisplayCondition::Reached(threshold) => self.reached(*threshold),
            DisplayCondition::OnlyFrom(threshold, track, rules) => {
                let indexed = self.questionnaire.indexed_rules();
                let against = indexed
                    .zip(&self.possible.fired)
                    .filter(|((index, rule), _)| {
                        let allowed = track.is_some_and(|track| rule.then.track == Some(track))
                            || rules.contains(index);
                        gives(rule, *threshold) && !allowed
                    });
                let (least, most) = Verdict::count(against.map(|(_, fired)| *fired));
                Verdict::reaches(least, most, 1).not()
            }
            DisplayCondition::Completeness(Completeness::ManyOpen) => many_open,
            // Read only beside many open answers, and not worked out here.
            DisplayCondition::Completeness(Completeness::CareStands) => Verdict {
                certain: false,
                possible: many_open.possible,
            },
            DisplayCondition::Holds(_)
            | DisplayCondition::None(_)
            | DisplayCondition::All(_)
            | DisplayCondition::Any(_) => self.possible.shows(condition, &|_| Verdict::OPEN),
        }
    }

    fn reached(&self, threshold: Threshold) -> Verdict {
        let (least, most) = (self.least, self.most);
        match threshold {
            Threshold::Alert(alert) => Verdict::reaches(least.alert, most.alert, alert),
            Threshold::FirstStep(step) => Verdict::reaches(least.first_step, most.first_step, step),
            Threshold::Level(level) => Verdict::reaches(least.level, most.level, level),
            Threshold::Rating(scale, rating) => {
                let (least, most) = &self.possible.ratings;
                Verdict::reaches(least.get(scale), most.get(scale), rating)
            }
        }
    }

    /// Whether so much is open that talking with a person comes first.
    fn many_open(&self) -> Verdict {
        let talk_first = &self.questionnaire.talk_first;
        let (mut least, mut most) = (SortedSet::new(), SortedSet::new());
        for (index, item) in self.questionnaire.indexed_items() {
            let question = item.question();
            if !talk_first.questions.contains(&question) {
                continue;
            }
            let missing = self.possible.is_missing(index);
            if missing.certain {
                least.insert(question);
            }
            if missing.possible {
                most.insert(question);
            }
        }
        Verdict::reaches(least.len(), most.len(), usize::from(talk_first.from))
    }
}
