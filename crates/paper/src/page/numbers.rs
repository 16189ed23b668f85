//! Question numbers, each linked to its question.

use i18n::filling::fill;
use maud::{Markup, html};

use super::super::Paper;

/// A phrase with its placeholder in braces replaced.
pub(super) fn around(phrase: &str, name: &str, inside: &Markup) -> Markup {
    match phrase.split_once(&format!("{{{name}}}")) {
        Some((before, after)) => html! { (before) (inside) (after) },
        None => html! { (phrase) },
    }
}

/// A list of numbers, with three or more consecutive ones as "first to last".
pub(super) fn row(paper: &Paper, numbers: &[usize], by: &str) -> Markup {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let rows = rows(&sorted);
    let last = rows.len().saturating_sub(1);
    html! {
        @for (position, row) in rows.iter().enumerate() {
            @if position > 0 {
                @if position == last { " " (by) " " } @else { ", " }
            }
            @match row {
                Row::One(number) => (link(*number)),
                Row::Many(first, end) => {
                    @let phrase = &paper.text().to;
                    @let (before, after) = phrase.split_once("{first}").unwrap_or((phrase, ""));
                    (before) (link(*first)) (around(after, "last", &link(*end)))
                }
            }
        }
    }
}

/// Answers with the numbers of their questions, joined by "or".
pub(super) fn clauses(paper: &Paper, clauses: &[(String, Vec<usize>)]) -> Markup {
    let text = paper.text();
    html! {
        @for (position, (answers, questions)) in clauses.iter().enumerate() {
            @if position > 0 { ", " (text.or) " " }
            @let phrase = match questions.as_slice() {
                [_] => &text.answers_in_one,
                _ => &text.answers_in_any,
            };
            @let phrase = fill(phrase, &[("answers", answers)]);
            (around(&phrase, "numbers", &row(paper, questions, &text.or)))
        }
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

fn link(number: usize) -> Markup {
    markup::link(&format!("q{number}"), &number.to_string())
}
