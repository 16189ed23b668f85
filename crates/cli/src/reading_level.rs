//! Measures the reading level (Flesch-Kincaid grade) of the words.

use std::collections::BTreeMap;

use content_compiler::problem::Problem;
use readability::ease::{self, Counts, Formula};
use readability::{Counting, Grade, LANGUAGE, Sentence, Summary};

use command_support::failure::Failure;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Number of hardest sentences to print.
const HARDEST: usize = 10;

/// Prints the reading level by file, and the hardest sentences; in another language than English, the reading ease
/// of all words.
pub fn readability(workspace: &Workspace, locale: &str) -> Result<(), Failure> {
    if locale.split('-').next() != Some(LANGUAGE) {
        return ease(workspace, locale);
    }
    let sentences = readability::read_in(&workspace.content(), locale).map_err(unreadable)?;
    for line in table(&sentences) {
        say(line);
    }
    say(format!("\nThe {HARDEST} hardest sentences:"));
    for sentence in hardest(&sentences) {
        say(sentence);
    }
    Ok(())
}

fn ease(workspace: &Workspace, locale: &str) -> Result<(), Failure> {
    let Some(formula) = Formula::of(locale) else {
        return Err(Failure::input(
            format!("There is no reading level for '{locale}'."),
            "English has the Flesch-Kincaid grade, Spanish and French have a reading ease of their own; for Arabic \
             no published formula fits texts without vowel marks.",
        ));
    };
    let counts = ease::count(&workspace.content(), locale, formula).map_err(unreadable)?;
    let Some(ease) = formula.thousandths(counts) else {
        return Err(Failure::input(
            format!("There are no words in '{locale}'."),
            "Name a locale with words, such as es.",
        ));
    };
    let Counts {
        sentences, words, ..
    } = counts;
    say(format_args!(
        "{locale}: reading ease {}.{} in {sentences} sentences of {} words on average",
        ease / 1000,
        ease % 1000 / 100,
        words.checked_div(sentences).unwrap_or_default()
    ));
    say(formula.name());
    Ok(())
}

fn unreadable(problems: Vec<Problem>) -> Failure {
    Failure::content(
        "The words cannot be read.",
        &problems,
        "Mend these lines, then run the command again.",
    )
}

/// Formats one row for each file, one for all files, and two for all files by other ways of counting.
fn table(sentences: &[Sentence]) -> Vec<String> {
    let mut files: BTreeMap<&str, Vec<&Sentence>> = BTreeMap::new();
    for sentence in sentences {
        files.entry(&sentence.file).or_default().push(sentence);
    }
    let head = row(
        "Flesch-Kincaid grade",
        [
            "sentences",
            "median",
            "90th",
            "highest",
            "fragments",
            "hard ones",
        ]
        .map(str::to_owned),
    );
    let mut lines = vec![head];
    for (file, sentences) in files {
        lines.push(summed(file, sentences, Counting::Everyday));
    }
    for (name, counting) in [
        ("all files", Counting::Everyday),
        ("without the familiar words", Counting::NamesFamiliar),
        ("and without the names", Counting::AsSpoken),
    ] {
        lines.push(summed(name, sentences, counting));
    }
    lines
}

fn summed<'a>(
    name: &str,
    sentences: impl IntoIterator<Item = &'a Sentence>,
    counting: Counting,
) -> String {
    let summary = Summary::of(sentences, counting);
    let message = |grade: Option<Grade>| grade.map(|grade| grade.to_string()).unwrap_or_default();
    row(
        name,
        [
            summary.sentences.to_string(),
            message(summary.median),
            message(summary.ninetieth),
            message(summary.highest),
            summary.fragments.to_string(),
            summary.hard_fragments.to_string(),
        ],
    )
}

fn row(name: &str, cells: [String; 6]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>11}")).collect();
    format!("{name:<28}{cells}")
}

fn hardest(sentences: &[Sentence]) -> impl Iterator<Item = &Sentence> {
    let mut graded: Vec<&Sentence> = sentences.iter().collect();
    graded.sort_by_key(|sentence| std::cmp::Reverse(sentence.grade(Counting::Everyday)));
    graded.into_iter().take(HARDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_row_and_the_hardest_sentence_comes_first() {
        let workspace = Workspace::find().unwrap();
        let sentences = readability::read(&workspace.content()).unwrap();
        let lines = table(&sentences);
        for file in std::fs::read_dir(workspace.content().join("words/en")).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                // What a country says otherwise.
                continue;
            }
            let name = path.file_stem().unwrap().to_string_lossy();
            assert!(lines.iter().any(|line| line.starts_with(&*name)), "{name}");
        }
        let grades: Vec<_> = hardest(&sentences)
            .map(|sentence| sentence.grade(Counting::Everyday))
            .collect();
        assert_eq!(grades.len(), HARDEST);
        assert!(grades.is_sorted_by(|one, next| one >= next), "{grades:?}");
        let highest = Summary::of(&sentences, Counting::Everyday).highest;
        assert_eq!(grades.first(), Some(&highest));
    }
}
