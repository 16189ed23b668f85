//! Property test: settings are harmless whatever the input is.

use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::strategy::Strategy;
use proptest::test_runner::RngSeed;
use site::{JsonValue, Scheme, contrast, settings};

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
