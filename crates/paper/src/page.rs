//! The paper form as one page: introduction, help lines, signs of danger, all other questions, next steps.

mod boxes;

mod numbers;

mod patterns;

mod questions;

use assessment::{Alert, PageIndex};
use i18n::filling::fill;
use markup::Head;
use maud::{Markup, html};
use site::LANGUAGES;

use super::{Paper, order::Order, shape};

/// The page of the check in the same language.
fn check(paper: &Paper) -> String {
    let other = LANGUAGES.iter().skip(1);
    let mut other = other.filter(|language| language.locale == paper.locale);
    format!("./{}", other.next().map_or("", |language| language.page))
}

/// Renders the whole page.
pub fn page(paper: &Paper) -> String {
    let head = Head {
        locale: &paper.locale,
        direction: paper.words.direction(),
        title: &paper.text().page_title,
        styles: "./paper.css",
        script: None,
    };
    let body = html! {
        header class="top" {
            a href=(check(paper)) { (paper.text().back) }
        }
        main { (main_of(paper)) }
    };
    markup::page(&head, &body)
}

fn main_of(paper: &Paper) -> Markup {
    let (text, phrases) = (paper.text(), &paper.words.phrases);
    html! {
        h1 { (text.title) }
        p class="lead" { (text.what) " " (phrases.not_diagnosis) " " (text.no_result) }
        (section("lines", &text.lines_title, &boxes::lines(paper, &paper.words.everywhere)))
        (section("fill", &text.fill_title, &list(&text.fill)))
        (section("danger", &text.danger_title, &html! {
            p { (text.danger_lead) " " (text.danger_unsure) }
            (do_not_stop(paper))
            (legend(paper))
            (danger(paper))
        }))
        @if !paper.patterns.is_empty() {
            (section("together", &text.together_title, &html! {
                p { (text.together_lead) }
                (patterns::all(paper))
            }))
        }
        (section("help", &text.boxes_title, &html! {
            p { (text.boxes_lead) }
            (boxes::all(paper))
        }))
        (section("others", &text.others_title, &html! {
            p { (text.others_lead) }
            (others(paper))
        }))
        (section("using", &text.using_title, &html! {
            (list(&text.using))
            (do_not_stop(paper))
            h3 { (phrases.sheet_questions) }
            (list(&paper.words.questions))
            h3 { (phrases.sheet_notes) }
            div class="notes" {}
        }))
        (section("origin", &text.origin_title, &origin(paper)))
    }
}

fn section(id: &str, title: &str, inside: &Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            (inside)
        }
    }
}

fn list(texts: &[impl AsRef<str>]) -> Markup {
    html! {
        ul {
            @for text in texts { li { (text.as_ref()) } }
        }
    }
}

/// Warns everyone against stopping alone, because paper computes no result that could tell whom to warn.
fn do_not_stop(paper: &Paper) -> Markup {
    let phrases = &paper.words.phrases;
    html! {
        p class="careful" {
            strong { (phrases.do_not_stop) } " " (phrases.do_not_stop_why)
        }
    }
}

/// Explains the marks in the words of the alerts.
fn legend(paper: &Paper) -> Markup {
    let phrases = &paper.words.phrases;
    let alerts = [
        (Alert::EmergencyNow, phrases.alert_emergency),
        (Alert::ContactFirst, phrases.alert_contact),
        (Alert::SupportCard, phrases.alert_card),
    ];
    html! {
        h3 { (paper.text().marks_title) }
        ul class="legend" {
            @for (alert, means) in alerts { li { (shape(alert)) " " (means) } }
        }
    }
}

/// Renders the questions that red flags read, under the headings of the check.
fn danger(paper: &Paper) -> Markup {
    html! {
        @for (position, heading) in (0..).map(PageIndex).zip(&paper.words.pages) {
            @let on_page = Order::on_page(&paper.order.danger, &paper.questionnaire, position);
            (questions::under(paper, &html! { h3 { (heading.0) } }, &on_page))
        }
    }
}

/// Renders all other questions by section and page, with the numbers of those already printed above.
fn others(paper: &Paper) -> Markup {
    let pages = || {
        (0..)
            .map(PageIndex)
            .zip(paper.questionnaire.pages.iter().zip(&paper.words.pages))
    };
    let on_page = |part, position| Order::on_page(part, &paper.questionnaire, position);
    html! {
        @for (section, name) in (0..).zip(&paper.words.sections) {
            h3 class="part" { (name) }
            @for (position, (_, heading)) in pages().filter(|(_, (page, _))| page.section == section) {
                @let heading = html! { h4 { (heading.0) } };
                @let here = on_page(&paper.order.others, position);
                @if here.is_empty() { (heading) }
                (questions::under(paper, &heading, &here))
                (questions::asked_above(paper, &on_page(&paper.order.danger, position)))
            }
        }
    }
}

fn origin(paper: &Paper) -> Markup {
    let phrases = &paper.words.phrases;
    let rules = phrases.day(paper.questionnaire.version);
    let lines = phrases.day(paper.words.lines_checked_on);
    html! {
        p { (fill(phrases.provenance, &[("date", &rules)])) }
        p { (fill(phrases.lines_checked, &[("date", &lines)])) }
        p { (phrases.limits_not_validated) }
        @if paper.words.draft.is_some() { p { (phrases.draft_note) } }
    }
}
