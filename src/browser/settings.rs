//! Reads the site's settings from what the start script loaded.

use web_sys::console;
use web_sys::js_sys::{Array, JSON, Object};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::site::{DEEPEST, Given, LONGEST_TEXT, MOST_ENTRIES, Site, Warning, settings};

/// The site as it set itself up. What cannot be used is told once in the console, by its key and
/// never by its value. `logo` is the picture that the site named, where it could be had.
pub(super) fn site(value: &JsValue, logo: Option<String>) -> Site {
    let (mut site, mut warnings) = settings(&given(value, DEEPEST));
    if site.logo.is_some() && logo.is_none() {
        warnings.push(Warning::Unfit("logo".into()));
    }
    site.logo = site.logo.and(logo);
    if !warnings.is_empty() {
        let told: Vec<String> = warnings.iter().map(told).collect();
        console::warn_1(&format!("Footing, site.json: {}", told.join("; ")).into());
    }
    site
}

fn told(warning: &Warning) -> String {
    match warning {
        Warning::NoObject => "cannot be read, so the defaults are used".into(),
        Warning::Unknown(key) => format!("{key} is not known"),
        Warning::Unfit(key) => format!("{key} cannot be used, so its default is"),
    }
}

/// What stands in a text of JSON, and no more of it than is looked at; nothing where it is no JSON.
pub fn given_in(json: &str) -> Option<Given> {
    let value = JSON::parse(json).ok()?;
    Some(given(&value, DEEPEST))
}

/// Takes a value out of the script's hands, and no more of it than is looked at.
fn given(value: &JsValue, depth: u8) -> Given {
    let Some(deeper) = depth.checked_sub(1) else {
        return Given::Other;
    };
    if let Some(flag) = value.as_bool() {
        return Given::Flag(flag);
    }
    if let Some(text) = value.dyn_ref::<web_sys::js_sys::JsString>() {
        let fits = usize::try_from(text.length()).is_ok_and(|length| length <= LONGEST_TEXT);
        return if fits {
            Given::Text(text.into())
        } else {
            Given::Other
        };
    }
    let few = |length: u32| usize::try_from(length).is_ok_and(|length| length <= MOST_ENTRIES);
    if let Some(list) = value.dyn_ref::<Array>() {
        return if few(list.length()) {
            Given::List(list.iter().map(|entry| given(&entry, deeper)).collect())
        } else {
            Given::Other
        };
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Given::Other;
    };
    let entries = Object::entries(object);
    if !few(entries.length()) {
        return Given::Other;
    }
    let pairs = entries.iter().filter_map(|pair| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, given(&pair.get(1), deeper)))
    });
    Given::Map(pairs.collect())
}
