import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { FootingCheckAttributes, FootingCheckElement, FootingCheckEventMap } from "./index.js";

export * from "./index.js";

/** Handlers as props, such as `onfooting:ready`. */
export type FootingCheckHandlers = {
  [K in keyof FootingCheckEventMap as `on${K}`]?: (event: FootingCheckEventMap[K]) => void;
};

/**
 * Props of `<footing-check>`. React 18 passes no handlers to custom elements: there they are no props, and
 * `addEventListener` on a ref hears the events. `useActionState` tells React 19.
 */
export type FootingCheckProps = DetailedHTMLProps<HTMLAttributes<FootingCheckElement>, FootingCheckElement> &
  FootingCheckAttributes &
  (typeof import("react") extends { useActionState: unknown } ? FootingCheckHandlers : unknown);

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "footing-check": FootingCheckProps;
    }
  }
}
