//! "Add a question": whether pain gets in the way on most days, beside an illness that lasts (Q34).

use recipes::{check, story};

use crate::recipe::{Recipe, Step};
use crate::threshold;
use crate::trial::{Trial, left_to_the_commands};
use crate::words::add_in_every_language;

pub const RECIPE: Recipe = Recipe {
    name: "Add a question",
    steps: &[
        Step::new("8dcbecbc", write_the_evidence),
        Step::new("68d9680f", add_the_item),
        Step::new("bea8f4b4", add_the_words),
        Step::new("86200329", let_a_rule_read_it),
        Step::new("087ecf84", count_it_for_a_talk),
        Step::new("de0cb1d0", see_it_build),
        Step::new("6a8c3f93", tell_every_option),
        Step::new("8e6eddd3", show_it_on_a_specimen),
        Step::new("7d32394f", left_to_the_commands),
        Step::new("f1db964c", threshold::go_on),
    ],
};

const EVIDENCE: &str = "src/docs/clinical-evidence.md";
const ITEMS: &str = "crates/content/items/body.toml";
const FLOORS: &str = "crates/content/rules/floors.toml";

fn write_the_evidence(trial: &mut Trial) {
    trial.touches = vec!["Q34", "B05", "F36", "F34b"];
    let draft = &trial.draft;
    draft.add_row(
        EVIDENCE,
        "| Q33 | left jail",
        "| Q34 | pain gets in the way on most days | no; yes | no, with the talk card | B |",
    );
    draft.add_row(
        EVIDENCE,
        "| Q33 | left-custody-or-care",
        "| Q34 | pain-most-days (new) | no, yes |",
    );
    draft.add_row(
        EVIDENCE,
        "| 9 body | Q13, Q14, Q14b |",
        "| 9 body | Q34 | B05 | new, **branched** | Q14 at looked after or above |",
    );
    let text = draft.text(EVIDENCE);
    let (before, _) = text.split_once(" items exist, ").unwrap();
    let count = before.rsplit(' ').next().unwrap();
    let more = count.parse::<u32>().unwrap() + 1;
    draft.replace(
        EVIDENCE,
        &format!(" {count} items exist, "),
        &format!(" {more} items exist, "),
    );
}

fn add_the_item(trial: &mut Trial) {
    trial.draft.append(
        ITEMS,
        r#"
[[item]]
link_id = "pain-most-days"
code = "Q34"
kind = "choose-one"
page = "body"
options = ["no", "yes"]
unsure_as = "no"
enable_when = { item = "health-conditions", at_least = "looked-after" }
sources = ["S25"]
"#,
    );
}

const WORDS: &str = r#"
[items.pain-most-days]
text = "Does pain get in your way on most days?"
other = "Does pain get in their way on most days?"
short = "Pain"
why = "Pain that lasts can be a reason to see a doctor soon."
[items.pain-most-days.options]
no = "No"
yes = "Yes"
"#;

fn add_the_words(trial: &mut Trial) {
    add_in_every_language(&trial.draft, "questionnaire.toml", WORDS);
}

fn let_a_rule_read_it(trial: &mut Trial) {
    let position = trial.draft.position(ITEMS, "options = [\"no\", \"yes\"]\nunsure_as = \"no\"\nenable_when = { item = \"health-conditions\"");
    trial.must_be_named(&position, "no rule reads option 'yes' of 'pain-most-days'");
    let draft = &trial.draft;
    draft.append(
        "crates/content/rules/physical-health.toml",
        r#"
[[rule]]
id = "B05"
when = { all = [
    { item = "health-conditions", at_least = "looked-after" },
    { item = "pain-most-days", at_least = "yes" },
] }
then = { ratings = [{ of = "physical-health", at = 2 }] }
rationale = "Pain on most days, beside an illness that lasts."
sources = ["S25"]
evidence = "design"
reviewed = "none"
"#,
    );
    draft.add_row(
        EVIDENCE,
        "| B04 | ",
        "| B05 | Q34 yes AND Q14 looked after or above | 2 | [DESIGN] |",
    );
    add_in_every_language(
        draft,
        "reasons.toml",
        "\n[reasons.B05]\ntext = \"Pain on most days is a reason to see a doctor soon.\"\n",
    );
    // A gap must not count as a quiet answer.
    let rules = draft.text(FLOORS);
    for id in ["F36", "F34b"] {
        let rule = rules.split(&format!("\nid = \"{id}\"\n")).nth(1).unwrap();
        let list = rule.split("unknown = [").nth(1).unwrap();
        let list = list.split(']').next().unwrap();
        draft.replace(
            FLOORS,
            &format!("unknown = [{list}]"),
            &format!("unknown = [{list}, \"Q34\"]"),
        );
    }
    draft.replace(
        EVIDENCE,
        "Q31b, Q32, Q33 (Q16b aside)",
        "Q31b, Q32, Q33, Q34 (Q16b aside)",
    );
    draft.replace(
        EVIDENCE,
        "| F34b | any \"unsure/skip\" in Q13, Q31b, Q32, Q33 |",
        "| F34b | any \"unsure/skip\" in Q13, Q31b, Q32, Q33, Q34 |",
    );
}

