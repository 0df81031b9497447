import { afterPaint, emit, type Point, rest, type WidgetState } from './box-life.ts';
import { drawRow } from './closed-row.ts';
import { fetchModule } from './fetch-module.ts';
import { ownScript } from './own-script.ts';

/** The box was opened, or wants another length; `anew` forgets what is known. */
export type OpenPanel = (box: StandFirstElement, anew?: boolean) => void;

/** Attributes that properties of the same name mirror as plain text. */
const MIRRORED = [
  'url',
  'article',
  'length',
  'position',
  'label',
  'action',
  'features',
  'prefetch',
  'endpoint',
  'heading-level',
];

/**
 * The box "No time to read? Get a summary". Before a press it is a row of two texts; what it discloses is loaded on
 * intent. Children are what readers see without it, so they are never touched.
 *
 * @tagname stand-first
 *
 * @attr {string} url - Which article. Not given: the page's rel=canonical, else og:url, else where it is, without query and fragment.
 * @attr {string} article - Selector of the element that holds the article's text. Not given: [data-article] or [itemprop=articleBody], the nearest first, else the article or main around the box, else the page.
 * @attr {short|medium|long} length=short - How much to show; follows the reader's choice.
 * @attr {boolean} open - Shown open; setting it works as a press.
 * @attr {string} lang - Language of the box. Not given: that of the page around it. A file of one language speaks that one.
 * @attr {string} position - Any text, such as top or bottom; for listeners to tell boxes apart.
 * @attr {string} label - Instead of "No time to read?".
 * @attr {string} action - Instead of "Get a summary".
 * @attr {2|3|4|5|6} heading-level - Makes the button's row a heading of that level.
 * @attr {string} features - List of length, jump, copy, listen, share, feedback, ask; the first four when not given.
 * @attr {intent|visible|none} prefetch=intent - When the panel's code is fetched: when somebody is about to press, as soon as the box is on screen, or only at the press.
 * @attr {string} endpoint - Where the service is. Not given: data-endpoint of the script, else its origin.
 *
 * @prop {string} url - Mirrors the attribute.
 * @prop {string} article - Mirrors the attribute.
 * @prop {string} length - Mirrors the attribute.
 * @prop {boolean} open - Mirrors the attribute.
 * @prop {string} position - Mirrors the attribute.
 * @prop {string} label - Mirrors the attribute.
 * @prop {string} action - Mirrors the attribute.
 * @prop {string} headingLevel - Mirrors heading-level.
 * @prop {string} features - Mirrors the attribute.
 * @prop {string} prefetch - Mirrors the attribute.
 * @prop {string} endpoint - Mirrors the attribute.
 * @readonly {string} state - idle, loading, ready, short, error, limited, none or offline.
 * @readonly {object[]} points - The sentences on show, as the service gave them: text, paragraph and more.
 * @readonly {Promise<void>} ready - Settles when the first summary is on show.
 * @method show - Opens the box.
 * @method hide - Closes it.
 * @method reload - Asks the service again.
 * @method jump - Leads to the place of point n, from 1, in the article; standfirst-jump tells when.
 *
 * @fires {CustomEvent} standfirst-open - About to open; cancelable.
 * @fires {CustomEvent} standfirst-close - Closed.
 * @fires {CustomEvent} standfirst-load - A summary is on show; detail {n, missing, ms}: points, points without a place in the page, milliseconds since the press.
 * @fires {CustomEvent} standfirst-error - There is none; detail {code}: error, limited, none, offline, or blocked for a panel that could not be had.
 * @fires {CustomEvent} standfirst-length - Another length was chosen; detail {len}.
 * @fires {CustomEvent} standfirst-jump - The reader went to the source of point n; detail {n}.
 * @fires {CustomEvent} standfirst-back - And came back.
 * @fires {CustomEvent} standfirst-listen - Reading aloud began or ended; detail {on}.
 * @fires {CustomEvent} standfirst-copy - The points were copied.
 * @fires {CustomEvent} standfirst-ask - A question was answered; detail {n}: sentences, 0 where the article does not say.
 * @fires {CustomEvent} standfirst-share - The link was shared; detail {how}: share or copy.
 * @fires {CustomEvent} standfirst-feedback - Helpful or not; detail {v}: 1, -1, or 0 when taken back.
 *
 * @slot  - What readers see without the script: a link to the hosted summary. Never shown by the element.
 * @slot note - Instead of the line that says who made the summary.
 * @slot how - Instead of the link "How it works".
 *
 * @csspart box - The whole; the current state is a part beside it.
 * @csspart button - The row that opens and closes.
 * @csspart title - "No time to read?".
 * @csspart action - "Get a summary".
 * @csspart panel - What the button discloses.
 * @csspart toolbar - Length and listening.
 * @csspart control - A button or the switch of a toolbar.
 * @csspart summary - The points, or what is said instead.
 * @csspart list - The list of points.
 * @csspart point - One point.
 * @csspart source - The mark that leads to its paragraph.
 * @csspart question - The field for a question.
 * @csspart answer - What the article says to it.
 * @csspart footer - The line below the points.
 * @csspart link - A link in the panel.
 * @csspart back - The button that leads back to the summary.
 *
 * @cssprop --standfirst-accent - Rule, button, marks and links. Not set: made from the colour of the page's text.
 * @cssprop --standfirst-on-accent - Text on the button.
 * @cssprop --standfirst-background - Ground of the box.
 * @cssprop --standfirst-color - Text.
 * @cssprop --standfirst-muted - Quieter text.
 * @cssprop --standfirst-rule - Hairlines.
 * @cssprop --standfirst-radius=0 - Corners of the box.
 * @cssprop --standfirst-button-radius=99px - Corners of the button.
 * @cssprop --standfirst-font=inherit - What is read.
 * @cssprop --standfirst-ui-font=system-ui,sans-serif - What is pressed.
 * @cssprop --standfirst-font-size=max(1rem,16px) - All sizes follow it.
 * @cssprop --standfirst-margin=1.75rem - Above and below.
 * @cssprop --standfirst-highlight=#ffe58a - Ground of the marked sentence; set it on the page's root.
 * @cssprop --standfirst-motion=1 - Factor of all durations; 0 stops motion.
 *
 * @cssstate loading - Waiting for the service.
 * @cssstate ready - A summary is on show.
 * @cssstate short - The article itself is on show, being that short.
 * @cssstate error - No answer.
 * @cssstate limited - Too many requests; tries again by itself.
 * @cssstate none - No summary for this article.
 * @cssstate offline - No network; tries again by itself.
 */
