import createMarkdownIt, { type MarkdownIt, type StateCore } from 'markdown-it';
import useCjkEmphasis from 'markdown-it-cjk-friendly';
import { useBudget } from './markdown-budget.ts';
import { renderWithFootnotes, useFootnotes } from './markdown-footnotes.ts';

/**
 * Renders Markdown as GitHub does, with tables, strikethrough, bare links, task lists and footnotes. Raw HTML passes:
 * the result is as unsafe as the source and goes the way of an author's HTML.
 *
 * @throws {BodyRefused} `too-many-elements`.
 *
 * markdown-it was chosen over micromark and marked: it alone stays linear on every hostile text of our suites.
 */
export function markdownToHtml(source: string): string {
  renderer ??= createRenderer();
  return renderWithFootnotes(renderer, source);
}

/** Made at first use: most starts of the Worker serve readers and never need it. */
let renderer: MarkdownIt | undefined;

function createRenderer(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, linkify: true });
  limitNesting(markdown);
  useBudget(markdown);
  useBareLinks(markdown);
  useTaskLists(markdown);
  useFootnotes(markdown);
  // CommonMark leaves the asterisks of `**「新桥」**将于`: its rule of flanking knows spaces, which these scripts do not write.
  markdown.use(useCjkEmphasis);
  return markdown;
}

/** A list is two levels; above what we accept, since beyond it the library would leave text out. */
const MAX_BLOCK_NESTING = 1000;
/** The library's own figure for CommonMark. Beyond it brackets are text; the time for `[[[[…` grows with it. */
const MAX_INLINE_NESTING = 20;

/** The library has one limit for blocks, where going beyond loses text, and for words, where it costs time. */
function limitNesting(markdown: MarkdownIt): void {
  markdown.core.ruler.before('block', 'block_nesting', () => {
    markdown.set({ maxNesting: MAX_BLOCK_NESTING });
  });
  markdown.core.ruler.before('inline', 'inline_nesting', () => {
    markdown.set({ maxNesting: MAX_INLINE_NESTING });
  });
}

/** No address is longer in a browser's bar; it bounds what is looked at behind each `www.`. */
const MAX_ADDRESS = 2048;

/** GitHub links `https://…`, `www.…` and mail addresses, and neither `ftp://…` nor `//…`. */
function useBareLinks({ linkify }: MarkdownIt): void {
  linkify.add('ftp:', null).add('//', null);
  linkify.add('www.', {
    validate: (text, position, self) => {
      const rest = self.testSchemaAt(`//www.${text.slice(position, position + MAX_ADDRESS)}`, 'http:', 0);
      return Math.max(0, rest - '//www.'.length);
    },
    normalize: (match, self) => {
      match.url = `http://${match.url}`;
      self.normalize(match);
    },
  });
}

const TASK_BOX = /^\[[ xX]\][ \t]+/;

/** Task lists become plain lists: a box that nobody can tick is no part of an article. */
function useTaskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task_lists', ({ tokens }: StateCore) => {
    for (const [index, { type }] of tokens.entries()) {
      if (type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') continue;
      const first = tokens[index + 2]?.children?.[0];
      if (first?.type === 'text') first.content = first.content.replace(TASK_BOX, '');
    }
  });
}
