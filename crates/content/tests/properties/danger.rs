//! Danger (I03, I04, I05, I20, I24): what always alarms, asks for withdrawal care, or comes first.

use assessment::{
    AddOn, Alert, Answer, Dimension, Evaluation, FirstStep, LevelOfCare, Options, RiskRating,
    Urgency, items_read_directly,
};
use content::questionnaire;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use test_support::sheets::{NO_ANSWERS, chosen, items, papers, using};

use crate::{DAYS_ONLY, LAST_DANGER, LAST_OPIOID, config, result, shown};

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

proptest! {
    #![proptest_config(config())]

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
}
