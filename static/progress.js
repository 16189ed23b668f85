// How far the check has come, for a page that asked to be told: begun, and done. No more is told of it.

/**
 * Watches the check, and tells each of these once.
 * @param {Document | ShadowRoot} root where the check stands
 * @param {string[]} asked `started`, `finished`
 * @param {(type: string) => void} tell
 */
export function watchProgress(root, asked, tell) {
  const told = new Set();
  const once = (type, is) => {
    if (!is || told.has(type) || !asked.includes(type)) return;
    told.add(type);
    tell(type);
  };
  new MutationObserver(() => {
    once("started", root.querySelector("main h1") && !root.querySelector("main .start"));
    once("finished", root.querySelector("main .result"));
  }).observe(root, { childList: true, subtree: true });
}
