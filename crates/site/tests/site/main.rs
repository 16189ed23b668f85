//! Tests of the settings: valid, invalid and hostile values.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use assessment::LevelOfCare;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::strategy::Strategy;
use proptest::test_runner::RngSeed;
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
fn partner_is_an_origin_without_a_path() {
    for (origin, fits) in [
        ("https://partner.example", true),
        ("https://partner.example:8443", true),
        ("http://localhost:8080", true),
        ("http://partner.example", false),
        ("https://partner.example/", false),
        ("https://partner.example?x", false),
        ("https://*.partner.example", false),
        ("https://a..b", false),
        ("https://partner.example; script-src *", false),
        ("*", false),
        ("'self'", false),
        ("null", false),
    ] {
        let (site, _) = read(&json!({ "partners": [origin] }));
        assert_eq!(!site.partners.is_empty(), fits, "{origin}");
    }
}

#[test]
fn unsupported_values_are_reported() {
    let (_, warnings) = read(&json!({ "region": "CA", "locales": ["en", "es"] }));
    let unfit = ["region", "locales"];
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
fn urls_are_https_or_http_on_localhost() {
    for (address, fits) in [
        ("https://a.example", true),
        ("https://a.example:8443/x?y=1#z", true),
        ("http://localhost:8080/x", true),
        ("http://127.0.0.1/x", true),
        ("http://a.example/", false),
        ("http://localhost.a.example/", false),
        ("http://127.0.0.1@a.example/", false),
        ("https://user:pass@a.example/", false),
        ("javascript:alert(1)", false),
        ("JavaScript://a.example/%0aalert(1)", false),
        ("data:text/html,x", false),
        ("//a.example/", false),
        ("https:///x", false),
        ("https://", false),
        ("https://a.example\\@b.example/", false),
        ("https://a.example/ b", false),
        ("https://a.example/\u{202e}", false),
        ("https://a.example:99999/", false),
        ("ftp://a.example/", false),
        ("", false),
    ] {
        let (site, warnings) = read(&json!({
            "privacy_link": address, "leave_to": address, "contact": { "endpoint": address },
        }));
        assert_eq!(site.privacy_link.is_some(), fits, "{address}");
        assert_eq!(site.endpoint.is_some(), fits, "{address}");
        assert_eq!(site.leave_to == address, fits, "{address}");
        assert_eq!(warnings.len(), if fits { 0 } else { 3 }, "{address}");
    }
}

#[test]
fn phone_numbers_are_digits_and_separators() {
    for (number, fits) in [
        ("988", true),
        ("+44 20 7946 0958", true),
        ("1.555.010.0199", true),
        ("12", false),
        ("<script>alert(1)</script>5550100199", false),
        ("555 010 0199\u{0}", false),
        ("555\n010", false),
        ("tel:5550100199", false),
        ("5550100199,,,1", false),
        ("5555555555555555555", false),
    ] {
        let (site, _) = read(&json!({ "phone": number, "text_number": number }));
        assert_eq!(site.phone.is_some(), fits, "{number}");
        assert_eq!(site.text_to.is_some(), fits, "{number}");
    }
}

#[test]
fn email_address_cannot_add_parameters() {
    for (address, fits) in [
        ("hello@harbor.example", true),
        ("intake+web@harbor.example", true),
        ("hello@harbor.example?cc=other@b.example", false),
        ("hello@harbor.example,other@b.example", false),
        ("hello@harbor", false),
        ("@harbor.example", false),
        ("a@b@c.example", false),
        ("mailto:hello@harbor.example", false),
        ("hello@harbor.example\r\nBcc: x", false),
    ] {
        let (site, _) = read(&json!({ "email": address }));
        assert_eq!(site.email.is_some(), fits, "{address}");
    }
}

#[test]
fn names_are_limited_and_have_no_hidden_characters() {
    for (name, fits) in [
        ("x".repeat(80), true),
        ("x".repeat(81), false),
        ("x".repeat(MAX_TEXT_LEN), false),
        ("  ".into(), false),
        ("Harbor\u{202e}yrevoceR".into(), false),
        ("Harbor\u{200b}".into(), false),
        ("Harbor\tRecovery".into(), false),
        // Markup is plain text: it is shown verbatim.
        ("<b>Harbor</b>".into(), true),
    ] {
        let (site, _) = read(&json!({ "name": name }));
        assert_eq!(site.name.is_some(), fits, "{name:?}");
    }
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

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_122),
        ..ProptestConfig::default()
    })]

    /// Any input gives a site, with harmless values only.
    #[test]
    fn settings_are_harmless_for_any_input(value in anything()) {
        let (site, _) = settings(&value);
        let links = [site.privacy_link, site.terms_link, Some(site.leave_to)];
        let endpoint = site.endpoint.map(|endpoint| endpoint.address);
        for link in links.into_iter().flatten().chain(endpoint) {
            let is_local = link.starts_with("http://localhost") || link.starts_with("http://127.0.0.1");
            assert!(link.starts_with("https://") || is_local, "{link}");
        }
        if let Some(logo) = site.logo {
            assert!(!logo.contains(['/', '\\', ':', '?', '#', '%']), "{logo}");
        }
        if let Some(report) = site.report {
            let leads = report.starts_with("https://") || report.starts_with("http://") || !report.contains([':', '?', '&']);
            assert!(leads, "{report}");
        }
        assert!(site.partners.iter().all(|origin| !origin.as_str().contains([' ', ';', ',', '\'', '"', '*'])));
        for (color, scheme) in [(site.colors.accent, Scheme::Light), (site.colors.accent_dark, Scheme::Dark)] {
            assert!(color.is_none_or(|color| contrast::passes(color, scheme)));
        }
        for text in [site.name, site.phone, site.text_to, site.email].into_iter().flatten() {
            assert!(text.chars().count() <= 254 && !text.chars().any(char::is_control), "{text:?}");
        }
    }
}

/// Generates settings from the known keys and values of every type.
fn anything() -> impl Strategy<Value = JsonValue> {
    let keys = [
        "name",
        "phone",
        "text_number",
        "email",
        "leave_to",
        "programs",
        "hours",
        "contact",
        "privacy_link",
        "terms_link",
        "endpoint",
        "ways",
        "levels",
        "zone",
        "words",
        "open",
        "logo",
        "colours",
        "accent",
        "accent_dark",
        "address",
        "report",
        "partners",
        "consent",
        "x",
    ];
    let key = proptest::sample::select(keys.to_vec()).prop_map(str::to_owned);
    let known = proptest::sample::select(
        &[
            "https://a.example/",
            "http://localhost:1/",
            "javascript:alert(1)",
            "call",
            "mon",
            "09:00",
            "a@b.example",
            "555 010 0199",
            "outpatient",
            "http://a.example/",
            "https://a.example",
            "https://a.example;script-src *",
            "logo.svg",
            "../logo.svg",
            "#1f4e79",
            "#9cc7ee",
        ][..],
    );
    let leaf = proptest::prop_oneof![
        any::<String>().prop_map(JsonValue::Text),
        known.prop_map(|text| JsonValue::Text(text.to_owned())),
        any::<bool>().prop_map(JsonValue::Flag),
        proptest::strategy::Just(JsonValue::Other),
    ];
    let value = leaf.prop_recursive(3, 40, 6, move |inner| {
        proptest::prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(JsonValue::List),
            proptest::collection::vec((key.clone(), inner), 0..6).prop_map(JsonValue::Map),
        ]
    });
    value.boxed()
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
