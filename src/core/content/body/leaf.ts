import type { Budget } from '../html/body-refused.ts';
import { type BodyNode, createElement, type ElementNode, type Properties } from '../html/body-tree.ts';
import { cleanText } from '../html/clean-text.ts';
import type { SeamKind } from './seams.ts';
import { foldSpaces, hasInk } from './whitespace.ts';

/** An element within words that is open in the source; it is opened again in each block that it reaches into. */
export interface Wrapper {
  readonly tagName: string;
  readonly properties: Properties;
}

/** A wish of the author's: the first paragraph under it is pinned. */
export interface Pin {
  used: boolean;
}

/** What holds for a piece of text by the elements around it. */
export interface Context {
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Kept in the body, left out of the paragraph, as the author wants. */
  readonly muted: boolean;
  readonly pins: readonly Pin[];
  readonly wrappers: readonly Wrapper[];
}

/**
 * One block of words while it is written: a paragraph, a heading, a preformatted text.
 *
 * Spaces are folded over the borders of inline elements and written outside of them, so that reading the result
 * again changes nothing; line breaks at either end go.
 */
export class Leaf {
  readonly element: ElementNode;
  readonly preformatted: boolean;
  readonly pins = new Set<Pin>();
  /** Line breaks since the last word. */
  breaks = 0;
  hasWords = false;
  /** Of the words on their page. */
  look: 'initial' | 'capitals' | undefined;
  #space = '';
  readonly #open: { wrapper: Wrapper; element: ElementNode }[] = [];
  readonly #budget: Budget;

  constructor(element: ElementNode, budget: Budget) {
    this.element = element;
    this.preformatted = element.tagName === 'pre';
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.element.children.length === 0;
  }

  text(source: string, context: Context): void {
    const text = cleanText(source);
    if (this.preformatted) this.#appendAsIs(text, context);
    else this.#appendFolded(foldSpaces(text), context);
  }

  image(element: ElementNode, context: Context): void {
    this.#place(context).push(element);
  }

  lineBreak(context: Context): void {
    if (this.preformatted) this.#appendAsIs('\n', context);
    else if (!this.isEmpty) this.breaks += 1;
  }

  /** Marks that the words on two sides of this place may not be one run of the page. */
  seam(kind: SeamKind): void {
    const place = this.#open.at(-1)?.element.children ?? this.element.children;
    const spaced = this.#space !== '' || this.breaks > 0;
    if (!this.isEmpty && !this.preformatted) place.push({ type: 'text', value: '', seam: kind, spaced });
  }

  /** A border between blocks that are no blocks here. */
  newLine(): void {
    if (this.isEmpty || lastText(this.element)?.endsWith('\n')) return;
    this.#open.length = 0;
    appendText(this.element.children, '\n');
  }

  #appendAsIs(text: string, context: Context): void {
    // The parser drops a newline right after <pre>: leading ones would vanish one by one at each reading.
    const shown = this.isEmpty ? text.replace(/^\n+/, '') : text;
    if (shown === '') return;
    this.hasWords ||= hasInk(shown);
    appendText(this.#place(context), shown);
  }

  #appendFolded(text: string, context: Context): void {
    const words = text.trim();
    const start = words === '' ? text.length : text.indexOf(words);
    if (start > 0) this.#pendSpace(text.slice(0, start));
    if (words === '') return;
    appendText(this.#place(context), words, context.muted);
    this.hasWords = true;
    if (!context.muted) for (const pin of context.pins) this.pins.add(pin);
    const end = start + words.length;
    if (end < text.length) this.#pendSpace(text.slice(end));
  }

  #pendSpace(space: string): void {
    if (this.isEmpty || this.breaks > 0) return;
    this.#space = this.#space === '' && space.length === 1 ? space : ' ';
  }

  /** Closes and opens inline elements as the context asks; gives the place where the next word goes. */
  #place({ wrappers }: Context): BodyNode[] {
    let shared = 0;
    while (shared < this.#open.length && this.#open[shared]?.wrapper === wrappers[shared]) shared += 1;
    this.#open.length = shared;
    let place = this.#open.at(-1)?.element.children ?? this.element.children;
    if (this.breaks > 0) place.push(createElement('br', {}));
    else if (this.#space !== '') appendText(place, this.#space);
    this.breaks = 0;
    this.#space = '';
    for (const wrapper of wrappers.slice(shared)) {
      this.#budget.spend();
      const element = createElement(wrapper.tagName, { ...wrapper.properties });
      place.push(element);
      this.#open.push({ wrapper, element });
      place = element.children;
    }
    return place;
  }
}

function appendText(place: BodyNode[], value: string, muted = false): void {
  const last = place.at(-1);
  if (last?.type === 'text' && (last.muted ?? false) === muted) last.value += value;
  else place.push(muted ? { type: 'text', value, muted } : { type: 'text', value });
}

function lastText(element: ElementNode): string | undefined {
  const last = element.children.at(-1);
  return last?.type === 'element' ? lastText(last) : last?.value;
}
