// The check in another page itself, in a shadow root and without a frame: for a site that asks for it.
// Scripts of that page can read along, and nothing here keeps them from it: the check says so.

import { attend, forget, watch } from "./leave.js";
import { darkOr, isTrap, load, take, today } from "./load.js";
import { watchProgress } from "./progress.js";
import * as seal from "./seal.js";

const BASE = new URL("./", import.meta.url).href;

/**
 * The style sheet, for a place in a page that has other sizes: `rem` is what the person chose in the browser
 * and not what the page made of it, and width is that of the place.
 */
function fitted(style, theme) {
  const pixels = (number) => `${Number(number) * 16}px`;
  return style
    .replaceAll("(prefers-color-scheme: dark)", darkOr(theme))
    .replace(
      /@media \((min|max)-width: ([\d.]+)r?em\)|(@media[^{]*)|([\d.]+)rem\b/g,
      (whole, side, width, media, size) =>
        side ? `@container (${side}-width: ${pixels(width)})` : media ? whole : `calc(${size} * var(--footing-rem))`,
    );
}

/**
 * Shows the check.
 * @param {HTMLElement} place an empty box
 * @param {{ lang: string | null, theme: string, events: string[], tell: (type: string) => void }} options
 */
export async function show(place, { lang, theme, events, tell }) {
  const answer = await fetch(`${BASE}build.json`, { cache: "no-cache" });
  const files = await answer.json();
  const [style, { program, memory, site, logo, language, words }] = await Promise.all([
    take(files.style).then((found) => found.text()),
    load(files, lang),
  ]);
  watch(memory);
  // The page that sends takes nothing from pages of other origins.
  if (new URL(BASE).origin !== location.origin) delete site?.contact?.endpoint;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(fitted(style, theme));
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const page = document.createElement("div");
  page.className = "in-page inline";
  page.dir = "ltr";
  page.lang = language;
  page.style.colorScheme = theme;
  root.append(page);
  page.style.fontSize = "medium";
  page.style.setProperty("--footing-rem", getComputedStyle(page).fontSize);
  page.style.fontSize = "";
  const mount = document.createElement("div");
  page.append(mount);
  addEventListener("error", (event) => {
    if (!page.isConnected || !isTrap(files, event) || !String(event.error?.stack).includes(BASE)) return;
    page.remove();
    forget();
    tell("error");
  });
  const tellLeave = () => {
    tell("leave");
    return false;
  };
  attend(root, tellLeave, document);
  watchProgress(root, events, tell);
  mount.dataset.isolation = "shadow";
  mount.dataset.base = BASE;
  program.start(mount, words, today(), site, seal, logo);
  tell("ready");
}
