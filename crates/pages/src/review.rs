//! Counts the advice that waits for review, by reviewer: printed once per build of the page.

use assessment::Reviewer;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use content_compiler::author;

use super::content_failure;

/// Returns the line, such as "31 of 74 rows of advice wait for review: 28 clinician, 6 counsel".
pub(super) fn waiting(workspace: &Workspace, locale: &str) -> Result<String, Failure> {
    let folder = workspace.content();
    let failure = |problems: Vec<author::Problem>| content_failure(&problems);
    let held = author::awaiting_review(&folder, locale).map_err(failure)?;
    let shown = author::questionnaire(&folder)
        .map_err(failure)?
        .advice
        .len();
    let waits_for = Reviewer::ALL.map(|role| {
        let all = held.iter();
        let of_it = all.filter(|(advice, _)| advice.waits_for.contains(&role));
        (role, of_it.count())
    });
    Ok(line(shown, held.len(), waits_for))
}

fn line(shown: usize, held: usize, waits_for: [(Reviewer, usize); Reviewer::ALL.len()]) -> String {
    let all = shown.saturating_add(held);
    if held == 0 {
        return format!("No row of advice waits for review, of {all}");
    }
    let waited_for = waits_for.iter().filter(|(_, count)| *count > 0);
    let waited_for: Vec<String> = waited_for
        .map(|(role, count)| format!("{count} {}", role.code()))
        .collect();
    format!(
        "{held} of {all} rows of advice wait for review: {}",
        waited_for.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::{Reviewer, line};

    #[test]
    fn the_line_says_how_many_wait_and_for_whom() {
        let both = [(Reviewer::Clinician, 28), (Reviewer::Counsel, 6)];
        assert_eq!(
            line(43, 31, both),
            "31 of 74 rows of advice wait for review: 28 clinician, 6 counsel"
        );
        let one = [(Reviewer::Clinician, 0), (Reviewer::Counsel, 6)];
        assert_eq!(
            line(68, 6, one),
            "6 of 74 rows of advice wait for review: 6 counsel"
        );
        let none = [(Reviewer::Clinician, 0), (Reviewer::Counsel, 0)];
        assert_eq!(
            line(74, 0, none),
            "No row of advice waits for review, of 74"
        );
    }
}
