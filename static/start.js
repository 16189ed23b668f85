// Starts the check and restricts the page's CSP. Until then, and on failure, the page shows the
// static start screen with its crisis lines.

import { asked, failed as tellFailed, isolation, ready } from "./embedded.js";
import "./inspect.js";
import { forget, isOurWorker, watch } from "./leave.js";
import { dress, isTrap, load, today } from "./load.js";
import * as seal from "./seal.js";

const files = document.getElementById("footing-files").dataset;
const failed = document.getElementById("footing-failed");
const asItWas = document.getElementById("footing").cloneNode(true);

/** Restores the static page. No answers stay in the DOM or in the module's memory. */
function fail() {
  const fresh = asItWas.cloneNode(true);
  for (const waiting of fresh.querySelectorAll(".waiting")) waiting.remove();
  // Replace the whole element, to remove the module's event listeners too.
  document.getElementById("footing").replaceWith(fresh);
  failed.hidden = false;
  forget();
  tellFailed();
}

document.getElementById("footing-retry").addEventListener("click", () => location.reload());

addEventListener("error", (event) => {
  if (isTrap(files, event)) fail();
});

/**
 * Registers the service worker and caches the loaded files for offline use, unless in a frame.
 * Reads them from the HTTP cache, so that nothing is requested twice.
 */
async function keepFiles() {
  try {
    if (top !== self || !navigator.serviceWorker) return;
    const folder = new URL("./", document.baseURI).href;
    // Never replace a service worker of the site with the same scope.
    const there = await navigator.serviceWorker.getRegistration("./");
    if (there?.scope === folder && !isOurWorker(there)) return;
    const policy = self.trustedTypes?.createPolicy("footing-offline", {
      createScriptURL: () => "./offline.js",
    });
    await navigator.serviceWorker.register(policy?.createScriptURL("") ?? "./offline.js", { scope: "./" });
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const ours = [folder, location.href.split(/[?#]/)[0], ...loaded].filter((url) => url.startsWith(folder));
    // Another folder of the same site may have another build.
    const own = `footing-${new URL(folder).pathname} `;
    const name = own + files.build;
    const cache = await caches.open(name);
    const kept = [...new Set(ours)].map(async (url) => {
      const answer = await fetch(url, { cache: "force-cache" });
      if (answer.ok) await cache.put(url, answer);
    });
    await Promise.all(kept);
    const others = (await caches.keys()).filter((other) => other.startsWith(own) && other !== name);
    await Promise.all(others.map((other) => caches.delete(other)));
  } catch {
    // Blocked, out of quota, or no TLS: the check does not work offline then.
  }
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
  dress(asked.get("theme"));
  const { program, memory, site, logo, language, words } = await load(files, asked.get("lang"));
  watch(memory);
  document.documentElement.lang = language;
  // Finish all requests before the first question, but do not wait long on a slow network.
  await Promise.race([keepFiles(), new Promise((over) => setTimeout(over, 3000))]);
  close(site);
  const root = document.getElementById("footing");
  root.dataset.isolation = isolation();
  program.start(root, words, today(), site, seal, logo);
  ready();
} catch {
  fail();
}
