//! View of the form.

use html::html;
use yew::{Html, SubmitEvent};

use assessment::LevelOfCare;
use site::{ContactWay, Encoding, LANGUAGES, Language, Offer, WithdrawalCareKind};

use super::choice::{Ability, Mode, Theme};
use super::control::{self, Entry};
use super::draft;
use super::field::Field;
use super::msg::{Msg, Pick};
use super::opening::Opening;
use super::view::View;
use super::{problem, words};

/// Renders the form. Submitting it with Enter sends nothing.
pub(super) fn form(view: &View<'_>) -> Html {
    let stay = yew::Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <section class="setup-form" id="form" aria-labelledby="form-heading" tabindex="-1">
            <h2 id="form-heading">{ words::FORM }</h2>
            <form onsubmit={stay} autocomplete="off" novalidate=true>
                { group(words::OPEN, opening(view)) }
                { group(words::CENTER, html! {
                    <>
                        { fields(view, &[Field::Name, Field::Phone, Field::TextNumber, Field::Email]) }
                        { control::lines(view, Field::Address) }
                    </>
                }) }
                { group(words::LOOK, html! {
                    <>{ fields(view, &[Field::Logo]) }{ control::color(view, Field::Accent) }{ control::color(view, Field::AccentDark) }</>
                }) }
                { group(words::PROGRAMS, programs(view)) }
                { group(words::SHOWN, shown(view)) }
                { group(words::HOURS, hours(view)) }
                { group(words::CONTACT, contact(view)) }
                { group(words::LINKS, html! {
                    <>
                        { fields(view, &[Field::Privacy, Field::Terms, Field::Report, Field::LeaveTo]) }
                        { control::lines(view, Field::Partners) }
                    </>
                }) }
            </form>
            { status(view) }
        </section>
    }
}

/// Renders the fields that have to change, in one live region for the whole form.
fn status(view: &View<'_>) -> Html {
    let fields = problem::all(view.model);
    let links = fields.iter().map(|field| {
        html! { <li><a href={format!("#{}", field.id())}>{ words::label(*field) }</a></li> }
    });
    html! {
        <div class={if fields.is_empty() { "setup-status" } else { "setup-status is-open" }} role="status">
            if fields.is_empty() {
                <p>{ words::ALL_FINE }</p>
            } else {
                <p>{ words::TO_CHANGE }</p>
                <ul>{ for links }</ul>
            }
        </div>
    }
}

fn group(heading: &'static str, body: Html) -> Html {
    html! {
        <fieldset class="setup-group">
            <legend><h3>{ heading }</h3></legend>
            { body }
        </fieldset>
    }
}

fn fields(view: &View<'_>, fields: &[Field]) -> Html {
    html! { <>{ for fields.iter().map(|field| control::line(view, *field, "text")) }</> }
}

fn programs(view: &View<'_>) -> Html {
    let offered = LevelOfCare::ALL
        .iter()
        .filter(|level| **level != LevelOfCare::NoneIndicated);
    let levels = offered.filter_map(|level| {
        let said = view.words.levels.get(level.code())?;
        Some(Entry {
            id: format!("level-{}", level.code()),
            text: said.name,
            ticked: view.model.levels.contains(level),
            msg: Msg::Level(*level),
        })
    });
    let none = Entry {
        id: "level-none".to_owned(),
        text: words::NO_LEVEL,
        ticked: view.model.offers_no_level,
        msg: Msg::NoLevel,
    };
    let levels = levels.chain([none]);
    let kinds = [
        WithdrawalCareKind::NotSaid,
        WithdrawalCareKind::None,
        WithdrawalCareKind::Outpatient,
        WithdrawalCareKind::AroundTheClock,
    ];
    let kinds = kinds.map(|kind| {
        let code = draft::code(kind).unwrap_or("not-said");
        (
            code,
            words::withdrawal(kind),
            view.model.withdrawal_care == kind,
        )
    });
    html! {
        <>
            { control::ticks(view, words::LEVELS, Some(words::LEVELS_HINT), levels.collect()) }
            { control::list(view, Pick::WithdrawalCare, words::WITHDRAWAL, None, &kinds) }
            { for Ability::ALL.iter().map(|ability| offer(view, *ability)) }
            { control::lines(view, Field::Payment) }
            { control::lines(view, Field::Languages) }
        </>
    }
}

fn offer(view: &View<'_>, ability: Ability) -> Html {
    let offer = view.model.offer(ability);
    let entries = [
        ("not-said", words::DO_NOT_SAY, offer == Offer::NotSaid),
        ("yes", words::YES, offer == Offer::Yes),
        ("no", words::NO, offer == Offer::No),
    ];
    control::list(
        view,
        Pick::Ability(ability),
        words::ability(ability),
        None,
        &entries,
    )
}

