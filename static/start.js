// Loads the module and the words, then hands over. Until then, and whenever it fails, the static start
// screen with its help lines stays on the page.

import { forget, watch } from "./leave.js";
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
}

document.getElementById("footing-retry").addEventListener("click", () => location.reload());

// A trap of the module leaves its state in doubt.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail();
});

/** Loads one of our own files, and refuses it where it is not the one this page was built with. */
async function load(name) {
  const [address, integrity] = files[name].split(" ");
  const answer = await fetch(address, { integrity });
  if (!answer.ok) throw new Error(name);
  return answer;
}

// The check runs without settings: a file that is missing, broken or slow leaves the defaults.
const settings = fetch("./site.json", { signal: AbortSignal.timeout(4000) })
  .then((answer) => (answer.ok ? answer.json() : null))
  .catch(() => null);

/** From here on the page loads nothing more, and asks nobody anything: a policy on top of its first. */
function close(site) {
  const send = new URL("./send.html", location).href.replace(/[;,]/g, encodeURIComponent);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `${files.closed} ${site?.contact?.endpoint ? send : "'none'"}`;
  document.head.append(policy);
}

try {
  const [program, wasm, texts, site] = await Promise.all([
    import(files.module),
    load("wasm"),
    load("words").then((answer) => answer.json()),
    settings,
  ]);
  const { memory } = await program.default({ module_or_path: wasm });
  watch(memory);
  close(site);
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  program.start(
    document.getElementById("footing"),
    texts.join("\n"),
    `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    site,
    seal,
  );
} catch {
  fail();
}
