import type { Summary } from '../core/summary.ts';
import { draw } from './draw.ts';
import { choosePageUrl } from './page-url.ts';
import type { WidgetState } from './panel-contract.ts';
import type { StandFirstElement } from './stand-first-element.ts';

/** One open box: its parts, and what it is doing. The build shortens these names, so none is a name of the DOM. */
export interface PanelView {
  readonly hostElement: StandFirstElement;
  readonly hostInternals: ElementInternals;
  readonly boxElement: HTMLElement;
  /** The region that the button discloses, and what it holds from top to bottom. */
  readonly discloseArea: HTMLElement;
  readonly toolBar: HTMLElement;
  readonly pointArea: HTMLElement;
  readonly footLine: HTMLElement;
  readonly statusLine: HTMLElement;
  readonly articleElement: Element;
  readonly serviceUrl: string;
  /** Language of the box's own texts. */
  readonly textLanguage: string;
  readonly emitEvent: (name: string, detail?: object) => void;
  readonly markReady: () => void;
  /** The request whose answer is on show, or on its way. */
  shownAddress: string;
  sourceMarks: (HTMLElement | undefined)[];
  /** Ends what goes on: speech, jump, waiting, a kept height. */
  endings: (() => void)[];
}

/** A status region speaks what changes in it, so it has to be empty for a moment. */
const STATUS_DELAY_MS = 60;

export function say({ statusLine }: PanelView, text: string): void {
  statusLine.textContent = '';
  setTimeout(() => statusLine.replaceChildren(text), STATUS_DELAY_MS);
}

export function enterState({ hostElement, hostInternals, boxElement }: PanelView, state: WidgetState): void {
  hostElement.state = state;
  boxElement.setAttribute('part', `box ${state}`);
  try {
    hostInternals.states.clear();
    hostInternals.states.add(state);
  } catch {
    // Chromium before 125 knows only states that begin with two hyphens; the part tells the same.
  }
}

export function has({ hostElement }: PanelView, feature: string): boolean {
  return (hostElement.features || 'length jump copy listen').split(' ').includes(feature);
}

export function articleUrl({ hostElement }: PanelView): string {
  return hostElement.url || choosePageUrl();
}

/** The summary as a page of its own, which works without scripts. */
export function pageUrl(view: PanelView): string {
  return `${view.serviceUrl}/s?url=${encodeURIComponent(articleUrl(view))}`;
}

/** Calls back once: when the element has left the screen, or the box comes to rest. */
export function whenOutOfSight({ endings }: PanelView, element: Element, call: () => void): void {
  const end = () => {
    observer.disconnect();
    call();
  };
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting || end());
  observer.observe(element);
  endings.push(end);
}

/** A label in the reader's language; its key is English, should it be missing. */
export type LabelOf = (key: string) => string;

export function labelsOf({ labels }: Summary): LabelOf {
  return (key) => `${labels?.[key] ?? key}`;
}

/** A button of the toolbar or the footer. */
export function drawControl(label: string, click: () => void, content: Node | string): HTMLButtonElement {
  return draw('button', { part: 'control', title: label, 'aria-label': label, click }, content);
}
