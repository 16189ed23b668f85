// Loads the site's settings and logo before the page restricts its CSP. Both are optional: a
// missing, invalid, slow or too large file leaves the defaults.

/** Maximum size of a file. `cargo xtask check-site` has the same limit. */
const MOST_BYTES = 100_000;

/** Allowed image types by file extension. */
const PICTURES = { svg: "svg+xml", png: "png", webp: "webp", jpg: "jpeg", jpeg: "jpeg" };

async function load(address, signal) {
  const answer = await fetch(new URL(address, import.meta.url), { signal });
  if (!answer.ok) throw new Error(address);
  const reader = answer.body.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { parts, type: answer.headers.get("content-type")?.split(";")[0] };
    parts.push(value);
    length += value.length;
    if (length > MOST_BYTES) {
      reader.cancel();
      throw new Error(address);
    }
  }
}

/** Loads the logo as a data URL. It is only used in `<img>`, where scripts in an SVG do not run. */
async function picture(name, signal) {
  const [, ending] = /^[A-Za-z0-9][\w.-]*\.([a-z]+)$/.exec(name);
  const { parts, type } = await load(`./${name}`, signal);
  if (type !== `image/${PICTURES[ending]}`) throw new Error(name);
  const reader = new FileReader();
  reader.readAsDataURL(new Blob(parts, { type }));
  await new Promise((over) => (reader.onloadend = over));
  return reader.result;
}

export async function read() {
  // Not `AbortSignal.timeout`, which Safari has from 16 only: phones of 2015 end at 15.
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), 4000);
  const { signal } = slow;
  let site = null;
  let logo;
  try {
    const { parts } = await load("./site.json", signal);
    site = JSON.parse(await new Blob(parts).text());
    if (site?.logo) logo = (await picture(site.logo, signal)) ?? undefined;
  } catch {
    // Treat as missing.
  }
  clearTimeout(timer);
  return { site, logo };
}
