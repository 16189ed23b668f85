//! "Add a file that is served": a script of a visit.

use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};

pub const RECIPE: Recipe = Recipe {
    name: "Add a file that is served",
    steps: &[
        Step::new("860fe390", write_the_file),
        Step::new("2707bbcf", add_the_row),
        Step::new("3780ce32", left_to_the_commands),
        Step::new("109ba28f", left_to_the_commands),
        Step::new("4213f19c", tell_site_owners),
    ],
};

fn write_the_file(trial: &mut Trial) {
    trial.draft.write(
        "static/hello.js",
        "// Shows that a script can be added.\n\"use strict\";\ndocument.documentElement.dataset.hello = \"yes\";\n",
    );
}

fn add_the_row(trial: &mut Trial) {
    trial.draft.add_before(
        "crates/site/src/hosting/manifest.rs",
        "    // Scripts of other pages.\n",
        "    script(\"hello.js\").tag(Script, &[Check]).counts(VISIT),\n",
    );
}

fn tell_site_owners(trial: &mut Trial) {
    trial.draft.replace(
        "CHANGELOG.md",
        "\n### Added\n\nThe check:\n\n",
        "\n### Added\n\nThe check:\n\n- A script says hello: copy `hello.js` with the rest.\n",
    );
}
