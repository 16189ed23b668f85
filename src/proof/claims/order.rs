//! Claims about order: nothing is ever lowered.

use std::collections::HashMap;

use biodivine_lib_bdd::{Bdd, BddPointer};

use super::Claim;
use crate::assessment::{AddOn, Condition, Item, ItemIndex, ItemKind, Options, Rule};
use crate::proof::{Fact, Proof, facts_of};

pub const CLAIMS: [Claim; 6] = [
    Claim {
        id: "one-pass",
        says: "No rule reads a rating before every rule that raises it has been read.",
        check: one_pass,
    },
    Claim {
        id: "I01",
        says: "A worse answer, or a gap in place of an answer of that worth, never lowers alert, first step, level, level that follows, urgency or a rating, and never removes an add-on, a help screen or a reason.",
        check: rises,
    },
    Claim {
        id: "I01-language",
        says: "Nothing that decides what is asked, how a gap counts or when a rule fires can say 'not'.",
        check: language,
    },
    Claim {
        id: "I08",
        says: "Who answers and what matters to the person change no output but the veterans card.",
        check: unrated,
    },
    Claim {
        id: "detox-symptoms",
        says: "A finished supervised detox takes away no rule on present symptoms, pregnancy or danger right now.",
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
    let mut against = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let later = rules.iter().skip(place);
        for raising in later.filter(|later| rates_what(later, &rule.when)) {
            against.push(format!(
                "{} reads a rating that {} raises after it",
                rule.id.0, raising.id.0
            ));
        }
    }
    against
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

/// Worse answers, and gaps, are variables that become true. So it is enough that no formula falls
/// when any variable rises, whatever the others are.
fn rises(proof: &Proof) -> Vec<String> {
    let facts = proof.outcome.facts();
    let facts = facts.map(|(fact, holds)| (format!("{fact:?}"), holds.clone()));
    let rules = proof.questionnaire.indexed_rules();
    let rules = rules.map(|(index, rule)| {
        (
            format!("rule {}", rule.id.0),
            proof.outcome.fires(index).clone(),
        )
    });
    let shown = proof.questionnaire.indexed_items();
    let shown = shown.map(|(index, item)| {
        (
            format!("asking {}", item.link_id.0),
            proof.sheet.shown(index),
        )
    });
    let all = facts.chain(rules).chain(shown);
    all.filter(|(_, holds)| !never_falls(holds))
        .map(|(what, _)| format!("{what} can be taken away by a worse answer"))
        .collect()
}

/// Whether no variable that becomes true can make the formula false.
///
/// In a reduced diagram it is enough that at every node the branch for "false" implies the other.
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

/// Conditions have no "not" by their type. What else decides is checked here: a question is asked
/// for an option only if it is asked for every worse one, a gap counts for no less when another
/// answer gets worse, and arithmetic only raises.
fn language(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
    for (_, item) in proof.questionnaire.indexed_items() {
        for when in item.enable_when {
            let other = proof.questionnaire.item(when.item);
            if other.is_some_and(|other| !closed_upwards(other, when.any_of)) {
                against.push(format!(
                    "{} is asked for an option but not for a worse one",
                    item.link_id.0
                ));
            }
        }
        if let Some((when, option)) = item.unsure_as.instead {
            let other = proof.questionnaire.item(when.item);
            let closed = other.is_some_and(|other| closed_upwards(other, when.any_of));
            if !closed || option < item.unsure_as.option {
                against.push(format!(
                    "a gap in {} counts for less where another answer is worse",
                    item.link_id.0
                ));
            }
        }
    }
    against
}

fn closed_upwards(item: &Item, options: Options) -> bool {
    let places = 0..u8::try_from(item.options.len()).unwrap_or(u8::MAX);
    match item.kind {
        ItemKind::ChooseMany => !options.meets(item.exclusive),
        ItemKind::ChooseOne | ItemKind::Scale => {
            let first = options.places().next().unwrap_or(0);
            first > 0
                && places
                    .filter(|place| *place >= first)
                    .all(|place| options.has(place))
        }
    }
}

fn unrated(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
    let free = proof
        .questionnaire
        .indexed_items()
        .filter(|(_, item)| matches!(item.question(), "Q01" | "Q28" | "Q29" | "Q30"));
    let free: Vec<(ItemIndex, &Item)> = free.collect();
    for (fact, holds) in proof.outcome.facts() {
        let support = holds.support_set();
        for (index, item) in &free {
            let mut variables = proof.space.variables_of(*index).into_iter();
            let veterans = fact == Fact::AddOn(AddOn::Veterans) && item.question() == "Q30";
            if !veterans && variables.any(|variable| support.contains(&variable)) {
                against.push(format!("{fact:?} depends on {}", item.link_id.0));
            }
        }
    }
    if free.len() < 5 {
        against.push("a question of section F or Q01 is not in the questionnaire".into());
    }
    against
}

/// Rules that always apply (evidence file, C.3, "Supervised detox").
const ALWAYS: [&str; 13] = [
    "A06", "A08b", "A13", "R08", "R12", "R16", "R11", "A01", "A01b", "A01b-2", "A19", "R01", "R02",
];

fn detox_symptoms(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
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
            against.push(format!("there is no rule {id}"));
            continue;
        };
        let support = proof.outcome.fires(index).support_set();
        if variables.iter().any(|variable| support.contains(variable)) {
            against.push(format!("{id} can be taken away by a supervised detox"));
        }
    }
    against
}

fn detox_use(proof: &Proof) -> Vec<String> {
    let items = proof.questionnaire.indexed_items();
    let last = items.filter(|(_, item)| item.question() == "Q06");
    let within_5_days = last.filter_map(|(index, item)| {
        let place = item.place_of("within-5-days")?;
        Some(proof.sheet.at_least(index, item.rank_of_option(place)))
    });
    let lately = within_5_days.fold(proof.space.never(), |any, one| any.or(&one));
    let Some((index, item)) = proof
        .questionnaire
        .find("supervised-detox")
        .and_then(|index| Some((index, proof.questionnaire.item(index)?)))
    else {
        return vec!["there is no question about supervised detox".into()];
    };
    let done = proof.space.at(index, item, item.mildest(), false);
    let not_done = proof.space.at(index, item, item.most_careful(), false);
    let mut against = Vec::new();
    for (fact, holds) in proof.outcome.facts() {
        let lost = holds.restrict(&not_done).and_not(&holds.restrict(&done));
        let named = format!("{fact:?} with use in the last five days");
        against.extend(proof.follows(&lately.and(&lost), &proof.space.never(), &named));
    }
    against
}
