//! A recipe with what is done for each of its steps.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::trial::Trial;

/// A recipe of `CONTRIBUTING.md`.
pub struct Recipe {
    /// Its heading.
    pub name: &'static str,
    /// Its steps, in order.
    pub steps: &'static [Step],
}

/// A step of a recipe.
#[derive(Clone, Copy)]
pub struct Step {
    /// Digest of its text.
    pub digest: &'static str,
    /// Does what it says.
    pub perform: fn(&mut Trial),
}

impl Step {
    pub const fn new(digest: &'static str, perform: fn(&mut Trial)) -> Step {
        Step { digest, perform }
    }
}

impl Recipe {
    /// Performs every step.
    pub fn perform(&self, trial: &mut Trial) {
        for (number, step) in (1..).zip(self.steps) {
            trial.say(&format!("{}, step {number}", self.name));
            let performed = catch_unwind(AssertUnwindSafe(|| (step.perform)(trial)));
            if performed.is_err() {
                // What failed is printed; the other recipes may hold all the same.
                trial.failed(&format!("step {number} of \"{}\"", self.name));
            }
        }
    }
}
