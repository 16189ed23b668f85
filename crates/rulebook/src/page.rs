//! The rulebook as one page: every question, rule, source and open question, with a place for each id.

mod advice;

mod headlines;

mod making;

mod questions;

mod rules;

mod names;

mod sources;

mod stories;

mod promises;

use super::names::day;
use super::{Rulebook, prose};
use markup::Markup;

/// What a section of the page is made of.
type Section = fn(&Rulebook, &mut Markup);

/// The sections with their headings, in the order a newcomer reads them. What is written by hand comes
/// from the chapter of the same name and stands before what is computed.
const SECTIONS: &[(&str, Section)] = &[
    ("about", about),
    ("making", making::write),
    ("questions", questions::write),
    ("rules", rules::write),
    ("headlines", headlines::write),
    ("names", names::write),
    ("stories", stories::write),
    ("invariants", promises::invariants),
    ("open-questions", promises::open_questions),
    ("sources", sources::write),
    ("changes", promises::changes),
    ("challenge", nothing),
    ("withdrawal", nothing),
];

/// Writes the whole page.
pub fn page(rulebook: &Rulebook) -> String {
    let mut markup = Markup::default();
    markup.open("!doctype", &[("html", "")]);
    markup.text("\n");
    markup.element("html", &[("lang", "en")], |html| {
        head(html);
        html.element("body", &[], |body| {
            body.says(
                "a",
                &[("class", "skip"), ("href", "#main")],
                "Go to the text",
            );
            body.text("\n");
            body.element("header", &[("class", "top")], |top| top_of(rulebook, top));
            body.element("div", &[("class", "columns")], |columns| {
                contents(rulebook, columns);
                columns.element("main", &[("id", "main")], |main| {
                    main_of(rulebook, main);
                });
            });
        });
    });
    markup.finish()
}

fn head(html: &mut Markup) {
    html.element("head", &[], |head| {
        head.open("meta", &[("charset", "utf-8")]);
        let viewport = "width=device-width, initial-scale=1";
        let metas = [
            ("viewport", viewport),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
            ("robots", "noindex"),
        ];
        for (name, content) in metas {
            head.open("meta", &[("name", name), ("content", content)]);
        }
        head.text("\n");
        head.says("title", &[], "Footing: how this works");
        head.open("link", &[("rel", "icon"), ("href", "data:,")]);
        head.open("link", &[("rel", "stylesheet"), ("href", "./method.css")]);
        head.element(
            "script",
            &[("type", "module"), ("src", "./method.js")],
            |_| {},
        );
    });
}

fn top_of(rulebook: &Rulebook, top: &mut Markup) {
    top.says("a", &[("class", "brand"), ("href", "./")], "Footing");
    let version = format!(
        "Rules of {}, {}",
        day(rulebook.questionnaire.version),
        rulebook.review()
    );
    top.says("p", &[], &version);
}

fn contents(rulebook: &Rulebook, columns: &mut Markup) {
    let named = [("class", "contents"), ("aria-labelledby", "contents")];
    columns.element("nav", &named, |nav| {
        nav.says("h2", &[("id", "contents")], "On this page");
        nav.element("ol", &[], |list| {
            for (id, _) in SECTIONS {
                list.element("li", &[], |entry| entry.link(id, title(rulebook, id)));
            }
        });
    });
}

fn main_of(rulebook: &Rulebook, main: &mut Markup) {
    main.says("h1", &[], "How this works");
    for (id, write) in SECTIONS {
        let heading = format!("{id}-heading");
        main.element(
            "section",
            &[("id", id), ("aria-labelledby", &heading)],
            |section| {
                section.says("h2", &[("id", &heading)], title(rulebook, id));
                if let Some(chapter) = rulebook.chapters.iter().find(|chapter| chapter.id == *id) {
                    prose::write(section, &chapter.text);
                }
                write(rulebook, section);
            },
        );
    }
}

fn title<'a>(rulebook: &'a Rulebook, id: &str) -> &'a str {
    let chapter = rulebook.chapters.iter().find(|chapter| chapter.id == id);
    chapter.map_or("", |chapter| chapter.title.as_str())
}

fn about(rulebook: &Rulebook, section: &mut Markup) {
    let due = rulebook.questionnaire.review_by;
    let spelled = day(due);
    let hidden = [
        ("class", "late"),
        ("id", "late"),
        ("data-review-by", due),
        ("hidden", ""),
    ];
    section.says(
        "p",
        &hidden,
        "These rules are past their review date. Read them with more care.",
    );
    section.element("dl", &[("class", "facts")], |facts| {
        let (signed, all) = rulebook.signed();
        facts.pair("Version", |says| {
            says.text(&day(rulebook.questionnaire.version))
        });
        facts.pair("Clinical review", |says| {
            says.text(&format!(
                "{signed} of {all} rules are signed by a clinician. The rules are {}.",
                rulebook.review()
            ));
        });
        facts.pair("Clinical validation", |says| {
            says.text("None. No study has compared these suggestions with what clinicians decide.");
        });
        facts.pair("Review due by", |says| {
            says.text(&format!(
                "{spelled}. After that day these rules are overdue, and the check itself says so."
            ));
        });
        facts.pair("Words", |says| {
            says.text(match rulebook.words.draft {
                Some(_) => "A draft, not yet reviewed.",
                None => "Reviewed.",
            });
        });
        facts.pair("Help lines last checked", |says| {
            says.text(&format!(
                "the oldest on {}",
                day(rulebook.words.lines_checked_on)
            ));
        });
        facts.pair("Size", |says| {
            let items = rulebook.questionnaire.items.len();
            let open = rulebook.open_questions.len();
            says.text(&format!(
                "{items} questions, {all} rules, {open} open questions."
            ));
        });
    });
}

fn nothing(_: &Rulebook, _: &mut Markup) {}
