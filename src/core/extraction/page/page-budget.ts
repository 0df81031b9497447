import type { Token } from 'parse5';
import { PAGE_CONTENT_MAX_LENGTH, PAGE_MAX_ATTRIBUTES, PAGE_MAX_ELEMENTS } from '../../limits.ts';

/** Stories stand some twenty elements deep. */
const ORDINARY_DEPTH = 32;

/** Thrown through the parser to end it: what has been read by then is the page. */
export class PageFull extends Error {
  override readonly name = 'PageFull';
}

/**
 * What is read of a page, counted before it is made: a MiB of `<a href=x>` is 100,000 links, and formatting that is
 * never closed is opened again in every paragraph (HTML standard, "reconstruct the active formatting elements").
 */
export class PageBudget {
  #elements = PAGE_MAX_ELEMENTS;
  #attributes = PAGE_MAX_ATTRIBUTES;
  #length = PAGE_CONTENT_MAX_LENGTH;

  /**
   * @param depth - Elements around it: whoever measures one of them reads this one again, so deep ones count more.
   * @throws {PageFull}
   */
  element(attributes: readonly Token.Attribute[], depth: number): void {
    this.#elements -= 1 + Math.floor(depth / ORDINARY_DEPTH);
    this.#attributes -= attributes.length;
    if (this.#elements < 0 || this.#attributes < 0) throw new PageFull();
    for (const { name, value } of attributes) this.#take(name.length + value.length);
  }

  /** @throws {PageFull} */
  text(text: string): void {
    this.#take(text.length);
  }

  #take(length: number): void {
    this.#length -= length;
    if (this.#length < 0) throw new PageFull();
  }
}
