// Sets the size of the text for this visit. The fragment of the address carries it to the page in another language
// and over a reload; nothing is stored.

import { asked } from "./embedded.js";

const { classList } = document.documentElement;

/** @param {string} size "normal", "large" or "largest" */
function choose(size) {
  for (const one of ["large", "largest"]) classList.toggle(`${one}-text`, one === size);
  for (const button of document.querySelectorAll("[data-size]")) {
    button.setAttribute("aria-pressed", String(button.dataset.size === size));
  }
}

/** Sets the size that the address asks for, and listens to the buttons of `src/ui/text_size.rs`. */
export function watchTextSize() {
  const size = () => asked.get("text") ?? "normal";
  choose(size());
  addEventListener("click", ({ target }) => {
    const chosen = target instanceof HTMLElement && target.dataset.size;
    if (!chosen) return;
    choose(chosen);
    asked.set("text", chosen);
    history.replaceState(history.state, "", `#${asked}`);
  });
  // The module draws the buttons anew without knowing the size.
  addEventListener("toggle", () => choose(size()), true);
}
