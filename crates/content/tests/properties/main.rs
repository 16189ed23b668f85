//! Property tests: the safety invariants of the evidence file (C.7), on random responses.
//!
//! I10, I11 and I13 concern the page, I16 the words and I17 the journey; their tests are there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use assessment::{
    AddOn, Alert, Answer, Dimension, Evaluation, FirstStep, Item, LevelOfCare, Options,
    Recommendation, Response, RiskRating, Sets, Urgency, assess, items_read_directly,
};
use content::questionnaire;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::RngSeed;

mod branching;

mod display;

mod rationale;

mod sensitivity;

mod standing;

use test_support::sheets;

use sheets::{NO_ANSWERS, Paper, chosen, items, one_step_worse, papers, using};

/// Fixed seed by default; `PROPTEST_RNG_SEED` sets another, `FOOTING_SHEETS` the number of cases.
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

/// Items about the last use of substances of the danger track.
const LAST_DANGER: [&str; 5] = [
    "last-alcohol",
    "last-sedatives",
    "last-barbiturates",
    "last-ghb",
    "last-unknown",
];

/// Items about the last use of substances of the opioid track.
const LAST_OPIOID: [&str; 3] = ["last-opioids", "last-kratom", "last-unknown"];

/// Substances with an item about days of use only.
const DAYS_ONLY: [&str; 3] = ["days-stimulants", "days-cannabis", "days-other"];

/// Amount of use that matters with a past seizure (I04): past withdrawal, last use, amount.
type Amount = (
    &'static str,
    &'static str,
    Option<(&'static str, &'static str)>,
);

const AMOUNTS: [Amount; 9] = [
    (
        "stopping-danger",
        "last-alcohol",
        Some(("days-alcohol", "4-12-days")),
    ),
    (
        "stopping-danger",
        "last-alcohol",
        Some(("drinks-a-day", "5-7-drinks")),
    ),
    (
        "stopping-danger",
        "last-sedatives",
        Some(("sedative-source", "not-as-prescribed")),
    ),
    (
        "stopping-danger",
        "last-barbiturates",
        Some(("running-out", "yes")),
    ),
    ("stopping-danger", "last-ghb", None),
    ("stopping-danger", "last-unknown", None),
    ("stopping-opioid", "last-opioids", None),
    ("stopping-opioid", "last-kratom", None),
    ("stopping-opioid", "last-unknown", None),
];

/// Items that I21 allows to vary beside days, last use, pregnancy, waking and who could stay, with
/// their worst allowed option.
const VARYING: [(&str, &str); 8] = [
    ("age", "65-or-over"),
    ("treatment-medicine", "as-planned"),
    ("stopping-danger", "sick-once-or-twice"),
    ("health-conditions", "not-looked-after"),
    ("mood", "more-than-half-the-days"),
    ("living-place", "temporary"),
    ("people-around", "mostly-use"),
    ("sedative-source", "prescribed-4-weeks-or-more"),
];

