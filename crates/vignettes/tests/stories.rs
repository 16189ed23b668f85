//! Runs every clinical story in `tests/vignettes/` on the real content: one named test per file.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

use std::path::Path;
use std::sync::LazyLock;

use assessment::assess;
use content::questionnaire;
use test_support::stories::{Story, stories};

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(stories);

datatest_stable::harness! {
    { test = matches_its_expectation, root = "../../tests/vignettes", pattern = r"\.toml$" },
}

fn matches_its_expectation(file: &Path) -> datatest_stable::Result<()> {
    let name = file.file_stem().unwrap().to_string_lossy();
    let story = STORIES.iter().find(|story| story.name == name);
    let story = story.ok_or("the reader left this file out")?;
    let result = assess(questionnaire(), &story.response);
    let differences = story.differences(&result);
    if differences.is_empty() {
        return Ok(());
    }
    let fired: Vec<&str> = result.fired.iter().map(|rule| rule.0).collect();
    Err(format!(
        "{}\nrules that fired: {}",
        differences.join("\n"),
        fired.join(", ")
    )
    .into())
}
