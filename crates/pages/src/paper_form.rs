//! The paper form, and the link to it where the questions on screen do not load.

use paper::Paper;
use site::Language;

use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Reads the paper form in one language.
pub fn read(workspace: &Workspace, locale: &str) -> Result<Paper, Failure> {
    Paper::read(&workspace.content(), locale).map_err(|problems| {
        Failure::mistakes(
            "The paper form cannot be written.",
            &problems,
            "Mend these lines in crates/content/, then build again.",
        )
    })
}

/// Returns the link to the page as HTML.
pub fn link(paper: &Paper, language: &Language) -> String {
    format!(
        "<a href=\"./{}\">{}</a>",
        language.paper, paper.own.paper.link
    )
}

/// Appends the link to a note as its last line.
pub fn linked(note: &str, paper: &Paper, language: &Language) -> String {
    let line = format!("<p>{}</p></div>", link(paper, language));
    match note.strip_suffix("</div>") {
        Some(open) => format!("{open}{line}"),
        None => note.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_where_nothing_loads_leads_to_the_paper() {
        let workspace = Workspace::find().unwrap();
        let paper = read(&workspace, "en").unwrap();
        let words = crate::read_words(&workspace, "en").unwrap();
        let note = specimens::check::failed(&words);
        let linked = linked(&note, &paper, &site::LANGUAGES[0]);
        assert!(linked.contains("href=\"./paper.html\""), "{linked}");
        assert!(linked.ends_with("</p></div>"));
        assert!(linked.contains("footing-retry"));
    }
}
