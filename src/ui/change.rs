//! What would change the result: the smallest changes to the answers, and the unanswered questions that would
//! narrow it most.

use html::html;
use yew::Html;

use assessment::{
    Alert, Alternative, Change, FirstStep, PointsTo, Recommendation, most_informative_gaps,
    what_would_change,
};
use i18n::Voice;
use journey::Msg;

use super::view::{View, fill};
use super::why::method_link;

/// Maximum number of alternatives shown in each direction.
const MAX_TOLD: usize = 3;

/// Maximum number of changed answers in one alternative: longer lines go unread, and take too long to compute
/// on a slow phone.
const LARGEST_SET: usize = 2;

/// Whether to show what would change the level: not if no level is shown, and not if care cannot wait.
fn tells_changes(result: &Recommendation) -> bool {
    result.level.is_some()
        && result.headline.points_to == PointsTo::Program
        && result.first_step < FirstStep::WithdrawalCare
}

/// Draws what would change the level.
pub fn changes(view: &View<'_>, result: &Recommendation) -> Html {
    if !tells_changes(result) {
        return Html::default();
    }
    // Beside a red flag, "less care if" would be true but send the wrong message.
    let calm = result.alert < Alert::ContactFirst && result.first_step < FirstStep::WithdrawalCare;
    let largest_set = if calm { LARGEST_SET } else { 0 };
    let message = what_would_change(view.model.questionnaire, &view.model.response, largest_set);
    if message.lower.is_empty() && message.raise.is_empty() {
        return Html::default();
    }
    let kind = |one: &&Alternative| one.changes.iter().all(|change| can_be_read(view, change));
    let lower = message.lower.iter().filter(kind).take(MAX_TOLD);
    let message = lower.chain(message.raise.iter().filter(kind).take(MAX_TOLD));
    let words = &view.words.phrases;
    html! {
        <>
            <h3>{ words.change_title }</h3>
            <p>{ words.change_lead }</p>
            <ul class="dots">{ for message.map(|one| html! { <li>{ line(view, one) }</li> }) }</ul>
        </>
    }
}

/// Whether a change may be shown. Sensitive items never are: nobody should read what would follow from a
/// suicide attempt or a wish to die.
fn can_be_read(view: &View<'_>, change: &Change) -> bool {
    let item = view.model.questionnaire.item(change.item);
    item.is_some_and(|item| !item.sensitive)
}

fn line(view: &View<'_>, alternative: &Alternative) -> String {
    let changes = alternative.changes.iter();
    let answers: Vec<String> = changes.filter_map(|change| answer(view, *change)).collect();
    let level = view.words.in_a_sentence(alternative.level.code());
    fill(
        view.words.phrases.change_line,
        &[("answers", &answers.join(" + ")), ("level", level)],
    )
}

fn answer(view: &View<'_>, change: Change) -> Option<String> {
    let (_, said) = view.item(change.item)?;
    let options = change.to.indices();
    let options = options.filter_map(|position| said.options.get(usize::from(position)));
    let options: Vec<&str> = options.map(|option| view.say(option)).collect();
    Some(format!("{}: {}", said.short, options.join("; ")))
}

/// Draws the unanswered questions that would narrow the range most, each with a link to it.
pub fn clearer_with(view: &View<'_>) -> Html {
    let items = most_informative_gaps(view.model.questionnaire, &view.model.response);
    let words = &view.words.phrases;
    let lead = match items.len() {
        0 => return Html::default(),
        1 => words.clearer_one,
        _ => words.clearer_two,
    };
    let found = items.iter().filter_map(|index| view.item(*index));
    html! {
        <>
            <p>{ lead }</p>
            <p class="clearer">
                { for found.map(|(item, said)| html! {
                    <button type="button" class="secondary" onclick={view.sends(Msg::Change(item.page))}>
                        { said.short }
                    </button>
                }) }
            </p>
        </>
    }
}

/// Draws what the result does not know: unanswered questions with the range they leave, and the general
/// limits.
pub fn limits(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let open: Vec<&str> = result
        .unanswered
        .iter()
        .filter_map(|(link_id, _)| view.model.questionnaire.find(link_id.0))
        .filter_map(|index| view.item(index))
        .map(|(_, said)| said.short)
        .collect();
    let range = result.range.zip(result.level).map(|(range, _)| {
        let (mild, careful) = (range.mildest.level, range.most_careful.level);
        if mild == careful {
            return words.range_same.to_owned();
        }
        fill(
            words.range_text,
            &[
                ("mildest", view.words.in_a_sentence(mild.code())),
                ("careful", view.words.in_a_sentence(careful.code())),
            ],
        )
    });
    html! {
        <>
            <h3>{ words.limits_title }</h3>
            if view.voice() == Voice::SomeoneElse { <p>{ words.second_hand }</p> }
            <p>{ words.limits_text }</p>
            <p>{ words.limits_not_validated }</p>
            { method_link(view) }
            if !open.is_empty() {
                <h3>{ words.range_title }</h3>
                if let Some(range) = range { <p>{ range }</p> }
                { clearer_with(view) }
                <details><summary>{ words.range_list }</summary><p>{ open.join(", ") }</p></details>
            }
        </>
    }
}
