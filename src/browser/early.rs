//! What the static first pages hand over: `take()` of `static/first-pages.js` returns it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Function;

#[wasm_bindgen]
extern "C" {
    /// What was done before the module ran.
    #[derive(Debug)]
    pub type Early;

    /// The events to replay, separated by spaces.
    #[wasm_bindgen(method, getter)]
    pub(super) fn events(this: &Early) -> String;

    /// Whether Continue was pressed and waits for the module.
    #[wasm_bindgen(method, getter)]
    pub(super) fn pressed(this: &Early) -> bool;

    /// Whether this page was opened by the page of another language or country.
    #[wasm_bindgen(method, getter, js_name = wasOpened)]
    pub(super) fn was_opened(this: &Early) -> bool;

    /// Opens the page of another language or country, which goes on with a journey.
    #[wasm_bindgen(method, getter)]
    pub(super) fn open(this: &Early) -> Option<Function>;

    /// Restores the focus and what was open. Called once, after the first rendering.
    #[wasm_bindgen(method, getter)]
    pub(super) fn drawn(this: &Early) -> Option<Function>;
}
