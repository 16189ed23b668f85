//! What must hold for every answer sheet: the safety invariants of the evidence file (C.7).
//!
//! I10, I11 and I13 speak of the page, I16 of the words and I17 of the journey; their tests are there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use footing::assessment::{
    AddOn, Alert, Answer, Dimension, FirstStep, Headline, Item, LevelOfCare, Options,
    Recommendation, Response, RiskRating, Sets, Urgency, assess,
};
use footing::content::questionnaire;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::RngSeed;

#[path = "properties/branching.rs"]
mod branching;

#[path = "properties/display.rs"]
mod display;

#[path = "properties/rationale.rs"]
mod rationale;

#[path = "properties/sensitivity.rs"]
mod sensitivity;

#[path = "fixtures/sheets.rs"]
mod sheets;

use sheets::{NO_ANSWERS, Paper, chosen, items, one_step_worse, papers, using};

/// The same sheets every time; `PROPTEST_RNG_SEED` brings others, `FOOTING_SHEETS` more or fewer.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_261_121);
    }
    let wanted = std::env::var("FOOTING_SHEETS").ok();
    config.cases = match wanted.and_then(|wanted| wanted.parse().ok()) {
        Some(wanted) => wanted,
        None => config.cases.max(3_000),
    };
    config
}

/// Substances of the danger track, as the items that ask when they were last used.
const LAST_DANGER: [&str; 5] = [
    "last-alcohol",
    "last-sedatives",
    "last-barbiturates",
    "last-ghb",
    "last-unknown",
];

/// The same for the opioid-like track.
const LAST_OPIOID: [&str; 3] = ["last-opioids", "last-kratom", "last-unknown"];

