//! Reads the site's settings from what the start script loaded.

use edge::json_value;
use web_sys::console;
use web_sys::wasm_bindgen::JsValue;

use site::{Site, Warning, settings};

/// The site as it set itself up. What cannot be used is told once in the console, by its key and
/// never by its value. `logo` is the picture that the site named, where it could be had.
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
