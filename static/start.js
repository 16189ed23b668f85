// Loads the module and the words, then hands over. Until then, and whenever it fails, the static start
// screen with its help lines stays on the page. Where the browser has no WebAssembly, it loads the same
// program as JavaScript alone.

import { ready } from "./embedded.js";
import "./inspect.js";
import { forget, isOurWorker, watch } from "./leave.js";
import * as seal from "./seal.js";
import { read } from "./settings.js";

const files = document.getElementById("footing-files").dataset;
const failed = document.getElementById("footing-failed");
const hasWasm = typeof WebAssembly !== "undefined";
const asItWas = document.getElementById("footing").cloneNode(true);

/** Puts the static page back: nothing of what was answered stays in it, or in the module's memory. */
function fail() {
  const fresh = asItWas.cloneNode(true);
  for (const waiting of fresh.querySelectorAll(".waiting")) waiting.remove();
  // All of it, and with it every listener of the module's.
  document.getElementById("footing").replaceWith(fresh);
  failed.hidden = false;
  forget();
}

document.getElementById("footing-retry").addEventListener("click", () => location.reload());

/**
 * Whether an error that nobody caught leaves the module's state in doubt: a trap. As JavaScript alone it
 * traps with errors of every kind, so there each one that comes out of its file counts. What browsers
 * and their extensions throw comes from elsewhere.
 */
function isTrap({ error, filename }) {
  if (hasWasm) return error instanceof WebAssembly.RuntimeError;
  const [address] = files.withoutWasm?.split(" ") ?? [];
  return Boolean(address) && filename === new URL(address, document.baseURI).href;
}
addEventListener("error", (event) => {
  if (isTrap(event)) fail();
});

/** Loads one of our own files, and refuses it where it is not the one this page was built with. */
async function load(name) {
  const [address, integrity] = files[name].split(" ");
  const answer = await fetch(address, { integrity });
  if (!answer.ok) throw new Error(name);
  return answer;
}

/** Loads the program as JavaScript alone, and refuses it where it is not the one this page was built for. */
async function importWithoutWasm() {
  const [address, integrity] = files.withoutWasm.split(" ");
  const ahead = document.createElement("link");
  // An import cannot say what its file has to hold; a link can, and the import takes what it fetched.
  // Where such links are not known (Firefox before 115, Safari before 17), the import takes what comes.
  if (ahead.relList.supports("modulepreload")) {
    ahead.rel = "modulepreload";
    ahead.href = address;
    ahead.integrity = integrity;
    await new Promise((resolve, reject) => {
      ahead.onload = resolve;
      ahead.onerror = reject;
      document.head.append(ahead);
    });
  }
  return import(address);
}

const settings = read();

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
  const [program, wasm, texts, { site, logo }] = await Promise.all([
    hasWasm ? import(files.module) : importWithoutWasm(),
    hasWasm ? load("wasm") : null,
    load("words").then((answer) => answer.json()),
    settings,
  ]);
  const { memory } = await program.default({ module_or_path: wasm });
  watch(memory);
  // All requests come before the first question. A slow network does not keep anyone waiting.
  await Promise.race([keepFiles(), new Promise((over) => setTimeout(over, 3000))]);
  close(site);
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  program.start(
    document.getElementById("footing"),
    texts.join("\n"),
    `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    site,
    seal,
    logo,
  );
  ready();
} catch {
  fail();
}
