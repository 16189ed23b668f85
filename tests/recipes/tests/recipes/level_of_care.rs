//! "Add a level of care": a long stay past 65, above inpatient medical care.
//!
//! From the second step on the checks without a build do not know the level: the commands check it.

use recipes::story;

use crate::recipe::{Recipe, Step};
use crate::threshold;
use crate::trial::{Trial, left_to_the_commands};
use crate::words::add_in_every_language;

pub const RECIPE: Recipe = Recipe {
    name: "Add a level of care",
    steps: &[
        Step::new("499e0577", write_the_story),
        Step::new("9a5412ee", write_the_evidence),
        Step::new("5e1d6191", add_the_variant),
        Step::new("8a029c9c", add_facts_and_words),
        Step::new("80e4d0f9", add_the_headline),
        Step::new("6c065b1f", let_a_rule_raise_it),
        Step::new("f8d8347c", let_sites_offer_it),
        Step::new("6206a756", show_it_on_a_specimen),
        Step::new("5e2b3653", left_to_the_commands),
        // The commands tell the change, because its fingerprint needs a build.
        Step::new("f1db964c", threshold::write_the_changelog),
    ],
};

const EVIDENCE: &str = "src/docs/clinical-evidence.md";
const STORIES: &str = "tests/vignettes/README.md";

fn write_the_story(trial: &mut Trial) {
    trial.tell(
        "illness-out-of-control-at-70",
        r#"story = "Is 70, has an illness out of control, and four signs with cannabis."

[answers]
age = "65-or-over"
substances = ["cannabis"]
days-cannabis = "1-3-days"
more-than-planned = "yes"
cannot-cut-down = "yes"
strong-pull = "yes"
duties-slip = "yes"
health-conditions = "unstable-or-in-hospital-for-it"

[expect]
ratings = { stopping-safely = 0, physical-health = 3, mind-and-safety = 0, use-and-control = 3, home-and-support = 0 }
alert = 0
first_step = 0
level = 7
next_level = 5
urgency = 3
headline = "level-7"
fired = ["F09", "F52"]
add_ons = []
"#,
        &["F52"],
    );
    let problems = story::problems(&trial.draft);
    assert!(
        problems.iter().any(|problem| problem.contains("'level-7'")),
        "{problems:#?}"
    );
}

fn write_the_evidence(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_row(
        EVIDENCE,
        "| Medically monitored or managed inpatient |",
        "| Long stay | an invented level | nobody | varies | [S68] |",
    );
    draft.replace(
        EVIDENCE,
        "6 24-hour medical inpatient\n",
        "6 24-hour medical inpatient, 7 long stay\n",
    );
    draft.replace(
        EVIDENCE,
        "| 15 | level-0 to level-6 |",
        "| 15 | level-0 to level-7 |",
    );
    draft.replace(
        STORIES,
        "6 medical inpatient;",
        "6 medical inpatient, 7 long stay;",
    );
    draft.replace(
        STORIES,
        "| `level-0` to `level-6` |",
        "| `level-0` to `level-7` |",
    );
}

fn add_the_variant(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_behind(
        "crates/assessment/src/output.rs",
        "        MedicalInpatient = \"medical-inpatient\",\n",
        "        /// A long stay in a hospital.\n        LongStay = \"long-stay\",\n",
    );
    draft.replace(
        "crates/assessment/src/guidance.rs",
        "LevelOfCare::EarlySupport | LevelOfCare::MedicalInpatient =>",
        "LevelOfCare::EarlySupport | LevelOfCare::MedicalInpatient | LevelOfCare::LongStay =>",
    );
}

