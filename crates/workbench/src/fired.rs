//! View of every rule that fires, in the order of evaluation.

use html::html;
use yew::Html;

use assessment::{
    Alert, Dimension, Effect, FirstStep, LevelOfCare, Rule, RuleId, RuleIndex, Sets, Urgency,
    items_read_directly,
};

use super::view::{View, in_rulebook};
use super::words;

/// Renders the rules.
pub(super) fn fired(view: &View<'_>) -> Html {
    let rules: Vec<(RuleIndex, &Rule)> = view.evaluation.fired(view.model.questionnaire).collect();
    let stopped: &[RuleId] = view
        .model
        .difference
        .as_ref()
        .map_or(&[], |difference| difference.stopped.as_slice());
    html! {
        <section class="bench-part" aria-labelledby="fired-heading">
            <h2 id="fired-heading">{ words::FIRED }{ " (" }{ rules.len() }{ ")" }</h2>
            if !stopped.is_empty() {
                <p class="bench-stopped">
                    { words::STOPPED }
                    { for stopped.iter().map(|rule| html! { <>{ " " }{ in_rulebook(rule.0, rule.0) }</> }) }
                </p>
            }
            if rules.is_empty() { <p>{ words::FIRED_NONE }</p> }
            <ol class="bench-rules">
                { for rules.into_iter().map(|(index, rule)| one(view, index, rule)) }
            </ol>
        </section>
    }
}

fn one(view: &View<'_>, index: RuleIndex, rule: &Rule) -> Html {
    let reason = view
        .result
        .reasons
        .iter()
        .find(|reason| reason.index == index);
    let is_new = view
        .model
        .difference
        .as_ref()
        .is_some_and(|difference| difference.started.contains(&rule.id));
    let said = view
        .words
        .reasons
        .get(usize::from(index.0))
        .map_or("", |said| view.say(said));
    let outcome = match reason {
        Some(reason) => {
            let sets: Vec<&str> = reason.sets.iter().map(|sets| named(view, *sets)).collect();
            format!("{}: {}.", words::SETS, sets.join(", "))
        }
        None if rule.explains => words::EXPLAINS.to_owned(),
        None if is_nothing(&rule.then) => words::DEFINES.to_owned(),
        None => words::BELOW.to_owned(),
    };
    let read = items_read_directly(view.evaluation, &rule.when);
    let answers = read.into_iter().filter_map(|index| {
        let (_, said) = view.item(index)?;
        let counts = view.evaluation.scored.get(index);
        let open = counts.missing.map(|missing| {
            format!(
                "{}, {} ",
                view.missing(missing),
                words::COUNTS_AS.to_lowercase()
            )
        });
        let chosen = view.options(said, counts.chosen);
        Some(format!(
            "{}: {}{chosen}",
            said.short,
            open.unwrap_or_default()
        ))
    });
    let answers: Vec<String> = answers.collect();
    html! {
        <li key={rule.id.0} class={is_new.then_some("is-new")}>
            <p>
                { in_rulebook(rule.id.0, rule.id.0) }
                if is_new { { " " }<span class="bench-tag">{ words::NEW }</span> }
                { " " }{ said }
            </p>
            <p class="bench-outcome">{ outcome }</p>
            if !answers.is_empty() {
                <p class="bench-reads">{ words::READS }{ ": " }{ answers.join(" · ") }</p>
            }
        </li>
    }
}

/// Name of the output or rating that a rule sets.
fn named(view: &View<'_>, sets: Sets) -> &'static str {
    match sets {
        Sets::Alert => words::ALERT,
        Sets::FirstStep => words::FIRST_STEP,
        Sets::Level => words::LEVEL,
        Sets::Urgency => words::URGENCY,
        Sets::AddOn => words::ADD_ONS,
        Sets::Rating(wanted) => {
            let mut named = Dimension::ALL.into_iter().zip(&view.words.dimensions);
            named
                .find(|(dimension, _)| *dimension == wanted)
                .map_or("", |(_, name)| *name)
        }
    }
}

/// Whether a rule raises nothing by itself.
fn is_nothing(effect: &Effect) -> bool {
    let Effect {
        alert,
        first_step,
        level,
        urgency,
        ratings,
        add_ons,
        help: _,
        track: _,
    } = effect;
    *alert == Alert::None
        && *first_step == FirstStep::None
        && *level == LevelOfCare::NoneIndicated
        && *urgency == Urgency::WhenYouCan
        && ratings.is_empty()
        && add_ons.is_empty()
}
