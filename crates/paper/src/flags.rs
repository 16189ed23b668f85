//! Red flags: which answers raise one alone, which do so only in combination, and the help for each.

use std::collections::BTreeSet;

use assessment::{Alert, Condition, HelpId, ItemIndex, Options, Questionnaire, Rule, RuleIndex};

/// One answer considered alone, with no other answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lone {
    /// The question.
    pub(super) item: ItemIndex,
    /// The options that the answer counts as.
    pub(super) chosen: Options,
    /// Whether the answer is "Not sure" or "Rather not say".
    pub(super) is_open: bool,
}

/// Finds the red flags that an answer raises alone, limited to those with the highest alert.
pub(super) fn alone(questionnaire: &Questionnaire, lone: Lone) -> Vec<&'static Rule> {
    let raised: Vec<&'static Rule> = red_flags(questionnaire)
        .filter(|rule| holds(questionnaire, &rule.when, lone))
        .collect();
    let highest = raised.iter().map(|rule| rule.then.alert).max();
    let of_highest = raised
        .into_iter()
        .filter(|rule| Some(rule.then.alert) == highest);
    of_highest.collect()
}

/// Finds the red flags that no answer raises alone.
pub(super) fn together(questionnaire: &Questionnaire) -> Vec<&'static Rule> {
    let is_alone = |rule: &Rule| {
        questionnaire.indexed_items().any(|(index, item)| {
            let mut options = item.all_options().indices().map(Options::only);
            options.any(|chosen| {
                [false, true].into_iter().any(|is_open| {
                    let lone = Lone {
                        item: index,
                        chosen,
                        is_open,
                    };
                    holds(questionnaire, &rule.when, lone)
                })
            })
        })
    };
    red_flags(questionnaire)
        .filter(|rule| !is_alone(rule))
        .collect()
}

/// Questions that red flags read.
pub(super) fn items_read(questionnaire: &Questionnaire) -> BTreeSet<ItemIndex> {
    let mut read = BTreeSet::new();
    for rule in red_flags(questionnaire) {
        collect(questionnaire, &rule.when, &mut read);
    }
    read
}

/// Finds the help screens of red flags with their alerts, most urgent first.
pub(super) fn helps(questionnaire: &Questionnaire) -> Vec<(HelpId, Alert)> {
    let mut found: Vec<(HelpId, Alert)> = Vec::new();
    for alert in [Alert::EmergencyNow, Alert::ContactFirst, Alert::SupportCard] {
        let of_alert = red_flags(questionnaire).filter(|rule| rule.then.alert == alert);
        for help in of_alert.filter_map(|rule| rule.then.help) {
            if !found.iter().any(|(known, _)| *known == help) {
                found.push((help, alert));
            }
        }
    }
    found
}

fn red_flags(questionnaire: &Questionnaire) -> impl Iterator<Item = &'static Rule> + use<> {
    let rules = questionnaire.rules.iter();
    rules.filter(|rule| rule.then.alert > Alert::None)
}

fn rule_at(questionnaire: &Questionnaire, index: RuleIndex) -> Option<&'static Rule> {
    questionnaire.rules.get(usize::from(index.0))
}

/// Tells whether one answer makes a condition hold. Always false for ratings.
fn holds(questionnaire: &Questionnaire, condition: &Condition, lone: Lone) -> bool {
    let (answered, chosen) = (lone.item, lone.chosen);
    let each = |condition: &&Condition| holds(questionnaire, condition, lone);
    match condition {
        Condition::AnsweredAtLeast(item, rank) => {
            let asked = questionnaire.item(*item);
            *item == answered && asked.is_some_and(|item| item.rank_of(chosen) >= *rank)
        }
        Condition::AnsweredAnyOf(item, options) => *item == answered && options.meets(chosen),
        Condition::AnyUnknown(items) => lone.is_open && items.contains(&answered),
        Condition::RatingAtLeast(..) => false,
        Condition::CountAtLeast(least, of) => of.iter().filter(each).count() >= usize::from(*least),
        Condition::RuleFired(rule) => {
            rule_at(questionnaire, *rule).is_some_and(|rule| holds(questionnaire, &rule.when, lone))
        }
        Condition::All(of) => of.iter().all(|condition| each(&condition)),
        Condition::Any(of) => of.iter().any(|condition| each(&condition)),
    }
}

fn collect(questionnaire: &Questionnaire, condition: &Condition, into: &mut BTreeSet<ItemIndex>) {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
            into.insert(*item);
        }
        Condition::AnyUnknown(items) => into.extend(items.iter().copied()),
        Condition::RatingAtLeast(..) => {}
        Condition::RuleFired(rule) => {
            if let Some(rule) = rule_at(questionnaire, *rule) {
                collect(questionnaire, &rule.when, into);
            }
        }
        Condition::CountAtLeast(_, of) | Condition::All(of) | Condition::Any(of) => {
            for condition in *of {
                collect(questionnaire, condition, into);
            }
        }
    }
}
