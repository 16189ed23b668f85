//! What a contact request carries: the lines that are shown before Send, and nothing else.

use std::fmt::Write as _;
use std::sync::Arc;

use assessment::Recommendation;
use i18n::{Voice, Words};
use journey::{Field, Fields, Line, Lines, Model, Tick, asked, asks_time};
use site::ContactWay;

/// The lines of one request, in order. Of the result and the answers only what was ticked; of what
/// was typed only what this way asks for.
pub fn payload(way: ContactWay, model: &Model, result: &Recommendation, words: &Words) -> Lines {
    let fields = &model.contact.fields;
    let mut lines = vec![line("way", way.code())];
    let typed = |wanted: Field| {
        let is_asked = asked(way).iter().any(|(field, _)| *field == wanted);
        let text = fields.text(wanted).trim();
        (is_asked && !text.is_empty()).then(|| line(wanted.code(), text))
    };
    lines.extend(
        [Field::Name, Field::Phone, Field::Email]
            .map(typed)
            .into_iter()
            .flatten(),
    );
    if asks_time(way) {
        lines.push(line("best_time", fields.time.code()));
    }
    lines.extend(
        [Field::Days, Field::Message]
            .map(typed)
            .into_iter()
            .flatten(),
    );
    lines.push(line("may_leave_message", said(fields, Tick::MayLeave)));
    lines.push(line("consent", said(fields, Tick::Consent)));
    let adds_result = fields.has(Tick::AddResult);
    let adds_answers = fields.has(Tick::AddAnswers);
    if adds_result || adds_answers {
        let about = match voice(model) {
            Voice::Self_ => "self",
            Voice::SomeoneElse => "someone-else",
        };
        lines.push(line("about", about));
    }
    if adds_result {
        lines.extend(in_words(model, result, words));
    }
    if adds_answers {
        lines.push(line("answers", &answers(model, words)));
    }
    Arc::from(lines)
}

/// The lines as a text to copy.
pub fn as_text(lines: &[Line]) -> String {
    let mut text = String::new();
    for Line { key, value } in lines {
        // A text takes whatever is written to it.
        let _ = writeln!(text, "{key}: {value}");
    }
    text
}

fn line(key: &'static str, value: &str) -> Line {
    Line {
        key,
        // One way to end a line, so that what is shown and what is sent are the same everywhere.
        value: value.replace("\r\n", "\n"),
    }
}

fn said(fields: &Fields, tick: Tick) -> &'static str {
    if fields.has(tick) { "yes" } else { "no" }
}

fn voice(model: &Model) -> Voice {
    if model.is_for_someone_else() {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}

/// The result, as its first lines say it.
fn in_words(model: &Model, result: &Recommendation, words: &Words) -> Vec<Line> {
    let phrases = &words.phrases;
    let first_step = export::first_step_text(result.first_step, phrases);
    let level = result
        .level
        .and_then(|level| words.levels.get(level.code()));
    let how_soon = words.urgency.get(usize::from(result.urgency.rank()));
    let mut lines = vec![line("result", &words.headline(result, voice(model)))];
    lines.push(line("first_step", first_step));
    lines.extend(level.map(|level| line("level", level.name)));
    lines.extend(how_soon.map(|text| line("how_soon", text)));
    lines.push(line("rules_version", result.version));
    lines
}

/// Every question that was asked, by its short name, with what was chosen.
fn answers(model: &Model, words: &Words) -> String {
    let asked = model.shown().into_iter();
    let message = asked.filter_map(|index| {
        let item = words.items.get(usize::from(index.0))?;
        let answer = export::answer(words, voice(model), item, model.answer(index));
        Some(format!("{}: {answer}", item.short))
    });
    message.collect::<Vec<_>>().join("\n")
}
