// Loads the check: the program, the words of one language and the site's settings. Module and words are held to
// what this build says of them, and found beside this one, whatever page it is loaded for. Where the browser
// has no WebAssembly, it loads the same program as JavaScript alone.

import { read } from "./settings.js";

const hasWasm = typeof WebAssembly !== "undefined";

/** An address beside this file. @param {string} address */
const beside = (address) => new URL(address, import.meta.url).href;

/** Loads one of our own files, and refuses it where it is not the one of this build. @param {string} named */
export async function take(named) {
  const [address, integrity] = named.split(" ");
  const answer = await fetch(beside(address), { integrity });
  if (!answer.ok) throw new Error(address);
  return answer;
}

/** Loads the program as JavaScript alone, and refuses it where it is not the one of this build. */
async function importWithoutWasm(named) {
  const [address, integrity] = named.split(" ");
  const ahead = document.createElement("link");
  // An import cannot say what its file has to hold; a link can, and the import takes what it fetched.
  // Where such links are not known (Firefox before 115, Safari before 17), the import takes what comes.
  if (ahead.relList.supports("modulepreload")) {
    ahead.rel = "modulepreload";
    ahead.href = beside(address);
    ahead.integrity = integrity;
    await new Promise((resolve, reject) => {
      ahead.onload = resolve;
      ahead.onerror = reject;
      document.head.append(ahead);
    });
  }
  return import(beside(address));
}

/** The words of the language that was asked for, or else of the first. */
function words(files, asked) {
  const [language] = (asked ?? "").toLowerCase().split("-");
  const name = /^[a-z]{2,3}$/.test(language) ? `words${language[0].toUpperCase()}${language.slice(1)}` : "";
  return Object.hasOwn(files, name) ? [language, files[name]] : ["en", files.wordsEn];
}

/**
 * Loads everything the check needs, all at once.
 * @param {Record<string, string>} files the names of this build, each with what it has to hold
 * @param {string | null} asked a language
 */
export async function load(files, asked) {
  const [language, texts] = words(files, asked);
  const [program, wasm, lines, { site, logo }] = await Promise.all([
    hasWasm ? import(beside(files.module)) : importWithoutWasm(files.withoutWasm),
    hasWasm ? take(files.wasm) : null,
    take(texts).then((answer) => answer.json()),
    read(),
  ]);
  const { memory } = await program.default({ module_or_path: wasm });
  return { program, memory, site, logo, language, words: lines.join("\n") };
}

/** The day here, as in 2026-11-21. */
export function today() {
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * Whether an error that nobody caught leaves the module's state in doubt: a trap. As JavaScript alone it
 * traps with errors of every kind, so there each one that comes out of its file counts. What browsers
 * and their extensions throw comes from elsewhere.
 * @param {Record<string, string>} files
 * @param {ErrorEvent} event
 */
export function isTrap(files, { error, filename }) {
  if (hasWasm) return error instanceof WebAssembly.RuntimeError;
  const [address] = files.withoutWasm?.split(" ") ?? [];
  return Boolean(address) && filename === beside(address);
}

/** How a style sheet asks for the dark colors, and what it asks where a page has chosen. */
const DARK = "(prefers-color-scheme: dark)";

/** The condition that stands for it with this theme. @param {string} [theme] */
const darkOr = (theme) => ({ light: "not all", dark: "screen" })[theme ?? ""] ?? DARK;

/** Holds the page to the colors that were asked for. @param {string | null} theme */
export function dress(theme) {
  if (!["light", "dark"].includes(theme ?? "")) return;
  document.documentElement.style.colorScheme = theme;
  const media = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  for (const rule of media) if (rule.media?.mediaText === DARK) rule.media.mediaText = darkOr(theme);
}