/// Renders the file input that opens existing settings.
fn opening(view: &View<'_>) -> Html {
    let refused = match view.model.opening {
        Opening::Refused(..) => Some("true"),
        Opening::Nothing | Opening::Done { .. } => None,
    };
    html! {
        <>
            <div class="setup-field">
                <label for="open-file">{ words::OPEN_FILE }</label>
                <p class="hint" id="open-file-hint">{ words::OPEN_HINT }</p>
                <input type="file" id="open-file" accept="application/json,.json"
                    aria-describedby="open-file-hint opened" aria-invalid={refused} onchange={view.pick.clone()} />
            </div>
            <div role="status" id="opened">{ opened(view) }</div>
        </>
    }
}

fn opened(view: &View<'_>) -> Html {
    match &view.model.opening {
        Opening::Nothing => Html::default(),
        Opening::Done { name, left_out } => {
            let keeps_hours = view
                .model
                .other_settings
                .iter()
                .any(|(key, _)| key == "hours");
            html! {
                <>
                    <p class="setup-fine" key={view.model.openings}>
                        <span aria-hidden="true">{ "✓ " }</span>
                        { words::OPENED.replace("{name}", &edge::shown(name)) }
                    </p>
                    if keeps_hours { <p>{ words::HOURS_KEPT }</p> }
                    if !left_out.is_empty() {
                        <p>{ words::LEFT_OUT }{ " " }<code>{ left_out.join(", ") }</code></p>
                    }
                </>
            }
        }
        Opening::Refused(name, why) => html! {
            <p class="setup-problem" key={view.model.openings}>
                <span aria-hidden="true">{ "▲ " }</span>
                { words::REFUSED.replace("{name}", &edge::shown(name)) }{ " " }{ words::refusal(*why) }
            </p>
        },
    }
}

fn shown(view: &View<'_>) -> Html {
    let modes = Mode::ALL.map(|mode| (mode.code(), words::mode(mode), view.model.mode == mode));
    let themes =
        Theme::ALL.map(|theme| (theme.code(), words::theme(theme), view.model.theme == theme));
    let chosen = view.model.language;
    let names = LANGUAGES.map(|Language { name, country, .. }| match country {
        site::HOME => name.to_owned(),
        _ => format!("{name} ({country})"),
    });
    let languages = LANGUAGES.iter().zip(&names).map(|(language, name)| {
        let locale = language.locale;
        (locale, name.clone(), chosen == Some(locale))
    });
    let auto = ("auto", words::LANGUAGE_AUTO.to_owned(), chosen.is_none());
    let languages: Vec<_> = [auto].into_iter().chain(languages).collect();
    html! {
        <>
            { fields(view, &[Field::CheckUrl]) }
            { control::list(view, Pick::Mode, words::MODE, None, &modes) }
            { fields(view, &[Field::Label]) }
            { control::list(view, Pick::Theme, words::THEME, None, &themes) }
            { control::list(view, Pick::Language, words::LANGUAGE, Some(words::LANGUAGE_HINT), &languages) }
        </>
    }
}

fn hours(view: &View<'_>) -> Html {
    let names = words::DAY_NAMES.iter().zip(view.model.days).enumerate();
    let days = names.map(|(day, (name, ticked))| Entry {
        id: format!("day-{day}"),
        text: name,
        ticked,
        msg: Msg::Day(day),
    });
    html! {
        <>
            <p class="hint">{ words::HOURS_HINT }</p>
            { control::ticks(view, words::DAYS, None, days.collect()) }
            <div class="setup-pair">
                { control::line(view, Field::From, "time") }
                { control::line(view, Field::Until, "time") }
            </div>
            { fields(view, &[Field::Zone, Field::HoursWords]) }
        </>
    }
}

fn contact(view: &View<'_>) -> Html {
    let ways = ContactWay::ALL.map(|way| Entry {
        id: format!("way-{}", way.code()),
        text: words::way(way),
        ticked: view.model.ways.contains(&way),
        msg: Msg::Way(way),
    });
    let encodings = [Encoding::Json, Encoding::Form].map(|encoding| {
        let chosen = view.model.encoding == encoding;
        (encoding.code(), words::encoding(encoding), chosen)
    });
    html! {
        <>
            { control::ticks(view, words::WAYS, Some(words::WAYS_HINT), ways.into()) }
            { fields(view, &[Field::Endpoint]) }
            { control::lines(view, Field::Consent) }
            { control::list(view, Pick::Encoding, words::ENCODING, None, &encodings) }
        </>
    }
}
