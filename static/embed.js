/*! Footing: shows the check in another page. The source with comments is static/embed.js. */
// Custom element <footing-check>, loaded by <script async src=".../embed.js"></script>.
// src/docs/embedding.md lists its attributes and events; tests compare them with that list.
(() => {
  "use strict";

  const SRC = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
  // The module of the npm package begins here (xtask/src/release/npm.rs): a function of SRC.
  const VERSION = 1;
  const NAME = "footing-check";
  // If the name is already defined, by this script or another, keep that element.
  const there = /** @type {any} */ (customElements.get(NAME));
  if (there && !there.events) console.warn("Footing: another script has taken the name footing-check, so the help lines stay.");
  if (!SRC || there) return;

  /** Base URL of the check. */
  const BASE = new URL("./", SRC).href;
  const ORIGIN = new URL(BASE).origin;
  /** This page has an opaque origin, so its frames have one too. */
  const OPAQUE = self.origin === "null";
  /** Same origin as the host page: sandbox the frame, so that the page's scripts cannot read it. */
  const SAME = [location.origin, self.origin].includes(ORIGIN);
  /**
   * Whether the check is a link to its page in every mode. WebKit (2.50) matches `'self'` in the CSP of a frame with an
   * opaque origin against nothing, so the check loads there only where its CSP also names its origin.
   */
  let isLink = SAME && !OPAQUE && navigator.vendor.startsWith("Apple");
  const asked =
    isLink &&
    fetch(BASE, { method: "HEAD", credentials: "omit" }).then(
      ({ headers }) => {
        isLink = !headers.get("content-security-policy")?.includes(`script-src 'self' ${ORIGIN} `);
      },
      () => {},
    );
  const PATIENCE = 8000;
  const MODES = ["inline", "popup", "side-tab", "full-page"];
  const TELLS = ["ready", "height", "leave", "closed", "error", "started", "finished"];
  /**
   * Each language with its default label and the label of the close button. The first has the page of the folder.
   * @type {Record<string, string[]>}
   */
  const TEXTS = {
    en: ["Self-check: which kind of help could fit", "Close"],
    es: ["\u00bfQu\u00e9 tipo de ayuda podr\u00eda convenir ahora?", "Cerrar"],
    fr: ["Quelle aide pourrait convenir maintenant\u00a0?", "Fermer"],
    ar: ["\u0623\u064a \u0646\u0648\u0639 \u0645\u0646 \u0627\u0644\u0645\u0633\u0627\u0639\u062f\u0629 \u0642\u062f \u064a\u0646\u0627\u0633\u0628 \u0627\u0644\u0622\u0646\u061f", "\u0625\u063a\u0644\u0627\u0642"],
  };
  /** Languages of another country than the United States. */
  const COUNTRIES = ["en-CA", "fr-CA", "en-GB", "en-IE", "en-AU", "en-NZ", "en-001"];
  const OPTIONS = ["mode", "label", "min-height", "lazy", "offset", "events", "theme", "lang"];

  // No rem: sizes follow the browser's settings, not the font size of the host page.
  const STYLE = `
    :host { display: block }
    .box { all: initial; display: block; width: 100% }
    .fill { height: 100%; min-height: 480px }
    [hidden] { display: none !important }
    iframe { display: block; width: 100%; border: 0; color-scheme: light dark; background: transparent }
    .fill iframe { height: 100% }
    .open, .close { all: initial; box-sizing: border-box; display: inline-block; font: 600 medium/1.4 system-ui, sans-serif;
      min-height: 2.75em; min-width: 2.75em; padding: .65em 1.2em; border-radius: 1.5em; background: var(--footing-accent, #0f5c5c);
      color: var(--footing-on-accent, #fff); text-align: center; cursor: pointer }
    .open { outline-offset: 3px }
    :is(.open, .close):focus-visible { outline: 3px solid #c0692f }
    .close { margin: .25em; padding: .2em; align-self: flex-end; background: none; color-scheme: inherit; color: CanvasText;
      font-size: x-large; min-height: 44px; min-width: 44px; outline-offset: -3px }
    .tab { position: fixed; inset-block-end: var(--footing-offset, 16px); inset-inline-end: 16px; z-index: 2147483000 }
    dialog { box-sizing: border-box; font-size: medium; width: min(46em, 100vw); max-width: 100vw; height: min(54em, 100dvh);
      max-height: 100dvh; padding: 0; border: 0; border-radius: 1em; overflow: hidden; color-scheme: light dark; background: Canvas }
    dialog[open] { display: flex; flex-direction: column }
    dialog.side { margin-inline-end: 0; margin-block: 0; width: min(28em, 100vw); height: 100dvh; border-radius: 0 }
    dialog::backdrop { background: rgb(0 0 0 / .55) }
    dialog iframe { flex: 1; min-height: 0; overflow: auto }`;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  let count = 0;

  /** @type {Promise<boolean> | undefined} */
  let open;
  /** Whether CORS allows a frame with an opaque origin to read our files; true if unknown. */
  const isOpen = () =>
    (open ??= fetch(`${BASE}start.js`, { method: "HEAD", credentials: "omit" }).then(
      ({ ok, headers }) => !ok || headers.get("access-control-allow-origin") === "*",
      () => true,
    ));

  class FootingCheck extends HTMLElement {
    static observedAttributes = OPTIONS;
    static events = TELLS;

    #root = this.attachShadow({ mode: "open" });
    #id = `${Date.now().toString(36)}-${count++}`;
    /** @type {HTMLIFrameElement | null} */
    #frame = null;
    /** Container of the frame: a box in the page, or the dialog. @type {HTMLElement | null} */
    #place = null;
    #slot = document.createElement("slot");
    /** @type {HTMLDialogElement | null} */
    #dialog = null;
    #wait = 0;
    /** @type {IntersectionObserver | null} */
    #seen = null;
    /** Whether the frame has an opaque origin. */
    #bare = true;
    #runs = false;
    #hear = (/** @type {MessageEvent} */ event) => this.#heard(event);

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet];
      addEventListener("message", this.#hear);
      this.#build();
      if (isLink && asked) {
        asked.then(() => {
          if (!isLink && this.isConnected) this.#build();
        });
      }
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#clear();
    }

    /** @param {string} name @param {string | null} before @param {string | null} after */
    attributeChangedCallback(name, before, after) {
      if (!this.isConnected || before === after) return;
      // Only a new mode rebuilds the element: a rebuild discards the visitor's answers.
      if (name === "mode") this.#build();
      if (this.#frame) this.#frame.title = this.#label;
      const opener = this.#root.querySelector(".open");
      if (opener) opener.textContent = this.#label;
    }

    /** Opens the dialog of a popup or a side tab. */
    open() {
      if (!this.#dialog || this.#dialog.open) return;
      this.#fill(this.#dialog);
      this.#dialog.showModal();
    }

    /** Closes the dialog. */
    close() {
      this.#dialog?.close();
    }

    get #label() {
      return this.getAttribute("label") || TEXTS[this.#language][0];
    }

    get #language() {
      const [language] = (this.getAttribute("lang") ?? "").toLowerCase().split("-");
      return Object.hasOwn(TEXTS, language) ? language : "en";
    }

    get #theme() {
      const theme = this.getAttribute("theme") ?? "";
      return ["light", "dark"].includes(theme) ? theme : "";
    }

    get #fills() {
      return this.getAttribute("min-height") === "fill";
    }

    get #room() {
      const room = this.getAttribute("min-height") ?? "";
      return this.#fills ? "" : /^\d{2,4}$/.test(room) ? `${room}px` : "480px";
    }

    /** URL of the check. Options are in the fragment, which browsers do not send to the server. */
    get #address() {
      const wanted = (this.getAttribute("lang") ?? "").toLowerCase();
      const locale = COUNTRIES.find((known) => known.toLowerCase() === wanted) ?? this.#language;
      return `${BASE}${locale === "en" ? "" : `${locale}.html`}${this.#theme && `#theme=${this.#theme}`}`;
    }

    #clear() {
      clearTimeout(this.#wait);
      this.#seen?.disconnect();
      this.#frame = this.#dialog = this.#place = null;
      this.#runs = false;
      this.#root.replaceChildren();
    }

    #build() {
      this.#clear();
      this.#slot.hidden = false;
      this.#root.append(this.#slot);
      const mode = this.getAttribute("mode") ?? "";
      if (mode === "full-page" || isLink) {
        const link = document.createElement("a");
        link.href = this.#address;
        link.rel = "noreferrer";
        this.#opener(link);
        return;
      }
      if (!MODES.includes(mode) || mode === "inline") return this.#inline();
      const opener = document.createElement("button");
      opener.type = "button";
      opener.onclick = () => this.open();
      this.#opener(opener);
      const dialog = document.createElement("dialog");
      if (mode === "side-tab") {
        opener.classList.add("tab");
        dialog.className = "side";
        const offset = this.getAttribute("offset");
        if (offset) opener.style.setProperty("--footing-offset", offset);
      }
      dialog.setAttribute("aria-label", this.#label);
      dialog.style.colorScheme = this.#theme;
      const close = document.createElement("button");
      close.type = "button";
      close.className = "close";
      // Escaped, because a host page in another encoding decodes this script with it.
      close.textContent = "\u00d7";
      close.setAttribute("aria-label", TEXTS[this.#language][1]);
      close.onclick = () => dialog.close();
      dialog.append(close);
      dialog.onclose = () => this.#tell("closed");
      this.#dialog = dialog;
      this.#root.append(dialog);
    }

    /** @param {HTMLElement} element */
    #opener(element) {
      element.textContent = this.#label;
      element.classList.add("open");
      this.#root.append(element);
    }

    #inline() {
      const box = document.createElement("div");
      box.className = this.#fills ? "box fill" : "box";
      // Reserve space, to prevent layout shifts.
      box.style.minHeight = this.#room;
      this.#root.append(box);
      if (this.getAttribute("lazy") === "false") return this.#fill(box);
      this.#seen = new IntersectionObserver(
        (found) => {
          if (found.some((one) => one.isIntersecting)) this.#fill(box);
        },
        { rootMargin: "400px" },
      );
      this.#seen.observe(box);
    }

    /** Loads the check into its container, once. @param {HTMLElement} place */
    async #fill(place) {
      if (this.#place) return;
      this.#place = place;
      this.#seen?.disconnect();
      this.#wait = setTimeout(() => this.#fail(), PATIENCE);
      if (this.getAttribute("isolation") === "shadow") {
        console.warn('Footing: isolation="shadow" is retired, so the check is in a frame. Remove it.');
      }
      this.#bare = OPAQUE || (SAME && (await isOpen()));
      // The element may have been removed or rebuilt while waiting.
      if (this.#place === place) this.#show(place);
    }

    /** @param {HTMLElement} place */
    #show(place) {
      const frame = document.createElement("iframe");
      frame.title = this.#label;
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      if (SAME && this.#bare) {
        frame.setAttribute(
          "sandbox",
          "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
        );
      } else if (SAME) {
        console.warn(
          "Footing: scripts of this page can read the answers, and the check says so. Send the header Access-Control-Allow-Origin: * with its files, or serve it from another origin.",
        );
      }
      frame.style.minHeight = this.#room;
      frame.style.colorScheme = this.#theme;
      frame.src = this.#address;
      frame.onload = () => this.#say("hello");
      this.#frame = frame;
      place.append(frame);
    }

    /** Removes the check and shows the fallback content with the crisis lines again. */
    #fail() {
      clearTimeout(this.#wait);
      this.#slot.hidden = false;
      const place = this.#place;
      for (const shown of /** @type {Iterable<HTMLElement>} */ (place?.querySelectorAll("iframe") ?? [])) {
        // A dialog retries when it is opened again. An inline check is shown even if it loads late.
        this.#dialog ? shown.remove() : (shown.hidden = true);
      }
      if (this.#dialog) this.#frame = this.#place = null;
      else if (place) place.style.minHeight = "";
      this.close();
      this.#tell("error");
    }

    get #events() {
      return (this.getAttribute("events") ?? "").split(" ").filter(Boolean);
    }

    /** @param {string} type */
    #say(type) {
      const inline = !this.#dialog && !this.#fills;
      const message = { footing: { v: VERSION, type, id: this.#id, inline, events: this.#events } };
      // An opaque origin cannot be a target origin.
      this.#frame?.contentWindow?.postMessage(message, this.#bare ? "*" : ORIGIN);
    }

    /** @param {MessageEvent} event */
    #heard({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== (this.#bare ? "null" : ORIGIN)) return;
      const said = data?.footing;
      if (said?.v !== VERSION || said.id !== this.#id || !TELLS.includes(said.type)) return;
      if (said.type === "height" && !this.#dialog && !this.#fills) {
        // Converts nothing: an object can throw when it is made a number.
        const height = Number.isFinite(said.height) ? Math.min(Math.ceil(said.height), 60000) : 0;
        if (height > 0) this.#frame.style.height = `${height}px`;
      }
      if (said.type === "leave") {
        const to = typeof said.to === "string" && /^https?:\/\//.test(said.to) ? said.to : null;
        if (to) location.replace(to);
      }
      this.#told(said.type);
    }

    /** Handles a message type from the check. @param {string} type */
    #told(type) {
      // A check that already ran shows its own error with crisis lines.
      if (type === "error" && !this.#runs) return this.#fail();
      if (type === "ready") {
        this.#runs = true;
        clearTimeout(this.#wait);
        if (this.#place && !this.#dialog) this.#place.style.minHeight = this.#room;
        for (const shown of this.#place?.children ?? []) /** @type {HTMLElement} */ (shown).hidden = false;
        // In a dialog mode the fallback content stays in the page, and where a blocker hides the frame alone.
        const isHidden = this.getClientRects().length && !this.#frame?.getClientRects().length;
        this.#slot.hidden = !this.#dialog && !isHidden;
      }
      if (type === "closed") return this.close();
      this.#tell(type);
    }

    /** @param {string} type */
    #tell(type) {
      this.dispatchEvent(new CustomEvent(`footing:${type}`, { bubbles: true, composed: true }));
    }
  }

  for (const name of OPTIONS) {
    const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    // HTMLElement already has this property.
    if (property === "lang") continue;
    Object.defineProperty(FootingCheck.prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
      },
    });
  }
  customElements.define(NAME, FootingCheck);
  // The module of the npm package ends here.

  /** Supports sites that strip unknown tags: an element or the script itself with data-footing. */
  const upgrade = () => {
    for (const plain of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-footing]:not([data-footing-done])"))) {
      plain.dataset.footingDone = "";
      const check = document.createElement(NAME);
      const isScript = plain.localName === "script";
      for (const name of [...OPTIONS, "isolation"]) {
        const value = plain.getAttribute(`data-${name}`);
        if (value !== null) check.setAttribute(name, value);
      }
      if (isScript) plain.after(check);
      else {
        check.append(...plain.childNodes);
        plain.append(check);
      }
    }
  };
  upgrade();
  new MutationObserver((all) => {
    if (all.some(({ addedNodes }) => addedNodes.length)) upgrade();
  }).observe(document, { childList: true, subtree: true });
})();
