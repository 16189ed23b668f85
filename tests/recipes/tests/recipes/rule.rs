//! "Add a rule": an illness that is not looked after, in a home that works against care, within two days (F51).

use recipes::{check, story};

use crate::recipe::{Recipe, Step};
use crate::threshold;
use crate::trial::{Trial, left_to_the_commands};
use crate::words::add_in_every_language;

pub const RECIPE: Recipe = Recipe {
    name: "Add a rule",
    steps: &[
        Step::new("8c875282", write_the_story),
        Step::new("231e5096", write_the_evidence),
        Step::new("d01a7580", add_the_rule),
        Step::new("0e5c5f3a", left_to_the_commands),
        Step::new("c3ea5de3", let_use_stand_aside),
        Step::new("45773b43", say_what_it_means),
        Step::new("c750cb36", prove_it),
        Step::new("70cd60d8", left_to_the_commands),
        Step::new("f1db964c", threshold::go_on),
    ],
};

fn write_the_story(trial: &mut Trial) {
    trial.tell(
        "illness-not-looked-after-and-a-home-for-a-short-time",
        r#"story = "Has an illness that nobody looks after, sleeps on couches, and uses nothing."

[answers]
health-conditions = "not-looked-after"
living-place = "temporary"

[expect]
ratings = { stopping-safely = 0, physical-health = 2, mind-and-safety = 0, use-and-control = 0, home-and-support = 3 }
alert = 0
first_step = 0
level = 2
urgency = 2
headline = "doctor"
fired = ["F07", "F51"]
add_ons = []
"#,
        &["F51"],
    );
    let problems = story::problems(&trial.draft);
    assert!(
        problems.iter().any(|problem| problem.contains("'F51'")),
        "{problems:#?}"
    );
}

fn write_the_evidence(trial: &mut Trial) {
    trial.draft.add_row(
        "src/docs/clinical-evidence.md",
        "| F49b | ",
        "| F51 | B2 AND E3+ | - | 2 | 2 | - | an illness and a home that does not carry care [DESIGN] |",
    );
}

fn add_the_rule(trial: &mut Trial) {
    trial.draft.append(
        "crates/content/rules/floors.toml",
        r#"
[[rule]]
id = "F51"
when = { all = [{ rating = "physical-health", at_least = 2 }, { rating = "home-and-support", at_least = 3 }] }
then = { level = 2, urgency = 2 }
rationale = "An illness, and a home that does not carry care."
sources = ["S25"]
evidence = "design"
reviewed = "none"
"#,
    );
    let reasons = "crates/content/words/en/reasons.toml";
    let position = trial.draft.position(reasons, "[reasons");
    trial.must_be_named(&position, "'F51'");
}

/// Without it, people whose need is of the body are told of addiction care.
fn let_use_stand_aside(trial: &mut Trial) {
    trial.draft.replace(
        "crates/content/display.toml",
        "only_from = [\"F07\", \"F07b\", \"F13\", \"F45\"]",
        "only_from = [\"F07\", \"F07b\", \"F13\", \"F45\", \"F51\"]",
    );
    trial.draft.replace(
        "src/docs/clinical-evidence.md",
        "no rule but F07, F07b, F13 and F45 gives level 2 or more",
        "no rule but F07, F07b, F13, F45 and F51 gives level 2 or more",
    );
}

fn say_what_it_means(trial: &mut Trial) {
    add_in_every_language(
        &trial.draft,
        "reasons.toml",
        "\n[reasons.F51]\ntext = \"With an illness and no steady home, a doctor soon is a good start.\"\n",
    );
}

fn prove_it(trial: &mut Trial) {
    check::builds(&trial.draft);
    assert!(trial.story_comes_out(), "{:#?}", story::moved(&trial.draft));
}
