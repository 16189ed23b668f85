//! Checks every claim on the real content, for every response, and that the symbolic evaluation
//! agrees with the engine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use assessment::{
    Alert, Completeness, Condition, DisplayCondition, Evaluation, FirstStep, GapPolicy,
    LevelOfCare, Questionnaire, Response, RiskRating, Rule, Scale, ScoredAnswers, assess,
};
use content::questionnaire;
use proof::{Fact, Proof, claims, extents, facts_of};
use proptest::prelude::{ProptestConfig, prop_assert_eq};
use proptest::test_runner::{RngSeed, TestRunner};

use test_support::sheets;

/// `cargo xtask test` prints the report.
#[test]
fn every_claim_holds_for_every_set_of_answers() {
    let start = Instant::now();
    let proof = Proof::of(questionnaire());
    let mut report = String::from("Ways to fill in the questions, as the rules see them:\n");
    for extent in extents(&proof) {
        writeln!(
            report,
            "{:>16}: {} ({} questions)",
            extent.of, extent.responses, extent.items
        )
        .unwrap();
    }
    let mut violations = Vec::new();
    for claim in claims::all() {
        let begin = Instant::now();
        let found = (claim.check)(&proof);
        let verdict = if found.is_empty() { "holds" } else { "FAILS" };
        let milliseconds = begin.elapsed().as_millis();
        writeln!(
            report,
            "{:>16}: {verdict} ({milliseconds} ms). {}",
            claim.id, claim.says
        )
        .unwrap();
        for found in found.iter().take(5) {
            violations.push(format!("{}: {}\n    {found}", claim.id, claim.says));
        }
    }
    let milliseconds = start.elapsed().as_millis();
    writeln!(
        report,
        "{} claims, {} variables, {} ms in all.",
        claims::all().len(),
        proof.space.variables(),
        milliseconds
    )
    .unwrap();
    std::fs::write(
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("proof.txt"),
        &report,
    )
    .unwrap();
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

/// The proof evaluates formulas, the page runs the engine: both must agree.
#[test]
fn engine_and_proof_agree() {
    let proof = Proof::of(questionnaire());
    // A minimal and a maximal response on each side of every rule and every fact …
    let rules = questionnaire().indexed_rules();
    let rules = rules.map(|(index, _)| proof.outcome.fires(index).clone());
    let facts = proof.outcome.facts().map(|(_, holds)| holds.clone());
    let mut seen = 0;
    for formula in rules.chain(facts) {
        for side in [formula.clone(), formula.not()] {
            let side = side.and(&proof.valid);
            let ends = [
                side.most_negative_valuation(),
                side.most_positive_valuation(),
            ];
            for mut valuation in ends.into_iter().flatten() {
                for state in [Completeness::ManyOpen, Completeness::CareStands] {
                    valuation.set_value(proof.space.completeness(state), false);
                }
                let response = proof.space.response(questionnaire(), &valuation);
                assert_eq!(proof.space.valuation(questionnaire(), &response), valuation);
                agree(&proof, &response).unwrap();
                seen += 1;
            }
        }
    }
    assert!(seen > 900, "only {seen} sheets");
    // … and random responses.
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 3_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_121),
        ..ProptestConfig::default()
    });
    let papers = sheets::papers();
    let outcome = runner.run(&papers, |paper| {
        let agree = agree(&proof, &paper.response());
        prop_assert_eq!(agree, Ok(()));
        Ok(())
    });
    outcome.unwrap();
}

