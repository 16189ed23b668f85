//! The pace: a choice on the result that changes tone and order, but not the recommendation (V07).

use html::html;
use yew::{Callback, Html, SubmitEvent};

use assessment::{FirstStep, LevelOfCare, PointsTo, Recommendation, Urgency};
use i18n::Voice;
use journey::{Msg, Pace};

use super::parts::choices::option_class;
use super::view::View;

/// Draws the choice, only for oneself and only if there is time for one.
pub fn pace(view: &View<'_>, result: &Recommendation) -> Html {
    if view.voice() == Voice::SomeoneElse || !leaves_time(result) {
        return Html::default();
    }
    let words = &view.words.phrases;
    let paces = [
        (Pace::TellMore, words.pace_tell_more, words.tell_more),
        (Pace::SmallStep, words.pace_small_step, words.small_step),
        (Pace::CallNow, words.pace_call_now, words.ready),
    ];
    let said = paces
        .iter()
        .find(|(pace, ..)| view.model.pace == Some(*pace));
    html! {
        <form class="pace" autocomplete="off" aria-label={words.pace_title}
            onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <fieldset class="choices chips">
                <legend><h3>{ words.pace_title }</h3></legend>
                <div class="options">
                    { for paces.iter().map(|(pace, name, _)| {
                        let id = format!("pace-{}", pace.code());
                        let chosen = view.model.pace == Some(*pace);
                        html! {
                            <label class={option_class(chosen)} for={id.clone()}>
                                <input type="radio" {id} name="pace" checked={chosen} onchange={view.sends(Msg::Pace(*pace))} />
                                <span>{ *name }</span>
                            </label>
                        }
                    }) }
                </div>
            </fieldset>
            <p class="tone" aria-live="polite">{ said.map_or("", |(_, _, text)| text) }</p>
        </form>
    }
}

/// Whether nothing has to happen today and there is care to choose. "Take your time" would be wrong beside a
/// doctor's visit today, and useless without a level.
fn leaves_time(result: &Recommendation) -> bool {
    result.level >= Some(LevelOfCare::Outpatient)
        && result.headline.points_to == PointsTo::Program
        && result.first_step < FirstStep::WithdrawalCare
        && result.urgency < Urgency::Today
}
