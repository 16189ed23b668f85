/** Where the check is. */
export interface FootingCheckOptions {
  /** Address of the folder with the check, such as `https://check.center.example/`. */
  src: string;
}

/**
 * Defines the element `<footing-check>`. The first call in a page counts; further calls with the same address do
 * nothing. On a server, where there are no elements, it does nothing.
 */
export function defineFootingCheck(options: FootingCheckOptions): void;

/** Attributes of `<footing-check>`. An attribute that is left out, or has another value, falls back to its default. */
export interface FootingCheckAttributes {
  /** How the check is shown: in the page, as a dialog behind a button, behind a button at the edge, or as a link. Default: `inline`. */
  mode?: "inline" | "popup" | "side-tab" | "full-page";
  /** Title of the frame, and text of the button or link. */
  label?: string;
  /** Pixels to reserve before the check is loaded (2 to 4 digits), or `fill`: as high as the element. Default: 480. */
  "min-height"?: "fill" | number | `${number}`;
  /** `false` loads the check at once. Default: 400 pixels before it comes into view. */
  lazy?: "false";
  /** Distance of a side tab from the lower edge, a CSS length. Default: `16px`. */
  offset?: string;
  /** Which of `started` and `finished` are told. Default: neither. */
  events?: "started" | "finished" | "started finished" | "finished started";
  /** Color scheme. Default: that of the visitor's device. Read when the check begins. */
  theme?: "light" | "dark";
  /** Language of the check, such as `en`, `es` or `en-GB`. Default: `en`. Read when the check begins. */
  lang?: string;
}

/** Events of `<footing-check>`. They bubble, cross shadow roots, and carry no detail: never an answer or a result. */
export interface FootingCheckEventMap {
  /** The check runs, and the fallback content is hidden. */
  "footing:ready": CustomEvent<null>;
  /** The height of the frame changed. */
  "footing:height": CustomEvent<null>;
  /** The person leaves quickly; the page is about to be replaced. */
  "footing:leave": CustomEvent<null>;
  /** The dialog of a popup or a side tab was closed. */
  "footing:closed": CustomEvent<null>;
  /** The check did not run, and the fallback content is shown again; or it stopped while it ran. */
  "footing:error": CustomEvent<null>;
  /** The person began. Only where the attribute `events` names it. */
  "footing:started": CustomEvent<null>;
  /** The person saw a result. Only where the attribute `events` names it. */
  "footing:finished": CustomEvent<null>;
}

/** All events of the element, those of every HTML element included. */
export interface FootingCheckElementEventMap extends HTMLElementEventMap, FootingCheckEventMap {}

/** The element `<footing-check>`. Its content are help lines, shown until the check runs and where it does not. */
export interface FootingCheckElement extends HTMLElement {
  /** The attribute `mode`. */
  mode: string | null;
  /** The attribute `label`. */
  label: string | null;
  /** The attribute `min-height`. */
  minHeight: string | null;
  /** The attribute `lazy`. */
  lazy: string | null;
  /** The attribute `offset`. */
  offset: string | null;
  /** The attribute `events`. */
  events: string | null;
  /** The attribute `theme`. */
  theme: string | null;
  /** Opens the dialog of a popup or a side tab. */
  open(): void;
  /** Closes the dialog. */
  close(): void;
  addEventListener<K extends keyof FootingCheckElementEventMap>(
    type: K,
    listener: (this: FootingCheckElement, event: FootingCheckElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof FootingCheckElementEventMap>(
    type: K,
    listener: (this: FootingCheckElement, event: FootingCheckElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "footing-check": FootingCheckElement;
  }
}
