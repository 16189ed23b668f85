//! Tests of the setup page: settings, validation, opening files, outputs and preview.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use specimens::setup::state;
use std::fs;
use std::sync::OnceLock;
use test_support::root;

use assessment::LevelOfCare;
use content_compiler::author;
use edge::FileError;
use i18n::Words;
use serde_json::{Value, json};
use setup::{
    Ability, Field, Mode, Model, Msg, Opening, Pick, Refusal, draft, problem, site_json, snippet,
    update,
};
use site::hosting::manifest::FILES;
use site::hosting::{Budget, ServerKind};
use site::{ContactWay, JsonValue, Rgb, Scheme, contrast, settings};

/// A date before the rules are due for review.
const TODAY: &str = "2026-11-29";

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| author::words(&root().join("crates/content"), "en").unwrap())
}

fn file(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn typed(texts: &[(Field, &str)]) -> Model {
    let mut model = Model::default();
    for (field, text) in texts {
        update(&mut model, Msg::Typed(*field, (*text).into()), words());
    }
    model
}

fn parsed(model: &Model) -> Value {
    let mut json: Value = serde_json::from_str(&site_json(model)).unwrap();
    let schema = json.as_object_mut().unwrap().remove("$schema").unwrap();
    assert_eq!(schema, "./site.schema.json");
    json
}

/// A form with every field filled in.
fn filled() -> Model {
    let mut model = typed(&[
        (Field::Name, "Harbor \"Recovery\" Center"),
        (Field::Phone, "+1 555 010 0199"),
        (Field::TextNumber, "555-010-0142"),
        (Field::Email, "hello@harbor.example"),
        (Field::Address, "12 Harbor Street\n\n Portland, ME 04101\n"),
        (Field::Logo, "logo.svg"),
        (Field::Accent, "#1a4d8f"),
        (Field::AccentDark, "#9cc4ff"),
        (Field::Label, "Try the <check>"),
        (Field::CheckUrl, "https://check.harbor.example/help"),
        (Field::Zone, "America/New_York"),
        (Field::From, "09:00"),
        (Field::Until, "17:00"),
        (Field::HoursWords, "Monday and Tuesday, 9 to 5"),
        (Field::Endpoint, "https://forms.example/ask"),
        (Field::Payment, "Medicaid\nCash"),
        (Field::Languages, "English\nSpanish"),
        (Field::Consent, "I agree that Harbor\nreads this."),
        (Field::Privacy, "https://harbor.example/privacy"),
        (Field::Terms, "https://harbor.example/terms"),
        (Field::Report, "care@harbor.example"),
        (Field::LeaveTo, "https://news.example/"),
        (
            Field::Partners,
            "https://harbor.example\nhttps://partner.example:8443\n",
        ),
    ]);
    for msg in [
        Msg::Level(LevelOfCare::IntensiveOutpatient),
        Msg::Level(LevelOfCare::Outpatient),
        Msg::Day(0),
        Msg::Day(1),
        Msg::Way(ContactWay::Message),
        Msg::Way(ContactWay::Call),
        Msg::Picked(Pick::WithdrawalCare, "outpatient".into()),
        Msg::Picked(Pick::Ability(Ability::Pregnancy), "yes".into()),
        Msg::Picked(Pick::Ability(Ability::Under18), "no".into()),
        Msg::Picked(Pick::Ability(Ability::MentalHealth), "yes".into()),
        Msg::Picked(Pick::Ability(Ability::MentalHealth), "not-said".into()),
        Msg::Picked(Pick::Encoding, "form".into()),
        Msg::Picked(Pick::Mode, "popup".into()),
        Msg::Picked(Pick::Theme, "dark".into()),
        Msg::Picked(Pick::Language, "en".into()),
    ] {
        update(&mut model, msg, words());
    }
    model
}

#[test]
fn filled_form_gives_settings_without_warnings() {
    let model = filled();
    let expected = json!({
        "name": "Harbor \"Recovery\" Center",
        "phone": "+1 555 010 0199",
        "text_number": "555-010-0142",
        "email": "hello@harbor.example",
        "address": ["12 Harbor Street", "Portland, ME 04101"],
        "logo": "logo.svg",
        "colours": { "accent": "#1a4d8f", "accent_dark": "#9cc4ff" },
        "programs": {
            "levels": ["outpatient", "intensive-outpatient"],
            "withdrawal_care": "outpatient",
            "pregnancy": true,
            "under_18": false,
            "payment": ["Medicaid", "Cash"],
            "languages": ["English", "Spanish"],
        },
        "hours": {
            "zone": "America/New_York",
            "words": "Monday and Tuesday, 9 to 5",
            "open": [["mon", "09:00", "17:00"], ["tue", "09:00", "17:00"]],
        },
        "contact": {
            "endpoint": "https://forms.example/ask",
            "ways": ["call", "message"],
            "encoding": "form",
        },
        "consent": "I agree that Harbor reads this.",
        "privacy_link": "https://harbor.example/privacy",
        "terms_link": "https://harbor.example/terms",
        "report": "care@harbor.example",
        "leave_to": "https://news.example/",
        "partners": ["https://harbor.example", "https://partner.example:8443"],
    });
    assert_eq!(parsed(&model), expected);
    let (_, warnings) = settings(&draft(&model));
    assert_eq!(warnings, []);
    for field in Field::ALL {
        assert_eq!(problem(&model, field), None, "{field:?}");
    }
}

/// Converts JSON as the browser edge does.
fn given(value: &Value) -> JsonValue {
    match value {
        Value::String(text) => JsonValue::Text(text.clone()),
        Value::Bool(flag) => JsonValue::Flag(*flag),
        Value::Array(list) => JsonValue::List(list.iter().map(given).collect()),
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| (key.clone(), given(value)));
            JsonValue::Map(entries.collect())
        }
        Value::Null | Value::Number(_) => JsonValue::Other,
    }
}

