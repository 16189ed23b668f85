//! What to do: the help screens as boxes with letters, the marks that lead there, and the help lines.

use assessment::{Alert, HelpId, Rule};
use i18n::filling::fill;
use i18n::{HelpWords, Line};
use markup::Markup;

use super::super::{Paper, joined, shape};

/// Writes every help screen that a red flag names.
pub(super) fn write(paper: &Paper, section: &mut Markup) {
    section.element("div", &[("class", "boxes")], |boxes| {
        for (help, alert) in &paper.helps {
            let (Some(letter), Some(words)) = (paper.letter(*help), paper.words.help.get(help.0))
            else {
                continue;
            };
            let id = anchor(letter);
            boxes.element("article", &[("id", &id), ("class", "help")], |article| {
                one(paper, article, (letter, *help, *alert), words);
            });
        }
    });
}

fn one(
    paper: &Paper,
    article: &mut Markup,
    (letter, help, alert): (char, HelpId, Alert),
    words: &HelpWords,
) {
    let phrases = &paper.words.phrases;
    article.element("h3", &[], |heading| {
        heading.says("span", &[("class", "letter")], &letter.to_string());
        heading.text(&format!(" {}", words.title.0));
    });
    article.says("p", &[], words.lead.0);
    lines_of_box(paper, article, &words.lines);
    if let Some(say) = &words.say {
        article.element("p", &[], |says| {
            says.says("strong", &[], phrases.help_say);
            says.text(&format!(": “{}”", say.0));
        });
    }
    let own = paper.own.steps.get(help.0);
    article.element("ol", &[], |list| match own {
        Some(steps) => steps.iter().for_each(|step| list.says("li", &[], step)),
        None => words
            .steps
            .0
            .iter()
            .for_each(|step| list.says("li", &[], step)),
    });
    let other = words.steps.1.as_ref();
    // In an emergency it is often someone else who reads.
    if let Some(steps) = other.filter(|_| alert == Alert::EmergencyNow) {
        article.element("p", &[], |lead| {
            lead.says("strong", &[], &paper.text().for_someone_else);
        });
        article.element("ol", &[], |list| {
            steps.iter().for_each(|step| list.says("li", &[], step));
        });
    }
    if !words.more.is_empty() {
        lines_of_box(paper, article, &words.more);
    }
}

/// Writes crisis lines by name, each number as text and as a link, and when to use it.
pub(super) fn lines(paper: &Paper, markup: &mut Markup, names: &[&str]) {
    listed(paper, markup, names, &[]);
}

/// The same inside a box, where the lines that stand on top of the paper are known already.
fn lines_of_box(paper: &Paper, markup: &mut Markup, names: &[&str]) {
    listed(paper, markup, names, &paper.words.everywhere);
}

fn listed(paper: &Paper, markup: &mut Markup, names: &[&str], known: &[&str]) {
    markup.element("ul", &[("class", "lines")], |list| {
        for name in names {
            let Some(line) = paper.words.lines.get(name) else {
                continue;
            };
            list.element("li", &[], |item| {
                named(paper, item, line);
                if !known.contains(name) {
                    item.text(" ");
                    item.says("span", &[("class", "note")], line.note);
                }
            });
        }
    });
}

/// A line with its numbers. A site is named and not linked: the paper leads to no other place.
fn named(paper: &Paper, item: &mut Markup, line: &Line) {
    let phrases = &paper.words.phrases;
    item.says("strong", &[], line.name);
    item.text(" ");
    item.element("span", &[("class", "ways")], |ways| {
        if let Some(number) = line.call {
            let text = fill(phrases.call, &[("number", number)]);
            way(ways, &contact::tel(number), &text);
        }
        if let Some(number) = line.text {
            let text = match line.text_body {
                Some(word) => fill(
                    phrases.text_word_line,
                    &[("word", word), ("number", number)],
                ),
                None => fill(phrases.text_line, &[("number", number)]),
            };
            way(ways, &contact::sms(number, line.text_body), &text);
        }
        if let Some(site) = line.web.filter(|_| line.call.is_none()) {
            ways.says("span", &[], &fill(phrases.web_line, &[("site", site)]));
        }
    });
}

fn way(ways: &mut Markup, address: &str, text: &str) {
    ways.says("a", &[("class", "way"), ("href", address)], text);
    ways.text(" ");
}

/// Writes what to do where these rules raise a red flag: a shape, the words, and the letter of the box.
pub(super) fn mark(paper: &Paper, markup: &mut Markup, rules: &[&Rule]) {
    let Some(alert) = rules.iter().map(|rule| rule.then.alert).max() else {
        return;
    };
    let text = paper.text();
    let helps: Vec<HelpId> = rules.iter().filter_map(|rule| rule.then.help).collect();
    let class = match alert {
        Alert::None => return,
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
    markup.element("strong", &[("class", class)], |mark| {
        mark.says(
            "span",
            &[("class", "shape"), ("aria-hidden", "true")],
            shape(alert),
        );
        mark.text(&format!(" {what}: "));
        for (position, letter) in helps
            .iter()
            .filter_map(|help| paper.letter(*help))
            .enumerate()
        {
            if position > 0 {
                mark.text(", ");
            }
            let named = fill(&text.r#box, &[("letter", &letter.to_string())]);
            mark.link(&anchor(letter), &named);
        }
    });
}

fn anchor(letter: char) -> String {
    format!("box-{}", letter.to_ascii_lowercase())
}
