//! Sensitivity analysis: which reasons are redundant, and which answers would change the level.
//!
//! It evaluates the rules many times, so only the result page runs it, never
//! [`assess`](super::assess).

use super::evaluation::{Bases, Evaluation};
use super::output::LevelOfCare;
use super::questionnaire::{Item, ItemIndex, ItemKind, Options, Questionnaire};
use super::reason::{Reason, closure};
use super::response::{Answer, Response};
use super::rule::RuleIndex;
use super::scored_answers::{GapPolicy, ScoredAnswers};
use super::sorted_set::SortedSet;

/// One changed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item.
    pub item: ItemIndex,
    /// The new answer.
    pub to: Options,
}

/// Changes that together lead to another level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The changes: every one of them is needed.
    pub changes: Vec<Change>,
    /// The resulting level.
    pub level: LevelOfCare,
}

/// Smallest sets of changed answers that would change the level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatWouldChange {
    /// To a lower level: sets of one answer if there are any, else of two, and so on.
    pub lower: Vec<Alternative>,
    /// To a higher level, by one answer.
    pub raise: Vec<Alternative>,
}

/// Most steps by which one answer can get worse: an item has at most 32 options.
const MAX_STEPS: u8 = 32;

/// Finds redundant reasons: with the answers they name at their mildest option, no output and no
/// rating would change.
pub fn answers_behind(
    questionnaire: &Questionnaire,
    response: &Response,
    reasons: &[Reason],
) -> Vec<RuleIndex> {
    let before = evaluate(questionnaire, response);
    let mut supporting = Vec::new();
    for reason in reasons {
        // A rule that reads only ratings depends on the answers behind them.
        let named = if reason.direct.is_empty() {
            &reason.answers
        } else {
            &reason.direct
        };
        let mut without = response.clone();
        for link_id in named {
            let item = questionnaire
                .items
                .iter()
                .find(|item| item.link_id == *link_id);
            if let Some(item) = item {
                without.set(item.link_id, Answer::Chosen(item.mildest()));
            }
        }
        let after = evaluate(questionnaire, &without);
        if after.same_outcome(&before) {
            supporting.push(reason.index);
        }
    }
    supporting
}

/// Finds which changed answers would change the level.
///
/// Lower: all smallest sets, each answer changed as little as possible. Raise: every single answer
/// that suffices, changed as little as possible, the smallest change first. Answering an unanswered
/// item counts as a change.
///
/// Changes that would enable other items are omitted: their outcome is not known yet. So are worse
/// answers that raise a red flag: those call for help, not for another level.
/// Sets of more than `largest_set` answers are not searched; each further answer takes about twenty
/// times as long.
pub fn what_would_change(
    questionnaire: &Questionnaire,
    response: &Response,
    largest_set: usize,
) -> WhatWouldChange {
    let before = evaluate(questionnaire, response);
    let search = Search {
        questionnaire,
        response,
        level: before.outputs.level,
        before,
    };
    WhatWouldChange {
        lower: search.lower(largest_set),
        raise: search.raise(),
    }
}

struct Search<'a> {
    questionnaire: &'a Questionnaire,
    response: &'a Response,
    before: Evaluation,
    level: LevelOfCare,
}

