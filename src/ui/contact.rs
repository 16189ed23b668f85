//! Contact options of the center: its numbers, and forms that send nothing before the person presses Send.

mod form;

mod step;

use html::html;
use yew::Html;

use assessment::{AddOn, Recommendation};
use i18n::phrases::Phrases;
use journey::{ContactMsg, Msg, Step};
use site::ContactWay;

use super::parts::line::{lines, with_number};
use super::view::{View, fill};

/// Lists the contact options in one line.
pub fn contact_ways(view: &View<'_>, result: &Recommendation) -> String {
    let (site, words) = (view.site, &view.words.phrases);
    let mut ways: Vec<&str> = site.phone.as_deref().into_iter().collect();
    if !is_young(result) {
        let offered = site.offered().into_iter().flat_map(|(_, ways)| ways);
        ways.extend(offered.map(|way| title(words, *way)));
    }
    if ways.is_empty() {
        ways.push(words.contact_neutral);
    }
    ways.join("; ")
}

fn is_young(result: &Recommendation) -> bool {
    result.add_ons.contains(&AddOn::Adolescent)
}

/// Draws the center's contact options, and a neutral one beside them.
pub fn contact(view: &View<'_>, result: &Recommendation, name: &str) -> Html {
    let words = &view.words.phrases;
    let is_young = is_young(result);
    html! {
        <div class="contact">
            if is_young {
                // People under 18 see only what a parent or another trusted adult can use.
                <p>{ words.contact_guardian }</p>
                <p class="line-ways">{ phone(view) }</p>
            } else {
                { numbers(view) }
                { address(view) }
            }
            if !is_young { { forms(view, result, name) } }
            <div class="contact-neutral">
                <p>{ words.contact_neutral }</p>
                { lines(view, &["samhsa", "find-treatment"]) }
            </div>
        </div>
    }
}

/// Draws the options that need no endpoint: links that open the device's own apps.
fn numbers(view: &View<'_>) -> Html {
    let (site, words) = (view.site, &view.words.phrases);
    html! {
        <p class="line-ways">
            { phone(view) }
            if let Some(number) = &site.text_to {
                <a class="way" href={contact::sms(number, None)}>
                    { fill(words.text_line, &[("number", number)]) }
                </a>
            }
            if let Some(email) = &site.email {
                <a class="way" href={contact::mail(email)}>
                    { fill(words.contact_mail, &[("email", email)]) }
                </a>
            }
        </p>
    }
}

/// Draws the center's address, line by line.
fn address(view: &View<'_>) -> Html {
    let lines = &view.site.address;
    html! {
        if !lines.is_empty() {
            <address>{ for lines.iter().map(|line| html! { <div dir="auto">{ line }</div> }) }</address>
        }
    }
}

/// Draws the link to call, if the site has a number.
fn phone(view: &View<'_>) -> Html {
    let call = view.words.phrases.call;
    html! {
        if let Some(number) = &view.site.phone {
            <a class="way call" href={contact::tel(number)}>{ with_number(call, number) }</a>
        }
    }
}

/// Draws a button for each contact method that the site offers; its form opens below the button.
fn forms(view: &View<'_>, result: &Recommendation, name: &str) -> Html {
    let Some((endpoint, ways)) = view.site.offered() else {
        return Html::default();
    };
    let step = &view.model.contact.step;
    let is_sending = matches!(step, Step::Sending(..));
    let words = &view.words.phrases;
    let drawn = ways.iter().map(|way| {
        let is_open = step.way() == Some(*way);
        let msg = if is_open {
            ContactMsg::Close
        } else {
            ContactMsg::Open(*way)
        };
        html! {
            <li>
                <button type="button" class="quiet-button" aria-expanded={is_open.to_string()}
                    disabled={is_sending} onclick={view.sends(Msg::Contact(msg))}>
                    { title(words, *way) }
                </button>
                if is_open { { step::step(view, result, *way, endpoint, name) } }
            </li>
        }
    });
    html! { <ul class="contact-ways">{ for drawn }</ul> }
}

/// Returns the name of a contact method.
fn title(words: &Phrases, way: ContactWay) -> &'static str {
    match way {
        ContactWay::Call => words.contact_call,
        ContactWay::Text => words.contact_text,
        ContactWay::Meeting => words.contact_meeting,
        ContactWay::ShortCall => words.contact_short_call,
        ContactWay::Message => words.contact_message,
    }
}
