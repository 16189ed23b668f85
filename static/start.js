// Starts the check and restricts the page's CSP. Until then the page answers its first pages by itself
// (first-pages.js); on failure it shows the static start screen with its crisis lines.

import { asked, failed as tellFailed, isolation, ready } from "./embedded.js";
import "./inspect.js";
import { forget, isOurWorker, watch, watchRegistration, watchWorker } from "./leave.js";
import { applyTheme, isTrap, load, loadStyleSheet, scriptUrl, today } from "./load.js";
import * as seal from "./seal.js";
import { watchTextSize } from "./text-size.js";
import { watchTranslation } from "./translated.js";

/** How long the check waits for its style sheet when all else is there, in milliseconds. */
const STYLE_WAIT = 4000;

const files = document.getElementById("footing-files").dataset;
const folder = new URL("./", document.baseURI).href;
const failed = document.getElementById("footing-failed");
const retry = document.getElementById("footing-retry");
const root = document.getElementById("footing");
// Missing where the server's CSP is of an older build and blocks it.
const { early } = root;
const asItWas = early?.asItWas ?? root.cloneNode(true);
if (early) early.isLoaded = true;

/**
 * Restores the static page. No answers stay in the DOM or in the module's memory; where the module never started,
 * Retry goes on with what was answered before it.
 */
function fail() {
  if (early) retry.onclick = early.again();
  const fresh = asItWas.cloneNode(true);
  // Replace the whole element, to remove the module's event listeners too.
  document.getElementById("footing").replaceWith(fresh);
  failed.hidden = false;
  early?.forget();
  forget();
  tellFailed();
}

retry.onclick = () => location.reload();

addEventListener("error", (event) => {
  if (isTrap(files, event)) fail();
});

/** Registers the service worker, unless in a frame or where the site has one of the same scope. */
async function registerWorker() {
  try {
    if (top !== self || !navigator.serviceWorker) return null;
    const there = await navigator.serviceWorker.getRegistration("./");
    if (there?.scope === folder) return isOurWorker(there) ? there : null;
    return await navigator.serviceWorker.register(scriptUrl("worker"), { scope: "./" });
  } catch {
    // Blocked, or no TLS: the check does not work offline then.
    return null;
  }
}

/** Names the files of this visit to the service worker, which caches them for a visit without a connection. */
function keepFiles(registration) {
  const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const page = location.href.split(/[?#]/)[0];
  // The page in the source language has two addresses.
  const pages = page === `${folder}index.html` ? [page, folder] : [page];
  const ours = [...pages, ...loaded].filter((url) => url.startsWith(folder));
  worker?.postMessage({ keep: [...new Set(ours)], build: files.build });
  watchWorker(worker);
}

/** Adds a stricter CSP: from now on the page loads nothing and connects to nothing. */
function close(site) {
  const send = new URL("./send.html", location).href.replace(/[;,]/g, encodeURIComponent);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `${files.closed} ${site?.contact?.endpoint ? send : "'none'"}`;
  document.head.append(policy);
}

try {
  applyTheme(asked.get("theme"));
  watchTextSize();
  // Begins beside the files, so that nobody waits for it.
  const registered = registerWorker();
  watchRegistration(registered);
  const styled = loadStyleSheet(files.style).then(() => applyTheme(asked.get("theme")));
  const { program, memory, site, logo, texts } = await load(files);
  // Without its style sheet the check can be used, so a server that never answers does not hold it up.
  await Promise.race([styled, new Promise((go) => setTimeout(go, STYLE_WAIT))]);
  watch(memory);
  registered.then(keepFiles);
  close(site);
  root.dataset.isolation = isolation();
  const done = (await early?.take()) ?? { events: "", pressed: false };
  watchTranslation(root);
  program.start(root, texts, today(), site, seal, logo, done);
  document.getElementById("footing-old").hidden = true;
  ready();
} catch {
  fail();
}