fn open(model: &mut Model, settings: &Value) {
    let read = Ok(given(settings));
    update(model, Msg::Opened("site.json".into(), read), words());
}

fn left_out(model: &Model) -> &[String] {
    match &model.opening {
        Opening::Done { left_out, .. } => left_out,
        Opening::Nothing | Opening::Refused(..) => panic!("{:?}", model.opening),
    }
}

#[test]
fn settings_survive_round_trip_through_the_form() {
    let before = filled();
    let mut model = typed(&[(Field::Name, "Somebody else"), (Field::Label, "Try it")]);
    update(&mut model, Msg::Level(LevelOfCare::Residential), words());
    open(
        &mut model,
        &serde_json::from_str(&site_json(&before)).unwrap(),
    );
    assert_eq!(site_json(&model), site_json(&before));
    assert_eq!(left_out(&model), [""; 0]);
    // How the page embeds the check is not in the file, so it stays.
    assert_eq!(model.text(Field::Label), "Try it");
}

#[test]
fn settings_without_a_control_are_preserved() {
    let settings = json!({
        "name": "Harbor",
        "region": "US",
        "locales": ["en"],
        // Not the same as leaving the levels out.
        "programs": { "levels": [] },
        "hours": {
            "zone": "America/New_York",
            "words": "Weekdays, Friday until noon",
            "open": [["mon", "09:00", "17:00"], ["fri", "09:00", "12:00"]],
        },
    });
    let mut model = Model::default();
    open(&mut model, &settings);
    assert_eq!(parsed(&model), settings);
    assert!(!model.has_hours());
    let page = state(words(), model.clone(), TODAY);
    assert!(page.contains("This form cannot show its hours"), "{page}");
    update(&mut model, Msg::Level(LevelOfCare::Outpatient), words());
    assert_eq!(parsed(&model)["programs"]["levels"], json!(["outpatient"]));
    update(&mut model, Msg::NoLevel, words());
    assert_eq!(parsed(&model)["programs"]["levels"], json!([]));
    update(&mut model, Msg::NoLevel, words());
    assert_eq!(parsed(&model)["programs"], Value::Null);
    // Hours entered in the form replace them.
    for (field, text) in [
        (Field::Zone, "America/Chicago"),
        (Field::From, "08:00"),
        (Field::Until, "16:00"),
        (Field::HoursWords, "Mondays"),
    ] {
        update(&mut model, Msg::Typed(field, text.into()), words());
    }
    update(&mut model, Msg::Day(0), words());
    assert_eq!(
        parsed(&model)["hours"]["open"],
        json!([["mon", "08:00", "16:00"]])
    );
}