fn agree(proof: &Proof, response: &Response) -> Result<(), String> {
    let scored = ScoredAnswers::read(questionnaire(), response, GapPolicy::PerItem);
    let evaluation = Evaluation::of(questionnaire(), scored);
    let mut valuation = proof.space.valuation(questionnaire(), response);
    let same = |what: String, engine: bool, proved: bool| {
        if engine == proved {
            Ok(())
        } else {
            Err(format!(
                "{what}: the engine says {engine}, the proof {proved}, on {}",
                proof.describe(response)
            ))
        }
    };
    for (index, item) in questionnaire().indexed_items() {
        let value = evaluation.scored.get(index);
        let of = |what: &str| format!("{what} {}", item.link_id.0);
        same(
            of("shows"),
            value.shown,
            proof.scored.shown(index).eval_in(&valuation),
        )?;
        let missing = proof.scored.missing(index).eval_in(&valuation);
        same(of("misses"), value.missing.is_some(), missing)?;
        for rank in 1..=11 {
            let reached = proof.scored.at_least(index, rank).eval_in(&valuation);
            same(of(&format!("rank {rank} of")), value.rank >= rank, reached)?;
        }
    }
    for (index, rule) in questionnaire().indexed_rules() {
        let proved = proof.outcome.fires(index).eval_in(&valuation);
        same(
            format!("fires {}", rule.id.0),
            evaluation.has_fired(index),
            proved,
        )?;
    }
    for (fact, holds) in proof.outcome.facts() {
        if let Some(engine) = holds_in(&evaluation, fact) {
            same(format!("{fact:?}"), engine, holds.eval_in(&valuation))?;
        }
    }
    let result = assess(questionnaire(), response);
    let care_stands = result.talk_first && care_stands(response);
    let states = [
        (Completeness::ManyOpen, result.talk_first),
        (Completeness::CareStands, care_stands),
    ];
    for (state, value) in states {
        valuation.set_value(proof.space.completeness(state), value);
    }
    let first = proof
        .headlines()
        .find(|(_, holds)| holds.eval_in(&valuation));
    let proved = first.map_or("none", |(entry, _)| entry.id);
    let what = format!("headline {}, and not {proved}", result.headline.id);
    same(what, true, proved == result.headline.id)
}

/// Tells whether withdrawal care is suggested with every gap at its mildest option (V12).
fn care_stands(response: &Response) -> bool {
    let as_given = ScoredAnswers::read(questionnaire(), response, GapPolicy::PerItem);
    let mut asked = response.clone();
    for (index, item) in questionnaire().indexed_items() {
        if !as_given.get(index).shown {
            asked.clear(item.link_id);
        }
    }
    let mild = ScoredAnswers::read(questionnaire(), &asked, GapPolicy::MildestKeepingRules);
    Evaluation::of(questionnaire(), mild).outputs.first_step >= FirstStep::WithdrawalCare
}

fn holds_in(evaluation: &Evaluation, fact: Fact) -> Option<bool> {
    let outputs = evaluation.outputs;
    match fact {
        Fact::Alert(alert) => Some(outputs.alert >= alert),
        Fact::FirstStep(step) => Some(outputs.first_step >= step),
        Fact::Level(level) => Some(outputs.level >= level),
        Fact::Urgency(urgency) => Some(outputs.urgency >= urgency),
        Fact::NextLevel(level) => Some(evaluation.next_level >= level),
        Fact::AddOn(add_on) => Some(evaluation.add_ons.contains(&add_on)),
        Fact::Rating(scale, rating) => Some(evaluation.ratings.get(scale) >= rating),
        // These are determined by the fired rules, which are compared one by one.
        Fact::Help(_) | Fact::Track(..) => None,
    }
}

/// Self-test: a floor lowered by one level is detected, with a counterexample.
#[test]
fn claims_detect_a_floor_lowered_by_one_level() {
    let lowered = changed("F35", |rule| rule.then.level = LevelOfCare::EarlySupport);
    let found = violations_of(&lowered, "I23");
    assert!(
        found.contains("Level(LevelOfCare::Outpatient): not on"),
        "{found}"
    );
    assert!(found.contains("treatment-medicine = as-planned"), "{found}");
}

/// Self-test: a weakened danger rule violates its invariant.
#[test]
fn claims_detect_a_weakened_danger_rule() {
    let weakened = changed("R03", |rule| rule.then.alert = Alert::ContactFirst);
    let found = violations_of(&weakened, "I03");
    assert!(found.contains("suicide-attempt = past-3-months"), "{found}");
    let gone = changed("R20e", |rule| rule.when = Condition::Any(&[]));
    assert!(!violations_of(&gone, "can-fire").is_empty());
    let found = violations_of(&gone, "I24");
    assert!(
        found.contains("health-signs = yellow-skin-or-eyes"),
        "{found}"
    );
}

