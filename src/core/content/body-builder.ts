import { type BodyNode, type BodyRoot, createElement, type Properties } from './body-tree.ts';
import { KEPT_EMPTY, NOT_PROSE, ONLY_CHILDREN, PARENTS } from './element-roles.ts';
import { MAX_DEPTH, NestedTooDeeply } from './html-tree.ts';
import { type Context, Leaf, type ReopenBudget } from './leaf.ts';
import type { Paragraph } from './paragraph.ts';
import { proseOf } from './prose.ts';
import { unwrapRuns } from './unwrap-runs.ts';
import { hasInk } from './whitespace.ts';

/** A block of blocks that is open. */
export interface Block {
  readonly tagName: string;
  readonly children: BodyNode[];
  /** Supplied by us, closed as soon as something comes that does not belong into it. */
  readonly supplied: boolean;
  readonly prose: boolean;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
}

/** Inline elements opened again in further blocks, per body; see `MAX_REOPENED` of the parser, the same danger. */
const MAX_REOPENED = 10_000;

/**
 * Builds a body whose shape any HTML parser reproduces: words only in blocks of words, blocks never within words,
 * list items, cells and terms only in their parents. Nothing of the text is lost or doubled; what cannot stand where
 * it is gets the parent or the child that it lacks.
 *
 * Paragraphs are numbered as they are closed, which is their order in the text.
 */
export class BodyBuilder {
  readonly root: BodyRoot = { type: 'root', children: [] };
  readonly paragraphs: Paragraph[] = [];
  readonly #stack: Block[];
  readonly #runs = new Set<BodyNode>();
  readonly #budget: ReopenBudget = { left: MAX_REOPENED };
  #leaf: Leaf | undefined;

  constructor() {
    const { children } = this.root;
    this.#stack = [{ tagName: '', children, supplied: false, prose: true, lang: undefined, dir: undefined }];
  }

  /** Opens a block of blocks. Within preformatted text there are none: nothing opens. */
  open(tagName: string, properties: Properties, context: Context): Block | undefined {
    if (this.#leaf?.preformatted) {
      this.#leaf.newLine();
      return undefined;
    }
    this.#makeRoomFor(tagName);
    return this.#push(tagName, { ...properties, ...this.#inherited(context) }, context, false);
  }

