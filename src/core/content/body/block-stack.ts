import { BODY_MAX_DEPTH } from '../../limits.ts';
import type { Budget } from '../html/body-refused.ts';
import { tooDeep } from '../html/body-refused.ts';
import { type BodyNode, type BodyRoot, createElement, type Properties } from '../html/body-tree.ts';
import { KEPT_EMPTY, NOT_PROSE, ONLY_CHILDREN, PARENTS } from './element-roles.ts';
import type { Context } from './leaf.ts';

/** A block of blocks that is open. */
export interface Block {
  readonly tagName: string;
  readonly children: BodyNode[];
  /** Supplied by us, closed as soon as something comes that does not belong into it. */
  readonly supplied: boolean;
  /** Words in it are the article's, not a caption's or a table's. */
  readonly prose: boolean;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
}

type Inherited = Pick<Context, 'lang' | 'dir'>;

/**
 * The blocks that are open, outermost first. List items, cells, terms and captions stand only in their parents: what
 * cannot stand where it is gets the parent or the child that it lacks.
 */
export class BlockStack {
  readonly #blocks: Block[];
  readonly #budget: Budget;

  constructor({ children }: BodyRoot, budget: Budget) {
    this.#blocks = [{ tagName: '', children, supplied: false, prose: true, lang: undefined, dir: undefined }];
    this.#budget = budget;
  }

  get top(): Block {
    const top = this.#blocks.at(-1);
    if (top === undefined) throw new RangeError('the root of a body is never closed');
    return top;
  }

  get depth(): number {
    return this.#blocks.length;
  }

  open(tagName: string, properties: Properties, context: Inherited): Block {
    this.makeRoomFor(tagName);
    return this.#push(tagName, { ...properties, ...this.inherited(context) }, context, false);
  }

  /** Closes the block and all within it. */
  close(block: Block): void {
    while (this.#blocks.includes(block)) this.#pop();
  }

  closeAll(): void {
    while (this.#blocks.length > 1) this.#pop();
  }

  /** Leaves a block on top that may hold an element of this name. */
  makeRoomFor(tagName: string): void {
    while (this.top.supplied && !accepts(this.top, tagName)) this.#pop();
    this.#supply(tagName);
  }

  /** Language and direction, where they differ from those of the block on top. */
  inherited({ lang, dir }: Inherited): Properties {
    const { top } = this;
    return {
      ...(lang !== undefined && lang !== top.lang ? { lang } : {}),
      ...(dir !== undefined && dir !== top.dir ? { dir } : {}),
    };
  }

  #supply(tagName: string): void {
    while (!accepts(this.top, tagName)) {
      const child = ONLY_CHILDREN.get(this.top.tagName) ?? PARENTS.get(tagName)?.[0] ?? 'p';
      if (!ONLY_CHILDREN.has(this.top.tagName)) this.#supply(child);
      this.#pushSupplied(child, tagName);
    }
  }

  #pushSupplied(tagName: string, forTagName: string): void {
    const { top } = this;
    const last = top.children.at(-1);
    // <ul><li>a</li><ul>…</ul></ul>: editors mean a list within the item before.
    if (tagName === 'li' && last?.type === 'element' && (forTagName === 'ul' || forTagName === 'ol')) {
      this.#blocks.push({ ...top, tagName, children: last.children, supplied: true });
    } else {
      this.#push(tagName, {}, top, true);
    }
  }

  #push(tagName: string, properties: Properties, { lang, dir }: Inherited, supplied: boolean): Block {
    if (this.depth >= BODY_MAX_DEPTH) throw tooDeep(BODY_MAX_DEPTH + 1);
    this.#budget.spend();
    const parent = this.top;
    const element = createElement(tagName, properties);
    parent.children.push(element);
    // A quotation in a figure is prose with a source under it; the rest of a figure is a caption.
    const quoted =
      tagName === 'blockquote' && parent.tagName === 'figure' && this.#blocks.at(-2)?.prose === true;
    const prose = quoted || (parent.prose && !NOT_PROSE.has(tagName));
    const block: Block = { tagName, children: element.children, supplied, prose, lang, dir };
    this.#blocks.push(block);
    return block;
  }

  #pop(): void {
    const block = this.#blocks.pop();
    if (block !== undefined && block.children.length === 0 && !KEPT_EMPTY.has(block.tagName)) {
      this.top.children.pop();
    }
  }
}

const PARENT_NAMES: ReadonlySet<string> = new Set([...PARENTS.values()].flat());

/** A parent that was only supplied takes nothing but the children that need it: what follows a caption is no caption. */
function accepts(parent: Block, tagName: string): boolean {
  const parents = PARENTS.get(tagName);
  if (parents !== undefined) return parents.includes(parent.tagName);
  return !ONLY_CHILDREN.has(parent.tagName) && !(parent.supplied && PARENT_NAMES.has(parent.tagName));
}
