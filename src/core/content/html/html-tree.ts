import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment } from 'parse5';
import { BODY_MAX_DEPTH, BODY_MAX_ELEMENTS } from '../../limits.ts';
import { Budget, tooDeep } from './body-refused.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlFragment = DefaultTreeAdapterTypes.DocumentFragment;

/** Where the body will stand: in flow content. parse5's own default, a template, would let cells stand by themselves. */
const CONTEXT = defaultTreeAdapter.createElement('article', html.NS.HTML, []);

/**
 * Parses a fragment as browsers do (HTML standard, by parse5).
 *
 * The depth is counted on the parser's own stack of open elements and parsing ends at the first element too many.
 * So the count is exact where a count of tags would not be (implied end tags, elements opened again), nothing deep
 * is ever built, and the parser's searches through its stack are bounded: the cost is linear in the text.
 *
 * @throws {BodyRefused} More than {@link BODY_MAX_DEPTH} elements open at once, or more elements and comments in all
 *   than the budget has.
 */
export function parseHtml(source: string): HtmlFragment {
  // The parser's own root element is on the stack as well; and it makes a document for it.
  let depth = -1;
  const budget = new Budget(BODY_MAX_ELEMENTS + 2);
  return parseFragment(CONTEXT, source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...element) {
        budget.spend();
        return defaultTreeAdapter.createElement(...element);
      },
      createCommentNode(comment) {
        budget.spend();
        return defaultTreeAdapter.createCommentNode(comment);
      },
      onItemPush() {
        depth += 1;
        if (depth > BODY_MAX_DEPTH) throw tooDeep(depth);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}
