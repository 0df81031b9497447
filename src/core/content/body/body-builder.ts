import { BODY_MAX_DEPTH } from '../../limits.ts';
import { Budget, tooDeep } from '../html/body-refused.ts';
import { type BodyNode, type BodyRoot, createElement, type Properties } from '../html/body-tree.ts';
import { type Block, BlockStack } from './block-stack.ts';
import { type Context, Leaf } from './leaf.ts';
import type { Paragraph } from './paragraph.ts';
import { proseOf } from './prose.ts';
import type { SeamKind } from './seams.ts';
import { unwrapRuns } from './unwrap-runs.ts';
import { hasInk } from './whitespace.ts';

/**
 * Builds a body whose shape any HTML parser reproduces: words only in blocks of words, blocks never within words.
 * Nothing of the text is lost or doubled.
 *
 * Paragraphs are numbered as they are closed, which is their order in the text.
 */
export class BodyBuilder {
  readonly root: BodyRoot = { type: 'root', children: [] };
  readonly paragraphs: Paragraph[] = [];
  /** Words of the body that are no paragraph's: headings, captions, asides. */
  readonly elsewhere: string[] = [];
  readonly #budget = new Budget();
  readonly #stack = new BlockStack(this.root, this.#budget);
  readonly #runs = new Set<BodyNode>();
  #leaf: Leaf | undefined;

  /** Whether words stand as they are written. */
  get inPreformatted(): boolean {
    return this.#leaf?.preformatted ?? false;
  }

  /** Opens a block of blocks. Within preformatted text there are none: nothing opens. */
  open(tagName: string, properties: Properties, context: Context): Block | undefined {
    if (this.#leaf?.preformatted) {
      this.#leaf.newLine();
      return undefined;
    }
    this.#closeLeaf();
    return this.#stack.open(tagName, properties, context);
  }

  close(block: Block | undefined): void {
    if (block === undefined) {
      this.boundary();
      return;
    }
    this.#closeLeaf();
    this.#stack.close(block);
  }

  /** Starts a block of words; inside a heading without words yet the heading goes on instead. */
  openLeaf(tagName: string, context: Context): Leaf | undefined {
    this.boundary();
    if (this.#leaf !== undefined) return undefined;
    this.#leaf = this.#makeLeaf(tagName, context);
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

  /** See {@link Leaf.seam}. */
  seam(kind: SeamKind): void {
    this.#leaf?.seam(kind);
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
      this.#closeLeaf();
      this.#stack.makeRoomFor('hr');
      this.#stack.top.children.push(createElement('hr', {}));
    }
  }

  /** Closes what is open and takes away the paragraphs that were only supplied around words. */
  finish(): void {
    this.#closeLeaf();
    this.#stack.closeAll();
    unwrapRuns(this.root.children, this.#runs);
  }

  /** The block of words that the next word goes into. Two line breaks or more part paragraphs, as on typewriters. */
  #leafFor(context: Context, inked: boolean): Leaf {
    if (this.#stack.depth + context.wrappers.length > BODY_MAX_DEPTH) throw tooDeep(BODY_MAX_DEPTH + 1);
    const parts = inked && this.#leaf?.element.tagName === 'p' && this.#leaf.breaks > 1;
    const wasRun = this.#leaf === undefined || this.#runs.has(this.#leaf.element);
    if (parts) this.#closeLeaf();
    if (this.#leaf !== undefined) return this.#leaf;
    this.#leaf = this.#makeLeaf('p', context);
    if (wasRun) this.#runs.add(this.#leaf.element);
    return this.#leaf;
  }

  #makeLeaf(tagName: string, context: Context): Leaf {
    this.#closeLeaf();
    this.#stack.makeRoomFor(tagName);
    this.#budget.spend();
    return new Leaf(createElement(tagName, this.#stack.inherited(context)), this.#budget);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf === undefined || leaf.isEmpty || (leaf.preformatted && !leaf.hasWords)) return;
    const { element, pins } = leaf;
    const { top } = this.#stack;
    top.children.push(element);
    const isProse = element.tagName === 'p' && top.prose;
    const { text, seams } = isProse ? proseOf(element, leaf.look) : { text: '' };
    if (text === '') {
      if (!leaf.preformatted) this.elsewhere.push(wordsOf(element));
      return;
    }
    const pinned = [...pins].some(({ used }) => !used);
    for (const pin of pins) pin.used = true;
    this.paragraphs.push({ text, pinned, ...(seams === undefined ? {} : { seams }) });
    element.properties = { id: `p${this.paragraphs.length}`, ...element.properties };
  }
}

function wordsOf(node: BodyNode): string {
  return node.type === 'text' ? node.value : node.children.map(wordsOf).join('');
}
