//! Generates files from the content: the words of each language, the static start screen, the placeholders of
//! the companion pages, the paper form, and the pages about accessibility.
//!
//! Trunk's hook (`cargo xtask page`) runs it. It renders with the same functions as the page, so that `xtask`
//! itself does not depend on Yew. Start at [`write_all`].

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "that is how a test fails"
    )
)]

mod accessibility;

mod paper_form;

mod review;

mod start_screen;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;
use content_compiler::author::{self, Problem};
use i18n::Words;
use site::LANGUAGES;

/// The language of the placeholders.
const LOCALE: &str = "en";

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let written = folder
        .ok_or_else(|| {
            Failure::input(
                "No folder was named.",
                "Run `cargo xtask build`; it names one.",
            )
        })
        .and_then(|folder| write_all(&Workspace::find()?, &folder));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Writes `site/` (files to serve unchanged) and `fragments/` (HTML to insert into pages later).
fn write_all(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let (site, fragments) = (folder.join("site"), folder.join("fragments"));
    for language in &LANGUAGES {
        let locale = language.locale;
        let words = read_words(workspace, locale)?;
        let json = serde_json::to_string(&words.write()).map_err(|error| {
            Failure::work(
                format!("The words cannot be written: {error}."),
                "Report this: it is a bug.",
            )
        })?;
        write(&site.join(format!("words/{locale}.json")), &json)?;
        let form = paper_form::read(workspace, locale)?;
        write(&site.join(language.paper), &paper::page(&form))?;
        let start = start_screen::body(&words, &form, language);
        write(&fragments.join(format!("start-{locale}.html")), &start)?;
    }
    let questionnaire = author::questionnaire(&workspace.content())
        .map_err(|problems| content_failure(&problems))?;
    let report = accessibility::Report::read(workspace, &questionnaire)?;
    for (name, page) in [
        (
            accessibility::STATEMENT,
            accessibility::statement_page(&report),
        ),
        (
            accessibility::CONFORMANCE,
            accessibility::conformance_page(&report),
        ),
    ] {
        write(&site.join(name), &page)?;
    }
    terminal::say(review::waiting(workspace, LOCALE)?);
    let words = read_words(workspace, LOCALE)?;
    for (name, body) in [
        ("workbench", specimens::workbench::placeholder(&words)),
        ("setup", specimens::setup::placeholder(&words)),
    ] {
        write(&fragments.join(format!("{name}-{LOCALE}.html")), &body)?;
    }
    Ok(())
}

fn read_words(workspace: &Workspace, locale: &str) -> Result<Words, Failure> {
    author::words(&workspace.content(), locale).map_err(|problems| content_failure(&problems))
}

fn content_failure(problems: &[Problem]) -> Failure {
    Failure::content(
        "The content has mistakes.",
        problems,
        "Mend these lines, then build again.",
    )
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(file);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, text))
        .map_err(|error| {
            Failure::work(
                format!("{} cannot be written: {error}.", file.display()),
                "Check the folder and its free space, then build again.",
            )
        })
}
