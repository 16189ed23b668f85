//! Red flags that need several answers: each as a checklist, with its help screen.

use i18n::filling::fill;
use markup::link;
use maud::{Markup, html};

use super::super::Paper;
use super::super::telling::{self, Telling};
use super::{boxes, numbers};

/// Every pattern.
pub(super) fn all(paper: &Paper) -> Markup {
    html! {
        @for (number, rule) in (1_usize..).zip(&paper.patterns) {
            div id={ "pattern-" (number) } class="pattern" {
                h3 { (fill(&paper.text().pattern, &[("number", &number.to_string())])) }
                p { (boxes::mark(paper, &[rule])) }
                (tell(paper, &telling::condition(paper, &rule.when)))
            }
        }
    }
}

fn tell(paper: &Paper, telling: &Telling) -> Markup {
    let text = paper.text();
    match telling {
        Telling::All(of) => list(paper, &text.all_of, of),
        Telling::Any(of) => list(paper, &text.any_of, of),
        Telling::Answers(answers, questions) => {
            numbers::clauses(paper, &[(answers.clone(), questions.clone())])
        }
        Telling::Pattern(number) => {
            let number = number.to_string();
            let named = fill(&text.pattern_fits, &[("number", &number)]);
            link(&format!("pattern-{number}"), &named)
        }
        Telling::Uncounted => html! { (text.uncounted) },
    }
}

fn list(paper: &Paper, lead: &str, of: &[Telling]) -> Markup {
    html! {
        p { (lead) }
        ul {
            @for telling in of { li { (tell(paper, telling)) } }
        }
    }
}
