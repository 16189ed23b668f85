//! The rules of C.1 to C.4, read from the evidence file a second time and written down without the
//! content files. Both readings have to agree on every sheet.

use std::collections::BTreeSet;

use footing::assessment::{Dimension, Evaluation, Scale, Sheet};
use footing::content::questionnaire;
use proptest::prelude::{prop_assert_eq, proptest};

use crate::config;
use crate::sheets::{Paper, papers};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sheet_comes_out_as_a_second_reading_of_the_evidence_file_says(paper in papers()) {
        let found = found(&paper);
        let expected = expected(&paper);
        prop_assert_eq!(&found.rows, &expected.rows);
        prop_assert_eq!(found, expected);
    }
}

/// What a sheet comes to, in the numbers of C.1.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    alert: u8,
    first_step: u8,
    level: u8,
    urgency: u8,
    next_level: u8,
    add_ons: BTreeSet<&'static str>,
    /// A on track d, on track o and as a whole, then B to E.
    ratings: [u8; 7],
    rows: BTreeSet<&'static str>,
}

fn found(paper: &Paper) -> Outcome {
    let evaluation = Evaluation::of(questionnaire(), paper.sheet());
    let outputs = evaluation.outputs;
    let rating = |scale| evaluation.ratings.get(scale).rank();
    let fired = evaluation.fired(questionnaire());
    Outcome {
        alert: outputs.alert.rank(),
        first_step: outputs.first_step.rank(),
        level: outputs.level.rank(),
        urgency: outputs.urgency.rank(),
        next_level: evaluation.next_level.rank().max(2),
        add_ons: evaluation
            .add_ons
            .iter()
            .map(|add_on| add_on.code())
            .collect(),
        ratings: [
            rating(Scale::StoppingDanger),
            rating(Scale::StoppingOpioid),
            rating(Scale::Whole(Dimension::StoppingSafely)),
            rating(Scale::Whole(Dimension::PhysicalHealth)),
            rating(Scale::Whole(Dimension::MindAndSafety)),
            rating(Scale::Whole(Dimension::UseAndControl)),
            rating(Scale::Whole(Dimension::HomeAndSupport)),
        ],
        // One row may have become several rules.
        rows: fired
            .map(|(_, rule)| rule.id.0.split('-').next().unwrap())
            .collect(),
    }
}

/// The answers as the rules ask for them.
struct Answers(Sheet);

impl Answers {
    /// This option or a worse one; of several choices, any.
    fn at(&self, link_id: &str, option: &str) -> bool {
        let index = questionnaire().find(link_id).unwrap();
        let item = questionnaire().item(index).unwrap();
        self.0.get(index).rank >= item.rank_of_option(item.place_of(option).unwrap())
    }

    /// Chosen among several.
    fn has(&self, link_id: &str, option: &str) -> bool {
        let index = questionnaire().find(link_id).unwrap();
        let item = questionnaire().item(index).unwrap();
        self.0.get(index).chosen.has(item.place_of(option).unwrap())
    }

    fn used(&self, groups: &[&str]) -> bool {
        groups.iter().any(|group| self.has("substances", group))
    }

    fn last(&self, groups: &[&str], time: &str) -> bool {
        groups
            .iter()
            .any(|group| self.at(&format!("last-{group}"), time))
    }

    fn near_daily(&self, group: &str) -> bool {
        self.at(&format!("days-{group}"), "13-20-days")
    }

    /// A question between these two, ends included, was asked and not answered.
    fn open(&self, from: &str, to: &str) -> bool {
        let mut open = self
            .0
            .missing()
            .map(|(index, _)| questionnaire().item(index).unwrap().question());
        open.any(|question| question >= from && question <= to)
    }
}

