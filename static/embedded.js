// Posts messages to the host page if the check is in a frame: ready, height, leave.
// Never an answer, a question or a result; src/docs/embedding.md lists every message.

import { attend } from "./leave.js";
import { watchProgress } from "./progress.js";

const VERSION = 1;
/**
 * Heights of the frame in pixels, of a narrow and of a wide one. Few and far apart: nearly all questions share
 * one, and nearly all results, so that the height tells the host page little about the screen.
 */
const NARROW = [1600, 2700, 3900, 6000, 9000, 13500, 20000, 30000, 45000, 60000];
const WIDE = [1250, 2400, ...NARROW.slice(2)];
const WIDE_FROM = 600;
const MAY_ASK = ["started", "finished"];

/** @type {{ origin: string, id: string, events: string[], inline: boolean } | null} */
let host = null;
let runs = false;
let broken = false;
let told = 0;

function tell(type, more = {}) {
  if (!host) return;
  // An opaque origin cannot be a target origin; these messages are not confidential.
  const to = host.origin === "null" ? "*" : host.origin;
  parent.postMessage({ footing: { v: VERSION, type, id: host.id, ...more } }, to);
}

function height() {
  if (!host?.inline) return;
  const content = document.body.getBoundingClientRect().height;
  const needed = (innerWidth < WIDE_FROM ? NARROW : WIDE).find((step) => step >= content) ?? Math.ceil(content);
  if (needed === told) return;
  told = needed;
  tell("height", { height: needed });
}

/** Options in the fragment of the URL, which browsers do not send to the server. */
export const asked = new URLSearchParams(location.hash.slice(1));

/**
 * Who else can read the answers: `own` for nobody, `frame` for the scripts of a host page with the
 * same origin.
 */
export function isolation() {
  for (let around = self; around !== top; ) {
    around = around.parent;
    try {
      // Throws for a page of another origin.
      if (around.document) return "frame";
    } catch {
      // Try the next ancestor.
    }
  }
  return "own";
}

/** Reports that the check failed to start, or crashed. */
export function failed() {
  broken = true;
  tell("error");
}

/** Reports that the check runs. */
export function ready() {
  runs = true;
  height();
  tell("ready");
}

/** Asks the host page to leave too. Returns whether there is one. @param {string} to */
function leaving(to) {
  tell("leave", { to });
  return host !== null;
}

// Active before the check runs, while it runs, and after a failure.
attend(leaving);

addEventListener("message", ({ source, origin, data }) => {
  // Accept only the parent page, and only its first message.
  if (host || parent === self || source !== parent) return;
  const hello = data?.footing;
  if (hello?.v !== VERSION || hello.type !== "hello") return;
  // Any other value than a string may throw when it is made one.
  if (typeof hello.id !== "string" || !/^[\w-]{1,64}$/.test(hello.id)) return;
  const events = Array.isArray(hello.events) ? MAY_ASK.filter((one) => hello.events.includes(one)) : [];
  host = { origin, id: hello.id, events, inline: hello.inline === true };
  if (host.inline) {
    document.documentElement.classList.add("inline");
    new ResizeObserver(height).observe(document.body);
    height();
  } else {
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape") tell("closed");
    });
  }
  watchProgress(events, tell);
  // The ResizeObserver may not fire while the frame is off screen.
  new MutationObserver(height).observe(document.body, { childList: true, subtree: true });
  if (runs) tell("ready");
  if (broken) tell("error");
});
