//! A QR code as one SVG path. The text beside it says the same.

use std::fmt::Write;

use html::html;
use qrcodegen::{QrCode, QrCodeEcc};
use yew::Html;

/// The quiet zone around the code in modules, as the standard requires.
const QUIET: i32 = 4;

/// Draws a text as a QR code. Empty if the text is too long for one.
pub fn qr(text: &str) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return Html::default();
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                let (x, y) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
                // Writing to a `String` cannot fail.
                let _ = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
    }
    let size = code.size().saturating_add(QUIET.saturating_mul(2));
    html! {
        <svg class="qr" viewBox={format!("0 0 {size} {size}")} aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
