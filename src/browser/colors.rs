//! Puts the colors of a site where the style sheet looks for them.

use gloo::utils::document;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use site::{Colors, contrast};

/// Shows the check in these colors.
///
/// By the object model and not as an attribute, which the page's policy refuses. The style sheet takes
/// them up on the outermost element.
pub(super) fn show(colors: Colors) {
    let host = document().document_element();
    let Some(host) = host.and_then(|host| host.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let style = host.style();
    for (color, name, on) in [
        (colors.accent, "--footing-accent", "--footing-on-accent"),
        (
            colors.accent_dark,
            "--footing-accent-dark",
            "--footing-on-accent-dark",
        ),
    ] {
        if let Some(color) = color {
            for (name, color) in [(name, color), (on, contrast::words_on(color))] {
                // Refused only where a name or a value were not CSS.
                let _ = style.set_property(name, &color.to_string());
            }
        }
    }
}
