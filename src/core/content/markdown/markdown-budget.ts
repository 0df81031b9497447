import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { BODY_MAX_ELEMENTS } from '../../limits.ts';
import { Budget } from '../html/body-refused.ts';

/** An element is an opening token, its words and a closing one; a paragraph has a fourth around its words. */
const TOKENS_PER_ELEMENT = 4;

/**
 * Has parsing end where a text becomes more tokens than a body may have elements: a token takes some 200 bytes, so
 * that a MiB of `*x* ` would fill an isolate before there is any HTML to count.
 *
 * Parsing is synchronous, so one count is enough for the parser: each text, and each note, starts it anew.
 */
export function useBudget({ core, block, inline, linkify }: MarkdownIt): void {
  let budget = new Budget();
  core.ruler.before('block', 'budget', () => {
    budget = new Budget(TOKENS_PER_ELEMENT * BODY_MAX_ELEMENTS);
  });
  block.State = class extends block.State {
    override push(...token: Parameters<StateBlock['push']>) {
      budget.spend();
      return super.push(...token);
    }
  };
  inline.State = class extends inline.State {
    override push(...token: Parameters<StateInline['push']>) {
      budget.spend();
      return super.push(...token);
    }
  };
  // Bare links are found first, all of a text, and become four tokens each.
  const normalize = linkify.normalize.bind(linkify);
  linkify.normalize = (match) => {
    for (let token = 0; token < TOKENS_PER_ELEMENT; token += 1) budget.spend();
    normalize(match);
  };
}
