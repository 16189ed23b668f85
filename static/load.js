// Loads the check: the module, the texts of the page's language and the site's settings. Verifies module
// and texts by subresource integrity (SRI), and resolves URLs against this file, not the page.
// Where WebAssembly is missing, or refuses the module, it loads the same program compiled to JavaScript.

import init, { read, start } from "./glue.js";
import { read as readSettings } from "./settings.js";

let hasWasm = typeof WebAssembly !== "undefined";

/** Resolves a URL against this file. @param {string} address */
const beside = (address) => new URL(address, import.meta.url).href;

/**
 * Fetches one of our files and verifies its digest. Where that fails, fetches it anew: the browser may have cached
 * an error page under its address.
 * @param {string} named URL and digest
 */
export async function take(named) {
  const [address, integrity] = named.split(" ");
  const get = async (cache) => {
    const answer = await fetch(beside(address), { integrity, cache });
    if (!answer.ok) throw new Error(address);
    return answer;
  };
  return get("default").catch(() => get("reload"));
}

/** @type {any} */
let policy;

/**
 * The URL of a script that is loaded by a script, in the form that Trusted Types ask for. The policy knows two: the
 * service worker, and the program compiled to JavaScript. Throws where the CSP allows no policy of that name.
 * @param {"worker" | "program"} which
 */
export function scriptUrl(which) {
  const urls = {
    worker: () => "./offline.js",
    program: () => beside(document.getElementById("footing-files").dataset.withoutWasm.split(" ")[0]),
  };
  policy ??= self.trustedTypes?.createPolicy("footing-offline", { createScriptURL: (name) => urls[name]() });
  return policy?.createScriptURL(which) ?? urls[which]();
}

/**
 * Imports the program compiled to JavaScript and verifies its digest. `import()` has no integrity option, but a script
 * element has one, and `import()` finds the module that the element has loaded. A modulepreload link would not do:
 * WebKit (2.50) ignores the digest of one, and runs a modified file.
 */
async function importWithoutWasm(named) {
  const [address, integrity] = named.split(" ");
  const script = document.createElement("script");
  Object.assign(script, { type: "module", integrity, crossOrigin: "anonymous", src: scriptUrl("program") });
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return import(beside(address));
}

/**
 * Loads the program and begins it.
 * @param {Record<string, string>} files
 */
async function begin(files) {
  if (hasWasm) {
    const wasm = await take(files.wasm);
    try {
      const { memory } = await init({ module_or_path: wasm });
      return { program: { read, start }, memory };
    } catch {
      // Older than the module, or its policy knows WebAssembly only as `unsafe-eval` (Safari 15).
      hasWasm = false;
    }
  }
  const program = await importWithoutWasm(files.withoutWasm);
  return { program, memory: program.default().memory };
}

/** Lets the browser draw and answer in between: starting in one task would block the page for longer. */
const anotherTask = () => new Promise((resume) => setTimeout(resume));

/**
 * Loads everything the check needs, in parallel, and reads the texts.
 * @param {Record<string, string>} files the URLs of this build, each with its digest
 */
export async function load(files) {
  const [{ program, memory }, lines, { site, logo }] = await Promise.all([
    begin(files),
    take(files.words).then((answer) => answer.json()),
    readSettings(),
  ]);
  await anotherTask();
  const texts = program.read(lines.join("\n"));
  await anotherTask();
  return { program, memory, site, logo, texts };
}

/**
 * Loads the whole style sheet: the page has only what its first pages need. Without it the check runs
 * all the same.
 * @param {string} named URL and digest
 */
export function loadStyleSheet(named) {
  const [address, integrity] = named.split(" ");
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: beside(address), integrity, crossOrigin: "anonymous" });
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

/** Today's date in local time, such as 2026-11-21. */
export function today() {
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * Whether an uncaught error is a trap of the module, after which its state is undefined. Compiled
 * to JavaScript it throws errors of any class, so there every error from its file counts. Errors of
 * the browser and of extensions come from other files.
 * @param {Record<string, string>} files
 * @param {ErrorEvent} event
 */
export function isTrap(files, { error, filename }) {
  if (hasWasm) return error instanceof WebAssembly.RuntimeError;
  const [address] = files.withoutWasm?.split(" ") ?? [];
  return Boolean(address) && filename === beside(address);
}

/** Media query of the dark colors in the style sheets. */
const DARK = "(prefers-color-scheme: dark)";

/** Media query that replaces it for a fixed theme. @param {string} [theme] */
const darkOr = (theme) => ({ light: "not all", dark: "screen" })[theme ?? ""] ?? DARK;

/** Applies the requested color theme. @param {string | null} theme */
export function applyTheme(theme) {
  if (!["light", "dark"].includes(theme ?? "")) return;
  document.documentElement.style.colorScheme = theme;
  const media = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  for (const rule of media) if (rule.media?.mediaText === DARK) rule.media.mediaText = darkOr(theme);
}
