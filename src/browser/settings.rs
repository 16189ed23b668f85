//! Reads the site's settings from what the start script loaded.

use edge::json_value;
use web_sys::console;
use web_sys::wasm_bindgen::JsValue;

use site::{Site, Warning, settings};

/// Parses the site's settings. Invalid settings are reported once in the console, by key and never by value.
/// `logo` is the image that the site named, if it could be loaded.
pub(super) fn site(value: &JsValue, logo: Option<String>) -> Site {
    let (mut site, mut warnings) = settings(&json_value(value));
    if site.logo.is_some() && logo.is_none() {
        warnings.push(Warning::Unfit("logo".into()));
    }
    site.logo = site.logo.and(logo);
    if !warnings.is_empty() {
        let text: Vec<String> = warnings.iter().map(message).collect();
        console::warn_1(&format!("Footing, site.json: {}", text.join("; ")).into());
    }
    site
}

fn message(warning: &Warning) -> String {
    match warning {
        Warning::NoObject => "cannot be read, so the defaults are used".into(),
        Warning::Unknown(key) => format!("{key} is not known"),
        Warning::Unfit(key) => format!("{key} cannot be used, so its default is"),
    }
}
