//! Refuses a release whose pages do not say that their words are a draft, as long as nobody has signed them.

use std::path::Path;

use serde::Deserialize;
use site::LANGUAGES;

use crate::files;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// The language that the others are translated from.
const SOURCE: &str = "en";

/// The head of a file of words. A country's file has none where it only replaces words.
#[derive(Deserialize)]
struct Signed {
    status: Option<String>,
    reviewed_by: Option<String>,
}

#[derive(Deserialize)]
struct PhrasesFile {
    phrases: Notes,
}

/// What a page says of its words.
#[derive(Deserialize)]
struct Notes {
    translation_draft: String,
    draft_note: String,
}

/// Fails if a page in `dist/` lacks the note that nobody has signed its words.
pub fn refuse_unmarked_drafts(workspace: &Workspace) -> Result<(), Failure> {
    let words = workspace.content().join("words");
    let mut unmarked = Vec::new();
    for language in &LANGUAGES {
        let spoken = language.locale.split('-').next().unwrap_or_default();
        let folder = words.join(spoken);
        if is_signed(&folder)? {
            continue;
        }
        let notes: PhrasesFile = parse(&folder.join("phrases.toml"))?;
        let note = if spoken == SOURCE {
            notes.phrases.draft_note
        } else {
            notes.phrases.translation_draft
        };
        if !read(&workspace.dist().join(language.page))?.contains(&note) {
            unmarked.push(language.page);
        }
    }
    if unmarked.is_empty() {
        return Ok(());
    }
    Err(Failure::work(
        format!(
            "These pages do not say that nobody has signed their words: {}.",
            unmarked.join(", ")
        ),
        "Have every file in crates/content/words/ signed by name (status and reviewed_by), or leave \"draft\" in all of them and show the note.",
    ))
}

/// Whether a person has signed every file of a language.
fn is_signed(folder: &Path) -> Result<bool, Failure> {
    for file in files::below(folder).map_err(|error| unread(folder, &error.to_string()))? {
        let Signed {
            status,
            reviewed_by,
        } = parse(&file.path)?;
        let is_reviewed = status.is_none_or(|status| status == "reviewed");
        let has_name = reviewed_by.is_none_or(|name| !["", "none"].contains(&name.trim()));
        if !(is_reviewed && has_name) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn parse<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, Failure> {
    toml::from_str(&read(path)?).map_err(|error| unread(path, &error.to_string()))
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| unread(path, &error.to_string()))
}

fn unread(path: &Path, why: &str) -> Failure {
    Failure::work(
        format!("{} cannot be read: {why}.", path.display()),
        "Mend it, or take it back from the repository, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: &str =
        "[phrases]\ntranslation_draft = \"Nobody read it.\"\ndraft_note = \"First draft.\"\n";

    /// A project in which every language has this head of its files, and pages that say this.
    fn refusal(head: &str, page: &str) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path());
        std::fs::create_dir_all(workspace.dist()).unwrap();
        for language in &LANGUAGES {
            let spoken = language.locale.split('-').next().unwrap();
            let words = workspace.content().join("words").join(spoken);
            std::fs::create_dir_all(&words).unwrap();
            std::fs::write(words.join("phrases.toml"), format!("{head}\n{NOTES}")).unwrap();
            std::fs::write(words.join("translated-from.toml"), "\"a.b\" = \"0\"").unwrap();
            std::fs::write(workspace.dist().join(language.page), page).unwrap();
        }
        let refused = refuse_unmarked_drafts(&workspace).err();
        refused.map(|failure| failure.to_string())
    }

    #[test]
    fn drafts_say_so_or_are_refused() {
        let draft = "status = \"draft\"\nreviewed_by = \"none\"";
        assert_eq!(refusal(draft, "First draft. Nobody read it."), None);
        let message = refusal(draft, "First draft.").unwrap();
        assert!(message.contains(" es.html, "), "{message}");
        assert!(!message.contains("index.html"), "{message}");
        assert!(
            refusal(draft, "Nobody read it.")
                .unwrap()
                .contains("index.html")
        );
    }

    #[test]
    fn a_review_without_a_name_is_a_draft() {
        for head in [
            "status = \"reviewed\"\nreviewed_by = \"none\"",
            "status = \"reviewed\"\nreviewed_by = \" \"",
            "status = \"draft\"\nreviewed_by = \"A. Name\"",
        ] {
            assert!(refusal(head, "").is_some(), "{head}");
        }
        let signed = "status = \"reviewed\"\nreviewed_by = \"A. Name\"";
        assert_eq!(refusal(signed, ""), None);
    }
}
