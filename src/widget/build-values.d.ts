/**
 * Values that the build writes into a bundle (`src/cli/build-widget.ts`), so that a page pays for no language but its own.
 * Texts are in the order given here, from `core/labels`.
 */

/** By language: noTime, getSummary, and `rtl` where its script runs from right to left. */
declare const IDLE_TEXTS: Readonly<
  Record<string, readonly [noTime: string, getSummary: string, direction?: 'rtl']>
>;

/** By language, what must be said when no answer came. */
declare const FAULT_TEXTS: Readonly<
  Record<
    string,
    readonly [
      loading: string,
      failed: string,
      offline: string,
      none: string,
      busy: string,
      retry: string,
      openPage: string,
    ]
  >
>;

/** Language of a bundle that holds one alone; undefined where the page's language decides. */
declare const ONLY_LANGUAGE: string | undefined;

/** File of the panel, relative to the core's own URL, and its `sha384-…`. */
declare const PANEL_FILE: string;
declare const PANEL_INTEGRITY: string;
