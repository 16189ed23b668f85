//! How well the host site's programs fit, in plain words, and how to start there.

use html::html;
use yew::Html;

use assessment::Recommendation;
use i18n::Words;
use site::{Need, Offer, Verdict, fit};

use super::level::first_step_name;
use super::parts::line::lines;
use super::view::{View, fill};

/// Draws which of the needs of the result this site offers.
pub fn site_fit(view: &View<'_>, result: &Recommendation, name: &str) -> Html {
    let words = &view.words.phrases;
    let named = |phrase: &str| fill(phrase, &[("name", name)]);
    let found = fit(&view.site.programs, result);
    let verdict = found.as_ref().map(|found| match found.verdict {
        Verdict::Fits => words.fit_fits,
        Verdict::Partly => words.fit_partly,
        Verdict::DoesNotFit => words.fit_does_not,
        Verdict::NotSaid => words.fit_not_said,
    });
    let elsewhere = found
        .as_ref()
        .is_some_and(|found| found.verdict == Verdict::DoesNotFit);
    html! {
        <div class="site-fit">
            if let Some(verdict) = verdict { <p><b>{ named(verdict) }</b></p> }
            if let Some(found) = &found {
                <dl class="needs">
                    { for found.needs.iter().map(|(need, offer)| self::need(view, result, *need, *offer)) }
                </dl>
            }
            { more(view, elsewhere) }
            if elsewhere {
                <h3>{ words.fit_look_for }</h3>
                <ul class="dots">
                    { for view.words.look_for.iter().map(|line| html! { <li>{ *line }</li> }) }
                </ul>
                { lines(view, &["samhsa", "find-treatment"]) }
            }
            <p class="provenance">{ named(words.fit_disclosure) }</p>
        </div>
    }
}

/// Draws what to say on the first call: the place to start that the result suggests.
pub fn what_to_say(view: &View<'_>, result: &Recommendation) -> Html {
    let found = fit(&view.site.programs, result);
    let Some((start, _)) = found.as_ref().and_then(|found| found.needs.first()) else {
        return Html::default();
    };
    let level = match start {
        Need::WithdrawalCare => view.words.in_a_sentence("withdrawal-care"),
        Need::WithdrawalCheck => view.words.in_a_sentence("withdrawal-check"),
        Need::Level(of) => view.words.in_a_sentence(of.code()),
        Need::Under18 => view.words.phrases.young_program,
        // These accompany a place to start, but are none themselves.
        Need::MedicationOpioid | Need::MedicationAlcohol | Need::Pregnancy | Need::MentalHealth => {
            return Html::default();
        }
    };
    let words = &view.words.phrases;
    html! {
        <p class="say">
            <b>{ words.help_say }</b>{ " " }<q>{ fill(words.fit_say, &[("level", level)]) }</q>
        </p>
    }
}

fn need(view: &View<'_>, result: &Recommendation, need: Need, offer: Offer) -> Html {
    let words = &view.words.phrases;
    let (class, said) = match offer {
        Offer::Yes => ("yes", words.fit_yes),
        Offer::No => ("no", words.fit_no),
        Offer::NotSaid => ("ask", words.fit_ask),
    };
    // Use the same name for the first step on the whole page.
    let first = matches!(need, Need::WithdrawalCare | Need::WithdrawalCheck)
        .then(|| first_step_name(view, result))
        .flatten();
    let name = first.unwrap_or_else(|| need_name(view.words, need));
    html! {
        <div class={class}><dt>{ name }</dt><dd>{ sign(offer) }{ said }</dd></div>
    }
}

/// Returns the name of a need.
fn need_name(words: &Words, need: Need) -> &'static str {
    let level = |code: &str| words.levels.get(code).map_or("", |level| level.name);
    let phrases = &words.phrases;
    match need {
        Need::WithdrawalCare => level("withdrawal-care"),
        Need::WithdrawalCheck => level("withdrawal-check"),
        Need::Level(of) => level(of.code()),
        Need::Under18 => phrases.need_under_18,
        Need::MedicationOpioid => phrases.need_medication_opioid,
        Need::MedicationAlcohol => phrases.need_medication_alcohol,
        Need::Pregnancy => phrases.need_pregnancy,
        Need::MentalHealth => phrases.need_mental_health,
    }
}

fn sign(offer: Offer) -> Html {
    let path = match offer {
        Offer::Yes => "M4 10.5 8.2 15 16 6",
        Offer::No => "M5 5l10 10M15 5 5 15",
        Offer::NotSaid => "M7 7.5a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.1-1.4 2.2M10 15.6v.2",
    };
    html! {
        <svg class="answer-sign" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}

/// Draws payment, languages and hours, as the site states them. While the site is closed, adds a helpline
/// that is open, unless other help is shown anyway.
fn more(view: &View<'_>, elsewhere: bool) -> Html {
    let words = &view.words.phrases;
    let programs = &view.site.programs;
    let listed = |phrase: &str, list: &[String]| {
        (!list.is_empty()).then(|| fill(phrase, &[("list", &list.join(", "))]))
    };
    let payment = listed(words.fit_payment, &programs.payment);
    let languages = listed(words.fit_languages, &programs.languages);
    let hours = view.site.hours.as_ref().map(|hours| {
        let now = view.model.now.map(|now| hours.is_open(now));
        let open = match now {
            Some(true) => words.hours_open,
            Some(false) => words.hours_closed,
            None => "",
        };
        (now, open, fill(words.hours_are, &[("hours", &hours.words)]))
    });
    html! {
        <>
            if let Some(payment) = payment { <p>{ payment }</p> }
            if let Some(languages) = languages { <p>{ languages }</p> }
            if let Some((now, open, hours)) = hours {
                <p>if now.is_some() { <b>{ open }</b>{ " " } }{ hours }</p>
                if now == Some(false) && !elsewhere && view.words.lines.get("samhsa").is_some() {
                    <p>{ words.hours_meanwhile }</p>
                    { lines(view, &["samhsa"]) }
                }
            }
        </>
    }
}