fn count_it_for_a_talk(trial: &mut Trial) {
    trial.draft.replace(
        "crates/content/display.toml",
        "\"Q25\", \"Q26\", \"Q27\",\n]",
        "\"Q25\", \"Q26\", \"Q27\", \"Q34\",\n]",
    );
}

/// The build names what is missing in any language, with file and line.
fn see_it_build(trial: &mut Trial) {
    check::builds(&trial.draft);
    for locale in ["en", "es"] {
        let file = format!("crates/content/words/{locale}/questionnaire.toml");
        trial.draft.replace(&file, WORDS, "");
        let position = trial.draft.position(&file, "[items");
        trial.must_be_named(&position, "'pain-most-days'");
        trial.draft.append(&file, WORDS);
    }
}

/// Stories that leave all else empty leave this empty too.
fn tell_every_option(trial: &mut Trial) {
    let files = trial.draft.files();
    for file in files
        .iter()
        .filter(|file| file.starts_with("tests/vignettes/"))
    {
        let text = trial.draft.text(file);
        let (before, after) = (
            "\"health-conditions\",",
            "\"health-conditions\", \"pain-most-days\",",
        );
        if text.contains("left_empty = [") && text.contains(before) {
            trial.draft.replace(file, before, after);
        }
    }
    let touches = trial.touches.clone();
    trial.tell(
        "pain-beside-a-looked-after-illness-is-left-open",
        r#"story = "Has an illness that is looked after, uses nothing, and leaves the question on pain empty."
left_empty = ["pain-most-days"]

[answers]
health-conditions = "looked-after"

[expect]
ratings = { stopping-safely = 0, physical-health = 1, mind-and-safety = 0, use-and-control = 0, home-and-support = 0 }
alert = 0
first_step = 0
level = 1
urgency = 0
headline = "level-1"
fired = ["B01", "F36", "F34b"]
not_fired = ["B05"]
add_ons = ["TALK"]
"#,
        &touches,
    );
    assert!(trial.story_comes_out(), "{:#?}", story::moved(&trial.draft));
    trial.tell(
        "pain-on-most-days-beside-a-looked-after-illness",
        r#"story = "Has an illness that is looked after, with pain on most days, and uses nothing."

[answers]
health-conditions = "looked-after"
pain-most-days = "yes"

[expect]
ratings = { stopping-safely = 0, physical-health = 2, mind-and-safety = 0, use-and-control = 0, home-and-support = 0 }
alert = 0
first_step = 0
level = 2
urgency = 1
headline = "doctor"
fired = ["B01", "B05", "F07", "F36"]
add_ons = []
"#,
        &touches,
    );
    assert!(trial.story_comes_out(), "{:#?}", story::moved(&trial.draft));
}

fn show_it_on_a_specimen(trial: &mut Trial) {
    trial.draft.add_behind(
        "crates/specimens/src/check/answers.rs",
        "    (\"suicidal-thoughts\", &[\"thoughts-of-suicide\"]),\n    (\"pregnancy\", &[\"yes\"]),\n",
        "    (\"health-conditions\", &[\"looked-after\"]),\n",
    );
}
