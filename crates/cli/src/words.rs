//! The words of one language, read from the content files.

use command_support::failure::Failure;
use command_support::workspace::Workspace;
use content_compiler::author;
use i18n::Words;

/// Reads the words of one language.
pub fn words_of(workspace: &Workspace, locale: &str) -> Result<Words, Failure> {
    let folder = workspace.content();
    let known = author::locales(&folder);
    if !known.iter().any(|name| name == locale) {
        return Err(Failure::input(
            format!("There are no words for the language '{locale}'."),
            format!("Choose one of: {}.", known.join(", ")),
        ));
    }
    author::words(&folder, locale).map_err(|problems| {
        Failure::content(
            "The content has mistakes.",
            &problems,
            "Mend these lines, then run the command again.",
        )
    })
}
