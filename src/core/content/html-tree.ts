import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlFragment = DefaultTreeAdapterTypes.DocumentFragment;

/** Elements open at once; a browser flattens what is deeper than 512. */
export const MAX_DEPTH = 256;

/**
 * Elements that the parser may make by itself, beyond three for each `<`.
 *
 * Formatting elements that are never closed are opened again in every later block (HTML standard, "reconstruct the
 * active formatting elements"): 250 of them before 16,000 `<p>x` make four million elements out of 64 KB. Sloppy
 * pages make some hundreds.
 */
const MAX_REOPENED = 10_000;

/** Thrown through the parser to end it; never leaves this folder. */
export class NestedTooDeeply extends Error {
  override readonly name = 'NestedTooDeeply';
  readonly found: number;

  constructor(found: number) {
    super(`more than ${MAX_DEPTH} elements inside one another`);
    this.found = found;
  }
}

/** Where the body will stand: in flow content. parse5's own default, a template, would let cells stand by themselves. */
const CONTEXT = defaultTreeAdapter.createElement('article', html.NS.HTML, []);

/**
 * Parses a fragment as browsers do (HTML standard, by parse5).
 *
 * The depth is counted on the parser's own stack of open elements and parsing ends at the first element too many.
 * So the count is exact where a count of tags would not be (implied end tags, elements opened again), nothing deep
 * is ever built, and the parser's searches through its stack are bounded: the cost is linear in the text.
 *
 * @throws {NestedTooDeeply} More than {@link MAX_DEPTH} elements open at once, or formatting elements opened again
 *   more than {@link MAX_REOPENED} times.
 */
export function parseHtml(source: string): HtmlFragment {
  // The parser's own root element is on the stack as well.
  let depth = -1;
  let elements = 0;
  const maxElements = MAX_REOPENED + 3 * count(source, '<');
  return parseFragment(CONTEXT, source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespace, attributes) {
        elements += 1;
        if (elements > maxElements) throw new NestedTooDeeply(MAX_DEPTH + 1);
        return defaultTreeAdapter.createElement(tagName, namespace, attributes);
      },
      onItemPush() {
        depth += 1;
        if (depth > MAX_DEPTH) throw new NestedTooDeeply(depth);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
