import type { BodyKind } from '../article/body-kind.ts';
import { BODY_MAX_DEPTH } from '../limits.ts';
import { type ArrangedBody, arrangeBody } from './body/arrange-body.ts';
import { rivalsOf } from './body/elsewhere.ts';
import { joinParagraphs, joinSeams, type Paragraph, pinnedParagraphs } from './body/paragraph.ts';
import { type Content, type RenderResult, tryRender } from './content.ts';
import { tooDeep } from './html/body-refused.ts';
import { parseHtml } from './html/html-tree.ts';
import { toSafeHtml } from './html/sanitize.ts';
import { markdownDepth } from './markdown/markdown-depth.ts';
import { markdownToHtml } from './markdown/markdown-to-html.ts';
import { renderText } from './render-text.ts';

export { type BodyKind, type Content, joinParagraphs, joinSeams, type Paragraph, pinnedParagraphs };

export interface RenderOptions {
  /** Address of the page that the body stands on: relative links and images are resolved against it. */
  baseUrl?: string;
}

/**
 * Turns what an author wrote into what is served and summarised.
 *
 * HTML and Markdown (with raw HTML) go one way: parsed as a browser would, arranged, sanitised by an allow-list as
 * the last step, written. The output of HTML is a fixed point: sent again it comes back the same, byte for byte.
 *
 * @param source - Any text; unpaired surrogates become U+FFFD, control characters are dropped.
 * @returns Never throws. A body is not read beyond the first level or element too many; the `found` of a depth is
 *   where counting stopped.
 *
 * Cost: linear in the text.
 */
export function renderContent(kind: BodyKind, source: string, options: RenderOptions = {}): RenderResult {
  switch (kind) {
    case 'text':
      return renderText(source);
    case 'html':
      return tryRender(source, (text) => htmlContent(arrangeBody(parseHtml(text), options.baseUrl)));
    case 'markdown':
      return tryRender(source, (text) => markdownContent(text, options.baseUrl));
  }
}

function markdownContent(text: string, baseUrl: string | undefined): Content {
  const depth = markdownDepth(text, BODY_MAX_DEPTH);
  if (depth > BODY_MAX_DEPTH) throw tooDeep(depth);
  return htmlContent({ ...arrangeBody(parseHtml(markdownToHtml(text)), baseUrl), summaryOff: false });
}

function htmlContent({ root, paragraphs, summaryOff, elsewhere }: ArrangedBody): Content {
  return {
    paragraphs,
    summaryOff,
    elsewhere: rivalsOf(elsewhere, paragraphs),
    get html() {
      return toSafeHtml(root);
    },
  };
}
