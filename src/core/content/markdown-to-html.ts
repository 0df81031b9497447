import createMarkdownIt, { type MarkdownIt } from 'markdown-it';

/**
 * Renders Markdown with GitHub's tables, strikethrough, bare links and task lists. Raw HTML passes: the result is
 * as unsafe as the source and goes the way of an author's HTML.
 *
 * markdown-it was chosen over micromark and marked: it alone stays linear on every hostile text of our suites.
 */
export function markdownToHtml(source: string): string {
  renderer ??= createRenderer();
  return renderer.render(source);
}

/** Made at first use: most starts of the Worker serve readers and never need it. */
let renderer: MarkdownIt | undefined;

/** Above twice the depth that we accept, so that the library never leaves text out by itself. */
const MAX_NESTING = 1000;

function createRenderer(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, linkify: true });
  markdown.set({ maxNesting: MAX_NESTING });
  markdown.linkify.add('ftp:', null).add('//', null);
  return markdown;
}
