//! `static/seal.js`, typed: the browser's own cryptography behind a passphrase.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone, Debug)]
    pub(super) type Seal;

    /// Whether the browser can do this here. Without TLS it cannot.
    #[wasm_bindgen(method, getter)]
    pub(super) fn available(this: &Seal) -> bool;

    /// A salt that was never used before, as base64.
    #[wasm_bindgen(method, catch)]
    pub(super) fn salt(this: &Seal) -> Result<String, JsValue>;

    /// Derives a key that cannot be read out.
    #[wasm_bindgen(method, catch)]
    pub(super) fn key(
        this: &Seal,
        passphrase: &str,
        salt: &str,
        rounds: u32,
    ) -> Result<Promise, JsValue>;

    /// Encrypts a text; answers with nonce and contents, both as base64.
    #[wasm_bindgen(method, catch)]
    pub(super) fn lock(
        this: &Seal,
        key: &JsValue,
        text: &str,
        bound: &str,
    ) -> Result<Promise, JsValue>;

    /// Decrypts a text, or refuses where anything is not the same.
    #[wasm_bindgen(method, catch)]
    pub(super) fn open(
        this: &Seal,
        key: &JsValue,
        nonce: &str,
        contents: &str,
        bound: &str,
    ) -> Result<Promise, JsValue>;
}

/// What a promise comes to; nothing where it is refused.
pub(super) async fn outcome(begun: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(begun.ok()?).await.ok()
}
