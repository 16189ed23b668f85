//! "Add a language": Dutch, with English words that are marked.

use recipes::check;

use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};

pub const RECIPE: Recipe = Recipe {
    name: "Add a language",
    steps: &[
        Step::new("8f276a28", translate),
        Step::new("0ae9cccb", see_what_is_named),
        Step::new("35f99500", forbid_words),
        Step::new("1c789d1c", serve_it),
        Step::new("ce2e3cda", record_what_it_was_made_from),
        Step::new("a9b378ff", left_to_the_commands),
        Step::new("40da1e92", left_to_the_commands),
    ],
};

const REASONS: &str = "crates/content/words/nl/reasons.toml";
const PHRASES: &str = "crates/content/words/nl/phrases.toml";

fn translate(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.copy_to("crates/content/words/en", "crates/content/words/nl");
    let marked = draft
        .text(REASONS)
        .replace("\ntext = \"", "\ntext = \"[nl] ")
        .replace("\nother = \"", "\nother = \"[nl] ");
    draft.write(REASONS, &marked);
    check::builds(draft);
}

fn see_what_is_named(trial: &mut Trial) {
    let whole = trial.draft.text(PHRASES);
    let brand = whole
        .lines()
        .find(|line| line.starts_with("brand = "))
        .unwrap();
    trial
        .draft
        .replace(PHRASES, &format!("{brand}\n"), "more = \"More\"\n");
    let position = trial.draft.position(PHRASES, "[phrases");
    trial.must_be_named(&position, "'brand'");
    let position = trial.draft.position(PHRASES, "more = \"More\"");
    trial.must_be_named(&position, "'more'");
    trial
        .draft
        .write(PHRASES, &whole.replacen("{minutes}", "{minuten}", 1));
    let position = trial.draft.position(PHRASES, "{minuten}");
    trial.must_be_named(&position, "placeholders");
    trial.draft.write(PHRASES, &whole);
    check::builds(&trial.draft);
}

fn forbid_words(trial: &mut Trial) {
    trial.draft.add_before(
        "crates/content/tests/content/main.rs",
        "        (\n            \"ar\",\n            &[\n",
        "        (\"nl\", &[\"verslaafd\", \"misbruik\", \"vertrouwelijk\"], &[]),\n",
    );
}

fn serve_it(trial: &mut Trial) {
    let draft = &trial.draft;
    let file = "crates/site/src/language.rs";
    draft.add_behind(
        file,
        "    Language::new(\"fr\", \"Français\", HOME, \"fr.html\", \"paper-fr.html\"),\n",
        "    Language::new(\"nl\", \"Nederlands\", HOME, \"nl.html\", \"paper-nl.html\"),\n",
    );
    one_more(trial, file, "pub const LANGUAGES: [Language; ");
    let draft = &trial.draft;
    draft.add_before(
        "static/embed.js",
        "    ar: [\"",
        "    nl: [\"Zelftest: welke hulp zou kunnen passen\", \"Sluiten\"],\n",
    );
    draft.add_behind(
        "static/site.schema.json",
        "          \"ar\",\n",
        "          \"nl\",\n",
    );
    draft.replace(
        "src/docs/embedding.md",
        "`en`, `es`, `fr` or `ar`, the last three drafts",
        "`en`, `es`, `fr`, `nl` or `ar`, the last four drafts",
    );
    draft.replace(
        "README.md",
        "without it all of `en`, `es`, `fr`, `ar`,",
        "without it all of `en`, `es`, `fr`, `nl`, `ar`,",
    );
    let browser_tests = "tests/e2e/src/specimens.rs";
    draft.replace(
        browser_tests,
        "\"fr\", \"ar\"];",
        "\"fr\", \"ar\", \"nl\"];",
    );
    one_more(trial, browser_tests, "pub const OTHER_LANGUAGES: [&str; ");
}

/// Counts one more in the length of an array.
pub fn one_more(trial: &Trial, file: &str, before: &str) {
    let text = trial.draft.text(file);
    let rest = text.split(before).nth(1).unwrap();
    let count = rest.split(']').next().unwrap();
    let more = count.parse::<u32>().unwrap() + 1;
    trial.draft.replace(
        file,
        &format!("{before}{count}]"),
        &format!("{before}{more}]"),
    );
}

fn record_what_it_was_made_from(trial: &mut Trial) {
    let draft = &trial.draft;
    assert!(check::stale(draft, "nl") > 1_000);
    check::accept(draft, "nl");
    let english = "crates/content/words/en/phrases.toml";
    draft.replace(english, "\nback = \"Back\"\n", "\nback = \"Go back\"\n");
    assert_eq!(check::stale(draft, "nl"), 1);
    draft.replace(english, "\nback = \"Go back\"\n", "\nback = \"Back\"\n");
}
