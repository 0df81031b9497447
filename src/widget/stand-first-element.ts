import { css } from './box.css';
import { draw, makeSheet } from './draw.ts';
import { nearestLanguage } from './languages.ts';
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
    const language = ONLY_LANGUAGE ?? nearestLanguage(this.closest<HTMLElement>('[lang]')?.lang, IDLE_TEXTS);
    const [noTime, getSummary, dir = 'ltr'] = IDLE_TEXTS[language] as (typeof IDLE_TEXTS)[string];
    const prepare = () => {
      if (this.prefetch !== 'none') loadPanel().catch(() => {}); // What goes wrong is told at the press.
    };
    const area = draw('div', { id: 'panel', part: 'panel', hidden: true });
    const button = draw(
      'button',
      {
        part: 'button',
        'aria-expanded': 'false',
        'aria-controls': 'panel',
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
