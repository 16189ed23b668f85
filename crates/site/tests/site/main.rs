//! Tests of the settings: valid, invalid and hostile values.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod addresses;

mod any_input;

use assessment::LevelOfCare;
use serde_json::{Value, json};
use site::{
    Colors, ContactWay, Encoding, JsonValue, MAX_TEXT_LEN, Offer, Rgb, Scheme, Site, Warning,
    WeekMinute, WithdrawalCareKind, contrast, settings,
};

#[test]
fn complete_settings_parse_without_warnings() {
    let (site, warnings) = read(&json!({
        "name": "Harbor Recovery",
        "phone": "+1 (555) 010-0199",
        "text_number": "555.010.0198",
        "email": "hello@harbor.example",
        "leave_to": "https://news.example/",
        "programs": {
            "levels": ["outpatient", "intensive-outpatient"],
            "withdrawal_care": "outpatient",
            "medication_opioid": true,
            "pregnancy": false,
            "payment": ["Medicaid", "Sliding scale"],
            "languages": ["English", "Español"],
        },
        "hours": {
            "zone": "America/New_York",
            "words": "Monday 9 to 5, and Sunday night",
            "open": [["mon", "09:00", "17:00"], ["sun", "22:00", "06:00"]],
        },
        "contact": {
            "endpoint": "https://forms.harbor.example/f/1?x=1",
            "encoding": "form",
            "ways": ["message", "call", "call"],
        },
        "privacy_link": "https://harbor.example/privacy",
        "terms_link": "https://harbor.example/terms",
        "$schema": "./site.schema.json",
        "logo": "logo-2.svg",
        "colours": { "accent": "#1f4e79", "accent_dark": "#9cc7ee" },
        "address": ["12 Harbor Street", "Portland, ME 04101"],
        "region": "US",
        "locales": ["en"],
        "consent": "Harbor may call me.",
        "report": "quality@harbor.example",
        "partners": ["https://partner.example", "https://other.example:8443"],
    }));
    assert_eq!(warnings, []);
    assert_eq!(site.name.as_deref(), Some("Harbor Recovery"));
    assert_eq!(site.phone.as_deref(), Some("+1 (555) 010-0199"));
    assert_eq!(site.text_to.as_deref(), Some("555.010.0198"));
    assert_eq!(site.email.as_deref(), Some("hello@harbor.example"));
    assert_eq!(site.leave_to, "https://news.example/");
    assert_eq!(site.programs.level(LevelOfCare::Outpatient), Offer::Yes);
    assert_eq!(site.programs.level(LevelOfCare::Residential), Offer::No);
    assert_eq!(
        site.programs.withdrawal_care,
        WithdrawalCareKind::Outpatient
    );
    assert_eq!(site.programs.medication_opioid, Offer::Yes);
    assert_eq!(site.programs.pregnancy, Offer::No);
    assert_eq!(site.programs.mental_health, Offer::NotSaid);
    assert_eq!(site.programs.languages, ["English", "Español"]);
    let hours = site.hours.as_ref().unwrap();
    assert!(hours.is_open(WeekMinute::of(0, 9, 0).unwrap()));
    assert!(
        hours.is_open(WeekMinute::of(0, 5, 59).unwrap()),
        "after Sunday night"
    );
    assert!(!hours.is_open(WeekMinute::of(6, 21, 59).unwrap()));
    let (endpoint, ways) = site.offered().unwrap();
    assert_eq!(endpoint.host(), "forms.harbor.example");
    assert_eq!(endpoint.encoding, Encoding::Form);
    assert_eq!(ways, [ContactWay::Message, ContactWay::Call]);
    assert_eq!(
        site.terms_link.as_deref(),
        Some("https://harbor.example/terms")
    );
    assert_eq!(site.logo.as_deref(), Some("logo-2.svg"));
    assert_eq!(site.colors.accent, Some(Rgb([0x1f, 0x4e, 0x79])));
    assert_eq!(site.colors.accent_dark, Some(Rgb([0x9c, 0xc7, 0xee])));
    assert_eq!(site.address, ["12 Harbor Street", "Portland, ME 04101"]);
    assert_eq!(site.consent.as_deref(), Some("Harbor may call me."));
    assert_eq!(site.report.as_deref(), Some("quality@harbor.example"));
    let partners: Vec<&str> = site.partners.iter().map(site::Origin::as_str).collect();
    assert_eq!(
        partners,
        ["https://partner.example", "https://other.example:8443"]
    );
}

