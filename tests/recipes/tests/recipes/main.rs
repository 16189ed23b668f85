//! Every recipe of `CONTRIBUTING.md` is performed here on a copy of the project, step by
//! step, by the edits that a person would make. The copy then has to pass the checks that the recipes name.
//!
//! The recipes are performed one after the other in one copy, so that it is built once. What a step says must
//! fail without it is looked at where no build is needed. Checks that need a browser or a release build
//! (`cargo xtask test`, `cargo xtask build`) are left to the suite itself; a copy would need another hour.
//!
//! Each step is held by a digest of its text: whoever rewords a recipe looks at what is done for it here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod command;

mod commands;

mod country;

mod language;

mod level_of_care;

mod question;

mod recipe;

mod rule;

mod served_file;

mod specimen;

mod threshold;

mod trial;

mod words;

use recipe::Recipe;
use recipes::guide::{digest, recipes};
use trial::{Trial, project};

/// Every recipe, in the order in which they are performed: what adds a level of care comes last, because the
/// checks without a build know only the levels that they were compiled with.
const RECIPES: &[Recipe] = &[
    threshold::RECIPE,
    question::RECIPE,
    rule::RECIPE,
    language::RECIPE,
    country::RECIPE,
    specimen::RECIPE,
    served_file::RECIPE,
    command::RECIPE,
    level_of_care::RECIPE,
];

/// A recipe or a step without its test, or one that was reworded, fails here.
#[test]
fn every_step_is_the_one_that_is_performed() {
    let written =
        recipes(&std::fs::read_to_string(project().root().join("CONTRIBUTING.md")).unwrap());
    let mut wrong = Vec::new();
    for recipe in &written {
        let Some(ours) = RECIPES.iter().find(|ours| ours.name == recipe.name) else {
            wrong.push(format!(
                "\"{}\" is performed by no test: write one in tests/recipes/tests/recipes/.",
                recipe.name
            ));
            continue;
        };
        for (number, step) in (1..).zip(&recipe.steps) {
            let now = digest(step);
            if ours
                .steps
                .get(number - 1)
                .is_none_or(|ours| ours.digest != now)
            {
                wrong.push(format!(
                    "step {number} of \"{}\" is new or reads otherwise. Look at what is done for it in \
                     tests/recipes/tests/recipes/, then write its digest there: \"{now}\".\n    {step}",
                    recipe.name
                ));
            }
        }
        if ours.steps.len() > recipe.steps.len() {
            wrong.push(format!(
                "\"{}\" has fewer steps than are performed.",
                recipe.name
            ));
        }
    }
    for ours in RECIPES {
        if written.iter().all(|recipe| recipe.name != ours.name) {
            wrong.push(format!(
                "CONTRIBUTING.md has no recipe \"{}\" any more.",
                ours.name
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_recipe_can_be_followed() {
    let mut trial = Trial::begin();
    for recipe in RECIPES {
        recipe.perform(&mut trial);
    }
    trial.must_have_worked();
    commands::run(&trial);
}
