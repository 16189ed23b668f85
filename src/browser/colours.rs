//! Puts the colors of a site where the style sheet looks for them.

use gloo::utils::document;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use site::{Colours, contrast};

/// Shows the check in `root` in these colors.
///
/// By the object model and not as an attribute, which the page's policy refuses. The style sheet takes
/// them up on the outermost element, so `root` would be too deep.
pub(super) fn show(root: &Element, colours: Colours) {
    let host = match root.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow) => Some(shadow.host()),
        Err(_) => document().document_element(),
    };
    let Some(host) = host.and_then(|host| host.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let style = host.style();
    for (colour, name, on) in [
        (colours.accent, "--footing-accent", "--footing-on-accent"),
        (
            colours.accent_dark,
            "--footing-accent-dark",
            "--footing-on-accent-dark",
        ),
    ] {
        if let Some(colour) = colour {
            for (name, colour) in [(name, colour), (on, contrast::words_on(colour))] {
                // Refused only where a name or a value were not CSS.
                let _ = style.set_property(name, &colour.to_string());
            }
        }
    }
}
