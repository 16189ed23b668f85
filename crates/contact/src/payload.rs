//! Payload of a contact request: exactly the lines that are shown before Send.

use std::fmt::Write as _;
use std::sync::Arc;

use assessment::Recommendation;
use i18n::{Voice, Words};
use journey::{Field, Fields, Line, Lines, Model, Tick, asked, asks_time};
use site::ContactWay;

/// Builds the lines of one request. Includes the result and the answers only if ticked, and only
/// the fields that this way of contact asks for.
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
    lines.push(line("may_leave_message", yes_or_no(fields, Tick::MayLeave)));
    lines.push(line("consent", yes_or_no(fields, Tick::Consent)));
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
        lines.extend(result_lines(model, result, words));
    }
    if adds_answers {
        lines.push(line("answers", &answers(model, words)));
    }
    Arc::from(lines)
}

/// Formats the lines as text to copy.
pub fn as_text(lines: &[Line]) -> String {
    let mut text = String::new();
    for Line { key, value } in lines {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{key}: {value}");
    }
    text
}

fn line(key: &'static str, value: &str) -> Line {
    Line {
        key,
        // Normalize line endings, so that the shown and the sent text are the same everywhere.
        value: value.replace("\r\n", "\n"),
    }
}

fn yes_or_no(fields: &Fields, tick: Tick) -> &'static str {
    if fields.has(tick) { "yes" } else { "no" }
}

fn voice(model: &Model) -> Voice {
    if model.is_for_someone_else() {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}

/// The lines that describe the result.
fn result_lines(model: &Model, result: &Recommendation, words: &Words) -> Vec<Line> {
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

/// Every item that was asked, by its short label, with its answer.
fn answers(model: &Model, words: &Words) -> String {
    let asked = model.shown().into_iter();
    let lines = asked.filter_map(|index| {
        let item = words.items.get(usize::from(index.0))?;
        let answer = export::answer(words, voice(model), item, model.answer(index));
        Some(format!("{}: {answer}", item.short))
    });
    lines.collect::<Vec<_>>().join("\n")
}
