// Leaves quickly: by the link on every screen, or by Shift pressed three times.

// What the check keeps on this device stands under this name alone.
export const KEPT = "footing";

/** Whether a store of files is the check's. @param {string} name */
export const isOurs = (name) => name.startsWith("footing-");

const PRESSES = 3;
const WITHIN_MILLISECONDS = 1500;

let memory = null;
let leaving = false;

/** Takes note of the module's memory, to clear it. @param {WebAssembly.Memory} of */
export function watch(of) {
  memory = of;
}

/** Overwrites all that the module remembers. It cannot go on afterwards. */
export function forget() {
  if (memory) new Uint8Array(memory.buffer).fill(0);
  memory = null;
}

/** Erases what is kept on this device, where the browser lets us near it. */
function erase() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Refused: then nothing could be kept either.
  }
}

const WORKER = new URL("./offline.js", import.meta.url).href;

/** Whether a registered worker is the check's. @param {ServiceWorkerRegistration} registration */
export function isOurWorker({ active, waiting, installing }) {
  return [active, waiting, installing].some((one) => one?.scriptURL === WORKER);
}

/** Removes the files that are kept to go on without a connection, and what serves them. */
export async function removeFiles() {
  try {
    const ours = (await caches.keys()).filter(isOurs);
    await Promise.all(ours.map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.filter(isOurWorker).map((one) => one.unregister()));
  } catch {
    // Refused: then nothing could be kept either.
  }
}

/** Opens a plain page in place of this one, so that Back does not lead here. */
function leave(to, tell) {
  leaving = true;
  erase();
  // Nobody waits for it, and this page is gone soon: the worker goes on.
  try {
    const worker = navigator.serviceWorker.controller;
    if (worker?.scriptURL === WORKER) worker.postMessage("remove");
  } catch {
    // Refused in frames without an origin: no worker there either.
  }
  removeFiles();
  const isHeard = tell(to);
  try {
    // A page around this one would stay; the browser allows this because a person has just acted.
    if (top !== self) top.location.replace(to);
  } catch {
    // A frame that may not do that leaves by itself.
  }
  if (!isHeard) return location.replace(to);
  // The page around this one hears of it only while this one is there. Nothing is to be seen meanwhile;
  // memory is overwritten when this page goes, since the module may still be at work.
  document.body.replaceChildren();
  setTimeout(() => location.replace(to), 500);
}

/**
 * Listens for the quick exit, wherever on the page the person is.
 * @param {(to: string) => boolean} tell tells a page around this one; whether there is one
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

// A browser may keep a page that was left, to bring it back whole. This one comes back empty.
addEventListener("pagehide", () => {
  if (!leaving) return;
  // Once more: a passphrase may have been at work, and have written just now.
  erase();
  document.body.replaceChildren();
  forget();
});
addEventListener("pageshow", (event) => {
  if (event.persisted && leaving) location.reload();
});
