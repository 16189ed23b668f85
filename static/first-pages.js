// Answers the first pages from HTML, before the module is there: "Who is this for?" and the page after
// it. Records what was done, for the module to replay; nothing leaves the memory of this page.
// The build puts it into index.html, where the CSP allows it by its digest (decision 0031).

(() => {
  const byId = (id) => document.getElementById(id);
  const root = byId("footing");
  const main = root.querySelector("main");
  const asItWas = root.cloneNode(true);
  /** In a frame, Back belongs to the host page. */
  const isPage = parent === self;

  /** The scripts that follow need these (Chrome 98, Firefox 94, Safari 15.4). This one is made for ES2017. */
  const isNewEnough = "noModule" in HTMLScriptElement.prototype && [].at && self.structuredClone;
  const sayTooOld = () => (byId("footing-old").hidden = false);
  if (!isNewEnough) return sayTooOld();

  /** Marks a journey in `window.name`, which stays with the tab while it loads another page. */
  const MOVED = "footing-language ";
  /** Marks a journey that goes on in the same page, after Retry. */
  const AGAIN = "footing-retry ";
  /** The journey of the page in another language that this one goes on with: `open` was called there. */
  let moved = "";
  let wasOpened = false;
  const prefix = [MOVED, AGAIN].find((one) => name.startsWith(one));
  if (prefix) {
    // A page of our own reloads. Any other page can open this one, and under any name.
    const isOurs = !isPage || performance.getEntriesByType("navigation")[0]?.type === "reload";
    if (isOurs) moved = name.slice(prefix.length);
    wasOpened = isOurs && prefix === MOVED;
    self.name = "";
  }

  /** Goes on in the page of another language, which takes the place of this one in the browser's history. */
  function open(page, journey) {
    const url = new URL(page, document.baseURI);
    const options = new URLSearchParams(location.hash.slice(1));
    options.delete("lang");
    url.hash = options;
    if (!isPage) {
      self.name = MOVED + journey;
      return location.replace(url);
    }
    // Reloading keeps the entries of this visit together, so that Back moves within the journey.
    history.replaceState(history.state, "", url);
    reload(MOVED, journey);
  }

  /** Loads this page again, which goes on with a journey. */
  function reload(prefix, journey) {
    self.name = prefix + journey;
    location.reload();
  }
  /** The start screen, and the page after it once it was shown. */
  let pages = [main.firstElementChild];
  let at = 0;
  let who = "";
  /** What was done, in order. */
  let events = [];
  /** Whether Continue was pressed and only the module has what comes next. */
  let pressed = false;
  /** Whether a press has begun: the module would lose it by drawing everything anew. */
  let held = false;
  let release = () => {};

  const listeners = new AbortController();
  const on = (target, type, act) => target.addEventListener(type, act, { signal: listeners.signal });

  /** The browser tells its position only in newer versions. */
  const position = () => self.navigation?.currentEntry?.index;
  const began = position();

  /** Says that the questions are on their way, or no longer does. */
  function say(isWaiting) {
    const status = main.querySelector(".waiting");
    status.textContent = isWaiting ? status.dataset.text : "";
  }

  function wait(waits) {
    pressed = waits;
    say(waits);
  }

  /** Records the answers of this page. */
  function record() {
    events.push(...[...main.querySelectorAll(":checked")].map(({ id }) => id));
  }

  function mark(page) {
    for (const label of page.querySelectorAll(".option")) {
      label.classList.toggle("chosen", label.querySelector("input").checked);
    }
  }

  function move(event, next) {
    wait(false);
    record();
    events.push(event);
    at = next;
    main.replaceChildren(pages[at]);
    main.parentElement.classList.toggle("on-page", at > 0);
    main.querySelector("h1").focus();
    root.scrollIntoView();
  }

  /** Makes the page after the start screen in the words for this choice. Keeps what was answered on it. */
  function prepare(choice) {
    if (choice.id === who) return;
    who = choice.id;
    const given = [...(pages[1]?.querySelectorAll(":checked") ?? [])].map(({ id }) => id);
    pages[1] = byId(`after-${who}`).content.cloneNode(true).firstElementChild;
    for (const input of pages[1].querySelectorAll("input")) input.checked = given.includes(input.id);
    mark(pages[1]);
  }

  on(root, "change", () => {
    wait(false);
    mark(main);
  });

  on(root, "submit", (event) => {
    event.preventDefault();
    const choice = main.querySelector(":checked");
    if (at || !choice) return wait(true);
    prepare(choice);
    try {
      if (isPage) history.pushState({ footing: true }, "");
    } catch {
      // The browser limits the number of entries; Back then skips this page.
    }
    move("continue", 1);
  });

  on(root, "click", (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey } = event;
    const link = target.closest("a[hreflang]");
    if (link && !button && !ctrlKey && !metaKey && !shiftKey) {
      event.preventDefault();
      record();
      return open(link.href, moved || events.join(" "));
    }
    if (!target.closest(".back button")) return;
    if (isPage) history.back();
    else move("back", 0);
  });

  on(self, "popstate", () => {
    if (at) move("back", 0);
    else if (pages[1] && position() > began) move("forward", 1);
  });

  // Number keys, as on every page of questions.
  on(root, "keydown", (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || !/^[1-9]$/.test(key)) return;
    const option = target.closest(".options")?.querySelectorAll(".option:not(.quiet) input")[key - 1];
    if (!option) return;
    event.preventDefault();
    option.click();
    option.focus();
  });

  for (const type of ["pointerdown", "keydown"]) on(self, type, () => (held = true));
    // A context menu may take the release for itself.
  for (const type of ["pointerup", "pointercancel", "contextmenu", "keyup", "blur"]) {
    on(self, type, () => {
      held = false;
      // After the click that this press becomes.
      setTimeout(() => release());
    });
  }

  // The quick exit. The start script knows more ways, and takes over once it is there.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.leave");
    if (!link || event.button) return;
    root.early.forget();
    if (root.early.isLoaded) return;
    event.preventDefault();
    location.replace(link.href);
  });

  /** A text by which the same element is found in what the module has drawn. */
  const label = (element) => `${element.localName}#${element.id} ${(element.querySelector("summary") ?? element).textContent}`;
  const alike = (one) => [...root.querySelectorAll(one.localName)].filter((other) => label(other) === label(one));
  const find = (one) => [one, alike(one).indexOf(one)];

  /** Returns a function that restores focus, open details and position after the module has drawn. */
  function keep() {
    let focused = root.contains(document.activeElement) ? find(document.activeElement) : null;
    let details = [...root.querySelectorAll("details[open]")].map(find);
    const isMoved = Boolean(moved);
    const { scrollX, scrollY } = self;
    return () => {
      for (const [one, index] of details) alike(one)[index]?.setAttribute("open", "");
      if (focused) alike(focused[0])[focused[1]]?.focus({ preventScroll: true });
      if (isMoved) root.querySelector("main h1").focus();
      else scrollTo(scrollX, scrollY);
      focused = details = null;
    };
  }

  root.early = {
    asItWas,
    /** Set by the start script. */
    isLoaded: false,
    /** Hands over to the module, as soon as no press is under way. */
    async take() {
      while (held) await new Promise((done) => (release = done));
      record();
      listeners.abort();
      const handed = { events: moved || events.join(" "), pressed, drawn: keep(), open, wasOpened };
      // From here on the answers are in the module alone, which the quick exit overwrites.
      root.early.forget();
      return handed;
    },
    /** Returns a function for Retry, which goes on with what was answered. */
    again() {
      record();
      const journey = moved || events.join(" ");
      return () => reload(AGAIN, journey);
    },
    /** Forgets the answers. */
    forget() {
      events = [];
      moved = "";
      for (const page of pages) (page.closest("form") ?? page.querySelector("form")).reset();
      pages = [pages[0]];
      who = "";
    },
  };

  on(self, "error", ({ error }) => {
    if (error instanceof SyntaxError) sayTooOld();
  });
  on(byId("footing-files"), "error", () => {
    byId("footing-retry").onclick = root.early.again();
    root.early.forget();
    listeners.abort();
    root.replaceWith(asItWas);
    byId("footing-failed").hidden = false;
  });

  if (moved) return say(true);
  const wanted = new URLSearchParams(location.hash.slice(1)).get("lang")?.toLowerCase();
  const links = [...root.querySelectorAll("a[hreflang]")];
  const page = (locale) => links.find(({ hreflang }) => hreflang.toLowerCase() === locale);
  const other = wanted !== document.documentElement.lang.toLowerCase() && (page(wanted) ?? page(wanted?.split("-")[0]));
  if (other) return open(other.href, "");
  try {
    // Kept answers: the module asks what to do with them before anything is answered anew.
    if (localStorage.getItem("footing") !== null) return say(true);
  } catch {
    // Storage is blocked, so nothing was kept.
  }
  for (const control of main.querySelectorAll(":disabled")) control.disabled = false;
})();
