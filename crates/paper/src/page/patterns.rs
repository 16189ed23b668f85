//! Red flags that need several answers: each as a list to go through, with the help that goes with it.

use i18n::filling::fill;
use markup::Markup;

use super::super::Paper;
use super::super::telling::{self, Telling};
use super::{boxes, numbers};

/// Writes every pattern.
pub(super) fn write(paper: &Paper, section: &mut Markup) {
    for (number, rule) in (1_usize..).zip(&paper.patterns) {
        let id = format!("pattern-{number}");
        section.element("div", &[("id", &id), ("class", "pattern")], |pattern| {
            let named = fill(&paper.text().pattern, &[("number", &number.to_string())]);
            pattern.says("h3", &[], &named);
            pattern.element("p", &[], |says| boxes::mark(paper, says, &[rule]));
            tell(paper, pattern, &telling::condition(paper, &rule.when));
        });
    }
}

fn tell(paper: &Paper, markup: &mut Markup, telling: &Telling) {
    let text = paper.text();
    match telling {
        Telling::All(of) => tell_list(paper, markup, &text.all_of, of),
        Telling::Any(of) => tell_list(paper, markup, &text.any_of, of),
        Telling::Answers(answers, questions) => {
            numbers::clauses(paper, markup, &[(answers.clone(), questions.clone())]);
        }
        Telling::Pattern(number) => {
            let number = number.to_string();
            let named = fill(&text.pattern_fits, &[("number", &number)]);
            markup.link(&format!("pattern-{number}"), &named);
        }
        Telling::Uncounted => markup.text(&text.uncounted),
    }
}

fn tell_list(paper: &Paper, markup: &mut Markup, lead: &str, of: &[Telling]) {
    markup.says("p", &[], lead);
    markup.element("ul", &[], |list| {
        for telling in of {
            list.element("li", &[], |item| tell(paper, item, telling));
        }
    });
}
