//! "Change a threshold": one sign of lost control is enough where a treatment ended within 12 months (D05).

use recipes::{check, story};

use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};
use crate::words::accept_in_every_language;

pub const RECIPE: Recipe = Recipe {
    name: "Change a threshold",
    steps: &[
        Step::new("3956232f", write_the_story),
        Step::new("74e877a3", change_the_number),
        Step::new("8704ba26", change_rows_and_words),
        Step::new("c82fcd41", show_hidden_questions),
        Step::new("c26938de", mend_stories),
        Step::new("4c3b7caf", set_the_version),
        Step::new("34dd2891", tell_the_change),
        Step::new("efb4c145", renew_the_method_page),
        Step::new("a2f9f019", left_to_the_commands),
        Step::new("922bdf3d", write_the_changelog),
    ],
};

/// Steps 4 to 10, with which other recipes go on.
pub fn go_on(trial: &mut Trial) {
    for step in &RECIPE.steps[3..] {
        (step.perform)(trial);
    }
}

const RULES: &str = "crates/content/rules/use-and-control.toml";
const EVIDENCE: &str = "src/docs/clinical-evidence.md";

fn write_the_story(trial: &mut Trial) {
    trial.tell(
        "one-sign-soon-after-treatment",
        r#"story = "Drinks at weekends, takes more than planned, and had weekly visits within the past 12 months."

[answers]
substances = ["alcohol"]
days-alcohol = "4-12-days"
drinks-a-day = "3-4-drinks"
last-alcohol = "within-5-days"
more-than-planned = "yes"
earlier-treatment = "past-12-months-weekly"

[expect]
ratings = { stopping-safely = 0, physical-health = 0, mind-and-safety = 0, use-and-control = 3, home-and-support = 0 }
alert = 0
first_step = 0
level = 3
urgency = 1
headline = "level-3"
fired = ["D05", "F19"]
add_ons = ["M-AUD"]
"#,
        &["D05", "Q22"],
    );
    // The question is not asked after one sign, and the rule does not fire.
    let file = story::file(&trial.story);
    let position = trial.draft.position(&file, "earlier-treatment");
    let position = position.trim_start_matches("tests/vignettes/");
    let problems = story::problems(&trial.draft);
    assert!(
        problems.iter().any(|problem| problem.starts_with(position)),
        "{problems:#?}"
    );
}

fn change_the_number(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.replace(
        RULES,
        "id = \"D05\"\nwhen = { all = [\n    { count = \"signs-of-lost-control\", at_least = 2 },",
        "id = \"D05\"\nwhen = { all = [\n    { count = \"signs-of-lost-control\", at_least = 1 },",
    );
    draft.replace(
        RULES,
        "rationale = \"Signs, and treatment in the past 12 months.\"",
        "rationale = \"A sign, and treatment in the past 12 months.\"",
    );
    check::builds(draft);
}

fn change_rows_and_words(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.replace(
        EVIDENCE,
        "| D05 | count 2 or more AND",
        "| D05 | count 1 or more AND",
    );
    let stale = |locale| check::stale(draft, locale);
    let before: Vec<usize> = ["es", "fr", "ar"].map(stale).to_vec();
    draft.replace(
        "crates/content/words/en/reasons.toml",
        "After treatment in the past 12 months, these signs call for more support.",
        "After treatment in the past 12 months, a sign like this calls for more support.",
    );
    assert!(
        before
            .iter()
            .zip(["es", "fr", "ar"].map(stale))
            .all(|(before, now)| now == before + 1)
    );
    for (locale, before, after) in [
        ("es", "estas señales piden", "una señal así pide"),
        ("fr", "ces signes demandent", "un tel signe demande"),
        ("ar", "هذه العلامات", "علامة كهذه"),
    ] {
        let file = format!("crates/content/words/{locale}/reasons.toml");
        let words = draft.text(&file);
        let line = words
            .split("[reasons.D05]\n")
            .nth(1)
            .and_then(|rest| rest.lines().next())
            .unwrap();
        assert!(line.contains(before), "{locale}: {line}");
        draft.replace(&file, line, &line.replace(before, after));
    }
    accept_in_every_language(draft);
}