#[test]
fn invalid_keys_are_listed_and_invalid_files_rejected() {
    let mut model = Model::default();
    let settings = json!({
        "phone": "call <script>", "nmae": "Harbor", "programs": { "levels": ["moon"] },
        "contact": 7, "partners": ["javascript:alert(1)"], "__proto__": { "name": "x" },
    });
    open(&mut model, &settings);
    let message = left_out(&model).join(" ");
    for key in ["phone", "nmae", "programs.levels", "contact", "partners"] {
        assert!(message.contains(key), "{key}: {message}");
    }
    assert_eq!(parsed(&model), json!({}));
    // The invalid value is in its field, with a validation message.
    assert_eq!(model.text(Field::Phone), "call <script>");
    assert!(problem(&model, Field::Phone).is_some());
    let page = state(words(), model.clone(), TODAY);
    assert!(!page.contains("<script>"), "{page}");

    let before = site_json(&filled());
    for refused in [
        Ok(JsonValue::Text("Harbor".into())),
        Err(Refusal::NoSettings),
        Err(Refusal::File(FileError::TooLarge)),
        Err(Refusal::File(FileError::Unreadable)),
    ] {
        let mut model = filled();
        update(&mut model, Msg::Opened("a.json".into(), refused), words());
        assert_eq!(site_json(&model), before);
        let page = state(words(), model, TODAY);
        assert!(page.contains("a.json was not opened, and nothing was changed."));
    }
}

/// A part of the list would state "no" for the rest, so the owner has to correct it.
#[test]
fn list_with_an_invalid_entry_is_dropped_as_a_whole() {
    let mut model = Model::default();
    open(
        &mut model,
        &json!({
            "name": ["Harbor", "Center"],
            "address": "12 Harbor Street",
            "programs": { "levels": ["outpatient", "iop"], "payment": ["Medicaid", 5] },
            "contact": { "endpoint": "https://forms.example/ask", "ways": ["call", "fax"] },
        }),
    );
    for key in [
        "name",
        "address",
        "programs.levels",
        "programs.payment",
        "contact.ways",
    ] {
        assert!(left_out(&model).contains(&key.to_owned()), "{key}");
    }
    assert_eq!(
        parsed(&model),
        json!({ "contact": { "endpoint": "https://forms.example/ask", "ways": [] } })
    );
    // Not a level of care; the JSON schema rejects it too.
    open(
        &mut model,
        &json!({ "programs": { "levels": ["none-indicated"] } }),
    );
    assert_eq!(left_out(&model), ["programs.levels"]);
    // A duplicate counts once and is removed by one toggle.
    open(
        &mut model,
        &json!({ "programs": { "levels": ["outpatient", "outpatient"] } }),
    );
    update(&mut model, Msg::Level(LevelOfCare::Outpatient), words());
    assert_eq!(parsed(&model), json!({}));
}

#[test]
fn invalid_hours_fill_in_only_zone_and_text() {
    let mut model = Model::default();
    let hours = |open: Value| json!({ "hours": { "zone": "America/New_York", "words": "Mondays", "open": open } });
    open(&mut model, &hours(json!([["monday", "09:00", "17:00"]])));
    assert_eq!(left_out(&model), ["hours.open"]);
    assert_eq!(model.text(Field::Zone), "America/New_York");
    assert_eq!(model.text(Field::HoursWords), "Mondays");
    assert!(problem(&model, Field::From).is_some());
    open(&mut model, &json!({ "hours": 7 }));
    assert_eq!(parsed(&model), json!({}));
    let page = state(words(), model.clone(), TODAY);
    assert!(!page.contains("This form cannot show its hours"), "{page}");
    // A time input ends at 23:59, so "24:00" is kept unchanged.
    let until_midnight = hours(json!([["mon", "09:00", "24:00"]]));
    open(&mut model, &until_midnight);
    assert_eq!(parsed(&model), until_midnight);
    assert_eq!(model.text(Field::Until), "");
}

