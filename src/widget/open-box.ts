import type { Summary } from '../core/summary/summary.ts';
import type { WidgetState } from './box-life.ts';
import { draw } from './draw.ts';
import { choosePageUrl } from './page-url.ts';
import type { StandFirstElement } from './stand-first-element.ts';

/** A box whose panel has been drawn: what that holds from top to bottom, and what it shows. */
export interface OpenBox extends StandFirstElement {
  toolBar: HTMLElement;
  pointArea: HTMLElement;
  footLine: HTMLElement;
  statusLine: HTMLElement;
  articleElement: Element;
  /** What was asked last, and the answer that is on show or on its way; none where the next opening asks again. */
  shownAddress: string;
  awaitedAnswer: Promise<Summary> | undefined;
  /** A label in the reader's language; its key is English, should it be missing. */
  labelOf: (key: string) => string;
}

/** A status region speaks what changes in it, so it has to be empty for a moment. */
const STATUS_DELAY_MS = 60;

export function say({ statusLine }: OpenBox, text: string): void {
  statusLine.textContent = '';
  setTimeout(() => {
    statusLine.textContent = text;
  }, STATUS_DELAY_MS);
}

export function enterState(box: OpenBox, state: WidgetState): void {
  box.state = state;
  box.boxElement.setAttribute('part', `box ${state}`);
  box.discloseArea.ariaBusy = `${state === 'loading'}`;
  box.hostInternals ??= box.attachInternals();
  const { states } = box.hostInternals;
  states.clear();
  try {
    states.add(state);
  } catch {
    // Chromium before 125 knows only states that begin with two hyphens; the part tells the same.
  }
}

/** Escape leads out of here, and out of nothing around it: a dialog of the page stays open. */
export function leaveOn(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  leave();
}

export function has({ features }: OpenBox, feature: string): boolean {
  return (features || 'length jump copy listen').includes(feature);
}

export function articleUrl({ url }: OpenBox): string {
  return url || choosePageUrl();
}

/** The summary as a page of its own, which works without scripts. */
export function pageUrl(box: OpenBox): string {
  return `${box.serviceUrl}/s?${new URLSearchParams({ url: articleUrl(box) })}`;
}

/** A button of the toolbar or the footer. */
export function drawControl(click: () => void, ...content: (Node | string)[]): HTMLButtonElement {
  return draw('button', { part: 'control', click }, ...content);
}
