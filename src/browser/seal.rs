//! Typed bindings to `static/seal.js`: encryption with a passphrase, using the browser's Web Crypto.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone, Debug)]
    pub(super) type Seal;

    /// Whether Web Crypto is available here. Without TLS it is not.
    #[wasm_bindgen(method, getter)]
    pub(super) fn available(this: &Seal) -> bool;

    /// Generates a new random salt, as base64.
    #[wasm_bindgen(method, catch)]
    pub(super) fn salt(this: &Seal) -> Result<String, JsValue>;

    /// Derives a non-extractable key.
    #[wasm_bindgen(method, catch)]
    pub(super) fn key(
        this: &Seal,
        passphrase: &str,
        salt: &str,
        rounds: u32,
    ) -> Result<Promise, JsValue>;

    /// Encrypts a text. Resolves to nonce and ciphertext, both as base64.
    #[wasm_bindgen(method, catch)]
    pub(super) fn lock(
        this: &Seal,
        key: &JsValue,
        text: &str,
        bound: &str,
    ) -> Result<Promise, JsValue>;

    /// Decrypts a text. Rejects if anything was modified.
    #[wasm_bindgen(method, catch)]
    pub(super) fn open(
        this: &Seal,
        key: &JsValue,
        nonce: &str,
        contents: &str,
        bound: &str,
    ) -> Result<Promise, JsValue>;
}

/// Awaits a promise, and returns `None` if it was rejected.
pub(super) async fn outcome(begun: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(begun.ok()?).await.ok()
}