#[test]
fn too_many_lines_are_reported() {
    let lines = |most: usize| -> String {
        (0..most).fold(String::new(), |lines, number| {
            lines + &format!("https://p{number}.example\n")
        })
    };
    for field in [Field::Partners, Field::Languages] {
        let fits = typed(&[(field, &lines(64))]);
        assert_eq!(problem(&fits, field), None, "{field:?}");
        let too_many = typed(&[(field, &lines(65))]);
        assert!(problem(&too_many, field).is_some(), "{field:?}");
        assert_eq!(parsed(&too_many), json!({}), "{field:?}");
    }
}

#[test]
fn empty_form_gives_empty_settings_without_problems() {
    let model = Model::default();
    assert_eq!(parsed(&model), json!({}));
    for field in Field::ALL {
        assert_eq!(problem(&model, field), None, "{field:?}");
    }
}

/// Invalid values by field.
const WRONG: &[(Field, &str)] = &[
    (Field::Phone, "call us"),
    (Field::TextNumber, "12"),
    (Field::Email, "hello"),
    (Field::Accent, "teal"),
    (Field::Accent, "#ffe0e0"),
    (Field::AccentDark, "#10201f"),
    (Field::CheckUrl, "check.example"),
    (Field::Zone, "New York"),
    (Field::Endpoint, "http://forms.example"),
    (Field::Privacy, "/privacy"),
    (Field::Terms, "javascript:alert(1)"),
    (Field::LeaveTo, "weather.gov"),
    (Field::Partners, "https://partner.example/page"),
    (Field::Partners, "https://ok.example *"),
];

#[test]
fn invalid_values_are_reported_and_left_out() {
    for (field, text) in WRONG {
        let model = typed(&[(*field, text)]);
        let message = problem(&model, *field).unwrap_or_else(|| panic!("{field:?} {text}"));
        assert!(message.len() > 20, "{message}");
        let html = state(words(), model.clone(), TODAY);
        let described = format!("{}-problem", field.id());
        assert!(html.contains(&format!("id=\"{described}\"")), "{field:?}");
        assert!(html.contains("aria-invalid=\"true\""), "{field:?}");
        let json = parsed(&model);
        assert!(!json.to_string().contains(text), "{json}");
    }
    let long = "n".repeat(81);
    assert!(problem(&typed(&[(Field::Name, &long)]), Field::Name).is_some());
}

#[test]
fn incomplete_hours_are_reported() {
    let model = typed(&[(Field::HoursWords, "Mondays")]);
    assert!(problem(&model, Field::Zone).is_some());
    assert!(problem(&model, Field::From).is_some());
    assert_eq!(problem(&model, Field::HoursWords), None);
    assert_eq!(parsed(&model), json!({}));
}

#[test]
fn contact_form_without_endpoint_is_reported() {
    let mut model = Model::default();
    update(&mut model, Msg::Way(ContactWay::Call), words());
    assert!(problem(&model, Field::Endpoint).is_some());
    update(&mut model, Msg::Way(ContactWay::Call), words());
    assert_eq!(problem(&model, Field::Endpoint), None);
}

#[test]
fn low_contrast_color_suggests_the_nearest_valid_color() {
    let model = typed(&[(Field::Accent, "#ffe0e0")]);
    let html = state(words(), model, TODAY);
    let offered = contrast::nearest(Rgb([0xff, 0xe0, 0xe0]), Scheme::Light).unwrap();
    assert!(html.contains(&format!("Use {offered}")), "{html}");
    let model = typed(&[(Field::Accent, &offered.to_string())]);
    assert_eq!(problem(&model, Field::Accent), None);
}

