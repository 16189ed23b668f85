//! Lists what a translator has to do, and records that it is done.

use std::fs;

use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;
use content_compiler::problem::Problem;
use content_compiler::translation::{self, Sentence, TRANSLATED_FROM};

/// Lists missing and stale sentences of one translation, or of all.
pub fn translations(workspace: &Workspace, locale: Option<&str>) -> Result<(), Failure> {
    let folder = workspace.content();
    let all = translation::translations(&folder);
    let wanted = match locale {
        Some(locale) => vec![known(&all, locale)?],
        None => all,
    };
    for locale in wanted {
        let state = translation::read(&folder, &locale).map_err(|problems| broken(&problems))?;
        for (what, sentences) in [("only in English", &state.missing), ("stale", &state.stale)] {
            for Sentence { position, original } in sentences {
                terminal::say(format!(
                    "{}:{}: {what}: {}\n    English: {original}",
                    position.file, position.line, position.message
                ));
            }
        }
        terminal::say(format!(
            "{locale}: {} sentences, {} only in English, {} stale",
            state.count,
            state.missing.len(),
            state.stale.len()
        ));
    }
    Ok(())
}

/// Records that a translation fits the English sentences of now.
pub fn accept(workspace: &Workspace, locale: Option<&str>) -> Result<(), Failure> {
    let folder = workspace.content();
    let locale = locale.ok_or_else(|| {
        Failure::input(
            "No language was named.",
            "Name the one whose stale sentences you have looked at, such as `--accept es`.",
        )
    })?;
    let locale = known(&translation::translations(&folder), locale)?;
    let text = translation::fingerprints(&folder).map_err(|problems| broken(&problems))?;
    let file = folder.join("words").join(&locale).join(TRANSLATED_FROM);
    fs::write(&file, text).map_err(|error| {
        Failure::work(
            format!("{} cannot be written: {error}.", file.display()),
            "Check the folder and its free space, then run this again.",
        )
    })?;
    translations(workspace, Some(&locale))
}

fn known(all: &[String], locale: &str) -> Result<String, Failure> {
    let found = all.iter().find(|known| *known == locale).cloned();
    found.ok_or_else(|| {
        Failure::input(
            format!("There is no translation into '{locale}'."),
            format!("Choose one of: {}.", all.join(", ")),
        )
    })
}

fn broken(problems: &[Problem]) -> Failure {
    Failure::content(
        "The content has mistakes.",
        problems,
        "Mend these lines, then run the command again.",
    )
}