impl Search<'_> {
    fn lower(&self, largest_set: usize) -> Vec<Alternative> {
        for size in 1..=largest_set {
            let mut found = Vec::new();
            self.hit(size, &[], &mut found);
            if !found.is_empty() {
                let found = found.into_iter();
                return found.map(|changes| self.alternative(changes)).collect();
            }
        }
        Vec::new()
    }

    /// Hitting-set search: a rule that raises to the level stops firing only if an answer it
    /// depends on gets milder. So it suffices to branch on the answers behind one such rule at a
    /// time.
    fn hit(&self, size: usize, changes: &[Change], found: &mut Vec<Vec<Change>>) {
        let evaluation = evaluate(self.questionnaire, &self.with(changes));
        if evaluation.outputs.level < self.level {
            let nearest = self.nearest(changes.to_vec());
            // The search reaches the same set once per order of its changes.
            let new = !found.contains(&nearest);
            if new && self.same_questions(&evaluate(self.questionnaire, &self.with(&nearest))) {
                found.push(nearest);
            }
            return;
        }
        if changes.len() == size {
            return;
        }
        for index in self.behind_the_level(&evaluation) {
            let item = self.questionnaire.item(index);
            let untouched = changes.iter().all(|change| change.item != index);
            let milder = item.filter(|item| untouched && can_be_milder(index, item, &evaluation));
            if let Some(item) = milder {
                // Insertion keeps item order: a sort would add much code to the wasm module.
                let before = changes.iter().take_while(|change| change.item < index);
                let mut more = changes.to_vec();
                more.insert(
                    before.count(),
                    Change {
                        item: index,
                        to: item.mildest(),
                    },
                );
                self.hit(size, &more, found);
            }
        }
    }

    /// Among the rules that raise to the level, returns the fewest answers one depends on.
    fn behind_the_level(&self, evaluation: &Evaluation) -> SortedSet<ItemIndex> {
        let bases = Bases::of(self.questionnaire, evaluation);
        let mut fewest: Option<SortedSet<ItemIndex>> = None;
        for (index, rule) in evaluation.fired(self.questionnaire) {
            if rule.then.level < self.level {
                continue;
            }
            let items = closure(self.questionnaire, evaluation, bases.get(index));
            if fewest
                .as_ref()
                .is_none_or(|fewest| items.len() < fewest.len())
            {
                fewest = Some(items);
            }
        }
        fewest.unwrap_or_default()
    }

    /// Minimizes each change as far as the level still drops.
    fn nearest(&self, mut changes: Vec<Change>) -> Vec<Change> {
        for index in 0..changes.len() {
            let Some(change) = changes.get(index).copied() else {
                continue;
            };
            for to in self.closer(change) {
                let before = changes.clone();
                if let Some(changed) = changes.get_mut(index) {
                    changed.to = to;
                }
                let outputs = evaluate(self.questionnaire, &self.with(&changes)).outputs;
                if outputs.level < self.level {
                    break;
                }
                changes = before;
            }
        }
        changes
    }

    /// Lists answers milder than the given one, the smallest change first.
    fn closer(&self, change: Change) -> Vec<Options> {
        let Some(item) = self.questionnaire.item(change.item) else {
            return Vec::new();
        };
        let given = self.given(item);
        let options = (0..32).take(item.options.len());
        let mut milder: Vec<Options> = match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                let below =
                    options.filter(|option| given.is_none_or(|given| Some(*option) < given.last()));
                below.map(Options::only).collect()
            }
            // One option fewer; if that does not suffice, none.
            ItemKind::ChooseMany => {
                let given = given.unwrap_or_default().without(item.exclusive);
                let fewer = given
                    .indices()
                    .map(|option| given.without(Options::only(option)));
                fewer.filter(|fewer| !fewer.is_empty()).collect()
            }
        };
        milder.reverse();
        milder
    }

    fn given(&self, item: &Item) -> Option<Options> {
        match self.response.get(item.link_id) {
            Some(Answer::Chosen(chosen)) => Some(chosen),
            Some(Answer::Unsure | Answer::Declined) | None => None,
        }
    }

    fn raise(&self) -> Vec<Alternative> {
        let mut found: Vec<(u8, Alternative)> = Vec::new();
        for (index, item) in self.questionnaire.indexed_items() {
            let value = self.before.scored.get(index);
            if !item.rated || !value.shown {
                continue;
            }
            let worse = worse(item, value.chosen);
            let first = (1_u8..).zip(worse).find_map(|(steps, to)| {
                let changes = vec![Change { item: index, to }];
                let after = evaluate(self.questionnaire, &self.with(&changes));
                let level = after.outputs.level;
                let same_alert = after.outputs.alert == self.before.outputs.alert;
                let raised = level > self.level && same_alert && self.same_questions(&after);
                raised.then_some((steps, Alternative { changes, level }))
            });
            found.extend(first);
        }
        let mut nearest_first = Vec::new();
        for steps in 1..=MAX_STEPS {
            let at_distance = found.iter().filter(|(distance, _)| *distance == steps);
            nearest_first.extend(at_distance.map(|(_, alternative)| alternative.clone()));
        }
        nearest_first
    }

    fn same_questions(&self, after: &Evaluation) -> bool {
        let mut items = self.questionnaire.indexed_items();
        items.all(|(index, _)| after.scored.get(index).shown == self.before.scored.get(index).shown)
    }

    fn alternative(&self, changes: Vec<Change>) -> Alternative {
        let level = evaluate(self.questionnaire, &self.with(&changes))
            .outputs
            .level;
        Alternative { changes, level }
    }

    fn with(&self, changes: &[Change]) -> Response {
        let mut response = self.response.clone();
        for change in changes {
            if let Some(item) = self.questionnaire.item(change.item) {
                response.set(item.link_id, Answer::Chosen(change.to));
            }
        }
        response
    }
}

/// Tells whether an answer, or what a gap counts as, can get milder.
fn can_be_milder(index: ItemIndex, item: &Item, evaluation: &Evaluation) -> bool {
    let value = evaluation.scored.get(index);
    value.missing.is_some() || value.chosen != item.mildest()
}

/// Lists answers worse than this one, the smallest change first; for multiple choice, one option
/// more.
fn worse(item: &Item, now: Options) -> Vec<Options> {
    let options = (0..32).take(item.options.len());
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => {
            let worse = options.filter(|option| Some(*option) > now.last());
            worse.map(Options::only).collect()
        }
        ItemKind::ChooseMany => {
            let some = now.without(item.exclusive);
            let more = options.map(Options::only);
            let more = more.filter(|one| !now.meets(*one) && !item.exclusive.meets(*one));
            more.map(|one| some.with(one)).collect()
        }
    }
}

pub(super) fn evaluate(questionnaire: &Questionnaire, response: &Response) -> Evaluation {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    Evaluation::of(questionnaire, scored)
}
