// The check in a frame of another page: tells that page when it runs, how high it is, and when to leave.
// Never an answer, a question or a result; src/docs/embedding.md lists every word of it.

import { attend } from "./leave.js";
import { watchProgress } from "./progress.js";

const VERSION = 1;
/** Heights are told in steps, so that they say less of what is on the screen. */
const STEP = 40;
const MAY_ASK = ["started", "finished"];

/** @type {{ origin: string, id: string, events: string[], inline: boolean } | null} */
let host = null;
let runs = false;
let broken = false;
let told = 0;

function tell(type, more = {}) {
  if (!host) return;
  // A page without an origin cannot be named; nothing in these messages is meant for it alone.
  const to = host.origin === "null" ? "*" : host.origin;
  parent.postMessage({ footing: { v: VERSION, type, id: host.id, ...more } }, to);
}

function height() {
  if (!host?.inline) return;
  const needed = Math.ceil(document.body.getBoundingClientRect().height / STEP) * STEP;
  if (needed === told) return;
  told = needed;
  tell("height", { height: needed });
}

/** What the page around asks for, or an address: it stands behind a #, which no server hears. */
export const asked = new URLSearchParams(location.hash.slice(1));

/**
 * Who else can read what is answered: `own` for nobody, `frame` for the scripts of a page around this one
 * that has the same origin.
 */
export function isolation() {
  for (let around = self; around !== top; ) {
    around = around.parent;
    try {
      // A page of another origin throws here.
      if (around.document) return "frame";
    } catch {
      // Perhaps the next one.
    }
  }
  return "own";
}

/** The check cannot run, or can no longer. */
export function failed() {
  broken = true;
  tell("error");
}

/** The check runs. */
export function ready() {
  runs = true;
  height();
  tell("ready");
}

/** The person leaves: the page around this one has to go as well. Whether there is one. @param {string} to */
function leaving(to) {
  tell("leave", { to });
  return host !== null;
}

// Before the check runs, while it runs, and after its module has failed.
attend(leaving);

addEventListener("message", ({ source, origin, data }) => {
  // Only the page around this one, and only once: whoever spoke first is the host of this visit.
  if (host || parent === self || source !== parent) return;
  const hello = data?.footing;
  if (hello?.v !== VERSION || hello.type !== "hello" || !/^[\w-]{1,64}$/.test(hello.id)) return;
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
  // A frame that is out of sight may not be told of its size.
  new MutationObserver(height).observe(document.body, { childList: true, subtree: true });
  if (runs) tell("ready");
  if (broken) tell("error");
});
