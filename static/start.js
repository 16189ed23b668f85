// Begins the check on this page, and closes the page. Until then, and whenever it fails, the static start
// screen with its help lines stays.

import { asked, failed as tellFailed, isolation, ready } from "./embedded.js";
import "./inspect.js";
import { forget, isOurWorker, watch } from "./leave.js";
import { dress, isTrap, load, today } from "./load.js";
import * as seal from "./seal.js";

const files = document.getElementById("footing-files").dataset;
const failed = document.getElementById("footing-failed");
const asItWas = document.getElementById("footing").cloneNode(true);

/** Puts the static page back: nothing of what was answered stays in it, or in the module's memory. */
function fail() {
  const fresh = asItWas.cloneNode(true);
  for (const waiting of fresh.querySelectorAll(".waiting")) waiting.remove();
  // All of it, and with it every listener of the module's.
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
 * Keeps the files that are loaded by now, to go on without a connection: on a page of its own, where the
 * browser lets us. They come out of the browser's own store, so that nothing is asked of the server twice.
 */
async function keepFiles() {
  try {
    if (top !== self || !navigator.serviceWorker) return;
    const folder = new URL("./", document.baseURI).href;
    // A worker of the site's own, in this very folder, is never replaced.
    const there = await navigator.serviceWorker.getRegistration("./");
    if (there?.scope === folder && !isOurWorker(there)) return;
    const policy = self.trustedTypes?.createPolicy("footing-offline", {
      createScriptURL: () => "./offline.js",
    });
    await navigator.serviceWorker.register(policy?.createScriptURL("") ?? "./offline.js", { scope: "./" });
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const ours = [folder, location.href.split(/[?#]/)[0], ...loaded].filter((url) => url.startsWith(folder));
    // Another folder of the same site may hold another build.
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
    // Refused, full, or no TLS: the check needs a connection then, and says nothing of it.
  }
}

/** From here on the page loads nothing more, and asks nobody anything: a policy on top of its first. */
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
  // All requests come before the first question. A slow network does not keep anyone waiting.
  await Promise.race([keepFiles(), new Promise((over) => setTimeout(over, 3000))]);
  close(site);
  const root = document.getElementById("footing");
  root.dataset.isolation = isolation();
  program.start(root, words, today(), site, seal, logo);
  ready();
} catch {
  fail();
}
