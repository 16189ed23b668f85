// Loads what the site set, and its logo, before the page closes. The check runs without them: a file that
// is missing, broken, slow or far too long leaves the defaults.

/** More is not read. `cargo xtask check-site` knows the same number. */
const MOST_BYTES = 100_000;

/** Pictures that are shown, by the ending of their name. */
const PICTURES = {
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** Reads a file, and gives up on one that is missing or does not end in time. */
async function load(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(address);
  const reader = answer.body.getReader();
  const parts = [];
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new Error(address);
    }
    parts.push(value);
  }
  return { parts, type: answer.headers.get("content-type")?.split(";")[0].trim().toLowerCase() };
}

/**
 * The logo as an address that holds it whole, for the page will not be able to ask for it. It is only ever
 * shown as a picture, where nothing in it can run.
 */
async function picture(name, signal) {
  const [, ending] = /^[a-z0-9][\w.-]*\.([a-z]+)$/i.exec(name) ?? [];
  if (!Object.hasOwn(PICTURES, ending ?? "")) return undefined;
  const { parts, type } = await load(`./${name}`, signal);
  if (type !== PICTURES[ending]) return undefined;
  const reader = new FileReader();
  reader.readAsDataURL(new Blob(parts, { type }));
  await new Promise((over) => (reader.onloadend = over));
  return reader.result ?? undefined;
}

/** What the site set, and its logo as an address. */
export async function read() {
  const signal = AbortSignal.timeout(4000);
  let site = null;
  try {
    const { parts } = await load("./site.json", signal);
    site = JSON.parse(await new Blob(parts).text());
    return { site, logo: site?.logo ? await picture(site.logo, signal) : undefined };
  } catch {
    return { site };
  }
}
