//! Fuzz target for the settings of a site.

use serde_json::Value;
use site::{JsonValue, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN, Scheme, contrast, settings};

/// Parses any bytes as settings. Every input gives a site without unsafe links.
pub fn run(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return;
    };
    let (site, _) = settings(&given(&value, MAX_DEPTH));
    let links = [site.privacy_link, site.terms_link, Some(site.leave_to)];
    let endpoint = site.endpoint.map(|endpoint| endpoint.address);
    for link in links.into_iter().flatten().chain(endpoint) {
        assert!(
            link.starts_with("https://") || link.starts_with("http://"),
            "{link}"
        );
    }
    if let Some(logo) = site.logo {
        assert!(!logo.contains(['/', '\\', ':']), "{logo}");
    }
    if let Some(report) = site.report {
        assert!(
            report.contains("://") || !report.contains([':', '?', '&']),
            "{report}"
        );
    }
    for (color, scheme) in [
        (site.colors.accent, Scheme::Light),
        (site.colors.accent_dark, Scheme::Dark),
    ] {
        assert!(color.is_none_or(|color| contrast::passes(color, scheme)));
    }
}

fn given(value: &Value, depth: u8) -> JsonValue {
    let Some(deeper) = depth.checked_sub(1) else {
        return JsonValue::Other;
    };
    match value {
        Value::String(text) if text.len() <= MAX_TEXT_LEN => JsonValue::Text(text.clone()),
        Value::Bool(flag) => JsonValue::Flag(*flag),
        Value::Array(list) if list.len() <= MAX_ENTRIES => {
            JsonValue::List(list.iter().map(|entry| given(entry, deeper)).collect())
        }
        Value::Object(map) if map.len() <= MAX_ENTRIES => {
            let entries = map.iter();
            let entries = entries.map(|(key, value)| (key.clone(), given(value, deeper)));
            JsonValue::Map(entries.collect())
        }
        Value::String(_) | Value::Array(_) | Value::Object(_) | Value::Number(_) | Value::Null => {
            JsonValue::Other
        }
    }
}
