//! An example week: a calendar whose cells have a word and an icon.

use html::html;
use yew::Html;

use assessment::{AddOn, FirstStep, LevelOfCare, Recommendation};

use super::super::level::tells_way;
use super::super::view::View;

/// What a part of a day contains, as encoded by letters in the words file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Group,
    Individual,
    Family,
    Medical,
    Free,
    Home,
    Program,
    RecoveryHome,
}

impl Part {
    const ALL: [Part; 8] = [
        Part::Group,
        Part::Individual,
        Part::Family,
        Part::Medical,
        Part::Free,
        Part::Home,
        Part::Program,
        Part::RecoveryHome,
    ];

    fn of(letter: char, recovery_home: bool) -> Part {
        match letter {
            'g' => Part::Group,
            'i' => Part::Individual,
            'f' => Part::Family,
            'm' => Part::Medical,
            'h' if recovery_home => Part::RecoveryHome,
            'h' => Part::Home,
            'p' => Part::Program,
            _ => Part::Free,
        }
    }

    fn name(self, view: &View<'_>) -> &'static str {
        let words = &view.words.phrases;
        match self {
            Part::Group => words.week_group,
            Part::Individual => words.week_individual,
            Part::Family => words.week_family,
            Part::Medical => words.week_medical,
            Part::Free => words.week_free,
            Part::Home => words.week_home,
            Part::Program => words.week_program,
            Part::RecoveryHome => words.week_recovery_home,
        }
    }
}

/// Draws an example week at the level where the person would be: the suggested one, or the one after 24-hour
/// care. It reflects the answers: evenings for people who work, nights in a recovery home.
pub fn week(view: &View<'_>, result: &Recommendation) -> Html {
    if !tells_way(result) {
        return Html::default();
    }
    let level = match result.first_step {
        FirstStep::None | FirstStep::WithdrawalCheck => result.level,
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => result.next_level,
    };
    let Some((level, words)) =
        level.and_then(|level| Some((level, view.words.levels.get(level.code())?)))
    else {
        return Html::default();
    };
    let evenings = result.guidance.days_taken && !words.evening_week.is_empty();
    let drawn = if evenings {
        &words.evening_week
    } else {
        &words.week
    };
    if drawn.is_empty() {
        return Html::default();
    }
    let recovery_home =
        result.add_ons.contains(&AddOn::Housing) && level < LevelOfCare::Residential;
    let rows: Vec<Vec<Part>> = drawn
        .iter()
        .map(|row| {
            row.chars()
                .map(|letter| Part::of(letter, recovery_home))
                .collect()
        })
        .collect();
    let phrases = &view.words.phrases;
    let used = |part: &Part| rows.iter().flatten().any(|other| other == part);
    html! {
        <>
            <h3>{ phrases.week_title }</h3>
            <p>
                { words.name }{ ": " }{ phrases.week_lead }
                if evenings { { " " }{ phrases.week_evenings } }
                if recovery_home { { " " }{ phrases.week_nights } }
            </p>
            { table(view, &rows) }
            <ul class="legend" aria-hidden="true">
                { for Part::ALL.iter().filter(|part| used(part)).map(|part| html! {
                    <li>{ sign(*part) }{ part.name(view) }</li>
                }) }
            </ul>
        </>
    }
}

fn table(view: &View<'_>, rows: &[Vec<Part>]) -> Html {
    let phrases = &view.words.phrases;
    let times = phrases.week_parts.split(", ");
    html! {
        <table class="week">
            <thead>
                <tr>
                    <td></td>
                    { for phrases.week_days.split(", ").map(|day| html! { <th scope="col">{ day }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for rows.iter().zip(times).map(|(row, time)| html! {
                    <tr>
                        <th scope="row">{ time }</th>
                        { for row.iter().map(|part| html! {
                            <td>{ sign(*part) }<span class="unseen">{ part.name(view) }</span></td>
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// Draws an icon with a distinct shape, so that color is never the only difference.
fn sign(part: Part) -> Html {
    let (class, glyph) = match part {
        Part::Group => (
            "group",
            html! { <><circle cx="8" cy="15" r="3" /><circle cx="20" cy="15" r="3" /><circle cx="14" cy="9" r="3" /></> },
        ),
        Part::Individual => (
            "individual",
            html! { <><circle cx="9.5" cy="14" r="3.4" /><circle cx="18.5" cy="14" r="3.4" /></> },
        ),
        Part::Family => (
            "family",
            html! { <path d="M14 21 6.8 13.6a4.2 4.2 0 0 1 6-5.9L14 9l1.2-1.3a4.2 4.2 0 0 1 6 5.9z" /> },
        ),
        Part::Medical => (
            "medical",
            html! { <path d="M12 6h4v6h6v4h-6v6h-4v-6H6v-4h6z" /> },
        ),
        Part::Free => ("free", Html::default()),
        Part::Home => (
            "home",
            html! { <path d="M14 6.5 22 14h-2.5v7.5h-11V14H6z" /> },
        ),
        Part::Program => (
            "program",
            html! { <path d="M7 6.5h14v15H7zM10 10h2.5v2.5H10zM15.5 10H18v2.5h-2.5zM10 15h2.5v2.5H10zM15.5 15H18v2.5h-2.5z" fill-rule="evenodd" /> },
        ),
        Part::RecoveryHome => (
            "recovery-home",
            html! { <path d="M14 6.5 22 14h-2.5v7.5h-11V14H6zM14 18.8l2.9-3a1.7 1.7 0 0 0-2.4-2.4l-.5.5-.5-.5a1.7 1.7 0 0 0-2.4 2.4z" fill-rule="evenodd" /> },
        ),
    };
    html! {
        <svg class={format!("sign {class}")} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <rect class="cell" x="1" y="1" width="26" height="26" rx="7" />
            { glyph }
        </svg>
    }
}
