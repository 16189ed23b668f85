//! Waits for the browser's next frame.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::JsCast;

/// Calls `act` once after the next frame is painted: animation callbacks run just before it, and a task that
/// begins there comes after it.
pub(super) fn after_paint(act: impl FnOnce() + 'static) {
    let frame = Closure::once_into_js(move || Timeout::new(0, act).forget());
    // Fails only in a window that is gone.
    let _ = window().request_animation_frame(frame.unchecked_ref());
}
