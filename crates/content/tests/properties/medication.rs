//! Medicines (I06, I21, I22, I23, I25): when treatment with them is offered, kept, or no reason for more care.

use assessment::{AddOn, Answer, Dimension, FirstStep, LevelOfCare, Options, RiskRating};
use content::questionnaire;
use proptest::prelude::{any, prop_assert, proptest};
use proptest::sample::select;
use test_support::sheets::{self, NO_ANSWERS, Paper, chosen, papers, using};

use crate::{config, result};

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
    fn i25_alcohol_with_lost_control_brings_its_medication(paper in papers()) {
        let result = result(&using(&paper, "last-alcohol"));
        if result.rating(Dimension::UseAndControl) >= RiskRating::Clear {
            prop_assert!(result.add_ons.contains(&AddOn::MedicationAlcohol));
        }
    }
}
