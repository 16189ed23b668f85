//! Claims about necessity: every rule can fire, and every rule and value has an effect.

use std::collections::BTreeSet;

use super::Claim;
use crate::{Fact, Proof, facts_of};
use assessment::{
    Alert, Condition, Dimension, Evaluation, FirstStep, GapPolicy, LevelOfCare, Questionnaire,
    Response, RiskRating, Rule, RuleId, RuleIndex, Scale, ScoredAnswers, Urgency,
};

pub const CLAIMS: [Claim; 3] = [
    Claim {
        id: "can-fire",
        says: "Every rule fires on some set of answers.",
        check: can_fire,
    },
    Claim {
        id: "matters",
        says: "Every rule changes an output or a rating on some set of answers, or is marked as one that explains.",
        check: matters,
    },
    Claim {
        id: "reachable",
        says: "Every value of every output and rating comes out on some set of answers.",
        check: reachable,
    },
];

fn can_fire(proof: &Proof) -> Vec<String> {
    let never = proof
        .questionnaire
        .indexed_rules()
        .filter(|(index, _)| proof.outcome.fires(*index).and(&proof.valid).is_false());
    never
        .map(|(_, rule)| format!("{} never fires", rule.id.0))
        .collect()
}

fn matters(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let explain = explaining(proof);
    for rule in proof.questionnaire.rules {
        match (explain.contains(&rule.id), rule.explains) {
            (true, false) => violations.push(format!(
                "{} changes no output and no rating anywhere; mark it with `explains = true`, or take it out",
                rule.id.0
            )),
            (false, true) => violations.push(format!(
                "{} is marked as one that only explains, but it changes an output or a rating",
                rule.id.0
            )),
            (true, true) | (false, false) => {}
        }
    }
    violations
}

/// Rules that change no output and no rating of any response.
pub fn explaining(proof: &Proof) -> BTreeSet<RuleId> {
    let rules = proof.questionnaire.indexed_rules();
    let idle = rules.filter(|(index, _)| !changes_something(proof, *index));
    idle.map(|(_, rule)| rule.id).collect()
}

fn changes_something(proof: &Proof, index: RuleIndex) -> bool {
    let without = without(&proof.questionnaire, index);
    // Fast path: most rules change the outcome of the simplest response they fire on.
    let simplest = proof.example(proof.outcome.fires(index));
    if simplest.is_some_and(|response| differs(&proof.questionnaire, &without, &response)) {
        return true;
    }
    let rules = proof.questionnaire.rules;
    let named = rules.iter().any(|rule| names(&rule.when, index));
    if gives_alone(proof, index) {
        return true;
    }
    // If other rules give every rating and output too, only a rule with `RuleFired` on this one can
    // differ: ratings do not record which rule raised them.
    named && {
        let after = proof.with_rules(without.rules, index);
        proof.outcome.facts().any(|(fact, holds)| {
            let lost = holds.and_not(after.outcome.fact(fact));
            !lost.and(&proof.valid).is_false()
        })
    }
}

/// Tells whether a rule is the only one to give some rating, output, card or track for a response.
fn gives_alone(proof: &Proof, index: RuleIndex) -> bool {
    let rules = proof.questionnaire.rules;
    let own = rules.get(usize::from(index.0)).map(facts_of);
    own.into_iter().flatten().any(|fact| {
        let mut alone = proof.outcome.fires(index).and(&proof.valid);
        for (other, rule) in proof.questionnaire.indexed_rules() {
            if other != index && !alone.is_false() && facts_of(rule).contains(&fact) {
                alone = alone.and_not(proof.outcome.fires(other));
            }
        }
        !alone.is_false()
    })
}

/// Tells whether a fact is an output, a rating or an add-on. Cards and tracks change words only.
pub fn is_result(fact: Fact) -> bool {
    match fact {
        Fact::Alert(_)
        | Fact::FirstStep(_)
        | Fact::Level(_)
        | Fact::Urgency(_)
        | Fact::NextLevel(_)
        | Fact::AddOn(_)
        | Fact::Rating(..) => true,
        Fact::Help(_) | Fact::Track(..) => false,
    }
}

/// Tells whether a condition contains `RuleFired` for this rule.
fn names(condition: &Condition, index: RuleIndex) -> bool {
    match condition {
        Condition::RuleFired(rule) => *rule == index,
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions.iter().any(|one| names(one, index)),
        Condition::AnsweredAtLeast(..)
        | Condition::AnsweredAnyOf(..)
        | Condition::AnyUnknown(_)
        | Condition::RatingAtLeast(..) => false,
    }
}

fn without(questionnaire: &Questionnaire, index: RuleIndex) -> Questionnaire {
    let mut rules: Vec<Rule> = questionnaire.rules.to_vec();
    if let Some(rule) = rules.get_mut(usize::from(index.0)) {
        rule.when = Condition::Any(&[]);
    }
    Questionnaire {
        rules: rules.leak(),
        ..*questionnaire
    }
}

fn differs(one: &Questionnaire, other: &Questionnaire, response: &Response) -> bool {
    let run = |questionnaire: &Questionnaire| {
        let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
        Evaluation::of(questionnaire, scored)
    };
    !run(one).same_outcome(&run(other))
}

fn reachable(proof: &Proof) -> Vec<String> {
    let mut ladders: Vec<Vec<Fact>> = vec![
        Alert::ALL
            .iter()
            .skip(1)
            .copied()
            .map(Fact::Alert)
            .collect(),
        FirstStep::ALL
            .iter()
            .skip(1)
            .copied()
            .map(Fact::FirstStep)
            .collect(),
        LevelOfCare::ALL
            .iter()
            .skip(1)
            .copied()
            .map(Fact::Level)
            .collect(),
        Urgency::ALL
            .iter()
            .skip(1)
            .copied()
            .map(Fact::Urgency)
            .collect(),
    ];
    for dimension in Dimension::ALL {
        let ratings = RiskRating::ALL.into_iter().skip(1);
        ladders.push(
            ratings
                .map(|rating| Fact::Rating(Scale::Whole(dimension), rating))
                .collect(),
        );
    }
    let mut violations = Vec::new();
    for ladder in ladders {
        // Some response is below the first step, exactly on each step, and on the last.
        let mut from = proof.space.always();
        for fact in &ladder {
            let here = proof.outcome.fact(*fact);
            if from.and_not(here).and(&proof.valid).is_false() {
                violations.push(format!("nothing comes out just below {fact:?}"));
            }
            from = here.clone();
        }
        if from.and(&proof.valid).is_false() {
            violations.push(format!("the last of {ladder:?} never comes out"));
        }
    }
    for add_on in assessment::AddOn::ALL {
        if proof
            .outcome
            .fact(Fact::AddOn(*add_on))
            .and(&proof.valid)
            .is_false()
        {
            violations.push(format!("{add_on:?} never comes out"));
        }
    }
    violations
}