export class StandFirstElement extends HTMLElement {
  static readonly observedAttributes = ['open', 'lang', ...MIRRORED];
  /** For the panel, which has files of its own to fetch. */
  static fetchModule: typeof fetchModule = fetchModule;
  /** How the panel is had; set before registration. */
  static askPanel: OpenPanel;
  /** Called as a row is drawn, where the panel has to be fetched when somebody is about to press. */
  static watchIntent: ((box: StandFirstElement) => void) | undefined;

  declare url: string;
  declare article: string;
  declare length: string;
  declare position: string;
  declare label: string;
  declare action: string;
  declare features: string;
  declare prefetch: string;
  declare endpoint: string;
  declare headingLevel: string;

  state: WidgetState = 'idle';
  points: readonly Point[] = [];
  /** Settles when the first summary is on show. */
  ready = new Promise<unknown>((resolve) => this.addEventListener('standfirst-load', resolve));

  /*
   * What core and panel share. The build gives these names one letter each (`INNER_NAMES`), so that no page builds on
   * them.
   */
  declare hostInternals: ElementInternals | undefined;
  declare boxElement: HTMLElement;
  declare rowButton: HTMLElement;
  /** The region that the button discloses. */
  declare discloseArea: HTMLElement;
  /** Where the service is, without a trailing slash. */
  declare serviceUrl: string;
  /** Language of the box's own texts. */
  declare textLanguage: string;
  /** Ends what goes on: a request, speech, a jump, waiting, a kept height. */
  endings: (() => void)[] = [];
  /** Marks that lead to the points' places, where they have one. */
  sourceMarks: HTMLElement[] = [];

  get open(): boolean {
    return this.hasAttribute('open');
  }

  set open(open: boolean) {
    this.toggleAttribute('open', open);
  }

  show(): void {
    this.open = true;
  }

  hide(): void {
    this.open = false;
  }

  /** Asks the service again. */
  reload(): void {
    this.#ask(true);
  }

  /** Leads to the place of point `n`, from 1, in the article. */
  jump(n: number): void {
    this.sourceMarks[n - 1]?.click();
  }

  connectedCallback(): void {
    if (this.boxElement) this.#ask();
    else this.#draw();
  }

  disconnectedCallback(): void {
    rest(this);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.boxElement || before === after) return;
    if (name === 'open') this.#toggle();
    else if (name === 'length') afterPaint(() => this.#ask());
    else this.#draw();
  }

  #ask(anew?: boolean): void {
    if (this.open) StandFirstElement.askPanel(this, anew);
  }

  /** Draws the closed row anew, and opens it where the attribute says so. */
  #draw(): void {
    rest(this);
    this.serviceUrl = this.endpoint || (ownScript.dataset.endpoint ?? new URL(ownScript.src).origin);
    drawRow(this);
    StandFirstElement.watchIntent?.(this);
    this.#toggle();
  }

  /** Shows or hides the region at once; what it holds comes after the reader has seen that. */
  #toggle(): void {
    const { open, discloseArea } = this;
    if (open !== discloseArea.hidden) return;
    if (open && !emit(this, 'open')) {
      this.open = false;
      return;
    }
    discloseArea.hidden = !open;
    this.rowButton.setAttribute('aria-expanded', `${open}`);
    if (open) afterPaint(() => this.#ask());
    else {
      rest(this);
      emit(this, 'close');
    }
  }
}

for (const name of MIRRORED) {
  Object.defineProperty(StandFirstElement.prototype, name.replace('-l', 'L'), {
    get(this: HTMLElement) {
      return this.getAttribute(name) ?? '';
    },
    set(this: HTMLElement, value: string) {
      this.setAttribute(name, value);
    },
  });
}
