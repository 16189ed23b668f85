// The check in a frame of another page: tells that page when it runs, how high it is, and when to leave.
// Never an answer, a question or a result; src/docs/embedding.md lists every word of it.

const VERSION = 1;
/** Heights are told in steps, so that they say less of what is on the screen. */
const STEP = 40;
const MAY_ASK = ["started", "finished"];

/** @type {{ origin: string, id: string, events: string[], inline: boolean } | null} */
let host = null;
let runs = false;
let told = 0;
const said = new Set();

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

/** The check runs. */
export function ready() {
  runs = true;
  height();
  tell("ready");
}

/** The person leaves: the page around this one has to go as well. Whether there is one. @param {string} to */
export function leaving(to) {
  tell("leave", { to });
  return host !== null;
}

function once(type, is) {
  if (!is || said.has(type) || !host?.events.includes(type)) return;
  said.add(type);
  tell(type);
}

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
  new MutationObserver(() => {
    // A frame that is out of sight may not be told of its size.
    height();
    once("started", document.querySelector("main h1") && !document.querySelector("main .start"));
    once("finished", document.querySelector("main .result"));
  }).observe(document.body, { childList: true, subtree: true });
  if (runs) tell("ready");
});