/// The proof names what is hidden too early; then nothing is. Other recipes hide nothing, and the whole proof is
/// left to the commands.
fn show_hidden_questions(trial: &mut Trial) {
    if !trial.touches.contains(&"D05") {
        return;
    }
    let draft = &trial.draft;
    let hidden = check::hidden_too_early(draft);
    assert!(
        hidden
            .iter()
            .any(|found| found.contains("earlier-treatment")),
        "{hidden:#?}"
    );
    draft.replace(
        "crates/content/items/risks.toml",
        "enable_when = { any = [{ count = \"checklist-yes\", at_least = 2 },",
        "enable_when = { any = [{ count = \"checklist-yes\", at_least = 1 },",
    );
    draft.replace(
        EVIDENCE,
        "| 12 risks | Q22 | D05, F21, F39, A17 | **branched** | two or more yes;",
        "| 12 risks | Q22 | D05, F21, F39, A17 | **branched** | one or more yes;",
    );
    let hidden = check::hidden_too_early(draft);
    assert!(hidden.is_empty(), "{hidden:#?}");
}

fn mend_stories(trial: &mut Trial) {
    assert!(trial.story_comes_out(), "{:#?}", story::moved(&trial.draft));
    for (name, differences) in story::moved(&trial.draft) {
        trial.say(&format!("    {name}: {}", differences.join("; ")));
        story::mend(&trial.draft, &name);
    }
    assert!(story::moved(&trial.draft).is_empty());
}

fn set_the_version(trial: &mut Trial) {
    let (told, _) = check::last_change(&trial.draft);
    // A second change on one day is of the same version.
    if told != trial.version {
        trial.draft.replace(
            "crates/content/questionnaire.toml",
            &format!("\nversion = \"{told}\"\n"),
            &format!("\nversion = \"{}\"\n", trial.version),
        );
    }
}

const CHANGES: &str = "crates/content/changes.toml";

fn tell_the_change(trial: &mut Trial) {
    let logic = check::logic(&trial.draft);
    tell(trial, &logic);
}

/// Adds the change to the list, or to the entry of the same day.
pub fn tell(trial: &Trial, logic: &str) {
    let draft = &trial.draft;
    let (version, before) = check::last_change(draft);
    assert_ne!(logic, before, "nothing changed that can change a result");
    let touches: Vec<String> = trial.touches.iter().map(|id| format!("{id:?}")).collect();
    let touches = touches.join(", ");
    if version == trial.version {
        draft.replace(
            CHANGES,
            &format!("]\nsources = []\nlogic = \"{before}\"\n"),
            &format!(", {touches}]\nsources = []\nlogic = \"{logic}\"\n"),
        );
    } else {
        draft.append(
            CHANGES,
            &format!(
                "\n[[change]]\nversion = \"{}\"\nwhat = \"A change made by a test.\"\n\
                 why = \"To show that it can be made.\"\ntouches = [{touches}]\nsources = []\n\
                 logic = \"{logic}\"\n",
                trial.version
            ),
        );
    }
    assert_eq!(
        check::last_change(draft),
        (trial.version.clone(), logic.to_owned())
    );
}

const METHOD: &str = "static/method.html";

fn renew_the_method_page(trial: &mut Trial) {
    let page = check::method(&trial.draft);
    assert_ne!(page, trial.draft.text(METHOD));
    for id in &trial.touches {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
    trial.draft.write(METHOD, &page);
}

pub fn write_the_changelog(trial: &mut Trial) {
    let heading = "\n### Clinical content\n\n";
    let changelog = trial.draft.text("CHANGELOG.md");
    let start = changelog.find(heading).unwrap() + heading.len();
    let line = format!("- A test touched {}.\n", trial.touches.join(", "));
    trial.draft.write(
        "CHANGELOG.md",
        &[&changelog[..start], &line, &changelog[start..]].concat(),
    );
}
