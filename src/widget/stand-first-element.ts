import { css } from './box.css';
import { draw, makeSheet } from './draw.ts';
import type { LoadPanel, Panel, Point, WidgetState } from './panel-contract.ts';

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

const sheet = makeSheet(css);

/**
 * The box "No time to read? Get a summary". Before a press it is a row of two texts; what it discloses is loaded on
 * intent. Children are what readers see without it, so they are never touched.
 *
 * @tagname stand-first
 *
 * @attr {string} url - Which article. Not given: the page's rel=canonical, else og:url, else where it is, without query and fragment.
 * @attr {string} article - Selector of the element that holds the article's text. Not given: [data-article] or [itemprop=articleBody], else the article or main around the box.
 * @attr {short|medium|long} length=short - How much to show; follows the reader's choice.
 * @attr {boolean} open - Shown open; setting it works as a press.
 * @attr {string} lang - Language of the box. Not given: that of the page around it. A file of one language speaks that one.
 * @attr {string} position - Any text, such as top or bottom; for listeners to tell boxes apart.
 * @attr {string} label - Instead of "No time to read?".
 * @attr {string} action - Instead of "Get a summary".
 * @attr {2|3|4|5|6} heading-level - Makes the button's row a heading of that level.
 * @attr {string} features - List of length, jump, copy, listen, share, feedback; the first four when not given.
 * @attr {intent|none} prefetch=intent - When the panel's code is fetched: when somebody is about to press, or only at the press.
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
 * @method jump - Leads to the place of point n, from 1, in the article.
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
  /** How the panel is had, and where the service is; set before registration. */
  static loadPanel: LoadPanel;
  static service: string;

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
  #markReady!: () => void;
  /** Settles when the first summary is on show. */
  ready = new Promise<void>((resolve) => {
    this.#markReady = resolve;
  });
  #internals = this.attachInternals();
  #panel: Panel | undefined;
  #toggle: (() => void) | undefined;

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
    this.#panel?.ask(true);
  }

  /** Leads to the place of point `n`, from 1, in the article. */
  jump(n: number): void {
    this.#panel?.jump(n);
  }

  connectedCallback(): void {
    if (!this.#toggle) this.#draw();
    else if (this.open) this.#panel?.ask();
  }

  disconnectedCallback(): void {
    this.#panel?.rest();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#toggle || before === after) return;
    if (name === 'open') this.#toggle();
    else if (name !== 'length') this.#draw();
    else if (this.open) this.#panel?.ask();
  }

  /** Draws the closed row anew, and opens it where the attribute says so. */
  #draw(): void {
    this.#panel?.rest();
    this.#panel = undefined;
    const { loadPanel } = StandFirstElement;
    const language =
      ONLY_LANGUAGE ?? (Object.keys(IDLE_TEXTS).find((code) => this.matches(`:lang(${code})`)) || 'en');
    const [noTime, getSummary, dir = 'ltr'] = IDLE_TEXTS[language] as (typeof IDLE_TEXTS)[string];
    const prepare = () => {
      if (this.prefetch !== 'none') loadPanel().catch(() => {}); // What goes wrong is told at the press.
    };
    const area = draw('div', { part: 'panel', hidden: true });
    const button = draw(
      'button',
      {
        part: 'button',
        'aria-expanded': 'false',
        pointerenter: prepare,
        focus: prepare,
        click: () => {
          this.open = !this.open;
        },
      },
      draw('span', { part: 'title' }, this.label || noTime),
      ' ',
      draw('span', { part: 'action' }, draw('span', {}, this.action || getSummary), draw('i', {})),
    );
    const level = this.headingLevel;
    const heading = draw('div', { role: level && 'heading', 'aria-level': level }, button);
    const box = draw('div', { part: 'box idle', lang: language, dir }, heading, area);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(box);
    this.#toggle = () => {
      const { open } = this;
      if (open !== area.hidden) return;
      if (open && !this.#emit('open')) {
        this.open = false;
        return;
      }
      area.hidden = !open;
      button.setAttribute('aria-expanded', `${open}`);
      if (open) void this.#show(box, button, area, language);
      else {
        this.#panel?.rest();
        this.#emit('close');
      }
    };
    if (this.open) this.#toggle();
  }

  async #show(box: HTMLElement, button: HTMLElement, area: HTMLElement, language: string): Promise<void> {
    const endpoint = this.endpoint || StandFirstElement.service;
    const emit = (name: string, detail?: object) => void this.#emit(name, detail);
    try {
      const { openPanel } = await StandFirstElement.loadPanel();
      if (!box.isConnected || !this.open) return;
      this.#panel ??= openPanel(
        this,
        this.#internals,
        box,
        button,
        area,
        endpoint,
        language,
        emit,
        this.#markReady,
      );
      this.#panel.ask();
    } catch {
      this.#emit('error', { code: 'blocked' });
      // It cannot be had, or is not what was published: the summary has a page of its own.
      if (!navigator.onLine) addEventListener('online', () => this.#draw(), { once: true });
      else location.href = `${endpoint}/s?url=${encodeURIComponent(this.url || location.href)}`;
    }
  }

  #emit(name: string, detail?: object): boolean {
    return this.dispatchEvent(
      new CustomEvent(`standfirst-${name}`, {
        bubbles: true,
        composed: true,
        cancelable: true,
        detail,
      }),
    );
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
