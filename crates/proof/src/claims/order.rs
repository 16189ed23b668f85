//! Claims about monotonicity: a worse answer never lowers anything.

#![allow(
    clippy::disallowed_types,
    reason = "a memo table: its order is never seen"
)]

use std::collections::HashMap;

use biodivine_lib_bdd::{Bdd, BddPointer};

use super::Claim;
use crate::answers::Answers;
use crate::{Fact, Proof, facts_of};
use assessment::{Condition, DisplayCondition, Item, ItemKind, Options, Rule};

use super::danger::{TRACK_D, TRACK_O};

pub const CLAIMS: [Claim; 6] = [
    Claim {
        id: "one-pass",
        says: "No rule reads a rating before every rule that raises it has been read.",
        check: one_pass,
    },
    Claim {
        id: "I01",
        says: "A worse answer, or a gap in place of an answer of that worth, never lowers alert, first step, level, level that follows, urgency or a rating, and never removes an add-on, a sign, a help screen or a reason.",
        check: rises,
    },
    Claim {
        id: "I01-asking",
        says: "A worse answer hides no question but the one on supervised detox, which then counts as 'no', its worst option.",
        check: asking,
    },
    Claim {
        id: "I01-language",
        says: "Nothing else that decides what is asked, how a gap counts or when a rule fires can say 'not'.",
        check: language,
    },
    Claim {
        id: "detox-symptoms",
        says: "A finished supervised detox takes away no rule on present symptoms, medical signs, a medicine that runs out or danger right now.",
        check: detox_symptoms,
    },
    Claim {
        id: "detox-use",
        says: "With use in the last five days, a finished supervised detox changes nothing at all.",
        check: detox_use,
    },
];

fn one_pass(proof: &Proof) -> Vec<String> {
    let rules = proof.questionnaire.rules;
    let mut violations = Vec::new();
    for (position, rule) in rules.iter().enumerate() {
        let later = rules.iter().skip(position);
        for raising in later.filter(|later| rates_what(later, &rule.when)) {
            violations.push(format!(
                "{} reads a rating that {} raises after it",
                rule.id.0, raising.id.0
            ));
        }
    }
    violations
}

fn rates_what(rule: &Rule, condition: &Condition) -> bool {
    match condition {
        Condition::AnsweredAtLeast(..)
        | Condition::AnsweredAnyOf(..)
        | Condition::AnyUnknown(_)
        | Condition::RuleFired(_) => false,
        Condition::RatingAtLeast(scale, rating) => {
            facts_of(rule).contains(&Fact::Rating(*scale, *rating))
        }
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions.iter().any(|of| rates_what(rule, of)),
    }
}

/// Worse answers and gaps are variables that become true. So it suffices that no formula becomes
/// false when a variable becomes true. Unsure and skipped are not ordered: here a gap may accompany
/// any counted answer, which covers both.
pub fn rises(proof: &Proof) -> Vec<String> {
    let facts = proof.outcome.facts();
    let facts = facts.map(|(fact, holds)| (format!("{fact:?}"), holds.clone()));
    let rules = proof.questionnaire.indexed_rules();
    let rules = rules.map(|(index, rule)| {
        (
            format!("rule {}", rule.id.0),
            proof.outcome.fires(index).clone(),
        )
    });
    let items = proof.questionnaire.indexed_items();
    let signs = items.filter(|(_, item)| !item.signs.is_empty());
    let signs = signs.map(|(index, item)| {
        (
            format!("a sign of {}", item.link_id.0),
            proof.scored.any_of(index, item.signs),
        )
    });
    let all = facts.chain(rules).chain(signs);
    all.filter(|(_, holds)| !never_falls(holds))
        .map(|(what, _)| format!("{what} can be taken away by a worse answer"))
        .collect()
}

fn asking(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let rises = never_falls(&proof.scored.shown(index));
        let aside = item.link_id.0 == "supervised-detox";
        if rises == aside {
            let does = if rises { "cannot" } else { "can" };
            violations.push(format!(
                "{} {does} be hidden by a worse answer",
                item.link_id.0
            ));
        }
        if aside {
            let worst = item.most_careful();
            let option = item.hidden_as.map(Options::only);
            if option != Some(worst) {
                violations.push(format!("{} hidden is not its worst option", item.link_id.0));
            }
            let hidden = proof.scored.shown(index).not();
            let counts = proof.scored.any_of(index, worst);
            violations.extend(proof.follows(&hidden, &counts, "hidden as its worst option"));
        }
    }
    violations
}

/// Tells whether a formula is monotone: no variable that becomes true can make it false.
///
/// In a reduced diagram it suffices that at every node the low branch implies the high branch.
fn never_falls(formula: &Bdd) -> bool {
    let mut known = HashMap::new();
    let mut nodes = formula.pointers().filter(|node| !node.is_terminal());
    nodes.all(|node| {
        implies(
            formula,
            formula.low_link_of(node),
            formula.high_link_of(node),
            &mut known,
        )
    })
}

