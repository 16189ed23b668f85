//! Length of the check over all stories: questions and pages before the result, compared with the
//! limits of the design. `cargo xtask test` prints the report.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use assessment::{GapPolicy, ScoredAnswers};
use content::questionnaire;
use vignettes::Vignette;

use test_support::stories;
use test_support::walk::pages_of;

use stories::stories;

/// Maximum pages of the median story (design, section 3).
const PAGES: usize = 14;

/// Maximum questions of the median story (design, section 3).
const QUESTIONS: usize = 40;

/// Pages and questions of one story before its result.
struct Asked {
    pages: usize,
    questions: usize,
}

fn asked(story: &Vignette) -> Asked {
    let scored = ScoredAnswers::read(questionnaire(), &story.response, GapPolicy::PerItem);
    let shown: Vec<_> = questionnaire()
        .indexed_items()
        .filter(|(index, item)| scored.get(*index).shown && !questionnaire().is_after_result(item))
        .collect();
    // The item on the start screen (whom the answers are about) counts as a question too.
    Asked {
        pages: pages_of(questionnaire(), &story.response).len(),
        questions: shown.len(),
    }
}

#[test]
fn median_story_is_within_the_length_limits() {
    let mut kinds: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
    let mut all = Vec::new();
    for story in stories() {
        all.push(asked(&story));
        let kind = story.expect.headline.code().to_owned();
        kinds.entry(kind).or_default().push(asked(&story));
    }
    let mut report = String::from("Asked before the result, by headline (median, most):\n");
    for (kind, stories) in &kinds {
        line(&mut report, kind, stories);
    }
    line(&mut report, "all stories", &all);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("length.txt");
    std::fs::write(out, &report).unwrap();
    let (pages, questions) = (median(&all, pages), median(&all, questions));
    assert!(pages <= PAGES, "{pages} pages\n{report}");
    assert!(questions <= QUESTIONS, "{questions} questions\n{report}");
}

fn line(report: &mut String, kind: &str, stories: &[Asked]) {
    let most = |of: fn(&Asked) -> usize| stories.iter().map(of).max().unwrap();
    writeln!(
        report,
        "{kind:>20}: {:>2} pages, {:>2} questions; {:>2} and {:>2} ({} stories)",
        median(stories, pages),
        median(stories, questions),
        most(pages),
        most(questions),
        stories.len(),
    )
    .unwrap();
}

fn pages(asked: &Asked) -> usize {
    asked.pages
}

fn questions(asked: &Asked) -> usize {
    asked.questions
}

/// Upper median.
fn median(stories: &[Asked], of: fn(&Asked) -> usize) -> usize {
    let mut counts: Vec<usize> = stories.iter().map(of).collect();
    counts.sort_unstable();
    counts[counts.len() / 2]
}
