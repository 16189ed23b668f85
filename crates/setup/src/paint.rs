//! Gives the preview the colors of the settings, by the way that the page's policy allows.

use web_sys::HtmlElement;
use yew::NodeRef;

use site::{Scheme, Site};

use super::snippet::accent;

/// Sets the accent on the preview, or takes it away.
pub(super) fn paint(preview: &NodeRef, site: &Site, scheme: Scheme) {
    let Some(element) = preview.cast::<HtmlElement>() else {
        return;
    };
    let style = element.style();
    let accent = accent(site, scheme);
    let colors = [
        ("--accent", accent.map(|(accent, _)| accent)),
        ("--on-accent", accent.map(|(_, words)| words)),
    ];
    for (name, color) in colors {
        // A browser that refuses draws the preview in the check's own color.
        let _ = match color {
            Some(color) => style.set_property(name, &color.to_string()),
            None => style.remove_property(name).map(|_| ()),
        };
    }
}
