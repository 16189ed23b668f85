//! Sets the colors of the preview through the CSSOM, which the page's CSP allows.

use web_sys::HtmlElement;
use yew::NodeRef;

use site::{Scheme, Site};

use super::snippet::accent;

/// Sets or removes the accent color of the preview.
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
        // On failure the preview has the default color.
        let _ = match color {
            Some(color) => style.set_property(name, &color.to_string()),
            None => style.remove_property(name).map(|_| ()),
        };
    }
}
