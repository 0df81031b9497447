import type { StartTag } from './places.ts';

/** A start tag as the rewriter knows it: by what is open around it, whatever tree a browser makes of the page. */
export interface OpenTag<T extends StartTag = StartTag> {
  tag: T;
  /** From 1, among the children of the tag around it that have its name: `:nth-of-type()`. */
  nthOfType: number;
  around: OpenTag<T> | null;
}

/** Elements that HTML gives no end tag (HTML standard, "void elements"). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const FOREIGN = new Set(['svg', 'math']);
/** Inside these, markup of another kind is HTML again (HTML standard, "integration points"). */
const HTML_AGAIN = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '));

/**
 * The stack of lol-html, which HTMLRewriter is made of: an end tag closes the innermost element of its name and all that is
 * open inside, and nothing else closes anything.
 */
export class OpenTags<T extends StartTag & { isSelfClosing: boolean }> {
  #open: { tag: OpenTag<T>; childrenOf: Map<string, number> }[] = [];
  readonly #roots = new Map<string, number>();

  /** A start tag comes by; it is open from now on, unless it can hold nothing. */
  start(tag: T): OpenTag<T> {
    const parent = this.#open.at(-1);
    const counts = parent?.childrenOf ?? this.#roots;
    const nthOfType = (counts.get(tag.name) ?? 0) + 1;
    counts.set(tag.name, nthOfType);
    const open = { tag, nthOfType, around: parent?.tag ?? null };
    const isShut = VOID.has(tag.name) || (tag.isSelfClosing && this.#isForeign(tag));
    if (!isShut) this.#open.push({ tag: open, childrenOf: new Map() });
    return open;
  }

  /** The element that an end tag belongs to; undefined for one that closes nothing. */
  end(name: string): OpenTag<T> | undefined {
    const index = this.#open.findLastIndex(({ tag }) => tag.tag.name === name);
    return index === -1 ? undefined : this.#open.splice(index)[0]?.tag;
  }

  #isForeign({ name }: T): boolean {
    if (FOREIGN.has(name)) return true;
    const nearest = this.#open.findLast(
      ({ tag }) => FOREIGN.has(tag.tag.name) || HTML_AGAIN.has(tag.tag.name),
    );
    return nearest !== undefined && FOREIGN.has(nearest.tag.tag.name);
  }
}
