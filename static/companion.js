// Loads the WebAssembly module and the texts of a companion page and starts it. Until then, and on
// failure, the page shows its static placeholder.

const root = document.getElementById("companion");
const failed = document.getElementById("companion-failed");
const { module, wasm, words, inline } = document.getElementById("companion-files").dataset;
const asItWas = root.cloneNode(true);

function fail() {
  root.replaceChildren(...asItWas.cloneNode(true).childNodes);
  for (const waiting of root.querySelectorAll(".waiting")) waiting.remove();
  failed.hidden = false;
}

// After a WebAssembly trap the module's state is undefined, so discard it.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail();
});

try {
  const [program, texts] = await Promise.all([
    import(module),
    fetch(words).then((answer) => (answer.ok ? answer.json() : Promise.reject())),
  ]);
  await program.default({ module_or_path: wasm });
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  program.start(
    root,
    texts.join("\n"),
    `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    // The setup page prints it in the headers of the check; the other one ignores it.
    inline ?? "",
  );
} catch {
  fail();
}
