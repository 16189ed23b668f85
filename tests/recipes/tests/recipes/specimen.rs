//! "Add a state of a screen": a result beside low mood.

use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};

pub const RECIPE: Recipe = Recipe {
    name: "Add a state of a screen (specimen)",
    steps: &[
        Step::new("5b66d12f", add_the_answers),
        Step::new("39e17825", left_to_the_commands),
        Step::new("48a2f9fe", assert_what_the_name_says),
        Step::new("825e8897", left_to_the_commands),
        Step::new("7810ac6b", left_to_the_commands),
    ],
};

fn add_the_answers(trial: &mut Trial) {
    trial.draft.add_before(
        "crates/specimens/src/check/answers.rs",
        "        (\n            \"result-residential\",\n",
        "        (\"result-outpatient-low-mood\", and_signs(&[(\"substances\", &[\"cannabis\"]), (\"mood\", &[\"some-days\"])], 2)),\n",
    );
}

fn assert_what_the_name_says(trial: &mut Trial) {
    trial.draft.add_behind(
        "tests/views/main.rs",
        "        (\"result-outpatient\", \"level-2\"),\n",
        "        (\"result-outpatient-low-mood\", \"level-2\"),\n",
    );
}
