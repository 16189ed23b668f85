//! Contact section of the result.

use crate::{each, must, state, words};

#[test]
fn neutral_helpline_follows_the_centers_phone_number() {
    let words = words();
    each(|specimen| {
        let Some(name) = specimen.name.strip_prefix("result-contact-") else {
            let has_center = specimen.name.starts_with("result-site-");
            return must(
                specimen.html.contains("class=\"contact\"") == has_center,
                "contact section without a center, or missing",
            );
        };
        let section = contact_of(&specimen.html);
        let number = section.find("href=\"tel:5550100199\"");
        must(number.is_some(), "no number of the center")?;
        let neutral = section.find(words.phrases.contact_neutral);
        must(
            neutral > number,
            "no neutral helpline, or not after the numbers",
        )?;
        must(section.contains("tel:+18006624357"), "no helpline")?;
        let form = section.find("contact-ways");
        must(form.is_none() || form > number, "a form before the numbers")?;
        must(
            form.is_some() == (name != "under-18"),
            "forms are for adults, and for all of them",
        )
    });
}

#[test]
fn under_18_shows_only_contact_through_an_adult() {
    let section = contact_of(state("result-contact-under-18"));
    assert!(section.contains(words().phrases.contact_guardian));
    for absent in ["<form", "<button", "<input", "sms:", "mailto:"] {
        assert!(!section.contains(absent), "{absent}");
    }
}

#[test]
fn contact_form_checkboxes_start_unchecked() {
    let section = contact_of(state("result-contact-form"));
    let boxes: Vec<&str> = section
        .split("<input")
        .filter(|input| input.contains("type=\"checkbox\""))
        .map(|input| input.split('>').next().unwrap())
        .collect();
    assert_eq!(boxes.len(), 4, "{boxes:?}");
    // In this specimen the person has consented and nothing else.
    let checked: Vec<&&str> = boxes
        .iter()
        .filter(|input| input.contains("checked"))
        .collect();
    assert_eq!(checked.len(), 1, "{checked:?}");
    assert!(checked[0].contains("contact-consent"), "{checked:?}");
}

#[test]
fn form_errors_say_what_to_do_and_describe_their_field() {
    let words = words();
    let section = contact_of(state("result-contact-form-flaws"));
    for (field, what, todo) in [
        (
            "name",
            words.phrases.contact_name_what,
            words.phrases.contact_name_todo,
        ),
        (
            "phone",
            words.phrases.contact_either_what,
            words.phrases.contact_either_todo,
        ),
        (
            "consent",
            words.phrases.contact_consent_what,
            words.phrases.contact_consent_todo,
        ),
    ] {
        let error = format!(
            "<p class=\"field-error\" id=\"contact-{field}-error\"><b>{what}</b> {todo}</p>"
        );
        assert!(section.contains(&error), "{error} is not in {section}");
        let control = section
            .split("<input")
            .find(|input| input.contains(&format!("id=\"contact-{field}\"")));
        let control = control.unwrap().split('>').next().unwrap();
        assert!(
            control.contains(&format!("contact-{field}-error")),
            "{control}"
        );
        assert!(control.contains("aria-invalid=\"true\""), "{control}");
    }
}

#[test]
fn confirmation_shows_the_fields_and_the_recipient() {
    let words = words();
    let section = contact_of(state("result-contact-confirm"));
    let lead = words
        .phrases
        .contact_confirm_lead
        .replace("{host}", "forms.harbor.example");
    assert!(section.contains(&lead));
    for line in [
        "<dt>way</dt><dd>call</dd>",
        "<dt>phone</dt><dd>+44 20 7946 0958</dd>",
        "<dt>consent</dt><dd>yes</dd>",
        "<dt>rules_version</dt>",
        "<dt>answers</dt>",
    ] {
        assert!(section.contains(line), "{line}");
    }
    assert!(!state("result-contact-sending").contains(words.phrases.contact_again));
    let sending = contact_of(state("result-contact-sending"));
    assert_eq!(
        sending.matches("<button").count(),
        sending.matches(" disabled").count()
    );
}

/// HTML of the contact section.
fn contact_of(html: &str) -> &str {
    let begin = html.find("class=\"contact\"").unwrap();
    let end = begin + html[begin..].find("</section>").unwrap();
    &html[begin..end]
}
