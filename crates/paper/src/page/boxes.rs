//! What to do: help screens as lettered boxes, the marks that refer to them, and the help lines.

use assessment::{Alert, HelpId, Rule};
use i18n::filling::fill;
use i18n::{HelpWords, Line};
use markup::{link, separated};
use maud::{Markup, html};

use super::super::{Paper, joined, shape};

/// Renders every help screen that a red flag raises.
pub(super) fn all(paper: &Paper) -> Markup {
    html! {
        div class="boxes" {
            @for (help, alert) in &paper.helps {
                @if let (Some(letter), Some(words)) = (paper.letter(*help), paper.words.help.get(help.0)) {
                    article id=(anchor(letter)) aria-labelledby=(title_id(letter)) class="help" {
                        (one(paper, (letter, *help, *alert), words))
                    }
                }
            }
        }
    }
}

fn one(paper: &Paper, (letter, help, alert): (char, HelpId, Alert), words: &HelpWords) -> Markup {
    // In an emergency, the reader is often someone else.
    let other = words.steps.1.as_ref();
    let other = other.filter(|_| alert == Alert::EmergencyNow);
    html! {
        h3 id=(title_id(letter)) {
            span class="letter" { (letter) } " " (words.title.0)
        }
        p { (words.lead.0) }
        (lines_of_box(paper, &words.lines))
        @if let Some(say) = &words.say {
            p { strong { (paper.words.phrases.help_say) } ": “" (say.0) "”" }
        }
        @match paper.own.steps.get(help.0) {
            Some(own) => (steps(own)),
            None => (steps(&words.steps.0)),
        }
        @if let Some(other) = other {
            h4 { (paper.text().for_someone_else) }
            (steps(other))
        }
        @if !words.more.is_empty() { (lines_of_box(paper, &words.more)) }
    }
}

fn steps(texts: &[impl AsRef<str>]) -> Markup {
    html! {
        ol {
            @for text in texts { li { (text.as_ref()) } }
        }
    }
}

/// Renders crisis lines by name, each number as text and as a link, and when to use it.
pub(super) fn lines(paper: &Paper, names: &[&str]) -> Markup {
    listed(paper, names, &[])
}

/// Renders crisis lines inside a box, without notes for those already listed at the top of the paper.
fn lines_of_box(paper: &Paper, names: &[&str]) -> Markup {
    listed(paper, names, &paper.words.everywhere)
}

fn listed(paper: &Paper, names: &[&str], known: &[&str]) -> Markup {
    html! {
        // A list without items is announced as one.
        @if !names.is_empty() {
            ul class="lines" {
                @for name in names {
                    @if let Some(line) = paper.words.lines.get(name) {
                        li {
                            (named(paper, line))
                            @if !known.contains(name) { " " span class="note" { (line.note) } }
                        }
                    }
                }
            }
        }
    }
}

/// Renders a line with its numbers. Names websites without links, because the paper links to no other site.
fn named(paper: &Paper, line: &Line) -> Markup {
    let phrases = &paper.words.phrases;
    html! {
        strong { (line.name) }
        " "
        span class="ways" {
            @if let Some(number) = line.call {
                (way(&contact::tel(number), &fill(phrases.call, &[("number", number)])))
            }
            @if let Some(number) = line.text {
                @let text = match line.text_body {
                    Some(word) => fill(phrases.text_word_line, &[("word", word), ("number", number)]),
                    None => fill(phrases.text_line, &[("number", number)]),
                };
                (way(&contact::sms(number, line.text_body), &text))
            }
            @if let Some(site) = line.web.filter(|_| line.call.is_none()) {
                span { (fill(phrases.web_line, &[("site", site)])) }
            }
        }
    }
}

fn way(address: &str, text: &str) -> Markup {
    html! { a class="way" href=(address) { (text) } " " }
}

/// Marks an answer that raises a red flag: a shape, what to do, and the letter of the help box.
pub(super) fn mark(paper: &Paper, rules: &[&Rule]) -> Markup {
    let Some(alert) = rules.iter().map(|rule| rule.then.alert).max() else {
        return Markup::default();
    };
    let text = paper.text();
    let helps: Vec<HelpId> = rules.iter().filter_map(|rule| rule.then.help).collect();
    let class = match alert {
        Alert::None => return Markup::default(),
        Alert::SupportCard => "mark card",
        Alert::ContactFirst => "mark contact",
        Alert::EmergencyNow => "mark now",
    };
    let words = || helps.iter().filter_map(|help| paper.words.help.get(help.0));
    let what = match alert {
        Alert::EmergencyNow => {
            let mut numbers: Vec<String> = Vec::new();
            let named = words().flat_map(|words| &words.lines);
            let named = named.filter_map(|name| paper.words.lines.get(name));
            for number in named.filter_map(|line| line.call) {
                if !numbers.iter().any(|known| known == number) {
                    numbers.push(number.into());
                }
            }
            let numbers = joined(&numbers, &text.or);
            fill(&text.call_now, &[("numbers", &numbers)])
        }
        Alert::None | Alert::SupportCard | Alert::ContactFirst => {
            let titles: Vec<&str> = words().map(|words| words.title.0).collect();
            titles.join(", ")
        }
    };
    let letters = helps.iter().filter_map(|help| paper.letter(*help));
    let links = letters.map(|letter| {
        let named = fill(&text.r#box, &[("letter", &letter.to_string())]);
        link(&anchor(letter), &named)
    });
    html! {
        strong class=(class) {
            span class="shape" aria-hidden="true" { (shape(alert)) }
            " " (what) ": "
            (separated(links))
        }
    }
}

fn title_id(letter: char) -> String {
    format!("{}-title", anchor(letter))
}

fn anchor(letter: char) -> String {
    format!("box-{}", letter.to_ascii_lowercase())
}
