// Shows the check in another page: <script async src=".../embed.js"></script> and <footing-check>.
// What it may be asked and what it tells is listed in src/docs/embedding.md; tests hold it to that list.
(() => {
  "use strict";

  const VERSION = 1;
  const SCRIPT = document.currentScript;
  const NAME = "footing-check";
  // Loaded twice, or another element has the name already: the first stays.
  if (!SCRIPT?.src || customElements.get(NAME)) return;

  /** @type {string} the folder of the check */
  const BASE = new URL("./", SCRIPT.src).href;
  const ORIGIN = new URL(BASE).origin;
  /** On the origin of the page around it the frame gets none of its own, so that no script there can read it. */
  const SAME = ORIGIN === location.origin;
  const PATIENCE = 8000;
  const MODES = ["inline", "popup", "side-tab", "full-page"];
  const TELLS = ["ready", "height", "leave", "closed", "error", "started", "finished"];
  const OPTIONS = ["mode", "label", "min-height", "lazy", "offset", "events"];

  const STYLE = `
    :host { display: block }
    .box { all: initial; display: block; width: 100% }
    [hidden] { display: none !important }
    iframe { display: block; width: 100%; border: 0; color-scheme: light dark; background: transparent }
    .open, .close { all: initial; box-sizing: border-box; display: inline-block; min-height: 2.75rem; min-width: 2.75rem;
      padding: .65rem 1.2rem; border-radius: 1.5rem; background: var(--footing-accent, #0f5b5b);
      color: var(--footing-on-accent, #fff); font: 600 1rem/1.4 system-ui, sans-serif; text-align: center; cursor: pointer }
    .open { outline-offset: 3px }
    :is(.open, .close):focus-visible { outline: 3px solid #c0692f }
    .close { margin: .4rem; padding: .3rem; align-self: flex-end; background: none; color-scheme: inherit; color: CanvasText; font-size: 1.6rem; outline-offset: -3px }
    .tab { position: fixed; inset-block-end: var(--footing-offset, 1rem); inset-inline-end: 1rem; z-index: 2147483000 }
    dialog { box-sizing: border-box; width: min(46rem, 100vw); max-width: 100vw; height: min(54rem, 100dvh); max-height: 100dvh; padding: 0;
      border: 0; border-radius: 1rem; overflow: hidden; color-scheme: light dark; background: Canvas }
    dialog[open] { display: flex; flex-direction: column }
    dialog.side { margin-inline-end: 0; margin-block: 0; width: min(28rem, 100vw); height: 100dvh; border-radius: 0 }
    dialog::backdrop { background: rgb(0 0 0 / .55) }
    dialog iframe { flex: 1; min-height: 0 }`;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  let count = 0;

  class FootingCheck extends HTMLElement {
    static observedAttributes = OPTIONS;
    static events = TELLS;

    #root = this.attachShadow({ mode: "open" });
    #id = `${Date.now().toString(36)}-${count++}`;
    #frame = null;
    #slot = document.createElement("slot");
    #dialog = null;
    #wait = 0;
    #seen = null;
    #hear = (event) => this.#heard(event);

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet];
      addEventListener("message", this.#hear);
      this.#build();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      clearTimeout(this.#wait);
      this.#seen?.disconnect();
      this.#frame = this.#dialog = null;
      this.#root.replaceChildren();
    }

    attributeChangedCallback(name, before, after) {
      if (!this.isConnected || before === after) return;
      // Only another mode begins anew: answers that were given are not thrown away for less.
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

    /** Closes it. */
    close() {
      this.#dialog?.close();
    }

    get #label() {
      return this.label || "Self-check: which kind of help could fit";
    }

    #build() {
      clearTimeout(this.#wait);
      this.#seen?.disconnect();
      this.#frame = this.#dialog = null;
      this.#slot.hidden = false;
      this.#root.replaceChildren(this.#slot);
      const mode = MODES.includes(this.mode) ? this.mode : "inline";
      if (mode === "inline") return this.#inline();
      const opener = document.createElement(mode === "full-page" ? "a" : "button");
      opener.textContent = this.#label;
      opener.className = mode === "side-tab" ? "open tab" : "open";
      this.#root.append(opener);
      if (mode === "full-page") {
        opener.href = BASE;
        opener.rel = "noreferrer";
        return;
      }
      opener.type = "button";
      if (this.offset) opener.style.setProperty("--footing-offset", this.offset);
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", this.#label);
      if (mode === "side-tab") dialog.className = "side";
      const close = document.createElement("button");
      close.type = "button";
      close.className = "close";
      close.textContent = "×";
      close.setAttribute("aria-label", "Close");
      close.onclick = () => dialog.close();
      dialog.append(close);
      dialog.onclose = () => this.#tell("closed");
      opener.onclick = () => this.open();
      this.#dialog = dialog;
      this.#root.append(dialog);
    }

    #inline() {
      const box = document.createElement("div");
      box.className = "box";
      // Room is taken first, so that nothing jumps.
      box.style.minHeight = this.#room;
      this.#root.append(box);
      if (this.lazy === "false") return this.#fill(box);
      this.#seen = new IntersectionObserver(
        (found) => {
          if (!found.some((one) => one.isIntersecting)) return;
          this.#seen.disconnect();
          this.#fill(box);
        },
        { rootMargin: "400px" },
      );
      this.#seen.observe(box);
    }

    get #room() {
      return /^\d{2,4}$/.test(this.minHeight ?? "") ? `${this.minHeight}px` : "480px";
    }

    #fill(place) {
      if (this.#frame) return;
      const frame = document.createElement("iframe");
      frame.title = this.#label;
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      if (SAME) {
        frame.setAttribute(
          "sandbox",
          "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
        );
      }
      frame.style.minHeight = this.#room;
      frame.src = BASE;
      frame.onload = () => this.#say("hello");
      this.#frame = frame;
      place.append(frame);
      this.#wait = setTimeout(() => this.#fail(), PATIENCE);
    }

    /** The help lines inside the element come back, and the frame goes. */
    #fail() {
      this.#slot.hidden = false;
      if (this.#frame) this.#frame.hidden = true;
      this.close();
      this.#tell("error");
    }

    #say(type) {
      const events = (this.events ?? "").split(" ").filter(Boolean);
      const inline = !this.#dialog;
      const message = { footing: { v: VERSION, type, id: this.#id, inline, events } };
      // A frame without an origin cannot be named.
      this.#frame?.contentWindow?.postMessage(message, SAME ? "*" : ORIGIN);
    }

    #heard({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== (SAME ? "null" : ORIGIN)) return;
      const said = data?.footing;
      if (said?.v !== VERSION || said.id !== this.#id || !TELLS.includes(said.type)) return;
      if (said.type === "ready") {
        clearTimeout(this.#wait);
        // Behind a dialog they stay where they are.
        this.#slot.hidden = !this.#dialog;
        this.#frame.hidden = false;
      }
      if (said.type === "height" && !this.#dialog) {
        const height = Math.min(Math.max(Math.ceil(Number(said.height)) || 0, 0), 60000);
        if (height) this.#frame.style.height = `${height}px`;
      }
      if (said.type === "leave") {
        const to = typeof said.to === "string" && /^https?:\/\//.test(said.to) ? said.to : null;
        if (to) location.replace(to);
      }
      if (said.type === "closed") return this.close();
      this.#tell(said.type);
    }

    #tell(type) {
      this.dispatchEvent(new CustomEvent(`footing:${type}`, { bubbles: true, composed: true }));
    }
  }

  for (const name of OPTIONS) {
    const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    Object.defineProperty(FootingCheck.prototype, property, {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(name); },
      set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
    });
  }
  customElements.define(NAME, FootingCheck);

  /** For sites that take unknown tags away: a plain element with data-footing becomes the check. */
  const upgrade = (within) => {
    for (const plain of within.querySelectorAll?.("[data-footing]:not([data-footing-done])") ?? []) {
      plain.dataset.footingDone = "";
      const check = document.createElement(NAME);
      for (const name of OPTIONS) {
        const value = plain.getAttribute(`data-${name}`);
        if (value !== null) check.setAttribute(name, value);
      }
      check.append(...plain.childNodes);
      plain.append(check);
    }
  };
  upgrade(document);
  new MutationObserver((all) => {
    if (all.some(({ addedNodes }) => addedNodes.length)) upgrade(document);
  }).observe(document, { childList: true, subtree: true });
})();
