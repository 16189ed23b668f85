//! Refuses a release without fixtures: what is saved or exported with its version has to load in every later one.

use serde::Deserialize;

use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// A file of answers in each form: on the device, as a code, as FHIR.
const FILES: [&str; 3] = ["saved.txt", "code.txt", "response.json"];

#[derive(Deserialize)]
struct Questionnaire {
    version: String,
}

/// Fails if `tests/fixtures/released/` lacks a file of the version of the questions and rules.
pub fn refuse_missing_fixtures(workspace: &Workspace) -> Result<(), Failure> {
    let path = workspace.content().join("questionnaire.toml");
    let unread = |why: String| {
        Failure::work(
            format!("{} cannot be read: {why}.", path.display()),
            "Mend it, then run this again.",
        )
    };
    let text = std::fs::read_to_string(&path).map_err(|error| unread(error.to_string()))?;
    let Questionnaire { version } =
        toml::from_str(&text).map_err(|error| unread(error.to_string()))?;
    let folder = workspace
        .root()
        .join("tests/fixtures/released")
        .join(&version);
    if FILES.iter().all(|name| folder.join(name).is_file()) {
        return Ok(());
    }
    Err(Failure::work(
        format!("No fixtures are kept for the questions and rules of {version}."),
        "Run `SNAPSHOTS=overwrite cargo test -p export released`, commit tests/fixtures/released/, then run this again.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_refused_until_all_its_files_are_there() {
        let root = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(root.path());
        let folder = root.path().join("tests/fixtures/released/2030-01-02");
        std::fs::create_dir_all(workspace.content()).unwrap();
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            workspace.content().join("questionnaire.toml"),
            "version = \"2030-01-02\"\nsections = []\n",
        )
        .unwrap();
        for name in FILES {
            let refused = refuse_missing_fixtures(&workspace).unwrap_err().to_string();
            assert!(refused.contains("2030-01-02"), "{refused}");
            std::fs::write(folder.join(name), "x").unwrap();
        }
        refuse_missing_fixtures(&workspace).unwrap();
    }
}
