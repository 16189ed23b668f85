// Fills the "See for yourself" panel in the footer with the browser's own data on requests, storage
// and policies. Knows no questions and no answers, and writes only into that panel.

import { KEPT, isOurs, removeFiles } from "./leave.js";

const panel = () => document.querySelector(".inspect[open]");
const place = (name) => panel()?.querySelector(`[data-inspect="${name}"]`);
const files = document.getElementById("footing-files").dataset;
const folder = new URL("./", document.baseURI).href;

/** Calls a browser API; falls back if it throws, as storage does for opaque origins. */
async function told(ask, otherwise) {
  try {
    return (await ask()) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function say(name, text) {
  const at = place(name);
  if (at) at.textContent = text || at.dataset.none;
}

function list(name, lines) {
  const rows = lines.map((line) => {
    const row = document.createElement("li");
    row.textContent = line;
    return row;
  });
  place(name)?.replaceChildren(...rows);
}

/** Shortens a URL in this folder to a relative one. */
function short(address) {
  const { href, origin, pathname } = new URL(address, document.baseURI);
  if (!href.startsWith(folder)) return href;
  return `./${(origin + pathname).slice(folder.length)}`;
}

function asked() {
  const all = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
  const seconds = ({ startTime }) => (startTime / 1000).toFixed(1);
  const row = place("asked")?.dataset.text ?? "";
  // Responses from the cache have a transfer size of 0.
  const told = (entry) =>
    row.replace("{file}", short(entry.name)).replace("{seconds}", seconds(entry)).replace("{bytes}", entry.transferSize);
  list("asked", all.map(told));
  const count = place("count");
  if (!count) return;
  const last = seconds(all.reduce((a, b) => (a.startTime > b.startTime ? a : b)));
  count.textContent = count.dataset.text.replace("{count}", all.length).replace("{seconds}", last);
}

/** Lists the integrity digests of our files. */
function build() {
  const linked = [...document.querySelectorAll("[integrity]")].map((element) => [
    element.getAttribute("src") ?? element.getAttribute("href"),
    element.integrity,
  ]);
  const named = Object.values(files).map((value) => value.split(" "));
  const held = [...linked, ...named].filter(([, holds]) => holds?.startsWith("sha384-"));
  list("build", [files.build, ...held.map((file) => file.join(" "))]);
}

async function fill() {
  if (!panel()) return;
  asked();
  build();
  const policies = document.querySelectorAll("meta[http-equiv='Content-Security-Policy']");
  list("policies", [...policies].map(({ content }) => content));
  const kept = await told(() => localStorage.getItem(KEPT), "");
  say("answers", kept && `${kept}\n(${new TextEncoder().encode(kept).length} bytes)`);
  say("cookies", await told(() => document.cookie, ""));
  const other = await told(async () => {
    const databases = (await indexedDB.databases?.()) ?? [];
    const keys = [...Object.keys(localStorage).filter((key) => key !== KEPT), ...Object.keys(sessionStorage)];
    return [...keys, ...databases.map(({ name }) => name)];
  }, []);
  say("other", other.join(", "));
  const names = (await told(() => caches.keys(), [])).filter(isOurs);
  const kinds = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => short(url)));
  const there = (await told(() => Promise.all(kinds), [])).flat();
  say("files", there.join(", "));
  const remove = place("remove");
  if (remove) remove.hidden = there.length === 0;
}

// `toggle` does not bubble, so listen in the capture phase.
document.addEventListener("toggle", fill, true);
for (const kind of ["click", "change", "submit"]) document.addEventListener(kind, () => setTimeout(fill));
document.addEventListener("click", async ({ target }) => {
  if (!(target instanceof Element && target.closest('[data-inspect="remove"]'))) return;
  await removeFiles();
  fill();
});
new PerformanceObserver(fill).observe({ type: "resource" });
