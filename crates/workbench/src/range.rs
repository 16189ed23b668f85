//! View of the range: what the open questions could change.

use html::html;
use yew::Html;

use assessment::Outputs;

use super::view::View;
use super::words;

/// Renders the outputs for the mildest, the actual and the most careful reading of the gaps.
pub(super) fn range(view: &View<'_>) -> Html {
    let body = match view.result.range {
        None => html! { <p>{ words::RANGE_NONE }</p> },
        Some(range) => table([range.mildest, view.result.outputs(), range.most_careful]),
    };
    html! {
        <section class="bench-part" aria-labelledby="range-heading">
            <h2 id="range-heading">{ words::RANGE }</h2>
            { body }
        </section>
    }
}

fn table(readings: [Outputs; 3]) -> Html {
    let heads = [
        words::OUTPUT,
        words::MILDEST,
        words::AS_GIVEN,
        words::MOST_CAREFUL,
    ];
    let rows = [
        (
            words::ALERT,
            readings.map(|read| (read.alert.rank(), read.alert.code())),
        ),
        (
            words::FIRST_STEP,
            readings.map(|read| (read.first_step.rank(), read.first_step.code())),
        ),
        (
            words::LEVEL,
            readings.map(|read| (read.level.rank(), read.level.code())),
        ),
        (
            words::URGENCY,
            readings.map(|read| (read.urgency.rank(), read.urgency.code())),
        ),
    ];
    html! {
        <>
            <p>{ words::RANGE_LEAD }</p>
            <table class="bench-table bench-range">
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>
                    { for rows.map(|(output, readings)| html! {
                        <tr>
                            <th scope="row">{ output }</th>
                            { for readings.map(|(rank, code)| html! {
                                <td><b>{ rank }</b>{ " " }<small>{ code }</small></td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}