fn add_facts_and_words(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_before(
        "crates/content/levels.toml",
        "[[level]]\ncode = \"withdrawal-check\"\n",
        "[[level]]\ncode = \"long-stay\"\nsources = [\"S68\"]\n\n",
    );
    add_in_every_language(
        draft,
        "levels.toml",
        r#"
[levels.long-stay]
name = "A long stay"
in_a_sentence = "a long stay"
what = "A long stay in a hospital. Nurses are there day and night."
hours = "Medical care day and night"
nights = "Nights at the hospital or unit"
length = "It varies"
who = "It tends to suit older people who are very ill."
medical = "Nurses day and night"
asks = "It takes time off work."
day = "Meals, rest, medicine and some talks."
visit = "Days and nights in a hospital"
happens = ["Nurses day and night", "A plan for home"]
good = ["Nurses act as soon as danger shows."]
hard = ["It means a long time away from home."]
"#,
    );
    let headline = r#"[headlines.level-7]
title = "A place to start: a long stay"
lead = "This means a long stay with nurses day and night. A professional can check what fits."
today = [
    "Call a doctor or a hospital today, and say what you answered here.",
    "Ask someone to go with you.",
    "Call 911 for a seizure, bad confusion, chest pain or trouble breathing.",
]
today_other = [
    "Call a doctor or a hospital today, and say what you answered here.",
    "Offer to go with them.",
    "Call 911 for a seizure, bad confusion, chest pain or trouble breathing.",
]

"#;
    let mut languages = draft.translations();
    languages.push("en".into());
    for language in languages {
        let file = format!("crates/content/words/{language}/headlines.toml");
        draft.add_before(&file, "[headlines.level-6]\n", headline);
    }
}

fn add_the_headline(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_before(
        "crates/content/display.toml",
        "[[headline]]\nid = \"level-6\"\n",
        "[[headline]]\nid = \"level-7\"\nwhen = { output = \"level\", at_least = 7 }\npoints_to = \"program\"\n\
         rationale = \"The level alone.\"\nsources = [\"S68\"]\n\n",
    );
    for file in [
        "crates/proof/src/claims/words.rs",
        "crates/content/tests/properties/medication.rs",
    ] {
        draft.replace(
            file,
            "\"level-5\", \"level-6\"]",
            "\"level-5\", \"level-6\", \"level-7\"]",
        );
    }
}

fn let_a_rule_raise_it(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_row(
        EVIDENCE,
        "| F51 | ",
        "| F52 | SICK AND D3+ AND Q01b 65+ | - | 7 | 3 | - | [DESIGN] |",
    );
    draft.append(
        "crates/content/rules/floors.toml",
        r#"
[[rule]]
id = "F52"
when = { all = [
    { is = "severely-ill" },
    { rating = "use-and-control", at_least = 3 },
    { item = "age", at_least = "65-or-over" },
] }
then = { level = 7, urgency = 3 }
counts_for_next_level = false
rationale = "Severe illness past 65, and use that is hard to control."
sources = ["S68"]
evidence = "design"
reviewed = "none"
"#,
    );
    // What follows a long stay is another level.
    draft.replace(
        EVIDENCE,
        "F01-F06 with their letters, F09, F10, F16 and the R rules",
        "F01-F06 with their letters, F09, F10, F16, F52 and the R rules",
    );
    draft.replace(
        "crates/content/tests/content/main.rs",
        "\"F09\", \"F10\", \"F16\",\n",
        "\"F09\", \"F10\", \"F16\", \"F52\",\n",
    );
    add_in_every_language(
        draft,
        "reasons.toml",
        "\n[reasons.F52]\ntext = \"Past 65, such an illness can call for a long stay.\"\n",
    );
}

fn let_sites_offer_it(trial: &mut Trial) {
    let draft = &trial.draft;
    let schema = "static/site.schema.json";
    draft.replace(
        schema,
        "              \"medical-inpatient\"\n",
        "              \"medical-inpatient\",\n              \"long-stay\"\n",
    );
    draft.replace(
        schema,
        "residential, medical-inpatient\"",
        "residential, medical-inpatient, long-stay\"",
    );
    draft.replace(
        "README.md",
        "`residential`, `medical-inpatient` |",
        "`residential`, `medical-inpatient`, `long-stay` |",
    );
}

fn show_it_on_a_specimen(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.add_before(
        "crates/specimens/src/check/answers.rs",
        "        (\n            \"result-residential\",\n",
        r#"        (
            "result-long-stay",
            and_signs(
                &[
                    ("substances", &["cannabis"]),
                    ("health-conditions", &["unstable-or-in-hospital-for-it"]),
                    ("age", &["65-or-over"]),
                ],
                4,
            ),
        ),
"#,
    );
    draft.add_before(
        "tests/views/main.rs",
        "        (\"result-medical-inpatient\", \"level-6\"),\n",
        "        (\"result-long-stay\", \"level-7\"),\n",
    );
}
