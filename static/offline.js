// Serves the check's own files where there is no connection. Everything is asked of the server first,
// so that nobody keeps an old rule for longer than they have to; `start.js` says what is kept.

const scope = registration.scope;
const OURS = /^(|index\.html|[\w-]+(\.[\w-]+)?\.(js|wasm|css|json)|words\/[\w-]+\.json)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// Asked by a page that is being left: it is gone before it could do this itself.
addEventListener("message", (event) => {
  if (event.data === "remove") event.waitUntil(remove());
});

async function remove() {
  await registration.unregister();
  const ours = await names();
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** The check's own stores of files; the site may have others. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith("footing-"));
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  // The folder may be that of a whole website: what is not ours goes its own way.
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