#[test]
fn low_contrast_color_is_dropped() {
    // A color that passes in one scheme fails in the other.
    let (site, warnings) = read(&json!({
        "colours": { "accent": "#9cc7ee", "accent_dark": "#1f4e79" },
    }));
    assert_eq!(site.colors, Colors::default());
    let unfit = ["colours.accent", "colours.accent_dark"];
    assert_eq!(warnings, unfit.map(|key| Warning::Unfit(key.into())));
    for color in ["teal", "#0f5", "rgb(0,0,0)", "#0f5c5c;x", "url(x)"] {
        let (site, warnings) = read(&json!({ "colours": { "accent": color } }));
        assert_eq!((site.colors.accent, warnings.len()), (None, 1), "{color}");
    }
}

/// The style sheet and the contrast check use the same backgrounds.
#[test]
fn backgrounds_match_the_style_sheet() {
    let sheet = include_str!("../../../../static/widget.css");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    for (scheme, rules) in [(Scheme::Light, light), (Scheme::Dark, dark)] {
        let token = |name: &str| {
            let (_, value) = rules.split_once(&format!("--{name}: ")).unwrap();
            let value = value.split(';').next().unwrap();
            Rgb::read(value).unwrap_or_else(|| panic!("{name} is {value}"))
        };
        let named = ["bg", "surface", "tint"].map(token);
        assert_eq!(scheme.grounds(), named, "{scheme:?}");
        // No other background has less contrast with the default accent.
        let accent = match scheme {
            Scheme::Light => Rgb([0x0f, 0x5c, 0x5c]),
            Scheme::Dark => Rgb([0x84, 0xd0, 0xc6]),
        };
        for other in ["urgent-tint", "danger-tint"].map(token) {
            assert!(contrast::ratio(accent, other) >= contrast::least(accent, scheme));
        }
    }
}

/// Edges of controls, and the ring around what has the focus: 3 to 1 on every ground (WCAG 2.2, success
/// criteria 1.4.11 and 2.4.7).
#[test]
fn edges_and_focus_rings_have_enough_contrast() {
    let sheet = include_str!("../../../../static/widget.css");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    let grounds = ["bg", "surface", "tint", "urgent-tint", "danger-tint"];
    for (scheme, rules) in [("light", light), ("dark", dark)] {
        let token = |name: &str| {
            let (_, value) = rules.split_once(&format!("--{name}: ")).unwrap();
            Rgb::read(value.split(';').next().unwrap()).unwrap()
        };
        for drawn in ["edge", "warm"] {
            for ground in grounds {
                let ratio = contrast::ratio(token(drawn), token(ground));
                assert!(ratio >= 300, "{scheme}: {drawn} on {ground} is {ratio}");
            }
        }
    }
}

#[test]
fn logo_is_an_image_file_in_the_same_folder() {
    for (name, fits) in [
        ("logo.svg", true),
        ("Logo_2.x-1.jpeg", true),
        ("logo.SVG", false),
        ("logo.gif", false),
        (".svg", false),
        ("..svg", false),
        ("../logo.svg", false),
        ("a/logo.svg", false),
        ("a\\logo.svg", false),
        ("https://a.example/logo.svg", false),
        ("data:image/svg+xml,x.svg", false),
        ("logo.svg?x", false),
        ("logo%2f.svg", false),
        ("logo.svg ", true),
    ] {
        let (site, _) = read(&json!({ "logo": name }));
        assert_eq!(site.logo.is_some(), fits, "{name}");
    }
}

#[test]
fn unsupported_values_are_reported() {
    let (_, warnings) = read(&json!({ "region": "DE", "locales": ["en", "de"] }));
    let unfit = ["locales", "region"];
    assert_eq!(warnings, unfit.map(|key| Warning::Unfit(key.into())));
    let (site, warnings) = read(&json!({ "address": vec!["x"; 7], "report": "call us" }));
    assert_eq!((site.address, site.report), (vec![], None));
    assert_eq!(warnings.len(), 2);
}

#[test]
fn empty_settings_are_the_default_and_non_objects_are_reported() {
    assert_eq!(read(&json!({})), (Site::default(), vec![]));
    for nothing in [json!(null), json!("{}"), json!([]), json!(7), json!(true)] {
        assert_eq!(
            read(&nothing),
            (Site::default(), vec![Warning::NoObject]),
            "{nothing}"
        );
    }
}

#[test]
fn shipped_settings_are_the_default() {
    let shipped = include_str!("../../../../static/site.json");
    let shipped: Value = serde_json::from_str(shipped).unwrap();
    assert_eq!(read(&shipped), (Site::default(), vec![]));
}