fn implies(
    of: &Bdd,
    one: BddPointer,
    other: BddPointer,
    known: &mut HashMap<(BddPointer, BddPointer), bool>,
) -> bool {
    if one == other || one.is_zero() || other.is_one() {
        return true;
    }
    if one.is_one() || other.is_zero() {
        return false;
    }
    if let Some(answer) = known.get(&(one, other)) {
        return *answer;
    }
    let variable = of.var_of(one).min(of.var_of(other));
    let branch = |node: BddPointer, high: bool| match (of.var_of(node) == variable, high) {
        (true, true) => of.high_link_of(node),
        (true, false) => of.low_link_of(node),
        (false, _) => node,
    };
    let low = implies(of, branch(one, false), branch(other, false), known);
    let answer = low && implies(of, branch(one, true), branch(other, true), known);
    known.insert((one, other), answer);
    answer
}

/// Conditions of rules cannot negate, by their type. This checks everything else: `enable_when` is
/// monotone in the options, a gap counts for no less when another answer gets worse, and arithmetic
/// only raises.
fn language(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    for (_, item) in proof.questionnaire.indexed_items() {
        if let Some(when) = &item.enable_when
            && item.hidden_as.is_none()
            && says_not(proof, when)
        {
            violations.push(format!(
                "{} is asked for an option but not for a worse one",
                item.link_id.0
            ));
        }
        if let Some((when, option)) = item.unsure_as.instead {
            let other = proof.questionnaire.item(when.item);
            let closed = other.is_some_and(|other| closed_upwards(other, when.any_of));
            if !closed || option < item.unsure_as.option.max(item.unsure_as.skipped) {
                violations.push(format!(
                    "a gap in {} counts for less where another answer is worse",
                    item.link_id.0
                ));
            }
        }
    }
    violations
}

fn says_not(proof: &Proof, condition: &DisplayCondition) -> bool {
    match condition {
        DisplayCondition::Holds(Condition::AnsweredAnyOf(index, options)) => {
            let item = proof.questionnaire.item(*index);
            item.is_none_or(|item| !closed_upwards(item, *options))
        }
        DisplayCondition::All(list) | DisplayCondition::Any(list) => {
            list.iter().any(|one| says_not(proof, one))
        }
        DisplayCondition::Holds(_) => false,
        DisplayCondition::None(_)
        | DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_) => true,
    }
}

fn closed_upwards(item: &Item, options: Options) -> bool {
    let positions = 0..u8::try_from(item.options.len()).unwrap_or(u8::MAX);
    match item.kind {
        ItemKind::ChooseMany => !options.meets(item.exclusive),
        ItemKind::ChooseOne | ItemKind::Scale => {
            let first = options.indices().next().unwrap_or(0);
            first > 0
                && positions
                    .filter(|position| *position >= first)
                    .all(|position| options.has(position))
        }
    }
}

/// Rules that apply despite a supervised detox (evidence file, C.3). Pregnancy rules apply too, but
/// read ratings that detox may remove.
const ALWAYS: [&str; 26] = [
    "A06",
    "A06b",
    "A06c",
    "A06d",
    "A08b",
    "A13",
    "R08",
    "R12",
    "R12b",
    "R12c",
    "R12c-danger",
    "R12c-opioid",
    "R12d",
    "R12e",
    "R16",
    "A01",
    "A01b",
    "A01b-2",
    "A19",
    "A20",
    "R01",
    "R18",
    "R20a",
    "R21",
    "R21b",
    "R22",
];

fn detox_symptoms(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let Some(detox) = proof.questionnaire.find("supervised-detox") else {
        return vec!["there is no question about supervised detox".into()];
    };
    let variables = proof.space.variables_of(detox);
    for id in ALWAYS {
        let rule = proof
            .questionnaire
            .indexed_rules()
            .find(|(_, rule)| rule.id.0 == id);
        let Some((index, _)) = rule else {
            violations.push(format!("there is no rule {id}"));
            continue;
        };
        let support = proof.outcome.fires(index).support_set();
        if variables.iter().any(|variable| support.contains(variable)) {
            violations.push(format!("{id} can be taken away by a supervised detox"));
        }
    }
    violations
}

fn detox_use(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let lately = [&TRACK_D[..], &TRACK_O[..]].concat();
    let lately = answers.last(&lately, "within-5-days");
    let Some((index, item)) = proof
        .questionnaire
        .find("supervised-detox")
        .and_then(|index| Some((index, proof.questionnaire.item(index)?)))
    else {
        return vec!["there is no question about supervised detox".into()];
    };
    let done = proof.space.at(index, item, item.mildest(), false);
    let not_done = proof.space.at(index, item, item.most_careful(), false);
    let mut violations = Vec::new();
    for (fact, holds) in proof.outcome.facts() {
        let lost = holds.restrict(&not_done).and_not(&holds.restrict(&done));
        let named = format!("{fact:?} with use in the last five days");
        violations.extend(proof.follows(&lately.and(&lost), &proof.space.never(), &named));
    }
    violations
}
