//! Numbers of questions, each a link to its question.

use i18n::filling::fill;
use markup::Markup;

use super::super::Paper;

/// Writes a phrase, with something else where the name in braces stands.
pub(super) fn around(
    markup: &mut Markup,
    phrase: &str,
    name: &str,
    inside: impl FnOnce(&mut Markup),
) {
    match phrase.split_once(&format!("{{{name}}}")) {
        Some((before, after)) => {
            markup.text(before);
            inside(markup);
            markup.text(after);
        }
        None => markup.text(phrase),
    }
}

/// Writes numbers in a row, three or more neighbors as "first to last".
pub(super) fn write(paper: &Paper, markup: &mut Markup, numbers: &[usize], by: &str) {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let rows = rows(&sorted);
    let last = rows.len().saturating_sub(1);
    for (position, row) in rows.iter().enumerate() {
        match position {
            0 => {}
            position if position == last => markup.text(&format!(" {by} ")),
            _ => markup.text(", "),
        }
        match row {
            Row::One(number) => link(markup, *number),
            Row::Many(first, end) => {
                let phrase = &paper.text().to;
                let (before, after) = phrase.split_once("{first}").unwrap_or((phrase, ""));
                markup.text(before);
                link(markup, *first);
                around(markup, after, "last", |markup| link(markup, *end));
            }
        }
    }
}

/// Answers with the questions they stand in, joined by "or".
pub(super) fn clauses(paper: &Paper, markup: &mut Markup, clauses: &[(String, Vec<usize>)]) {
    let text = paper.text();
    for (position, (answers, questions)) in clauses.iter().enumerate() {
        if position > 0 {
            markup.text(&format!(", {} ", text.or));
        }
        let phrase = match questions.as_slice() {
            [_] => &text.answers_in_one,
            _ => &text.answers_in_any,
        };
        let phrase = fill(phrase, &[("answers", answers)]);
        around(markup, &phrase, "numbers", |markup| {
            write(paper, markup, questions, &text.or);
        });
    }
}

enum Row {
    One(usize),
    Many(usize, usize),
}

fn rows(sorted: &[usize]) -> Vec<Row> {
    let runs = sorted.chunk_by(|one, next| one + 1 == *next);
    runs.flat_map(|run| match run {
        [first, _, .., last] => vec![Row::Many(*first, *last)],
        short => short.iter().copied().map(Row::One).collect(),
    })
    .collect()
}

fn link(markup: &mut Markup, number: usize) {
    markup.link(&format!("q{number}"), &number.to_string());
}
