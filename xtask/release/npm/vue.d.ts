import type { HTMLAttributes, ReservedProps } from "vue";
import type { FootingCheckAttributes, FootingCheckElement, FootingCheckEventMap } from "./index.js";

export * from "./index.js";

/** Handlers, which templates write as `@footing:ready`. */
export type FootingCheckHandlers = {
  [K in keyof FootingCheckEventMap as `on${Capitalize<K>}`]?: (event: FootingCheckEventMap[K]) => void;
};

/** Props of `<footing-check>` in a template. The checker of templates reads `min-height` as `minHeight`. */
export type FootingCheckProps = HTMLAttributes &
  ReservedProps &
  FootingCheckAttributes & { minHeight?: FootingCheckAttributes["min-height"] } & FootingCheckHandlers;

declare module "vue" {
  interface GlobalComponents {
    "footing-check": new () => FootingCheckElement & { $props: FootingCheckProps };
  }
}
