// Reports progress to a host page that opted in: only `started` and `finished`.

/**
 * Watches the check and reports each of these once.
 * @param {string[]} asked `started`, `finished`
 * @param {(type: string) => void} tell
 */
export function watchProgress(asked, tell) {
  const told = new Set();
  const once = (type, is) => {
    if (!is || told.has(type) || !asked.includes(type)) return;
    told.add(type);
    tell(type);
  };
  new MutationObserver(() => {
    once("started", document.querySelector("main h1") && !document.querySelector("main .start"));
    once("finished", document.querySelector("main .result"));
  }).observe(document, { childList: true, subtree: true });
}
