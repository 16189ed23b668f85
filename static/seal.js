// Encrypts and decrypts texts with a passphrase, with the Web Crypto API: a nonextractable key from
// PBKDF2-SHA-256, and AES-256-GCM. The additional authenticated data (AAD, `bound`) is not secret,
// but decryption fails without it.

const { subtle } = crypto;

const bytesOf = (text) => new TextEncoder().encode(text);
// Byte by byte, because the number of arguments of a call is limited.
const letters = (bytes) => Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
const toBase64 = (bytes) => btoa(letters(bytes).join(""));
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Whether Web Crypto is available. It needs a secure context (TLS). */
export const available = Boolean(subtle);

/** Generates a random salt, as base64. */
export const salt = () => toBase64(crypto.getRandomValues(new Uint8Array(16)));

/**
 * Derives a key.
 * @param {string} passphrase
 * @param {string} salt as base64
 * @param {number} rounds PBKDF2 iterations
 */
export async function key(passphrase, salt, rounds) {
  // Unicode normalization: keyboards encode the same letters differently.
  const typed = bytesOf(passphrase.normalize("NFKC"));
  const material = await subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const from = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: rounds };
  const kind = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(from, material, kind, false, ["encrypt", "decrypt"]);
}

/**
 * Encrypts a text with a random nonce. Returns both as base64.
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
 * Decrypts a text. Throws if key, nonce, ciphertext or AAD do not match.
 * @param {CryptoKey} key
 * @param {string} nonce
 * @param {string} contents
 * @param {string} bound
 */
export async function open(key, nonce, contents, bound) {
  const how = { name: "AES-GCM", iv: fromBase64(nonce), additionalData: bytesOf(bound) };
  return new TextDecoder().decode(await subtle.decrypt(how, key, fromBase64(contents)));
}
