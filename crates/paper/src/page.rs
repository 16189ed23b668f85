//! The paper as one page: what it is, whom to call, signs of danger, all other questions, what to do with it.

mod boxes;

mod numbers;

mod patterns;

mod questions;

use assessment::{Alert, PageIndex};
use i18n::filling::fill;
use markup::Markup;

use super::{Paper, order::Order, shape};

/// Writes the whole page.
pub fn page(paper: &Paper) -> String {
    let mut markup = Markup::default();
    markup.open("!doctype", &[("html", "")]);
    markup.text("\n");
    markup.element("html", &[("lang", &paper.locale)], |html| {
        head(paper, html);
        html.element("body", &[], |body| {
            body.element("header", &[("class", "top")], |top| {
                top.says("a", &[("href", "./")], &paper.text().back);
            });
            body.element("main", &[], |main| main_of(paper, main));
        });
    });
    markup.finish()
}

fn head(paper: &Paper, html: &mut Markup) {
    html.element("head", &[], |head| {
        head.open("meta", &[("charset", "utf-8")]);
        let metas = [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
            ("robots", "noindex"),
        ];
        for (name, content) in metas {
            head.open("meta", &[("name", name), ("content", content)]);
        }
        head.text("\n");
        head.says("title", &[], &paper.text().page_title);
        head.open("link", &[("rel", "icon"), ("href", "data:,")]);
        head.open("link", &[("rel", "stylesheet"), ("href", "./paper.css")]);
    });
}

fn main_of(paper: &Paper, main: &mut Markup) {
    let (text, phrases) = (paper.text(), &paper.words.phrases);
    main.says("h1", &[], &text.title);
    main.element("p", &[("class", "lead")], |lead| {
        let said = [&text.what, phrases.not_diagnosis, &text.no_result];
        lead.text(&said.join(" "));
    });
    section(main, "lines", &text.lines_title, |section| {
        boxes::lines(paper, section, &paper.words.everywhere);
    });
    section(main, "fill", &text.fill_title, |section| {
        list(section, &text.fill);
    });
    section(main, "danger", &text.danger_title, |section| {
        let lead = format!("{} {}", text.danger_lead, text.danger_unsure);
        section.says("p", &[], &lead);
        do_not_stop(paper, section);
        legend(paper, section);
        danger(paper, section);
    });
    if !paper.patterns.is_empty() {
        section(main, "together", &text.together_title, |section| {
            section.says("p", &[], &text.together_lead);
            patterns::write(paper, section);
        });
    }
    section(main, "help", &text.boxes_title, |section| {
        section.says("p", &[], &text.boxes_lead);
        boxes::write(paper, section);
    });
    section(main, "others", &text.others_title, |section| {
        section.says("p", &[], &text.others_lead);
        others(paper, section);
    });
    section(main, "using", &text.using_title, |section| {
        list(section, &text.using);
        do_not_stop(paper, section);
        section.says("h3", &[], phrases.sheet_questions);
        list(section, &paper.words.questions);
        section.says("h3", &[], phrases.sheet_notes);
        section.element("div", &[("class", "notes")], |_| {});
    });
    section(main, "origin", &text.origin_title, |section| {
        origin(paper, section)
    });
}

fn section(main: &mut Markup, id: &str, title: &str, write: impl FnOnce(&mut Markup)) {
    let heading = format!("{id}-title");
    let named = [("id", id), ("aria-labelledby", &heading)];
    main.element("section", &named, |section| {
        section.says("h2", &[("id", &heading)], title);
        write(section);
    });
}

fn list(section: &mut Markup, texts: &[impl AsRef<str>]) {
    section.element("ul", &[], |list| {
        for text in texts {
            list.says("li", &[], text.as_ref());
        }
    });
}

/// Nothing is worked out on paper, so this is said to everyone.
fn do_not_stop(paper: &Paper, section: &mut Markup) {
    let phrases = &paper.words.phrases;
    section.element("p", &[("class", "careful")], |careful| {
        careful.says("strong", &[], phrases.do_not_stop);
        careful.text(&format!(" {}", phrases.do_not_stop_why));
    });
}

/// What the marks mean, in the words of the alerts.
fn legend(paper: &Paper, section: &mut Markup) {
    let phrases = &paper.words.phrases;
    section.says("h3", &[], &paper.text().marks_title);
    section.element("ul", &[("class", "legend")], |list| {
        for (alert, means) in [
            (Alert::EmergencyNow, phrases.alert_emergency),
            (Alert::ContactFirst, phrases.alert_contact),
            (Alert::SupportCard, phrases.alert_card),
        ] {
            list.says("li", &[], &format!("{} {means}", shape(alert)));
        }
    });
}

/// The questions that red flags read, under the headings of the check.
fn danger(paper: &Paper, section: &mut Markup) {
    for (position, heading) in (0..).map(PageIndex).zip(&paper.words.pages) {
        let on_page = Order::on_page(&paper.order.danger, &paper.questionnaire, position);
        if !on_page.is_empty() {
            questions::write(paper, section, ("h3", heading.0), &on_page);
        }
    }
}

/// All other questions, by section and page. Where some of a page stand above, their numbers do here.
fn others(paper: &Paper, markup: &mut Markup) {
    for (section, name) in (0..).zip(&paper.words.sections) {
        markup.says("h3", &[("class", "part")], name);
        let pages = paper.questionnaire.pages.iter().zip(&paper.words.pages);
        let pages = (0..).map(PageIndex).zip(pages);
        for (position, (_, heading)) in pages.filter(|(_, (page, _))| page.section == section) {
            let on_page = |part| Order::on_page(part, &paper.questionnaire, position);
            let (above, here) = (on_page(&paper.order.danger), on_page(&paper.order.others));
            if here.is_empty() {
                markup.says("h4", &[], heading.0);
            } else {
                questions::write(paper, markup, ("h4", heading.0), &here);
            }
            questions::asked_above(paper, markup, &above);
        }
    }
}

fn origin(paper: &Paper, section: &mut Markup) {
    let phrases = &paper.words.phrases;
    let rules = phrases.day(paper.questionnaire.version);
    let lines = phrases.day(paper.words.lines_checked_on);
    section.says("p", &[], &fill(phrases.provenance, &[("date", &rules)]));
    section.says("p", &[], &fill(phrases.lines_checked, &[("date", &lines)]));
    section.says("p", &[], phrases.limits_not_validated);
    if paper.words.draft.is_some() {
        section.says("p", &[], phrases.draft_note);
    }
}
