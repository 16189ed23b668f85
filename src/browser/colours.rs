//! Puts the colors of a site where the style sheet looks for them.

use gloo::utils::document;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use site::{Colours, contrast};

/// Shows the check in these colors.
///
/// By the object model and not as an attribute, which the page's policy refuses. The style sheet takes
/// them up on the outermost element.
pub(super) fn show(colours: Colours) {
    let host = document().document_element();
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