/// Self-test: a steady prescription that leads to 24-hour care is detected.
#[test]
fn claims_detect_withdrawal_care_for_a_prescription() {
    let raised = changed("A07", |rule| {
        rule.then.ratings = &[(Scale::StoppingDanger, RiskRating::Serious)];
    });
    let found = violations_of(&raised, "I21");
    assert!(
        found.contains("sedative-source = prescribed-4-weeks"),
        "{found}"
    );
}

/// Self-test: a missing headline is detected by the claim that needs it.
#[test]
fn claims_detect_a_missing_headline() {
    let mut questionnaire = *questionnaire();
    let without = questionnaire.headlines.iter().copied();
    let without: Vec<_> = without.filter(|entry| entry.id != "doctor-today").collect();
    questionnaire.headlines = without.leak();
    let found = violations_of(&questionnaire, "I24");
    assert!(found.contains("a headline for today: not on"), "{found}");
}

/// Self-test: an item hidden where its answer could matter is detected.
#[test]
fn claims_detect_a_question_hidden_too_often() {
    let mut items = questionnaire().items.to_vec();
    let item = items
        .iter_mut()
        .find(|item| item.link_id.0 == "pregnancy")
        .unwrap();
    item.enable_when = Some(DisplayCondition::Any(&[]));
    let hidden = Questionnaire {
        items: items.leak(),
        ..*questionnaire()
    };
    let found = violations_of(&hidden, "branching");
    assert!(found.contains("pregnancy = "), "{found}");
}

/// A rule that could be removed without effect must be marked `explains`.
#[test]
fn rule_that_only_explains_must_be_marked() {
    let unmarked = changed("F17", |rule| rule.explains = false);
    assert!(violations_of(&unmarked, "matters").contains("F17 changes no output"));
    let marked = changed("F03", |rule| rule.explains = true);
    assert!(violations_of(&marked, "matters").contains("F03 is marked"));
}

/// Incremental re-evaluation after one change equals full evaluation.
#[test]
fn incremental_evaluation_equals_full_evaluation() {
    let proof = Proof::of(questionnaire());
    for id in ["A03", "R08", "D02", "F36"] {
        let without = changed(id, |rule| rule.when = Condition::Any(&[]));
        let (index, _) = questionnaire()
            .indexed_rules()
            .find(|(_, rule)| rule.id.0 == id)
            .unwrap();
        let again = proof.with_rules(without.rules, index);
        let anew = Proof::of(&without);
        for (fact, _) in proof.outcome.facts() {
            assert_eq!(
                again.outcome.fact(fact),
                anew.outcome.fact(fact),
                "{id}: {fact:?}"
            );
        }
    }
}

/// `facts_of` covers every effect of a rule.
#[test]
fn facts_cover_every_effect_of_a_rule() {
    for rule in questionnaire().rules {
        let facts = facts_of(rule);
        let then = &rule.then;
        assert!(
            facts.contains(&Fact::Level(then.level)) || then.level == LevelOfCare::NoneIndicated
        );
        assert!(facts.contains(&Fact::Alert(then.alert)) || then.alert == Alert::None);
        for (scale, rating) in then.ratings {
            assert!(facts.contains(&Fact::Rating(*scale, *rating)));
            assert!(Scale::ALL.contains(scale));
        }
        assert!(!facts.is_empty(), "{}", rule.id.0);
    }
}

fn changed(id: &str, change: impl FnOnce(&mut Rule)) -> Questionnaire {
    let mut rules = questionnaire().rules.to_vec();
    change(rules.iter_mut().find(|rule| rule.id.0 == id).unwrap());
    Questionnaire {
        rules: rules.leak(),
        ..*questionnaire()
    }
}

fn violations_of(questionnaire: &Questionnaire, claim: &str) -> String {
    let claim = claims::find(claim).unwrap();
    (claim.check)(&Proof::of(questionnaire)).join("\n")
}
