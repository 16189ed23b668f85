//! The interim result: an honest range, what is already certain, and what is left to ask.

use html::html;
use yew::Html;

use assessment::{
    Alert, FirstStep, LevelOfCare, Outputs, Standing, Urgency, assess, most_informative_gaps,
};
use journey::Msg;

use super::parts::line::lines;
use super::view::{View, fill};

/// Draws the screen. Without an interim result it only offers to continue.
pub fn standing(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let standing = view.model.standing();
    // Show no adult level to people under 18.
    let shows_level = assess(view.model.questionnaire, &view.model.response)
        .level
        .is_some();
    html! {
        <div class="standing">
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            <h1 tabindex="-1">{ words.standing_title }</h1>
            if let Some(standing) = standing {
                if standing.is_settled() {
                    { settled(view) }
                } else {
                    <p class="lead">{ range(view, &standing, shows_level) }</p>
                }
                { clear(view, standing.mildest, shows_level) }
                if !standing.is_settled() { { left(view) } }
            }
            <div class="go">
                <button type="button" class="primary" onclick={view.sends(Msg::Continue)}>{ words.go_on }</button>
                <p class="ahead">{ words.go_on_hint }</p>
            </div>
        </div>
    }
}

/// Says that no remaining question would change the suggestion, and offers the result right away.
pub fn settled(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    html! {
        <section class="card tint settled">
            <p role="status">{ words.standing_settled }</p>
            <button type="button" class="secondary" onclick={view.sends(Msg::Finish)}>
                { words.standing_result }
            </button>
        </section>
    }
}

/// Describes the suggestion for the mildest and for the most severe remaining answers.
fn range(view: &View<'_>, standing: &Standing, shows_level: bool) -> String {
    let words = &view.words.phrases;
    let level = |outputs: Outputs| {
        if shows_level {
            view.words.in_a_sentence(outputs.level.code())
        } else {
            words.young_program
        }
    };
    let (mildest, careful) = (level(standing.mildest), level(standing.most_careful));
    if mildest == careful {
        return fill(words.standing_same, &[("level", mildest)]);
    }
    fill(
        words.standing_range,
        &[("mildest", mildest), ("careful", careful)],
    )
}

/// Draws what holds regardless of the remaining answers.
fn clear(view: &View<'_>, least: Outputs, shows_level: bool) -> Html {
    let words = &view.words.phrases;
    let alert = match least.alert {
        Alert::None | Alert::SupportCard => None,
        Alert::ContactFirst => Some(words.alert_contact),
        Alert::EmergencyNow => Some(words.alert_emergency),
    };
    let first_step = match least.first_step {
        FirstStep::None => None,
        FirstStep::WithdrawalCheck => Some(words.step_check),
        FirstStep::WithdrawalCare => Some(words.step_care),
        FirstStep::EmergencyDepartment => Some(words.step_emergency),
    };
    let urgency = view.words.urgency.get(usize::from(least.urgency.rank()));
    let urgency = urgency
        .copied()
        .filter(|_| least.urgency > Urgency::WhenYouCan);
    let level = (shows_level && least.level > LevelOfCare::NoneIndicated)
        .then(|| view.words.levels.get(least.level.code()))
        .flatten()
        .map(|level| level.name);
    let mut facts = [alert, first_step, urgency, level]
        .into_iter()
        .flatten()
        .peekable();
    html! {
        <section class="card">
            <h2>{ words.standing_clear }</h2>
            if facts.peek().is_some() {
                <p>{ words.standing_least }</p>
                <ul class="dots">{ for facts.map(|fact| html! { <li>{ fact }</li> }) }</ul>
            } else {
                <p>{ words.standing_unclear }</p>
            }
            if least.alert >= Alert::ContactFirst { { lines(view, &view.words.everywhere) } }
        </section>
    }
}

/// Draws what is left to ask, and which question would narrow the range most.
fn left(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let questionnaire = view.model.questionnaire;
    let left = view.model.pages_left();
    let text = match left.len() {
        1 => words.standing_page.to_owned(),
        count => fill(words.standing_pages, &[("count", &count.to_string())]),
    };
    let telling = most_informative_gaps(questionnaire, &view.model.response);
    let mut pages: Vec<&'static str> = Vec::new();
    for item in telling
        .iter()
        .filter_map(|index| questionnaire.item(*index))
    {
        let name = view.words.pages.get(usize::from(item.page.0));
        let name = name.map_or("", |said| view.say(said));
        if left.iter().any(|part| part.page == item.page) && !pages.contains(&name) {
            pages.push(name);
        }
    }
    html! {
        <section class="card">
            <h2>{ text }</h2>
            if !pages.is_empty() {
                <p>{ words.standing_telling }</p>
                <ol class="dots">{ for pages.iter().map(|page| html! { <li>{ *page }</li> }) }</ol>
            }
        </section>
    }
}