proptest! {
    #![proptest_config(config())]

    /// Raises every item by one step, one at a time. Items enabled by a step keep their answer, or
    /// count as unsure where empty. Unsure, declined and empty are not steps.
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

    #[test]
    fn i02_missing_answer_never_counts_below_the_mildest(paper in papers()) {
        for (item, link_id) in shown(&paper) {
            let mildest = paper.with(&[(link_id, Some(Answer::Chosen(item.mildest())))]).outcome();
            // Declined and empty count the same: `i18_left_empty_counts_as_its_skip_option`.
            for gap in [None, Some(Answer::Unsure)] {
                let without = paper.with(&[(link_id, gap)]).outcome();
                prop_assert!(
                    without.is_at_or_above(&mildest),
                    "{link_id} at {gap:?}: {without:?} is below {mildest:?}",
                );
            }
        }
    }

    /// Careful default where a false "fine" can be fatal (A.2, column "unsure / skip counts as").
    #[test]
    fn i02_missing_answer_on_stopping_or_suicide_counts_as_careful(paper in papers()) {
        for (item, link_id) in shown(&paper) {
            let Some((unsure, skipped)) = careful_options(item.question()) else { continue };
            for (gap, option) in [(Some(Answer::Unsure), unsure), (None, skipped)] {
                let named = paper.with(&[(link_id, chosen(link_id, &[option]))]).outcome();
                let without = paper.with(&[(link_id, gap)]).outcome();
                prop_assert!(
                    without.is_at_or_above(&named),
                    "{link_id} at {gap:?}: {without:?} is below {named:?}",
                );
            }
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

    /// No detox since, or renewed use after it (rows marked with a star, C.3).
    #[test]
    fn i04_past_withdrawal_seizure_with_recent_use_asks_for_withdrawal_care(
        paper in papers(),
        (past, last, amount) in select(AMOUNTS.to_vec()),
        recent in select(vec!["6-to-14-days", "within-5-days"]),
        detox in select([&NO_ANSWERS[..], &[chosen("supervised-detox", &["no-or-still-in-it"])]].concat()),
        used_again in any::<bool>(),
    ) {
        let detox = if used_again { chosen("supervised-detox", &["yes"]) } else { detox };
        let recent = if used_again { "within-5-days" } else { recent };
        let mut changes = vec![
            (past, chosen(past, &["seizure-confusion-or-seeing-things"])),
            (last, chosen(last, &[recent])),
            ("supervised-detox", detox),
        ];
        changes.extend(amount.map(|(item, option)| (item, chosen(item, &[option]))));
        let result = result(&using(&paper, last).with(&changes));
        prop_assert!(result.first_step >= FirstStep::WithdrawalCare, "{last}: {:?}", result.fired);
    }

    /// Occasional drinks, or a steady prescription.
    #[test]
    fn i04b_smaller_amounts_still_warn_against_stopping_alone(
        paper in papers(),
        last in select(vec!["last-alcohol", "last-sedatives", "last-barbiturates"]),
        recent in select(vec!["6-to-14-days", "within-5-days"]),
    ) {
        let result = result(&using(&paper, last).with(&[
            ("stopping-danger", chosen("stopping-danger", &["seizure-confusion-or-seeing-things"])),
            (last, chosen(last, &[recent])),
            ("days-alcohol", chosen("days-alcohol", &["1-3-days"])),
            ("drinks-a-day", chosen("drinks-a-day", &["1-2-drinks"])),
            ("sedative-source", chosen("sedative-source", &["prescribed-4-weeks-or-more"])),
            ("supervised-detox", chosen("supervised-detox", &["no-or-still-in-it"])),
        ]));
        prop_assert!(result.rating(Dimension::StoppingSafely) >= RiskRating::Some);
        prop_assert!(result.computed_level >= LevelOfCare::EarlySupport);
        prop_assert!(result.do_not_stop_alone, "{last}: {:?}", result.fired);
    }

    #[test]
    fn i05_pregnancy_with_recent_use_raises_a_card(
        paper in papers(),
        used in select([&LAST_DANGER[..], &LAST_OPIOID[..], &DAYS_ONLY[..]].concat()),
        near_daily in any::<bool>(),
        pregnancy in select([
            chosen("pregnancy", &["might-be"]),
            chosen("pregnancy", &["yes"]),
            Some(Answer::Unsure),
        ].to_vec()),
    ) {
        let days = used.replace("last-", "days-");
        let often = if near_daily { "13-20-days" } else { "1-3-days" };
        let mut changes = vec![("pregnancy", pregnancy), (&*days, chosen(&days, &[often]))];
        let of_a_track = used.starts_with("last-");
        if of_a_track {
            changes.push((used, chosen(used, &["15-to-28-days"])));
        }
        let result = result(&using(&paper, used).with(&changes));
        prop_assert!(result.alert >= Alert::SupportCard, "{used}: {:?}", result.fired);
        prop_assert!(result.urgency >= Urgency::WithinTwoDays);
        prop_assert!(result.add_ons.contains(&AddOn::Pregnancy));
        if of_a_track && near_daily {
            prop_assert!(result.urgency >= Urgency::Today, "{used}: {:?}", result.fired);
            prop_assert!(result.first_step >= FirstStep::WithdrawalCheck);
        }
    }

    #[test]
    fn i06_opioids_beyond_a_prescription_always_bring_medication_and_naloxone(
        paper in papers(),
        supply in select([
            &NO_ANSWERS[..],
            &[
                chosen("opioid-supply", &["not-now-used-before"]),
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

    /// V13: with recent opioid use and nothing of the danger track, the headline is never 24-hour
    /// withdrawal care, unless a danger sign is not about the opioids.
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
        prop_assert!(result.headline.id != "withdrawal-care-24h", "{:?}", result.fired);
    }

    #[test]
    fn i07_nothing_indicated_only_on_complete_and_quiet_answers(paper in papers()) {
        if paper.outcome().outputs.level > LevelOfCare::NoneIndicated {
            return Ok(());
        }
        let result = result(&paper);
        let shown = shown(&paper);
        let aside = ["Q01", "Q16b", "Q29", "Q30", "Q31a"];
        for (item, link_id) in &shown {
            let definite = matches!(paper.get(link_id), Some(Answer::Chosen(_)));
            prop_assert!(definite || aside.contains(&item.question()), "{link_id} is open");
        }
        prop_assert_eq!(result.rating(Dimension::StoppingSafely), RiskRating::None);
        prop_assert!(result.rating(Dimension::PhysicalHealth) <= RiskRating::Some);
        prop_assert!(result.rating(Dimension::MindAndSafety) <= RiskRating::Some);
        prop_assert_eq!(result.rating(Dimension::UseAndControl), RiskRating::None);
        prop_assert!(result.rating(Dimension::HomeAndSupport) <= RiskRating::Clear);
        let scored = paper.sheet();
        let highest = [
            ("overdose", "over-12-months-ago"),
            ("care-now", "none"),
            ("treatment-medicine", "no"),
            ("pregnancy", "gave-birth-past-12-months"),
            ("suicide-attempt", "never"),
            ("self-harm", "never"),
            ("told-by-a-doctor", "none"),
        ];
        for (link_id, option) in highest {
            let item = sheets::item(link_id);
            let rank = scored.get(questionnaire().find(link_id).unwrap()).rank;
            prop_assert!(rank <= item.rank_of_option(item.option_index(option).unwrap()), "{link_id}");
        }
    }

    #[test]
    fn i08_what_matters_who_is_answering_and_means_never_change_the_outputs(
        paper in papers(),
        other in papers(),
    ) {
        let before = result(&paper);
        let mut swapped = paper.clone();
        for (position, item) in questionnaire().items.iter().enumerate() {
            if ["Q01", "Q16b", "Q29", "Q30"].contains(&item.question()) {
                swapped.0[position] = other.0[position];
            }
        }
        let after = result(&swapped);
        prop_assert_eq!(before.outputs(), after.outputs());
        prop_assert_eq!(before.ratings, after.ratings);
        prop_assert_eq!(before.headline, after.headline);
        prop_assert_eq!(before.next_level, after.next_level);
    }

    /// `assess` does not read words, so no locale can change a result; only the order of answers
    /// and of changes to them is left to check.
    #[test]
    fn i09_the_order_of_answering_never_changes_the_result(
        paper in papers(),
        first_thoughts in papers(),
        order in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
    ) {
        let mut positions: Vec<usize> = (0..paper.0.len()).collect();
        positions.sort_by_key(|position| order[*position]);
        let mut response = Response::default();
        for answers in [&first_thoughts, &paper] {
            for position in &positions {
                let link_id = questionnaire().items[*position].link_id;
                match answers.0[*position] {
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
        let scored = paper.sheet();
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
                prop_assert!(scored.get(index).shown, "{:?} rests on hidden {link_id:?}", reason.rule);
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

    /// Swaps declined and empty answers: they are distinct, but change no outcome.
    #[test]
    fn i18_left_empty_counts_as_its_skip_option(
        paper in papers(),
        kinds in proptest::collection::vec(any::<bool>(), questionnaire().items.len()),
    ) {
        let mut other = paper.clone();
        for (answer, declined) in other.0.iter_mut().zip(kinds) {
            if matches!(answer, Some(Answer::Declined) | None) {
                *answer = declined.then_some(Answer::Declined);
            }
        }
        prop_assert_eq!(other.outcome(), paper.outcome());
    }

    #[test]
    fn i18_no_rule_ever_sees_a_missing_value(paper in papers()) {
        let scored = paper.sheet();
        for (index, item, link_id) in items() {
            let value = scored.get(index);
            let hidden_as = item.hidden_as.map_or(Options(0), Options::only);
            if value.shown {
                prop_assert!(!value.chosen.is_empty(), "{}", link_id.0);
            } else {
                prop_assert_eq!(value.chosen, hidden_as, "{}", link_id.0);
                prop_assert_eq!(value.rank, item.rank_of(hidden_as));
                prop_assert_eq!(value.missing, None);
            }
        }
    }

    #[test]
    fn i18_answer_to_a_hidden_item_is_ignored(
        paper in papers(),
        other in papers(),
    ) {
        let mut swapped = paper.clone();
        let scored = paper.sheet();
        for (index, _, _) in items().filter(|(index, _, _)| !scored.get(*index).shown) {
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
        let says_a_level = young.headline.id.starts_with("level-");
        prop_assert!(!says_a_level && young.headline.id != "talk-first", "{}", young.headline.id);
        // Without an answer, nobody counts as under 18.
        let unknown = result(&paper.with(&[("age", None)]));
        prop_assert_eq!(unknown.level, Some(unknown.computed_level));
        prop_assert!(unknown.headline.id != "adolescent");
    }

    #[test]
    fn i20_every_medical_sign_is_listed_and_has_a_rule(paper in papers()) {
        let result = result(&paper);
        let scored = paper.sheet();
        let signed = items().filter(|(_, item, _)| !item.signs.is_empty());
        let mut expected = Vec::new();
        for (index, item, link_id) in signed {
            for position in item.signs.indices().filter(|position| scored.get(index).chosen.has(*position)) {
                expected.push((link_id, position));
                let rule = result.fired.iter().any(|id| {
                    let rule = questionnaire().rules.iter().find(|rule| rule.id == *id).unwrap();
                    items_read_directly(&Evaluation::of(questionnaire(), scored.clone()), &rule.when).contains(&index)
                });
                prop_assert!(rule, "{} = {}", link_id.0, item.options[usize::from(position)]);
            }
        }
        let listed: Vec<_> = result.signs.iter().map(|sign| (sign.item, sign.option)).collect();
        prop_assert_eq!(listed, expected);
    }

    /// Only medicines taken as prescribed, with the variations that I21 allows.
    #[test]
    fn i21_medicines_as_prescribed_never_lead_to_inpatient_or_intensive_care(
        medicines in 1_u32..16,
        dice in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
    ) {
        let mut paper = Paper(vec![None; questionnaire().items.len()]);
        let substances = sheets::item("substances");
        let groups = ["sedatives", "barbiturates", "opioids", "stimulants"];
        let groups = (0_u32..).zip(groups).filter(|(position, _)| medicines & (1 << position) != 0);
        let groups = groups.map(|(_, group)| Options::only(substances.option_index(group).unwrap()));
        let groups = groups.fold(Options(0), Options::with);
        for ((item, answer), dice) in questionnaire().items.iter().zip(&mut paper.0).zip(&dice) {
            let highest = match (item.link_id.0, item.question()) {
                ("substances", _) => {
                    *answer = Some(Answer::Chosen(groups));
                    continue;
                }
                (_, "Q04" | "Q06" | "Q10" | "Q13" | "Q27" | "Q11c" | "Q31a") => item.options.len() - 1,
                (link_id, _) => VARYING
                    .iter()
                    .find(|(varying, _)| *varying == link_id)
                    .map_or(0, |(_, option)| usize::from(item.option_index(option).unwrap())),
            };
            let position = usize::try_from(*dice).unwrap() % (highest + 1);
            *answer = Some(Answer::Chosen(Options::only(u8::try_from(position).unwrap())));
        }
        // I21 does not cover a medicine that runs out together with past sickness when stopping.
        if paper.get("running-out") == chosen("running-out", &["yes"]) {
            paper = paper.with(&[("stopping-danger", chosen("stopping-danger", &["never-stopped-long-enough"]))]);
        }
        let result = result(&paper);
        prop_assert!(result.first_step < FirstStep::WithdrawalCare, "{paper:?}: {:?}", result.fired);
        prop_assert!(result.computed_level <= LevelOfCare::Outpatient, "{paper:?}: {:?}", result.fired);
    }

    #[test]
    fn i22_without_use_or_withdrawal_no_headline_is_addiction_care(paper in papers()) {
        let result = result(&paper);
        let none = [Dimension::UseAndControl, Dimension::StoppingSafely]
            .iter()
            .all(|dimension| result.rating(*dimension) == RiskRating::None);
        if none {
            prop_assert!(result.headline.id != "level-2", "{:?}", result.fired);
            let after_care = result.fired.iter().any(|rule| rule.0 == "F38");
            let more = ["level-3", "level-4", "level-5", "level-6"];
            prop_assert!(after_care || !more.contains(&result.headline.id), "{:?}", result.fired);
        }
    }

    #[test]
    fn i23_treatment_medicine_is_continued(
        paper in papers(),
        medicine in select(vec!["as-planned", "missed-doses"]),
    ) {
        let medicine = chosen("treatment-medicine", &[medicine]);
        let result = result(&paper.with(&[("treatment-medicine", medicine)]));
        prop_assert!(result.computed_level >= LevelOfCare::Outpatient);
        prop_assert!(!["level-0", "level-1"].contains(&result.headline.id));
        prop_assert!(result.add_ons.contains(&AddOn::KeepMedicine));
        prop_assert!(result.add_ons.contains(&AddOn::Naloxone));
    }

    #[test]
    fn i24_medical_signs_come_before_any_level(
        paper in papers(),
        today in select(vec![
            "cannot-keep-fluids-down", "chest-pain-or-fluttering", "fainted", "hit-to-the-head",
            "yellow-skin-or-eyes", "numb-or-weak-legs", "wound-with-fever-or-black-skin",
        ]),
        now in select(vec!["confusion", "chest-pain", "seizure", "seeing-or-hearing-things"]),
    ) {
        let doctor = result(&paper.with(&[("health-signs", chosen("health-signs", &[today]))]));
        prop_assert!(doctor.alert >= Alert::ContactFirst && doctor.urgency >= Urgency::Today);
        let headlines = ["doctor-today", "withdrawal-care-24h", "medication-24h", "emergency"];
        prop_assert!(headlines.contains(&doctor.headline.id), "{}", doctor.headline.id);

        let withdrawal = paper.with(&[("bad-signs", chosen("bad-signs", &[now]))]);
        if shown(&withdrawal).iter().any(|(_, link_id)| *link_id == "bad-signs") {
            prop_assert!(result(&withdrawal).headline.is_emergency());
        }
    }

    #[test]
    fn i25_alcohol_with_lost_control_brings_its_medication(paper in papers()) {
        let result = result(&using(&paper, "last-alcohol"));
        if result.rating(Dimension::UseAndControl) >= RiskRating::Clear {
            prop_assert!(result.add_ons.contains(&AddOn::MedicationAlcohol));
        }
    }
}

/// Guards against vacuous properties: among the random responses, every output takes every value.
#[test]
fn random_responses_reach_every_output_value() {
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

/// Lists the items that are shown, with their link ids.
fn shown(paper: &Paper) -> Vec<(&'static Item, &'static str)> {
    let scored = paper.sheet();
    let shown = items().filter(|(index, _, _)| scored.get(*index).shown);
    shown.map(|(_, item, link_id)| (item, link_id.0)).collect()
}

fn codes(item: &Item, options: Options) -> Vec<&'static str> {
    options
        .indices()
        .map(|position| item.options[usize::from(position)])
        .collect()
}

/// Options for "not sure" and for skipped in A.2, for Q06 to Q12 except Q07b, Q11b and Q11c, and
/// for Q16, Q17 and Q31a (I02).
fn careful_options(question: &str) -> Option<(&'static str, &'static str)> {
    let same = |option| Some((option, option));
    match question {
        "Q06" => same("within-5-days"),
        "Q07" => same("one-or-two-mild"),
        "Q08" => same("sick-once-or-twice"),
        "Q10" => same("sometimes"),
        "Q10b" => same("yes"),
        "Q11" => same("not-as-prescribed"),
        "Q12" => same("daily-street-supply"),
        "Q16" => same("thoughts-of-suicide"),
        "Q17" => Some(("3-to-12-months-ago", "once-over-12-months-ago")),
        "Q31a" => same("no-or-still-in-it"),
        _ => None,
    }
}
