// Keeps the page right while a translation tool works on it. Chrome's puts a `font` element in the place of each
// text. The module would go on to change the text that is gone: an old question would stay on the page.

/** Texts in whose place an element stands, with that element and what the text said. */
const texts = new Map();

/** The element that took the place of a text, if it was put there by a tool. @param {MutationRecord} change */
function wrapper({ addedNodes, previousSibling, nextSibling }) {
  const isTaken = (element) => [...texts.values()].some((one) => one.element === element);
  return [addedNodes[0], previousSibling, nextSibling].find((one) => one?.nodeName === "FONT" && !isTaken(one));
}

function drop(text) {
  texts.get(text).element.remove();
  texts.delete(text);
}

/** @param {MutationRecord[]} changes */
function keep(changes, observer) {
  for (const change of changes) {
    const { target, removedNodes } = change;
    // The module has changed the text.
    if (texts.has(target) && target.data) drop(target);
    for (const gone of removedNodes) {
      if (gone.isConnected) continue;
      // The module has removed the text.
      if (texts.has(gone)) drop(gone);
      const element = gone.nodeType === Node.TEXT_NODE && wrapper(change);
      if (element?.isConnected) {
        // The text stays beside it without letters, so that the module finds it.
        texts.set(gone, { element, said: gone.data });
        element.before(gone);
        gone.data = "";
      }
      // The tool shows the original again.
      for (const [text, { element, said }] of texts) {
        if (element === gone) {
          text.data = said;
          texts.delete(text);
        }
      }
    }
  }
  // What left the page with more around it: no text of an answer is to stay here.
  for (const text of texts.keys()) if (!text.isConnected) texts.delete(text);
  // What was done here is no change of others.
  observer.takeRecords();
}

/** Watches the page of the check. @param {Element} root */
export const watchTranslation = (root) =>
  new MutationObserver(keep).observe(root, { childList: true, subtree: true, characterData: true });