#[test]
fn value_of_the_wrong_type_is_dropped_and_the_rest_is_used() {
    let (site, warnings) = read(&json!({
        "name": 7,
        "phone": "555-010-0199",
        "programs": { "pregnancy": "yes", "levels": ["outpatient", "no-such"], "under_18": true },
        "hours": "always",
        "contact": ["https://forms.example/"],
    }));
    let unfit = [
        "name",
        "programs.levels",
        "programs.pregnancy",
        "hours",
        "contact",
    ];
    assert_eq!(warnings, unfit.map(|key| Warning::Unfit(key.into())));
    assert_eq!(site.name, None);
    assert_eq!(site.phone.as_deref(), Some("555-010-0199"));
    // A partial list of levels would mean "no" for the rest.
    assert_eq!(site.programs.levels, None);
    assert_eq!(site.programs.under_18, Offer::Yes);
}

#[test]
fn unknown_keys_are_reported_by_name_never_by_value() {
    let (site, warnings) = read(&json!({
        "nmae": "secret",
        "programs": { "level": ["secret"] },
        "contact": { "endpoint": "https://f.example/", "token": "secret" },
    }));
    assert_eq!(
        warnings,
        ["nmae", "programs.level", "contact.token"].map(|key| Warning::Unknown(key.into()))
    );
    assert!(!format!("{warnings:?}").contains("secret"));
    assert!(site.endpoint.is_some());
    let (_, warnings) = read(&json!({ format!("\u{1b}[31m{}", "x".repeat(5000)): 1 }));
    let [Warning::Unknown(key)] = &warnings[..] else {
        panic!("{warnings:?}")
    };
    assert!(
        key.len() == 40 && key.chars().all(|letter| letter.is_ascii_graphic()),
        "{key}"
    );
}

#[test]
fn incomplete_hours_are_dropped() {
    let whole = json!({
        "zone": "America/Chicago", "words": "Always", "open": [["sat", "00:00", "24:00"]],
    });
    let (site, warnings) = read(&json!({ "hours": whole }));
    assert_eq!(warnings, []);
    let hours = site.hours.unwrap();
    assert!(hours.is_open(WeekMinute::of(5, 23, 59).unwrap()));
    assert!(!hours.is_open(WeekMinute::of(6, 0, 0).unwrap()));
    for (key, value) in [
        ("zone", json!("America/<b>")),
        ("words", json!(7)),
        ("open", json!([["sat", "9:00", "17:00"]])),
        ("open", json!([["Saturday", "09:00", "17:00"]])),
        ("open", json!([["sat", "09:00"]])),
        ("open", json!([["sat", "09:00", "25:00"]])),
        ("open", json!([["sat", "+9:00", "17:00"]])),
        ("open", json!(null)),
    ] {
        let mut broken = whole.clone();
        broken[key] = value;
        let (site, warnings) = read(&json!({ "hours": broken }));
        assert_eq!(site.hours, None, "{broken}");
        assert_eq!(
            warnings,
            [Warning::Unfit(format!("hours.{key}"))],
            "{broken}"
        );
        broken.as_object_mut().unwrap().remove(key);
        let (site, warnings) = read(&json!({ "hours": broken }));
        assert_eq!(site.hours, None, "{broken}");
        assert_eq!(
            warnings,
            [Warning::Unfit(format!("hours.{key}"))],
            "{broken}"
        );
    }
}

#[test]
fn contact_ways_require_an_endpoint() {
    let (site, warnings) = read(&json!({ "contact": { "ways": ["call"] } }));
    assert_eq!(site.offered(), None);
    assert_eq!(warnings, [Warning::Unfit("contact.endpoint".into())]);
    let (site, warnings) = read(&json!({ "contact": { "endpoint": "https://f.example/" } }));
    assert_eq!((site.offered(), warnings), (None, vec![]));
    let (site, warnings) = read(&json!({
        "contact": { "endpoint": "https://f.example/", "ways": ["call", "fax"], "encoding": "xml" },
    }));
    assert_eq!(site.offered(), None);
    let unfit = ["contact.encoding", "contact.ways"];
    assert_eq!(warnings, unfit.map(|key| Warning::Unfit(key.into())));
}

fn read(value: &Value) -> (Site, Vec<Warning>) {
    settings(&json_value(value))
}

/// Converts a parsed file as the browser does.
fn json_value(value: &Value) -> JsonValue {
    match value {
        Value::String(text) if text.chars().count() <= MAX_TEXT_LEN => {
            JsonValue::Text(text.clone())
        }
        Value::Bool(flag) => JsonValue::Flag(*flag),
        Value::Array(list) => JsonValue::List(list.iter().map(json_value).collect()),
        Value::Object(map) => {
            let entries = map
                .iter()
                .map(|(key, value)| (key.clone(), json_value(value)));
            JsonValue::Map(entries.collect())
        }
        Value::String(_) | Value::Number(_) | Value::Null => JsonValue::Other,
    }
}
