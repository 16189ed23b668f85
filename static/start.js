// Loads the module and the words, then hands over. Until then, and whenever it fails, the static start
// screen with its help lines stays on the page.

const root = document.getElementById("footing");
const { module, wasm, words } = document.getElementById("footing-files").dataset;
const asItWas = root.cloneNode(true);

function fail() {
  root.replaceChildren(...asItWas.cloneNode(true).childNodes);
  for (const waiting of root.querySelectorAll(".waiting")) waiting.remove();
  document.getElementById("footing-failed").hidden = false;
}

document.getElementById("footing-retry").addEventListener("click", () => location.reload());

// A trap of the module leaves its state in doubt: the answers go with the page's memory, and the
// static help comes back.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail();
});

// The check runs without settings: a file that is missing, broken or slow leaves the defaults.
const settings = fetch("./site.json", { signal: AbortSignal.timeout(4000) })
  .then((answer) => (answer.ok ? answer.json() : null))
  .catch(() => null);

try {
  const [program, texts, site] = await Promise.all([
    import(module),
    fetch(words).then((answer) => (answer.ok ? answer.json() : Promise.reject())),
    settings,
  ]);
  await program.default({ module_or_path: wasm });
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  program.start(
    root,
    texts.join("\n"),
    `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    site,
  );
} catch {
  fail();
}