#[rustfmt::skip]
#[allow(clippy::too_many_lines, reason = "the tables of C.2 to C.4, row by row")]
fn expected(paper: &Paper) -> Outcome {
    let a = Answers(paper.sheet());
    let mut out = Outcome { next_level: 2, ..Outcome::default() };

    // C.3, above the tables.
    let [alc5, alc8, alc15] = ["5-7-drinks", "8-14-drinks", "15-or-more-drinks"].map(|drinks| a.at("drinks-a-day", drinks));
    let alcohol_recent = a.last(&["alcohol"], "6-to-14-days");
    let sedative_recent = a.last(&["sedatives", "barbiturates"], "15-to-28-days");
    let danger_recent = alcohol_recent || sedative_recent || a.last(&["ghb", "unknown"], "15-to-28-days");
    let opioid_recent = a.last(&["opioids"], "15-to-28-days");
    let opioid_track_recent = a.last(&["opioids", "kratom", "unknown"], "15-to-28-days");
    let now_d = a.last(&["alcohol", "ghb"], "within-5-days") || sedative_recent || a.last(&["unknown"], "15-to-28-days");
    let either_track = ["alcohol", "sedatives", "barbiturates", "ghb", "opioids", "kratom", "unknown"];
    let starred = a.at("supervised-detox", "no") || a.last(&either_track, "within-5-days");
    let pregnant = a.at("pregnancy", "might-be");
    let misuse = a.at("opioid-supply", "some-misuse");
    let sedatives_top = a.at("sedative-source", "not-as-prescribed");
    let recent_treatment = a.at("earlier-treatment", "past-12-months");
    let nobody_stays = a.at("someone-to-stay", "no");
    let [overdose_12, overdose_30] = ["past-12-months", "past-30-days"].map(|time| a.at("overdose", time));
    let [mild_d, strong_d] = ["one-or-two-mild", "three-or-more-or-worse"].map(|symptoms| a.at("symptoms-danger", symptoms));
    let [mild_o, strong_o] = ["one-or-two-mild", "three-or-more-or-worse"].map(|symptoms| a.at("symptoms-opioid", symptoms));
    let [sick_d, seizure_d] =
        ["shakes-sweats-or-sickness", "seizure-confusion-or-seeing-things"].map(|past| a.at("stopping-danger", past));
    let waking_d = a.at("waking-danger", "sometimes");
    let waking_o = a.at("waking-opioid", "sometimes");

    // C.2. R11 comes to W2 below, once Ad is known.
    let row = |out: &mut Outcome, id: &'static str, holds: bool, [alert, step, level, urgency]: [u8; 4]| {
        if holds {
            out.rows.insert(id);
            out.alert = out.alert.max(alert);
            out.first_step = out.first_step.max(step);
            out.level = out.level.max(level);
            out.urgency = out.urgency.max(urgency);
            if !["F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F16"].contains(&id) {
                out.next_level = out.next_level.max(level);
            }
        }
        holds
    };
    let came_with = |symptom| a.has("symptoms-with-it", symptom);
    let r01 = row(&mut out, "R01", a.at("right-now", "injury"), [3, 3, 0, 4]);
    let r02 = row(&mut out, "R02", a.at("suicidal-thoughts", "plan-intent-or-right-now"), [3, 0, 0, 4]);
    let r03 = row(&mut out, "R03", a.at("suicide-attempt", "past-3-months"), [3, 0, 0, 4]);
    row(&mut out, "R03b", a.at("self-harm", "past-3-months"), [2, 0, 0, 3]);
    row(&mut out, "R04", a.at("suicidal-thoughts", "thoughts-of-suicide"), [2, 0, 0, 3]);
    row(&mut out, "R05", a.at("suicidal-thoughts", "wish-not-to-be-alive"), [1, 0, 0, 2]);
    let r06 = row(&mut out, "R06", a.at("thoughts-of-hurting-others", "plan-or-intent"), [3, 0, 0, 4]);
    row(&mut out, "R07", a.at("thoughts-of-hurting-others", "thoughts"), [2, 0, 0, 3]);
    let r08 = row(&mut out, "R08", strong_d && now_d, [2, 2, 0, 3]);
    let danger = ["alcohol", "sedatives", "barbiturates", "ghb", "unknown"];
    let r09 = row(&mut out, "R09", seizure_d && a.last(&danger, "6-to-14-days") && starred, [2, 2, 0, 3]);
    let r10 = row(&mut out, "R10", a.at("perception", "now-and-not-coping"), [3, 0, 0, 4]);
    let r11 = row(&mut out, "R11", pregnant && a.last(&either_track, "15-to-28-days"), [1, 1, 0, 3]);
    let bad_signs = (came_with("racing-heart") && came_with("vomiting")) || came_with("confusion") || came_with("chest-pain");
    let r12 = row(&mut out, "R12", (misuse || a.used(&["unknown"])) && strong_o && bad_signs, [3, 3, 0, 4]);
    row(&mut out, "R13", a.at("people-around", "threatens-hurts-or-controls"), [1, 0, 0, 2]);
    row(&mut out, "R14", overdose_30, [1, 0, 0, 3]);
    if row(&mut out, "R15", a.at("age", "under-18"), [0, 0, 0, 1]) {
        out.add_ons.insert("ADOL");
    }
    let r16 = row(&mut out, "R16", r08 && seizure_d, [3, 3, 0, 4]);

    // C.3, dimension A: track d, track o, and A itself.
    let (mut ad, mut ao, mut other) = (0_u8, 0_u8, 0_u8);
    let rate = |out: &mut Outcome, id: &'static str, holds: bool, track: &mut u8, rating: u8| {
        if row(out, id, holds, [0; 4]) {
            *track = rating.max(*track);
        }
        holds
    };
    rate(&mut out, "A01", a.near_daily("cannabis") || a.near_daily("stimulants"), &mut other, 1);
    rate(&mut out, "A01b", a.near_daily("kratom"), &mut ao, 1);
    rate(&mut out, "A01b", a.near_daily("kratom") && (waking_o || mild_o), &mut ao, 2);
    let drinks_daily = a.near_daily("alcohol");
    let drinks_often = (alc5 && drinks_daily) || (alc15 && a.at("days-alcohol", "4-12-days"));
    rate(&mut out, "A02", drinks_often && alcohol_recent && starred, &mut ad, 1);
    let a03 = rate(&mut out, "A03", alc8 && drinks_daily && alcohol_recent && starred, &mut ad, 2);
    let a04 = rate(&mut out, "A04", waking_d && danger_recent && starred, &mut ad, 2);
    let a05 = rate(&mut out, "A05", sick_d && danger_recent && starred, &mut ad, 2);
    let a06 = rate(&mut out, "A06", mild_d && now_d, &mut ad, 2);
    rate(&mut out, "A07", a.at("sedative-source", "prescribed-4-weeks-or-more") && sedative_recent && starred, &mut ad, 2);
    let supply = (misuse && a.near_daily("opioids")) || a.at("opioid-supply", "daily-street-supply");
    let a08 = (supply && opioid_recent) || (waking_o && opioid_track_recent);
    rate(&mut out, "A08", a08 && starred, &mut ao, 2);
    rate(&mut out, "A08b", strong_o && a.last(&["opioids", "kratom", "unknown"], "within-5-days"), &mut ao, 2);
    let takes_daily = a.at("opioid-supply", "as-prescribed") && a.near_daily("opioids");
    rate(&mut out, "A08c", takes_daily && opioid_recent && starred, &mut ao, 1);
    rate(&mut out, "A09", a.near_daily("unknown") && starred, &mut ad, 2);
    rate(&mut out, "A09", a.near_daily("unknown") && starred, &mut ao, 2);
    rate(&mut out, "A10", alc15 && drinks_daily && alcohol_recent && starred, &mut ad, 3);
    rate(&mut out, "A11", seizure_d && danger_recent && starred, &mut ad, 3);
    let stacked = a.at("age", "65-or-over")
        || (a.at("sedative-source", "prescribed-under-4-weeks") && a.used(&["alcohol"]))
        || misuse
        || pregnant
        || a.at("health-conditions", "needs-care-soon")
        // Reads Q14 as unstable (A.2); B01 and B02 lie below the B03 that it sets.
        || a.has("health-signs", "cannot-keep-fluids-down")
        || a.has("health-signs", "seizure-disorder")
        || a.has("health-signs", "recent-head-injury")
        || a.at("bad-withdrawals", "3-or-more-times");
    rate(&mut out, "A12", (a03 || a04 || a05 || a06) && stacked && starred, &mut ad, 3);
    rate(&mut out, "A13", strong_d && now_d, &mut ad, 3);
    let sedatives_daily = a.near_daily("sedatives") || a.near_daily("barbiturates");
    rate(&mut out, "A14", sedatives_top && sedatives_daily && sedative_recent && starred, &mut ad, 3);
    rate(&mut out, "A15", a.near_daily("ghb") && a.last(&["ghb"], "15-to-28-days") && starred, &mut ad, 3);
    rate(&mut out, "A16", a.near_daily("barbiturates") && a.last(&["barbiturates"], "15-to-28-days") && starred, &mut ad, 3);
    // C.3.1. Past trouble gives one point at sickness and three at its top option.
    let points = [
        a.at("days-alcohol", "1-3-days") && alc5,
        sick_d,
        seizure_d,
        seizure_d,
        a.at("earlier-treatment", "once-or-more-over-12-months-ago"),
        a.at("memory-gaps", "yes"),
        a.used(&["sedatives", "barbiturates"]),
        a.used(&["ghb", "opioids", "kratom", "stimulants", "cannabis", "other", "unknown"]),
        a.last(&["alcohol"], "within-5-days") && mild_d,
        waking_d,
    ];
    let risk_count = points.iter().filter(|point| **point).count();
    rate(&mut out, "A17", risk_count >= 4 && alc5 && alcohol_recent && starred, &mut ad, 3);
    rate(&mut out, "A18", a.at("opioid-supply", "daily-with-sedative-mixed-in") && opioid_recent && starred, &mut ao, 3);
    let seizure_o = a.at("stopping-opioid", "seizure-confusion-or-seeing-things");
    rate(&mut out, "A18b", seizure_o && opioid_track_recent && starred, &mut ao, 3);
    let emergency = r01 || r12 || r16;
    rate(&mut out, "A19", emergency, &mut other, 4);
    rate(&mut out, "A19", emergency && a.used(&danger), &mut ad, 4);
    rate(&mut out, "A19", emergency && a.used(&["opioids", "kratom", "unknown"]), &mut ao, 4);
    let stopping = ad.max(ao).max(other);

    // C.3, dimensions B to E.
    let (mut b, mut c, mut d, mut e) = (0_u8, 0_u8, 0_u8, 0_u8);
    rate(&mut out, "B01", a.at("health-conditions", "stable"), &mut b, 1);
    rate(&mut out, "B02", a.at("health-conditions", "needs-care-soon") || a.at("pregnancy", "recently-gave-birth"), &mut b, 2);
    rate(
        &mut out,
        "B03",
        a.at("health-conditions", "unstable-or-in-hospital") || a.has("health-signs", "cannot-keep-fluids-down"),
        &mut b,
        3,
    );
    let body_signs = ["cannot-be-woken", "not-breathing-well", "chest-pain", "overdose", "injury"];
    rate(&mut out, "B04", body_signs.iter().any(|sign| a.has("right-now", sign)) || r12, &mut b, 4);
    rate(&mut out, "C01", a.at("mood", "some-days"), &mut c, 1);
    let c02 = a.at("mood", "more-than-half-the-days")
        || a.at("suicidal-thoughts", "wish-not-to-be-alive")
        || a.at("suicide-attempt", "over-12-months-ago")
        || a.at("self-harm", "over-12-months-ago")
        || a.at("perception", "past");
    rate(&mut out, "C02", c02, &mut c, 2);
    let c03 = a.at("mood", "cannot-function")
        || a.at("suicidal-thoughts", "thoughts-of-suicide")
        || a.at("suicide-attempt", "3-to-12-months-ago")
        || a.at("self-harm", "3-to-12-months-ago")
        || a.at("perception", "now-but-coping")
        || a.at("thoughts-of-hurting-others", "thoughts");
    rate(&mut out, "C03", c03, &mut c, 3);
    rate(&mut out, "C04", r02 || r03 || r06 || r10 || a.has("right-now", "about-to-act-on-suicide"), &mut c, 4);
    // Constructs 10 and 11 are left out when every substance, tobacco aside, is a medicine as prescribed.
    let only_prescribed =
        !a.used(&["alcohol", "ghb", "kratom", "stimulants", "cannabis", "other", "unknown"]) && !sedatives_top && !misuse;
    let signs = questionnaire().items.iter().filter(|item| item.question() == "Q20");
    let count = signs
        .filter(|item| a.at(item.link_id.0, "yes"))
        .filter(|item| !(only_prescribed && ["Q20.10", "Q20.11"].contains(&item.code)))
        .count();
    let d01 = count >= 1
        || alc5
        || (a.at("drinks-a-day", "3-4-drinks") && (a.at("age", "65-or-over") || drinks_daily))
        || misuse
        || sedatives_top
        || a.used(&["stimulants", "ghb", "barbiturates", "kratom", "other", "unknown"])
        || a.at("risky-ways", "sometimes");
    rate(&mut out, "D01", d01, &mut d, 1);
    rate(&mut out, "D02", count >= 2, &mut d, 2);
    rate(&mut out, "D03", count >= 4, &mut d, 3);
    rate(&mut out, "D04", count >= 6, &mut d, 4);
    rate(&mut out, "D05", count >= 2 && recent_treatment, &mut d, 3);
    rate(&mut out, "D06", a.at("opioid-supply", "daily-street-supply"), &mut d, 3);
    rate(&mut out, "D07", overdose_12 && count >= 2, &mut d, 3);
    rate(&mut out, "D08", alc8 && drinks_daily, &mut d, 3);
    rate(&mut out, "D08b", a.near_daily("stimulants"), &mut d, 3);
    let [stressful, temporary, no_place] =
        ["stable-but-stressful", "temporary", "no-safe-place"].map(|place| a.at("living-place", place));
    let [mixed, mostly_use, threatens] =
        ["mixed", "mostly-use-or-no-support", "threatens-hurts-or-controls"].map(|people| a.at("people-around", people));
    rate(&mut out, "E01", stressful || mixed, &mut e, 1);
    rate(&mut out, "E02", (nobody_stays && stopping >= 1) || (stressful && mixed), &mut e, 2);
    rate(&mut out, "E03", mostly_use || temporary, &mut e, 3);
    rate(&mut out, "E04", no_place || threatens, &mut e, 4);
    out.ratings = [ad, ao, stopping, b, c, d, e];

    // C.4. First the two red flags that read a rating.
    let r11_care = r11 && ad >= 1;
    if r11_care {
        out.first_step = out.first_step.max(2);
    }
    let care_from_red_flag = r08 || r09 || r11_care;
    let add = |out: &mut Outcome, holds: bool, add_ons: &[&'static str]| {
        if holds {
            out.add_ons.extend(add_ons);
        }
    };
    let as_f02 = |out: &mut Outcome, holds: bool| {
        let danger = holds && (ad >= 2 || care_from_red_flag);
        add(out, danger && a.used(&["sedatives", "barbiturates"]), &["TAPER"]);
        add(out, danger && a.used(&["alcohol"]), &["M-AUD"]);
        let opioid = holds && ao >= 2 && a.used(&["opioids", "kratom", "unknown"]);
        add(out, opioid, &["M-MOUD", "NALOX"]);
    };
    let opioids = a.used(&["opioids", "kratom"]);
    let floor = |out: &mut Outcome, id: &'static str, holds: bool, [step, level, urgency]: [u8; 3], add_ons: &[&'static str]| {
        row(out, id, holds, [0, step, level, urgency]);
        add(out, holds, add_ons);
        holds
    };
    floor(&mut out, "F01", stopping >= 1, [0, 1, 0], &[]);
    let f02 = floor(&mut out, "F02", stopping >= 2, [1, 2, 2], &[]);
    let f03 = floor(&mut out, "F03", ad >= 2 && (e >= 3 || b >= 2 || c >= 3 || nobody_stays), [2, 6, 2], &[]);
    let f04 = floor(&mut out, "F04", ao >= 2 && (e >= 4 || c >= 3 || b >= 3), [2, 5, 2], &[]);
    let f05 = floor(&mut out, "F05", stopping >= 3 || care_from_red_flag, [2, 6, 3], &[]);
    as_f02(&mut out, f02 || f03 || f04 || f05);
    floor(&mut out, "F06", stopping >= 4, [3, 6, 4], &[]);
    floor(&mut out, "F07", b >= 2, [0, 2, 1], &[]);
    add(&mut out, b >= 2 && pregnant, &["PREG"]);
    floor(&mut out, "F07b", b >= 3, [0, 2, 3], &[]);
    let f08 = floor(&mut out, "F08", pregnant && d >= 2, [1, 2, 3], &["PREG"]);
    add(&mut out, f08 && opioids, &["M-MOUD"]);
    floor(&mut out, "F09", b >= 3 && (d >= 2 || stopping >= 1), [0, 6, 3], &[]);
    floor(&mut out, "F10", b >= 4, [3, 6, 4], &[]);
    floor(&mut out, "F11", c >= 2, [0, 1, 1], &["CO-MH"]);
    floor(&mut out, "F12", c >= 2 && d >= 2, [0, 3, 1], &["CO-MH"]);
    floor(&mut out, "F13", c >= 3, [0, 2, 3], &["CO-MH"]);
    floor(&mut out, "F14", c >= 3 && d >= 2, [0, 4, 3], &["CO-MH"]);
    floor(&mut out, "F15", c >= 3 && (d >= 4 || e >= 3) && d >= 2, [0, 5, 3], &["CO-MH"]);
    floor(&mut out, "F16", c >= 4, [0, if d >= 2 { 6 } else { 2 }, 4], &["CO-MH"]);
    floor(&mut out, "F17", d >= 1, [0, 1, 0], &[]);
    floor(&mut out, "F18", d >= 2, [0, 2, 1], &[]);
    floor(&mut out, "F19", d >= 3, [0, 3, 1], &[]);
    floor(&mut out, "F20", d >= 4, [0, 3, 1], &[]);
    floor(&mut out, "F21", d >= 4 && (a.at("longest-stretch", "under-3-days") || recent_treatment || c >= 2), [0, 4, 1], &[]);
    floor(&mut out, "F22", d >= 4 && e >= 3, [0, 5, 1], &["HOUSING"]);
    floor(&mut out, "F23", d >= 3 && e >= 3, [0, 4, 1], &["HOUSING"]);
    floor(&mut out, "F24", d >= 3 && e >= 4, [0, 5, 2], &["HOUSING", "SAFE-HOME"]);
    floor(&mut out, "F25", d >= 2 && e >= 3, [0, 3, 1], &["HOUSING"]);
    floor(&mut out, "F26", e >= 4, [0, 1, 2], &["SAFE-HOME", "HOUSING"]);
    let f27 = floor(&mut out, "F27", overdose_30 && d >= 2, [0, 3, 3], &["NALOX"]);
    floor(&mut out, "F28", overdose_30 && d >= 3, [0, 4, 3], &["NALOX"]);
    floor(&mut out, "F29", overdose_30 && d >= 4 && e >= 2, [0, 5, 3], &["NALOX"]);
    add(&mut out, f27 && opioids, &["M-MOUD"]);
    let areas = |least: u8| [b, c, d, e].iter().filter(|rating| **rating >= least).count();
    floor(&mut out, "F30", areas(2) >= 3, [0, 3, 1], &[]);
    floor(&mut out, "F31", areas(3) >= 2 && d >= 3, [0, 5, 2], &[]);
    floor(&mut out, "F32", misuse, [0, 2, 1], &["M-MOUD", "NALOX"]);
    floor(&mut out, "F33", a.used(&["stimulants"]) && d >= 2, [0, 2, 1], &["CM"]);
    floor(&mut out, "F34", a.open("Q06", "Q12") || a.open("Q16", "Q20"), [0, 1, 1], &["TALK"]);
    floor(&mut out, "F34b", a.open("Q31a", "Q31c") || a.open("Q32", "Q32"), [0, 0, 0], &["TALK"]);
    let rated = stopping >= 1 || b >= 2 || c >= 2 || d >= 1 || e >= 3;
    floor(&mut out, "F36", rated || a.open("Q01b", "Q27") || a.open("Q31a", "Q32"), [0, 1, 0], &[]);
    floor(&mut out, "F35", a.at("treatment-medicine", "yes"), [0, 0, 0], &["KEEP-MED"]);
    floor(&mut out, "F37", overdose_30, [0, 1, 3], &["NALOX"]);
    floor(&mut out, "F37b", overdose_12, [0, 1, 1], &["NALOX"]);
    let after_care = a.at("inpatient-care", "yes");
    floor(&mut out, "F38", after_care, [0, 3, 1], &[]);
    floor(&mut out, "F38b", after_care && e >= 3, [0, 4, 1], &["HOUSING"]);
    floor(&mut out, "F38c", after_care && e >= 4, [0, 5, 2], &["HOUSING", "SAFE-HOME"]);
    let near_daily_use = (drinks_daily && alc8)
        || (a.near_daily("opioids") && misuse)
        || a.near_daily("stimulants")
        || (a.near_daily("sedatives") && sedatives_top)
        || a.near_daily("barbiturates")
        || a.near_daily("ghb");
    floor(&mut out, "F39", d >= 3 && near_daily_use && recent_treatment, [0, 4, 0], &[]);
    let many_treatments = a.at("earlier-treatment", "more-than-once-in-12-months-or-5-ever");
    floor(&mut out, "F39b", d >= 3 && near_daily_use && many_treatments, [0, 5, 0], &[]);
    floor(&mut out, "F40", a.at("shaky-recovery", "yes"), [0, 2, 1], &[]);
    floor(&mut out, "F41", a.has("health-signs", "wounds"), [0, 0, 0], &["WOUND"]);
    floor(&mut out, "F42", a.has("wishes", "veterans"), [0, 0, 0], &["VET"]);
    let supply_risk = a.at("risky-ways", "sometimes") || a.used(&["unknown", "stimulants"]);
    floor(&mut out, "F43", supply_risk, [0, 1, 0], &["NALOX"]);
    out
}
