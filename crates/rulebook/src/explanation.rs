//! The trace of one result as text: the answers, the rules that fired, and their effects.
//!
//! Everything comes from the recommendation and its evaluation. The trace computes nothing again, so it
//! always matches the result on the page.

mod fired;

mod lines;

use assessment::{
    Dimension, Evaluation, GapPolicy, ItemIndex, Missing, Outputs, Recommendation, Response, Scale,
    ScoredAnswers, Sets, assess,
};
use i18n::Voice;

use super::Rulebook;
use super::names::{day, joined};

use lines::Lines;

/// Formats the trace of a result, from the overview to every answer.
pub fn explanation(rulebook: &Rulebook, response: &Response) -> String {
    let questionnaire = &rulebook.questionnaire;
    let result = assess(questionnaire, response);
    let sheet = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    let evaluation = Evaluation::of(questionnaire, sheet);
    let mut lines = Lines::default();

    lines.heading("How this suggestion was made");
    lines.line(format!(
        "Rules of {}, {}. Not clinically validated; not a diagnosis.",
        day(questionnaire.version),
        rulebook.review()
    ));
    first_line(rulebook, &result, &mut lines);
    outputs(rulebook, &result, &mut lines);
    ratings(rulebook, &result, &mut lines);
    fired::write(rulebook, &result, &evaluation, &mut lines);
    open(rulebook, &result, &evaluation, &mut lines);
    range(rulebook, &result, &mut lines);
    hidden(rulebook, response, &evaluation, &mut lines);
    lines.finish()
}

fn first_line(rulebook: &Rulebook, result: &Recommendation, lines: &mut Lines) {
    lines.heading("First line");
    lines.line(rulebook.words.headline(result, Voice::Self_));
    lines.line(format!("Code: {}.", result.headline.code()));
    if result.talk_first {
        lines.line(format!(
            "{} or more rated questions have no definite answer, so talking comes first, unless something \
             more pressing is told.",
            rulebook.questionnaire.talk_first.from
        ));
    }
    if result.do_not_stop_alone {
        lines.line("It warns against stopping suddenly and alone.");
    }
}

fn outputs(rulebook: &Rulebook, result: &Recommendation, lines: &mut Lines) {
    lines.heading("Outputs");
    let rows = [
        ("Alert", rulebook.alert(result.alert), Sets::Alert),
        (
            "First step",
            rulebook.first_step(result.first_step),
            Sets::FirstStep,
        ),
        ("Level", rulebook.level(result.computed_level), Sets::Level),
        ("Urgency", rulebook.urgency(result.urgency), Sets::Urgency),
    ];
    for (name, value, sets) in rows {
        lines.line(format!("{name}: {value}{}", set_by(result, sets)));
    }
    if result.level.is_none() {
        lines.line("Under 18: the level is worked out, and never shown.");
    }
    if let Some(next) = result.next_level {
        lines.line(format!(
            "Level that usually follows: {}",
            rulebook.level(next)
        ));
    }
    for add_on in &result.add_ons {
        lines.line(format!("Add-on: {}", rulebook.add_on(*add_on)));
    }
    for sign in &result.signs {
        lines.line(format!(
            "Medical sign: “{}” ({}.{})",
            rulebook.short_option(sign.index, sign.option),
            sign.item.0,
            sign.code
        ));
    }
    for (help, alert) in &result.help {
        let title = rulebook.words.help.get(help.0);
        let title = title.map_or("", |words| words.title.0);
        lines.line(format!(
            "Help shown: “{title}” ({}), with alert {}",
            help.0,
            rulebook.alert(*alert)
        ));
    }
}

fn ratings(rulebook: &Rulebook, result: &Recommendation, lines: &mut Lines) {
    lines.heading("Areas");
    for dimension in Dimension::ALL {
        lines.line(format!(
            "{}: {}{}",
            rulebook.dimension(dimension),
            rulebook.rating(result.rating(dimension)),
            set_by(result, Sets::Rating(dimension)),
        ));
    }
    for scale in [
        Scale::StoppingDanger,
        Scale::StoppingUnprescribed,
        Scale::StoppingOpioid,
    ] {
        let rating = result.ratings.get(scale);
        lines.line(format!(
            "{}: {}",
            rulebook.scale(scale),
            rulebook.rating(rating)
        ));
    }
}

/// Ids of the rules that set an output to its value.
fn set_by(result: &Recommendation, sets: Sets) -> String {
    let rules = result
        .reasons
        .iter()
        .filter(|reason| reason.sets.contains(&sets));
    let rules: Vec<String> = rules.map(|reason| reason.rule.0.to_owned()).collect();
    if rules.is_empty() {
        String::new()
    } else {
        format!(", set by {}", joined(&rules, "and"))
    }
}

fn open(rulebook: &Rulebook, result: &Recommendation, evaluation: &Evaluation, lines: &mut Lines) {
    lines.heading("Asked, with no definite answer");
    if result.unanswered.is_empty() {
        lines.line("None.");
    }
    for (index, _) in evaluation.scored.missing() {
        lines.line(answer(rulebook, evaluation, index));
    }
}

/// Formats a question with the value it counted as, and why.
fn answer(rulebook: &Rulebook, evaluation: &Evaluation, index: ItemIndex) -> String {
    let value = evaluation.scored.get(index);
    let item = rulebook.questionnaire.item(index);
    let code = item.map_or("", |item| item.code);
    let counted = rulebook.counted_as(index, value);
    let how = match value.missing {
        None => counted,
        Some(Missing::Empty) => format!("not answered, counted as {counted}"),
        Some(Missing::Unsure) => format!("not sure, counted as {counted}"),
        Some(Missing::Declined) => format!("rather not say, counted as {counted}"),
    };
    let raised = if value.raised {
        " (raised by another answer)"
    } else {
        ""
    };
    format!("{code} {}: {how}{raised}", rulebook.question(index))
}

fn range(rulebook: &Rulebook, result: &Recommendation, lines: &mut Lines) {
    let Some(range) = result.range else { return };
    lines.heading("What the missing answers could change");
    let readings = [
        ("At their mildest", range.mildest),
        ("At their most serious", range.most_careful),
    ];
    for (name, outputs) in readings {
        let Outputs {
            alert,
            first_step,
            level,
            urgency,
        } = outputs;
        lines.line(format!(
            "{name}: alert {}, first step {}, level {}, urgency {}",
            rulebook.alert(alert),
            rulebook.first_step(first_step),
            rulebook.level(level),
            rulebook.urgency(urgency),
        ));
    }
}

fn hidden(rulebook: &Rulebook, response: &Response, evaluation: &Evaluation, lines: &mut Lines) {
    lines.heading("Not asked, counted as the lowest answer or as said");
    let mut any = false;
    for (index, item) in rulebook.questionnaire.indexed_items() {
        if evaluation.scored.get(index).shown {
            continue;
        }
        any = true;
        let counted = match item.hidden_as {
            Some(option) => format!(", counted as “{}”", rulebook.short_option(index, option)),
            None => String::new(),
        };
        let left_over = match response.get(item.link_id) {
            Some(_) => " (an answer stands on the sheet and counts for nothing)",
            None => "",
        };
        lines.line(format!(
            "{} {}{counted}{left_over}",
            item.code,
            rulebook.label(index)
        ));
    }
    if !any {
        lines.line("None.");
    }
}