proptest! {
    #![proptest_config(config())]

    /// Every question one step up, one at a time. What a step reveals is read as it stands on the
    /// sheet, or as unsure where it is empty. Unsure, declined and empty are no step of the order.
    #[test]
    fn i01_one_worse_answer_never_lowers_anything(paper in papers()) {
        let before = paper.outcome();
        for (item, link_id) in shown(&paper) {
            let Some(Answer::Chosen(now)) = paper.get(link_id) else { continue };
            for worse in one_step_worse(item, now) {
                let after = paper.with(&[(link_id, Some(Answer::Chosen(worse)))]).outcome();
                prop_assert!(
                    after.is_at_or_above(&before),
                    "{link_id} at {:?} instead of {:?} lowers {before:?} to {after:?}",
                    codes(item, worse), codes(item, now),
                );
            }
        }
    }

    /// Unsure and declined are the same as empty: `i18_left_empty_counts_as_unsure`.
    #[test]
    fn i02_no_answer_is_never_read_as_less_than_the_mildest(paper in papers()) {
        let before = paper.outcome();
        for (item, link_id) in shown(&paper) {
            let with = |answer: Option<Answer>| match answer == paper.get(link_id) {
                true => before.clone(),
                false => paper.with(&[(link_id, answer)]).outcome(),
            };
            let mildest = with(Some(Answer::Chosen(item.mildest())));
            let without = with(None);
            prop_assert!(
                without.is_at_or_above(&mildest),
                "{link_id} left empty: {without:?} is below {mildest:?}",
            );
        }
    }

    /// The careful default where a false "fine" can kill (A.2, column "unsure/skip counts as").
    #[test]
    fn i02_no_answer_about_stopping_or_suicide_is_read_as_the_careful_option(paper in papers()) {
        for (item, link_id) in shown(&paper) {
            let Some(option) = careful_option(item.question()) else { continue };
            let named = paper.with(&[(link_id, chosen(link_id, &[option]))]).outcome();
            let without = paper.with(&[(link_id, None)]).outcome();
            prop_assert!(
                without.is_at_or_above(&named),
                "{link_id} left empty: {without:?} is below {named:?}",
            );
        }
    }

    #[test]
    fn i03_plan_recent_attempt_or_danger_now_is_always_an_emergency(
        paper in papers(),
        sign in 1_u8..11,
    ) {
        let sign = Some(Answer::Chosen(Options::only(sign)));
        let signs = [
            ("suicidal-thoughts", chosen("suicidal-thoughts", &["plan-intent-or-right-now"])),
            ("suicide-attempt", chosen("suicide-attempt", &["past-3-months"])),
            ("right-now", sign),
        ];
        for sign in signs {
            let outputs = paper.with(&[sign]).outcome().outputs;
            prop_assert_eq!(outputs.alert, Alert::EmergencyNow);
            prop_assert_eq!(outputs.urgency, Urgency::Now);
        }
    }

    /// Without a detox since, or with use again after it (rows marked with a star, C.3).
    #[test]
    fn i04_past_withdrawal_seizure_with_recent_use_asks_for_withdrawal_care(
        paper in papers(),
        past in select(vec!["stopping-danger", "stopping-opioid"]),
        (danger, opioid) in (select(LAST_DANGER.to_vec()), select(LAST_OPIOID.to_vec())),
        recent in select(vec!["6-to-14-days", "within-5-days"]),
        detox in select([&NO_ANSWERS[..], &[chosen("supervised-detox", &["no"])]].concat()),
        used_again in any::<bool>(),
    ) {
        let last = if past == "stopping-danger" { danger } else { opioid };
        let detox = if used_again { chosen("supervised-detox", &["yes"]) } else { detox };
        let recent = if used_again { "within-5-days" } else { recent };
        let result = result(&using(&paper, last).with(&[
            (past, chosen(past, &["seizure-confusion-or-seeing-things"])),
            (last, chosen(last, &[recent])),
            ("supervised-detox", detox),
        ]));
        prop_assert!(result.first_step >= FirstStep::WithdrawalCare, "{last}: {:?}", result.fired);
    }

    #[test]
    fn i05_pregnancy_with_recent_use_is_for_today(
        paper in papers(),
        last in select([&LAST_DANGER[..], &LAST_OPIOID[..]].concat()),
        recent in select(vec!["15-to-28-days", "6-to-14-days", "within-5-days"]),
        pregnancy in select([
            &NO_ANSWERS[..],
            &[chosen("pregnancy", &["might-be"]), chosen("pregnancy", &["yes"])],
        ].concat()),
    ) {
        let result = result(&using(&paper, last).with(&[
            (last, chosen(last, &[recent])),
            ("pregnancy", pregnancy),
        ]));
        prop_assert!(result.urgency >= Urgency::Today, "{last}: {:?}", result.fired);
        prop_assert!(result.first_step >= FirstStep::WithdrawalCheck);
        prop_assert!(result.add_ons.contains(&AddOn::Pregnancy));
    }

    #[test]
    fn i06_opioids_beyond_a_prescription_always_bring_medication_and_naloxone(
        paper in papers(),
        supply in select([
            &NO_ANSWERS[..],
            &[
                chosen("opioid-supply", &["some-misuse"]),
                chosen("opioid-supply", &["daily-street-supply"]),
                chosen("opioid-supply", &["daily-with-sedative-mixed-in"]),
            ],
        ].concat()),
    ) {
        let result = result(&using(&paper, "last-opioids").with(&[("opioid-supply", supply)]));
        prop_assert!(result.add_ons.contains(&AddOn::MedicationOpioid));
        prop_assert!(result.add_ons.contains(&AddOn::Naloxone));
        prop_assert!(result.computed_level >= LevelOfCare::Outpatient);
    }

    /// V13: people who used opioids lately, and nothing of the danger track, are told of medication
    /// and never of withdrawal care. (With the last use over 28 days ago no track asks for a check;
    /// pregnancy with lost control still does, F08.)
    #[test]
    fn i06_opioids_alone_never_get_the_headline_of_withdrawal_care(
        paper in papers(),
        last in select(vec!["last-opioids", "last-kratom"]),
        recent in select(vec!["15-to-28-days", "6-to-14-days", "within-5-days"]),
    ) {
        let group = last.trim_start_matches("last-");
        let result = result(&paper.with(&[
            ("substances", chosen("substances", &[group])),
            (last, chosen(last, &[recent])),
        ]));
        prop_assert!(
            !matches!(result.headline, Headline::WithdrawalCare | Headline::WithdrawalCheck),
            "{:?}: {:?}", result.headline, result.fired,
        );
    }

    #[test]
    fn i07_nothing_indicated_only_on_complete_and_quiet_answers(paper in papers()) {
        if paper.outcome().outputs.level > LevelOfCare::NoneIndicated {
            return Ok(());
        }
        let result = result(&paper);
        let shown = shown(&paper);
        for (_, link_id) in shown.iter().filter(|(item, _)| item.rated) {
            prop_assert!(matches!(paper.get(link_id), Some(Answer::Chosen(_))), "{link_id} is open");
        }
        prop_assert_eq!(result.rating(Dimension::StoppingSafely), RiskRating::None);
        prop_assert!(result.rating(Dimension::PhysicalHealth) <= RiskRating::Some);
        prop_assert!(result.rating(Dimension::MindAndSafety) <= RiskRating::Some);
        prop_assert_eq!(result.rating(Dimension::UseAndControl), RiskRating::None);
        prop_assert!(result.rating(Dimension::HomeAndSupport) <= RiskRating::Clear);
        let overdose = shown.iter().any(|(_, link_id)| *link_id == "overdose");
        for recent in ["past-12-months", "past-30-days"] {
            prop_assert!(!overdose || paper.get("overdose") != chosen("overdose", &[recent]));
        }
        prop_assert_eq!(paper.get("inpatient-care"), chosen("inpatient-care", &["no"]));
        prop_assert_eq!(paper.get("shaky-recovery"), chosen("shaky-recovery", &["no"]));
    }

    #[test]
    fn i08_what_matters_and_who_is_answering_never_change_the_outputs(
        paper in papers(),
        other in papers(),
    ) {
        let before = result(&paper);
        let mut swapped = paper.clone();
        for (place, item) in questionnaire().items.iter().enumerate() {
            if item.code == "Q01" || ["Q28", "Q29", "Q30"].contains(&item.question()) {
                swapped.0[place] = other.0[place];
            }
        }
        let after = result(&swapped);
        prop_assert_eq!(before.outputs(), after.outputs());
        prop_assert_eq!(before.ratings, after.ratings);
        prop_assert_eq!(before.headline, after.headline);
        prop_assert_eq!(before.next_level, after.next_level);
    }

    /// The words do not enter `assess` at all, so no language can change a result; what is left to
    /// check is the order in which answers are given, and given again.
    #[test]
    fn i09_the_order_of_answering_never_changes_the_result(
        paper in papers(),
        first_thoughts in papers(),
        order in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
    ) {
        let mut places: Vec<usize> = (0..paper.0.len()).collect();
        places.sort_by_key(|place| order[*place]);
        let mut response = Response::default();
        for sheet in [&first_thoughts, &paper] {
            for place in &places {
                let link_id = questionnaire().items[*place].link_id;
                match sheet.0[*place] {
                    Some(answer) => response.set(link_id, answer),
                    None => response.clear(link_id),
                }
            }
        }
        prop_assert_eq!(&response, &paper.response());
        let shuffled = assess(questionnaire(), &response);
        prop_assert_eq!(format!("{shuffled:?}"), format!("{:?}", result(&paper)));
    }

    #[test]
    fn i12_every_output_names_its_rules_and_the_answers_behind_them(paper in papers()) {
        let result = result(&paper);
        let sheet = paper.sheet();
        let sets = |what: Sets| result.reasons.iter().any(|reason| reason.sets.contains(&what));
        let outputs = result.outputs();
        prop_assert_eq!(sets(Sets::Alert), outputs.alert > Alert::None);
        prop_assert_eq!(sets(Sets::FirstStep), outputs.first_step > FirstStep::None);
        prop_assert_eq!(sets(Sets::Level), outputs.level > LevelOfCare::NoneIndicated);
        prop_assert_eq!(sets(Sets::Urgency), outputs.urgency > Urgency::WhenYouCan);
        prop_assert_eq!(sets(Sets::AddOn), !result.add_ons.is_empty());
        for dimension in Dimension::ALL {
            prop_assert_eq!(
                sets(Sets::Rating(dimension)),
                result.rating(dimension) > RiskRating::None,
            );
        }
        for reason in &result.reasons {
            prop_assert!(result.fired.contains(&reason.rule));
            prop_assert!(!reason.answers.is_empty(), "{:?} rests on nothing", reason.rule);
            for link_id in reason.answers.iter().chain(&reason.direct) {
                let index = questionnaire().find(link_id.0).unwrap();
                prop_assert!(sheet.get(index).shown, "{:?} rests on hidden {link_id:?}", reason.rule);
                prop_assert!(reason.answers.contains(link_id));
            }
        }
    }

    #[test]
    fn i14_the_same_answers_always_give_the_same_result(paper in papers()) {
        let (once, again) = (result(&paper), result(&paper.clone()));
        prop_assert_eq!(format!("{once:?}"), format!("{again:?}"));
        prop_assert_eq!(once.outputs(), paper.outcome().outputs);
    }

    #[test]
    fn i15_rule_sources_and_version_travel_with_the_result(paper in papers()) {
        let result = result(&paper);
        prop_assert_eq!(result.version, questionnaire().version);
        for reason in &result.reasons {
            let rule = &questionnaire().rules[usize::from(reason.index.0)];
            prop_assert_eq!(rule.id, reason.rule);
            prop_assert_eq!(rule.sources, reason.sources);
            prop_assert!(!reason.sources.is_empty());
        }
    }

    /// Every gap becomes a gap of another kind; what is behind it is told apart, and changes nothing.
    #[test]
    fn i18_left_empty_counts_as_unsure(
        paper in papers(),
        kinds in proptest::collection::vec(select(NO_ANSWERS.to_vec()), questionnaire().items.len()),
    ) {
        let mut other = paper.clone();
        for (answer, kind) in other.0.iter_mut().zip(kinds) {
            if !matches!(answer, Some(Answer::Chosen(_))) {
                *answer = kind;
            }
        }
        prop_assert_eq!(other.outcome(), paper.outcome());
    }

    #[test]
    fn i18_no_rule_ever_sees_a_missing_value(paper in papers()) {
        let sheet = paper.sheet();
        for (index, _, link_id) in items() {
            let value = sheet.get(index);
            prop_assert_eq!(value.shown, !value.chosen.is_empty(), "{}", link_id.0);
            prop_assert!(value.shown || (value.rank == 0 && value.missing.is_none()));
        }
    }

    #[test]
    fn i18_an_answer_to_a_question_that_is_not_asked_counts_for_nothing(
        paper in papers(),
        other in papers(),
    ) {
        let mut swapped = paper.clone();
        let sheet = paper.sheet();
        for (index, _, _) in items().filter(|(index, _, _)| !sheet.get(*index).shown) {
            swapped.0[usize::from(index.0)] = other.0[usize::from(index.0)];
        }
        prop_assert_eq!(format!("{:?}", result(&swapped)), format!("{:?}", result(&paper)));
    }

    #[test]
    fn i19_under_18_no_adult_level_is_ever_shown(paper in papers()) {
        let young = result(&paper.with(&[("age", chosen("age", &["under-18"]))]));
        prop_assert_eq!(young.level, None);
        prop_assert_eq!(young.next_level, None);
        prop_assert!(young.add_ons.contains(&AddOn::Adolescent));
        prop_assert!(
            !matches!(young.headline, Headline::Level(_) | Headline::TalkFirst),
            "{:?}", young.headline,
        );
        // Only an answer says that someone is under 18.
        let unknown = result(&paper.with(&[("age", None)]));
        prop_assert_eq!(unknown.level, Some(unknown.computed_level));
        prop_assert!(unknown.headline != Headline::Adolescent);
    }
}

