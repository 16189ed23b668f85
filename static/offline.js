// Service worker: caches the check's own files, and serves them offline. Network first, so that nobody
// uses outdated rules for longer than necessary.

const scope = registration.scope;
const OURS = /^(|index\.html|[a-z]{2,3}(-\w+)?\.html|[\w-]+(\.[\w-]+)?\.(js|wasm|css|json)|words\/[\w-]+\.json)$/;

/** The check's page in each language. */
const CHECK = /^(index\.html|[a-z]{2,3}(-\w+)?\.html)?([?#]|$)/;

/** Whether a URL is one of the check's files: the scope may contain a whole website. */
const isOurFile = (url) => url.startsWith(scope) && OURS.test(url.slice(scope.length));

let keeping = Promise.resolve();
let removed = false;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(claim()));

/** Takes over the open pages. A check that was left while its worker was being registered is gone by now, and
 * could not remove it. */
async function claim() {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const isCheck = ({ url }) => url.startsWith(scope) && CHECK.test(url.slice(scope.length));
  if (open.some(isCheck)) await clients.claim();
  else await registration.unregister();
}

// The page names the files it has loaded. The quick exit has all of them removed: its page is gone before
// it could do that itself.
addEventListener("message", (event) => {
  const { keep, build } = event.data ?? {};
  if (event.data === "remove") {
    event.waitUntil(remove());
  } else if (Array.isArray(keep) && /^[0-9a-f]+$/.test(build)) {
    keeping = keepFiles(keep.filter((url) => typeof url === "string" && isOurFile(url)), build);
    event.waitUntil(keeping);
  }
});

/** Caches files of one build, and removes those of other builds. Reads them from the HTTP cache, so that
 * nothing is requested twice. */
async function keepFiles(urls, build) {
  try {
    // Another folder of the same site may have another build.
    const own = `footing-${new URL(scope).pathname} `;
    const cache = await caches.open(own + build);
    const kept = urls.map(async (url) => {
      const answer = await fetch(url, { cache: "force-cache" });
      if (answer.ok && !removed) await cache.put(url, answer);
    });
    await Promise.all(kept);
    const others = (await names()).filter((other) => other.startsWith(own) && other !== own + build);
    await Promise.all(others.map((other) => caches.delete(other)));
  } catch {
    // Blocked or out of quota: the check does not work offline then.
  }
}

async function remove() {
  removed = true;
  await registration.unregister();
  await keeping;
  const ours = await names();
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** Names of the check's own caches; the site may have others. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith("footing-"));
}

addEventListener("fetch", (event) => {
  const [url] = event.request.url.split(/[?#]/);
  if (event.request.method !== "GET" || !isOurFile(url)) return;
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      for (const cacheName of await names()) {
        const kept = await caches.match(url, { cacheName });
        if (kept) return kept;
      }
      throw error;
    }),
  );
});
