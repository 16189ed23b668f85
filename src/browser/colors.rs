//! Sets the site's colors as CSS custom properties.

use gloo::utils::document;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use site::{Colors, contrast};

/// Applies these colors to the check.
///
/// Uses the CSSOM instead of a `style` attribute, which the page's CSP blocks. The style sheet reads the
/// properties from the root element.
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
                // Fails only if a name or value is invalid CSS.
                let _ = style.set_property(name, &color.to_string());
            }
        }
    }
}
