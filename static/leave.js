// Quick exit: by the link on every screen, or by pressing Shift three times.

// The only localStorage key of the check.
export const KEPT = "footing";

/** Whether a cache belongs to the check. @param {string} name */
export const isOurs = (name) => name.startsWith("footing-");

const PRESSES = 3;
const WITHIN_MILLISECONDS = 1500;

let memory = null;
let worker = null;
let leaving = false;

/** Registers the module's memory, to overwrite it later. @param {WebAssembly.Memory} of */
export function watch(of) {
  memory = of;
}

/** Removes a service worker whose registration ends only after the quick exit. @param {Promise<unknown>} registered */
export async function watchRegistration(registered) {
  await registered;
  if (leaving) await removeFiles();
}

/** Registers the check's service worker, to have it remove the files. @param {ServiceWorker} [of] */
export function watchWorker(of) {
  worker = of ?? null;
}

/** Overwrites the module's memory. The module cannot run afterwards. */
export function forget() {
  if (memory) new Uint8Array(memory.buffer).fill(0);
  memory = null;
}

/** Deletes the saved answers, if storage is accessible. */
function erase() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Storage is blocked, so nothing was stored.
  }
}

const WORKER = new URL("./offline.js", import.meta.url).href;

/** Whether a service worker is the check's. @param {ServiceWorkerRegistration} registration */
export function isOurWorker({ active, waiting, installing }) {
  return [active, waiting, installing].some((one) => one?.scriptURL === WORKER);
}

/** Deletes the cached files and unregisters the service worker. */
export async function removeFiles() {
  try {
    const ours = (await caches.keys()).filter(isOurs);
    await Promise.all(ours.map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.filter(isOurWorker).map((one) => one.unregister()));
  } catch {
    // Storage is blocked, so nothing was stored.
  }
}

/** Replaces this page with a neutral one, so that Back does not return here. */
function leave(to, tell) {
  leaving = true;
  erase();
  // Not awaited; the service worker finishes it after this page is gone.
  try {
    const controller = navigator.serviceWorker.controller;
    if (controller?.scriptURL === WORKER) worker ??= controller;
    worker?.postMessage("remove");
  } catch {
    // Throws for opaque origins, which have no service worker.
  }
  removeFiles();
  const isHeard = tell(to);
  try {
    // Navigate the host page too. Allowed by the user activation.
    if (top !== self) top.location.replace(to);
  } catch {
    // Not allowed: navigate only this frame.
  }
  if (!isHeard) return location.replace(to);
  // The message arrives only while this page exists, so empty it and wait. `pagehide` overwrites
  // the memory, because the module may still be running.
  document.body.replaceChildren();
  setTimeout(() => location.replace(to), 500);
}

/**
 * Listens for the quick exit on the whole page.
 * @param {(to: string) => boolean} tell asks the host page to leave; returns whether there is one
 */
export function attend(tell) {
  let pressed = [];
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.leave");
    if (!link || event.button !== 0) return;
    event.preventDefault();
    leave(link.href, tell);
  });
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      pressed = [];
      return;
    }
    pressed = [...pressed, event.timeStamp].slice(-PRESSES);
    if (pressed.length === PRESSES && event.timeStamp - pressed[0] <= WITHIN_MILLISECONDS) {
      pressed = [];
      document.querySelector("a.leave")?.click();
    }
  });
}

// The back/forward cache may keep the page and restore it, so empty it.
addEventListener("pagehide", () => {
  if (!leaving) return;
  // Again: encryption may have finished and stored answers in the meantime.
  erase();
  document.body.replaceChildren();
  forget();
});
addEventListener("pageshow", (event) => {
  if (event.persisted && leaving) location.reload();
});
