//! "Add a command": `footing languages` lists the languages.

use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};

pub const RECIPE: Recipe = Recipe {
    name: "Add a command",
    steps: &[
        Step::new("578a41d8", add_the_variant),
        Step::new("0b55f818", do_the_work),
        Step::new("66a2976e", left_to_the_commands),
        Step::new("2f89743b", add_cases),
        Step::new("7f5e5d29", pass_it_on),
        Step::new("6437e54c", add_to_the_table),
    ],
};

const ABOUT: &str = "    /// Lists the languages that have words";

fn add_the_variant(trial: &mut Trial) {
    trial.draft.add_before(
        "crates/cli/src/command_line.rs",
        "    /// Writes the questionnaire as FHIR R4 Questionnaire JSON\n",
        &format!("{ABOUT}\n    Languages,\n"),
    );
}

fn do_the_work(trial: &mut Trial) {
    trial.draft.write(
        "crates/cli/src/languages.rs",
        r#"//! Lists the languages that have words.

use command_support::failure::Failure;
use command_support::terminal::say;
use command_support::workspace::Workspace;
use content_compiler::author;

/// Lists the languages, one on each line.
pub fn languages(workspace: &Workspace) -> Result<(), Failure> {
    for language in author::languages(&workspace.content()) {
        say(language);
    }
    Ok(())
}
"#,
    );
    let main = "crates/cli/src/main.rs";
    trial
        .draft
        .add_before(main, "mod method;\n", "mod languages;\n\n");
    trial.draft.add_behind(
        main,
        "        Command::Rulebook => method::rulebook(&workspace()?),\n",
        "        Command::Languages => languages::languages(&workspace()?),\n",
    );
}

/// The expected output is filled in by the command of the recipe.
fn add_cases(trial: &mut Trial) {
    for (name, arguments, status) in [
        ("languages", "\"languages\"", "success"),
        ("languages-with-too-much", "\"languages\", \"all\"", "2"),
    ] {
        let status = match status {
            "success" => String::new(),
            code => format!("status.code = {code}\n"),
        };
        trial.draft.write(
            &format!("crates/cli/tests/commands/{name}.toml"),
            &format!("bin.name = \"footing\"\nargs = [{arguments}]\n{status}stdout = \"\"\nstderr = \"\"\n"),
        );
    }
}

fn pass_it_on(trial: &mut Trial) {
    trial.draft.add_before(
        "xtask/src/command_line.rs",
        "    /// Writes the questionnaire as FHIR R4 Questionnaire JSON\n",
        &format!("{ABOUT}\n    #[command(disable_help_flag = true)]\n    Languages(Rest),\n"),
    );
    trial.draft.add_before(
        "xtask/src/main.rs",
        "        Command::Questionnaire(rest) =>",
        "        Command::Languages(rest) => return author::run(&workspace, \"languages\", rest),\n",
    );
}

fn add_to_the_table(trial: &mut Trial) {
    trial.draft.add_row(
        "README.md",
        "| `cargo xtask questionnaire` |",
        "| `cargo xtask languages` | the languages that have words |",
    );
    trial.draft.replace(
        "CHANGELOG.md",
        "\n### Added\n\nThe check:\n\n",
        "\n### Added\n\nThe check:\n\n- `cargo xtask languages` lists the languages that have words.\n",
    );
}
