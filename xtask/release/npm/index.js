/*! Footing: shows the check in another page. Made from static/embed.js, which pages without a bundler load. */
// Custom element <footing-check>. Importing this module does nothing: a server that renders pages may do so.

/** Defines the element, for the check in the folder of this address. @param {string} SRC */
const define = (SRC) => {
  // {element}
};

/** Whether a path names a folder by its page or by its script. */
const NAMES_A_FILE = /\/([^/]+\.html|embed\.js)?$/;

/** @type {string | undefined} */
let defined;

/** @type {typeof import("./index.js").defineFootingCheck} */
export function defineFootingCheck({ src }) {
  // A server that renders the page has no elements.
  if (typeof customElements === "undefined") return;
  let address;
  try {
    address = src ? new URL(src, document.baseURI) : undefined;
  } catch {
    // Warns below.
  }
  if (!address || !/^https?:$/.test(address.protocol)) {
    console.warn(`Footing: src is ${JSON.stringify(src)}, so the help lines stay. Give defineFootingCheck the address of the check's folder.`);
    return;
  }
  if (!NAMES_A_FILE.test(address.pathname)) address.pathname += "/";
  const folder = new URL("./", address).href;
  if (defined && defined !== folder) {
    console.warn(`Footing: the check is from ${defined} already, and not from ${folder}. A page shows one check.`);
    return;
  }
  defined = folder;
  define(folder);
}
