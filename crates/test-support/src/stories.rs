//! Loads the clinical stories of `tests/vignettes/`.

use content::questionnaire;
use vignettes::{Vignette, read};

/// One story.
pub type Story = Vignette;

/// Every story, ordered by number.
pub fn stories() -> Vec<Story> {
    let folder = crate::root().join("tests/vignettes");
    read(questionnaire(), &folder).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}
