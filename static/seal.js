// Locks and opens texts with a passphrase. All of it is the browser's own cryptography: the key comes
// of PBKDF2-SHA-256 and cannot be read back, the text is encrypted with AES-256-GCM. What is bound to a
// text is not secret, but the text opens only beside it.

const { subtle } = crypto;

const bytesOf = (text) => new TextEncoder().encode(text);
// One by one: a call takes no more than some ten thousand arguments.
const letters = (bytes) => Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
const toBase64 = (bytes) => btoa(letters(bytes).join(""));
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Whether the browser can do this here. Without TLS it cannot. */
export const available = Boolean(subtle);

/** A salt that was never used before, as base64. */
export const salt = () => toBase64(crypto.getRandomValues(new Uint8Array(16)));

/**
 * Makes a key.
 * @param {string} passphrase
 * @param {string} salt as base64
 * @param {number} rounds how often the passphrase is hashed
 */
export async function key(passphrase, salt, rounds) {
  // The same letters are the same passphrase, however a keyboard writes them.
  const typed = bytesOf(passphrase.normalize("NFKC"));
  const material = await subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const from = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: rounds };
  const kind = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(from, material, kind, false, ["encrypt", "decrypt"]);
}

/**
 * Encrypts a text, with a nonce that was never used before: both as base64.
 * @param {CryptoKey} key
 * @param {string} text
 * @param {string} bound
 */
export async function lock(key, text, bound) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: bytesOf(bound) };
  return [toBase64(iv), toBase64(await subtle.encrypt(how, key, bytesOf(text)))];
}

/**
 * Opens a text, or refuses where key, nonce, text or what is bound to it is not the same.
 * @param {CryptoKey} key
 * @param {string} nonce
 * @param {string} contents
 * @param {string} bound
 */
export async function open(key, nonce, contents, bound) {
  const how = { name: "AES-GCM", iv: fromBase64(nonce), additionalData: bytesOf(bound) };
  return new TextDecoder().decode(await subtle.decrypt(how, key, fromBase64(contents)));
}
