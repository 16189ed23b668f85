// Loads what the site set, and its logo, before the page closes. The check runs without them: a file that
// is missing, broken, slow or too long leaves the defaults.

/** More is not read. `cargo xtask check-site` knows the same number. */
const MOST_BYTES = 100_000;

/** Pictures that are shown, by the ending of their name. */
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

/** The logo as an address that holds it whole. It is only ever shown as a picture, where nothing in it runs. */
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
  const signal = AbortSignal.timeout(4000);
  let site = null;
  let logo;
  try {
    const { parts } = await load("./site.json", signal);
    site = JSON.parse(await new Blob(parts).text());
    if (site?.logo) logo = (await picture(site.logo, signal)) ?? undefined;
  } catch {
    // As if it were not there.
  }
  return { site, logo };
}
