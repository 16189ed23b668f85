//! Crisis lines: where each can be found, and all that is known of it.

use crate::{between, each, must, state, words};

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

/// A row that no screen shows would be kept up to date for nobody.
#[test]
fn every_line_can_be_found_on_every_screen() {
    let words = words();
    assert!(words.lines.0.len() > 15, "{}", words.lines.0.len());
    each(|specimen| {
        words.lines.0.iter().try_for_each(|(id, line)| {
            let name = format!("<p class=\"line-name\">{}</p>", escaped(line.name));
            // The long words are another language.
            must(specimen.html.contains(&name), &format!("no line {id}"))
        })
    });
}

/// Before anything runs too.
#[test]
fn a_row_shows_every_way_hours_languages_and_the_day_it_was_checked() {
    let words = words();
    for name in ["start-static", "start", "help-emergency"] {
        let html = state(name);
        let more = html.split("class=\"more-lines\"").nth(1).unwrap();
        let more = &more[..more.find("</details>").unwrap()];
        for (id, line) in &words.lines.0 {
            if words.everywhere.contains(id) {
                assert!(
                    !more.contains(&format!(">{}<", escaped(line.name))),
                    "{id} stands twice"
                );
                continue;
            }
            let name = format!("<p class=\"line-name\">{}</p>", escaped(line.name));
            let row = between(more, &name, "</li>");
            let links = [
                line.call.map(contact::tel),
                line.text.map(|number| contact::sms(number, line.text_body)),
                line.web.map(contact::web),
            ];
            for link in links.into_iter().flatten() {
                assert!(
                    row.contains(&format!("href=\"{}\"", escaped(&link))),
                    "{id}: {link}"
                );
            }
            let day = words.phrases.day(line.checked_on);
            let told = [
                Some(line.note),
                line.hours,
                line.languages,
                Some(day.as_str()),
            ];
            for text in told.into_iter().flatten() {
                assert!(row.contains(&escaped(text)), "{id}: {text}");
            }
        }
    }
}
