//! Properties of display rules (C.6).

use std::collections::BTreeSet;

use assessment::{Alert, Answer, FirstStep, HelpId, LevelOfCare, RiskRating, Rule, RuleId, Scale};
use content::questionnaire;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::sheets::{chosen, papers};
use crate::{config, result, shown};

proptest! {
    #![proptest_config(config())]

    /// Help screens and cards: one for every rule that sets the alert, the most urgent first,
    /// without duplicates, and none without a fired rule. Another card may replace one
    /// (`replacements`).
    #[test]
    fn every_rule_that_sets_the_alert_has_help(paper in papers()) {
        let result = result(&paper);
        let fired = |id: &RuleId| result.fired.contains(id);
        let raising: Vec<_> = questionnaire().rules.iter().filter(|rule| fired(&rule.id)).collect();
        for rule in &raising {
            if rule.then.alert > Alert::None && rule.then.alert == result.alert {
                let is_shown = |help: HelpId| result.help.contains(&(help, result.alert));
                let is_covered =
                    |help| is_shown(help) || replacements(help).into_iter().any(is_shown);
                prop_assert!(rule.then.help.is_some_and(is_covered), "{:?}", rule.id);
            }
        }
        for (position, (help, alert)) in result.help.iter().enumerate() {
            let is_it = |raised: HelpId| raised == *help || replacements(raised).contains(help);
            let raised = |rule: &&&Rule| {
                rule.then.help.is_some_and(is_it) && rule.then.alert == *alert
            };
            prop_assert!(raising.iter().any(|rule| raised(&rule)), "nothing raises {help:?}");
            let earlier = &result.help[..position];
            prop_assert!(earlier.iter().all(|(other, urgent)| other != help && urgent >= alert));
        }
    }

    /// Guidance: whom the answers are about, and which items are unanswered.
    #[test]
    fn guidance_reflects_answers_and_gaps(paper in papers()) {
        let guidance = result(&paper).guidance;
        let definite = |link_id| matches!(paper.get(link_id), Some(Answer::Chosen(_)));
        prop_assert_eq!(
            guidance.second_hand,
            paper.get("who-for") == chosen("who-for", &["someone-else"])
        );
        prop_assert_eq!(guidance.age_assumed, !definite("age"));
        prop_assert_eq!(guidance.danger_open, !definite("right-now"));
    }

    /// If W is 1 or 2, or A is 1 or more from a track d or o row. A first step of a track counts
    /// even where an emergency raises it further.
    #[test]
    fn v03_do_not_stop_alone_is_shown_where_stopping_may_be_dangerous(paper in papers()) {
        let result = result(&paper);
        let track = [Scale::StoppingDanger, Scale::StoppingOpioid]
            .iter()
            .any(|scale| result.ratings.get(*scale) > RiskRating::None);
        let steps = questionnaire().rules.iter().filter(|rule| result.fired.contains(&rule.id));
        let step = steps.into_iter().any(|rule| rule.then.track.is_some());
        prop_assert_eq!(result.do_not_stop_alone, step || track);
    }

    /// One level lower where there is a barrier; never below early support, never where W or the
    /// alert is 2 or more, never from inpatient care, never under 18.
    #[test]
    fn v06_lower_level_is_offered_only_where_not_dangerous(paper in papers()) {
        let result = result(&paper);
        let barriers = paper.sheet().get(questionnaire().find("barriers").unwrap()).rank > 0;
        let offered = barriers
            && result.first_step < FirstStep::WithdrawalCare
            && result.alert < Alert::ContactFirst
            && result.computed_level > LevelOfCare::EarlySupport
            && result.computed_level < LevelOfCare::MedicalInpatient
            && paper.get("age") != chosen("age", &["under-18"]);
        prop_assert_eq!(result.guidance.alternative.is_some(), offered);
        if let Some(alternative) = result.guidance.alternative {
            prop_assert_eq!(alternative.rank() + 1, result.computed_level.rank());
        }
    }

    /// Shown whenever W is 1 or more or the level is inpatient care (C.1); outpatient at the least.
    #[test]
    fn next_level_follows_a_first_step_or_inpatient_care(paper in papers()) {
        let result = result(&paper);
        let follows = result.first_step > FirstStep::None
            || result.computed_level >= LevelOfCare::MedicalInpatient;
        let adult = paper.get("age") != chosen("age", &["under-18"]);
        prop_assert_eq!(result.next_level.is_some(), follows && adult);
        prop_assert!(result.next_level.is_none_or(|next| next >= LevelOfCare::Outpatient));
    }

    /// At least six rated questions without an answer, counted by question id. Talk-first never
    /// replaces an emergency, a medical sign, a recent overdose, a medicine that runs out, missed
    /// doses, or withdrawal care suggested with every gap at its mildest (Q31a at "no").
    #[test]
    fn v12_six_unanswered_questions_select_talk_first_unless_urgent(paper in papers()) {
        let result = result(&paper);
        let is_open = |link_id: &str| !matches!(paper.get(link_id), Some(Answer::Chosen(_)));
        let uncounted = ["Q01", "Q16b", "Q29", "Q30", "Q31a", "Q31b", "Q32", "Q33"];
        let open: BTreeSet<&str> = shown(&paper)
            .into_iter()
            .filter(|(item, link_id)| is_open(link_id) && !uncounted.contains(&item.question()))
            .map(|(item, _)| item.question())
            .collect();
        prop_assert_eq!(result.talk_first, open.len() >= 6, "{:?}", open);

        let asked: BTreeSet<&str> = shown(&paper).into_iter().map(|(_, link_id)| link_id).collect();
        let mut mild = paper.clone();
        for (item, answer) in questionnaire().items.iter().zip(&mut mild.0) {
            let given = matches!(answer, Some(Answer::Chosen(_))) && asked.contains(item.link_id.0);
            if !given {
                *answer = match item.code {
                    "Q31a" => chosen("supervised-detox", &["no-or-still-in-it"]),
                    _ => Some(Answer::Chosen(item.mildest())),
                };
            }
        }
        let care_stands = mild.outcome().outputs.first_step >= FirstStep::WithdrawalCare;
        let under_18 = paper.get("age") == chosen("age", &["under-18"]);
        let more_urgent = result.fired.iter().any(|rule| {
            rule.0.starts_with("R20") || ["R14c", "R18", "R22"].contains(&rule.0)
        });
        prop_assert_eq!(
            result.headline.id == "talk-first",
            result.talk_first
                && !result.headline.is_emergency()
                && !care_stands
                && !under_18
                && !more_urgent,
            "{}", result.headline.id,
        );
    }
}

/// Cards that may replace a card: the one it folds into, or one it gives way to.
fn replacements(help: HelpId) -> Vec<HelpId> {
    let talk_first = &questionnaire().talk_first;
    let folded = talk_first.folded.contains(&help);
    let others = questionnaire().gives_way.iter();
    let others = others
        .filter(|(gives, _)| *gives == help)
        .map(|(_, to)| *to);
    others
        .chain(folded.then_some(talk_first.folded_into))
        .collect()
}
