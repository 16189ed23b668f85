// Sends one request, and tells in one word how it went.
//
// The check makes this page in a hidden frame when a person presses Send. It is handed where to send,
// how to write it and the lines that were on the screen, and nothing else. It keeps nothing.

const check = parent;

// A frame without an origin of its own has "null", and so has the check around it: no message can be
// addressed to that name, and the source alone says who speaks.
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
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      // Form services answer a page that takes JSON with a plain yes, and not with a redirect.
      headers: { accept: "application/json", "content-type": TYPES[encoding] },
      body: written(encoding, lines),
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.ok) return "sent";
    return answer.status >= 500 ? "trouble" : "refused";
  } catch (error) {
    return error.name === "TimeoutError" ? "timeout" : "no-answer";
  }
}

// Opened by itself, there is nothing to do.
if (check !== self) {
  addEventListener("message", async function hear(event) {
    if (event.source !== check || event.origin !== here) return;
    removeEventListener("message", hear);
    tell(await post(...event.data));
  });
  tell("ready");
}