/// The properties above mean something: among the sheets, every output takes every value.
#[test]
fn the_random_sheets_reach_every_level_and_every_alert() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let strategy = papers();
    let results: Vec<Recommendation> = (0..2_000)
        .map(|_| result(&strategy.new_tree(&mut runner).unwrap().current()))
        .collect();
    for level in LevelOfCare::ALL {
        assert!(
            results.iter().any(|result| result.computed_level == *level),
            "{level:?}"
        );
    }
    for alert in Alert::ALL {
        assert!(
            results.iter().any(|result| result.alert == *alert),
            "{alert:?}"
        );
    }
    for first_step in FirstStep::ALL {
        assert!(
            results
                .iter()
                .any(|result| result.first_step == *first_step),
            "{first_step:?}"
        );
    }
    for urgency in Urgency::ALL {
        assert!(
            results.iter().any(|result| result.urgency == *urgency),
            "{urgency:?}"
        );
    }
    for rule in questionnaire().rules {
        assert!(
            results.iter().any(|result| result.fired.contains(&rule.id)),
            "{:?}",
            rule.id
        );
    }
}

fn result(paper: &Paper) -> Recommendation {
    assess(questionnaire(), &paper.response())
}

/// The items this sheet asks, with their names.
fn shown(paper: &Paper) -> Vec<(&'static Item, &'static str)> {
    let sheet = paper.sheet();
    let shown = items().filter(|(index, _, _)| sheet.get(*index).shown);
    shown.map(|(_, item, link_id)| (item, link_id.0)).collect()
}

fn codes(item: &Item, options: Options) -> Vec<&'static str> {
    options
        .places()
        .map(|place| item.options[usize::from(place)])
        .collect()
}

/// What A.2 names for a missing answer in Q06 to Q12 but Q07b, in Q16, Q17 and Q31a (I02).
fn careful_option(question: &str) -> Option<&'static str> {
    let named = [
        ("Q06", "within-5-days"),
        ("Q07", "one-or-two-mild"),
        ("Q08", "shakes-sweats-or-sickness"),
        ("Q09", "1-2-times"),
        ("Q10", "sometimes"),
        ("Q10b", "yes"),
        ("Q11", "not-as-prescribed"),
        ("Q12", "daily-street-supply"),
        ("Q16", "thoughts-of-suicide"),
        ("Q17", "3-to-12-months-ago"),
        ("Q31a", "no"),
    ];
    named
        .iter()
        .find(|(code, _)| *code == question)
        .map(|(_, option)| *option)
}
