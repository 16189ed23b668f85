// Sends one contact request and reports the outcome in one word.
//
// The check loads this page in a hidden frame when a person presses Send. It receives only the
// endpoint, the encoding and the lines from the screen, and stores nothing.

const check = parent;

// With an opaque origin ("null"), which the parent then has too, a target origin is not possible,
// and only `event.source` identifies the sender.
const here = self.origin;
const tell = (word) => check.postMessage(`footing:${word}`, here === "null" ? "*" : here);

const TYPES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
};

function written(encoding, lines) {
  return encoding === "form" ? String(new URLSearchParams(lines)) : JSON.stringify(Object.fromEntries(lines));
}

async function post(endpoint, encoding, lines) {
  // Not `AbortSignal.timeout`, which Safari has from 16 only.
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), 20_000);
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      // With this header form services respond with JSON instead of a redirect.
      headers: { accept: "application/json", "content-type": TYPES[encoding] },
      body: written(encoding, lines),
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
      signal: slow.signal,
    });
    if (answer.ok) return "sent";
    return answer.status >= 500 ? "trouble" : "refused";
  } catch {
    return slow.signal.aborted ? "timeout" : "no-answer";
  } finally {
    clearTimeout(timer);
  }
}

// Does nothing if opened directly.
if (check !== self) {
  addEventListener("message", async function hear(event) {
    if (event.source !== check || event.origin !== here) return;
    removeEventListener("message", hear);
    tell(await post(...event.data));
  });
  tell("ready");
}