#[test]
fn snippet_has_the_choices_and_escapes_input() {
    let lines = snippet(&filled(), words());
    assert!(lines.starts_with(
        "<script async src=\"https://check.harbor.example/help/embed.js\"></script>\n"
    ));
    let tag =
        "<footing-check mode=\"popup\" label=\"Try the &lt;check&gt;\" theme=\"dark\" lang=\"en\">";
    assert!(lines.contains(tag), "{lines}");
    assert!(lines.contains("<a href=\"tel:988\">988</a>"), "{lines}");
    assert!(
        lines.contains("Harbor &quot;Recovery&quot; Center: <a href=\"tel:+15550100199\">"),
        "{lines}"
    );

    let hostile = "x\"><script>alert(1)</script>";
    let model = typed(&[
        (Field::Label, hostile),
        (Field::Name, hostile),
        (Field::Phone, "988"),
    ]);
    let lines = snippet(&model, words());
    assert_eq!(lines.matches("<script").count(), 1, "{lines}");
    assert!(lines.contains("src=\"https://check.example/embed.js\""));

    let model = typed(&[(Field::CheckUrl, "https://a.example/\"><script>")]);
    assert_eq!(snippet(&model, words()).matches("<script").count(), 1);
}

#[test]
fn default_snippet_has_no_attributes() {
    let lines = snippet(&Model::default(), words());
    assert!(lines.contains("\n<footing-check>\n"), "{lines}");
    assert_eq!(Model::default().mode, Mode::Inline);
}

#[test]
fn page_shows_headers_of_each_server_with_partners() {
    for kind in ServerKind::ALL {
        let mut model = filled();
        update(&mut model, Msg::Server(kind), words());
        let html = state(words(), model, TODAY);
        assert!(html.contains("https://partner.example:8443"), "{kind:?}");
        for file in kind.files(&filled().hosting()) {
            assert!(html.contains(file.name), "{kind:?} {}", file.name);
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_aria_reference_a_target() {
    for model in [Model::default(), filled(), typed(WRONG)] {
        let html = state(words(), model, TODAY);
        for field in Field::ALL {
            assert!(
                html.contains(&format!("for=\"{}\"", field.id())),
                "{field:?}"
            );
        }
        for described in html.split("aria-describedby=\"").skip(1) {
            let ids = described.split('"').next().unwrap();
            for id in ids.split(' ') {
                assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
            }
        }
        assert!(!html.contains(" style="));
    }
}

#[test]
fn preview_renders_the_check_with_the_settings() {
    let html = state(words(), filled(), TODAY);
    let preview = html.split("<div inert").nth(1).unwrap();
    assert!(preview.contains(words().phrases.start_title));
    assert!(preview.contains("https://news.example/"));
    let mut model = filled();
    update(&mut model, Msg::Look(setup::PreviewScreen::Result), words());
    let html = state(words(), model, TODAY);
    let preview = html.split("<div inert").nth(1).unwrap();
    assert!(preview.contains("+1 555 010 0199"), "{preview}");
}

/// The preview can have another color scheme than the page, so its style sheet repeats the tokens.
#[test]
fn preview_has_the_design_tokens_of_the_check() {
    let (check, setup) = (file("static/widget.css"), file("static/setup.css"));
    let block = |text: &str, start: &str| {
        let rest = text.split_once(start).unwrap().1;
        let lines = rest.split('}').next().unwrap().lines().map(str::trim);
        let tokens = lines.filter(|line| line.starts_with("--") && !line.starts_with("--sans"));
        tokens.map(str::to_owned).collect::<Vec<_>>()
    };
    let light = block(&check, ":root {");
    assert!(light.len() > 10, "{light:?}");
    assert_eq!(block(&setup, ".setup-preview.on-light {"), light);
    let dark = check
        .split_once("@media (prefers-color-scheme: dark)")
        .unwrap()
        .1;
    assert_eq!(
        block(&setup, ".setup-preview.on-dark {"),
        block(dark, ":root {")
    );
}

#[test]
fn visitor_page_does_not_load_the_setup_page() {
    for name in ["static/start.js", "static/embed.js", "static/embedded.js"] {
        assert!(!file(name).contains("setup"), "{name}");
    }
    // A visit loads what the manifest counts to it, and the template of the page names nothing else.
    for row in FILES
        .iter()
        .filter(|row| row.budgets.contains(&Budget::FirstVisit))
    {
        assert!(!row.name.pattern().contains("setup"), "{:?}", row.name);
    }
    assert!(!file("index.html").contains("setup"));
}
