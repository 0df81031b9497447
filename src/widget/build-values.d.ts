/**
 * Values that the build writes into a bundle (`src/cli/build-widget.ts`), so that a page pays for no language but its own.
 * Texts are in the order given here, from `core/labels`.
 */

type IdleRow = readonly [language: string, noTime: string, getSummary: string, direction?: 'rtl'];

/** The row of a bundle that holds one language alone. */
declare const ONLY_ROW: IdleRow;

/** Rows between slashes, their members between vertical lines: compressed that is a hundredth less than lists. */
declare const IDLE_ROWS: string;

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

/** By language, what is said where readers may ask (`core/labels/ask-texts.ts`). */
declare const ASK_TEXTS: Readonly<
  Record<string, readonly [question: string, ask: string, notSaid: string, failed: string, closed: string]>
>;

/** Language of a bundle that holds one alone; undefined where the page's language decides. */
declare const ONLY_LANGUAGE: string | undefined;

/** File of the panel, relative to the core's own URL, and its `sha384-…`. */
declare const PANEL_FILE: string;
declare const PANEL_INTEGRITY: string;

/** The same of what most readers never use, and of the field for questions. */
declare const MORE_FILE: string;
declare const MORE_INTEGRITY: string;
declare const ASK_FILE: string;
declare const ASK_INTEGRITY: string;
