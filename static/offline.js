// Service worker: serves the check's own files offline. Network first, so that nobody uses outdated
// rules for longer than necessary; `start.js` fills the cache.

const scope = registration.scope;
const OURS = /^(|index\.html|[\w-]+(\.[\w-]+)?\.(js|wasm|css|json)|words\/[\w-]+\.json)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// Sent by the quick exit, whose page is gone before it could do this itself.
addEventListener("message", (event) => {
  if (event.data === "remove") event.waitUntil(remove());
});

async function remove() {
  await registration.unregister();
  const ours = await names();
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** Names of the check's own caches; the site may have others. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith("footing-"));
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  // The scope may contain a whole website: do not handle requests for other files.
  if (method !== "GET" || !url.startsWith(scope) || !OURS.test(address.slice(scope.length))) return;
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      for (const cacheName of await names()) {
        const kept = await caches.match(address, { cacheName });
        if (kept) return kept;
      }
      throw error;
    }),
  );
});