  close(block: Block | undefined): void {
    if (block === undefined) {
      this.boundary();
      return;
    }
    this.#closeLeaf();
    while (this.#stack.includes(block)) this.#pop();
  }

  /** Starts a block of words; inside a heading without words yet the heading goes on instead. */
  openLeaf(tagName: string, context: Context): Leaf | undefined {
    this.boundary();
    if (this.#leaf !== undefined) return undefined;
    this.#makeRoomFor(tagName);
    this.#leaf = new Leaf(createElement(tagName, this.#inherited(context)), this.#budget);
    return this.#leaf;
  }

  closeLeaf(leaf: Leaf | undefined): void {
    if (leaf === this.#leaf) this.#closeLeaf();
    else this.boundary();
  }

  /** A border of a block that is not kept: words on its two sides never share a block of words. */
  boundary(): void {
    if (this.#leaf === undefined) return;
    if (this.#leaf.preformatted) this.#leaf.newLine();
    else if (!this.#leaf.isEmpty || this.#leaf.element.tagName === 'p') this.#closeLeaf();
  }

  text(text: string, context: Context): void {
    if (this.#leaf === undefined && !hasInk(text)) return;
    this.#leafFor(context, hasInk(text)).text(text, context);
  }

  image(properties: Properties, context: Context): void {
    this.#leafFor(context, true).image(createElement('img', properties), context);
  }

  lineBreak(context: Context): void {
    this.#leaf?.lineBreak(context);
  }

  rule(): void {
    if (this.#leaf?.preformatted) {
      this.#leaf.newLine();
    } else {
      this.#makeRoomFor('hr');
      this.#top().children.push(createElement('hr', {}));
    }
  }

  /** Closes what is open and takes away the paragraphs that were only supplied around words. */
  finish(): void {
    this.#closeLeaf();
    while (this.#stack.length > 1) this.#pop();
    unwrapRuns(this.root.children, this.#runs);
  }

  #top(): Block {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new RangeError('the root of a body is never closed');
    return top;
  }

  /** The block of words that the next word goes into. Two line breaks or more part paragraphs, as on typewriters. */
  #leafFor(context: Context, inked: boolean): Leaf {
    if (this.#stack.length + context.wrappers.length > MAX_DEPTH) throw new NestedTooDeeply(MAX_DEPTH + 1);
    const parts = inked && this.#leaf?.element.tagName === 'p' && this.#leaf.breaks > 1;
    const wasRun = this.#leaf === undefined || this.#runs.has(this.#leaf.element);
    if (parts) this.#closeLeaf();
    if (this.#leaf !== undefined) return this.#leaf;
    this.#makeRoomFor('p');
    this.#leaf = new Leaf(createElement('p', this.#inherited(context)), this.#budget);
    if (wasRun) this.#runs.add(this.#leaf.element);
    return this.#leaf;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf === undefined || leaf.isEmpty || (leaf.preformatted && !leaf.hasWords)) return;
    const { element, pins } = leaf;
    this.#top().children.push(element);
    const text = element.tagName === 'p' && this.#top().prose ? proseOf(element) : '';
    if (text === '') return;
    const pinned = [...pins].some(({ used }) => !used);
    for (const pin of pins) pin.used = true;
    this.paragraphs.push({ text, pinned });
    element.properties = { id: `p${this.paragraphs.length}`, ...element.properties };
  }

  #makeRoomFor(tagName: string): void {
    this.#closeLeaf();
    while (this.#top().supplied && !accepts(this.#top(), tagName)) this.#pop();
    this.#supply(tagName);
  }

  #supply(tagName: string): void {
    while (!accepts(this.#top(), tagName)) {
      const child = ONLY_CHILDREN.get(this.#top().tagName) ?? PARENTS.get(tagName)?.[0] ?? 'p';
      if (!ONLY_CHILDREN.has(this.#top().tagName)) this.#supply(child);
      this.#pushSupplied(child, tagName);
    }
  }

  #pushSupplied(tagName: string, forTagName: string): void {
    const top = this.#top();
    const last = top.children.at(-1);
    // <ul><li>a</li><ul>…</ul></ul>: editors mean a list within the item before.
    if (tagName === 'li' && last?.type === 'element' && (forTagName === 'ul' || forTagName === 'ol')) {
      this.#stack.push({ ...top, tagName, children: last.children, supplied: true });
    } else {
      this.#push(tagName, {}, top, true);
    }
  }

  #push(
    tagName: string,
    properties: Properties,
    { lang, dir }: Pick<Block, 'lang' | 'dir'>,
    supplied: boolean,
  ): Block {
    const parent = this.#top();
    if (this.#stack.length >= MAX_DEPTH) throw new NestedTooDeeply(MAX_DEPTH + 1);
    const element = createElement(tagName, properties);
    parent.children.push(element);
    // A quotation in a figure is prose with a source under it; the rest of a figure is a caption.
    const quoted =
      tagName === 'blockquote' && parent.tagName === 'figure' && this.#stack.at(-2)?.prose === true;
    const prose = quoted || (parent.prose && !NOT_PROSE.has(tagName));
    const block: Block = { tagName, children: element.children, supplied, prose, lang, dir };
    this.#stack.push(block);
    return block;
  }

  #pop(): void {
    const block = this.#stack.pop();
    if (block !== undefined && block.children.length === 0 && !KEPT_EMPTY.has(block.tagName)) {
      this.#top().children.pop();
    }
  }

  /** Language and direction, where they differ from those of the parent. */
  #inherited({ lang, dir }: Pick<Context, 'lang' | 'dir'>): Properties {
    const parent = this.#top();
    return {
      ...(lang !== undefined && lang !== parent.lang ? { lang } : {}),
      ...(dir !== undefined && dir !== parent.dir ? { dir } : {}),
    };
  }
}

function accepts(parent: Block, tagName: string): boolean {
  const parents = PARENTS.get(tagName);
  return parents === undefined ? !ONLY_CHILDREN.has(parent.tagName) : parents.includes(parent.tagName);
}
