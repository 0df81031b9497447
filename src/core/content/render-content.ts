import { BODY_MAX_DEPTH } from '../limits.ts';
import { type ArrangedBody, arrangeBody } from './body/arrange-body.ts';
import { rivalsOf } from './body/elsewhere.ts';
import { joinParagraphs, joinSeams, type Paragraph, pinnedParagraphs } from './body/paragraph.ts';
import { type BodyFault, BodyRefused, tooDeep } from './html/body-refused.ts';
import { parseHtml } from './html/html-tree.ts';
import { toSafeHtml } from './html/sanitize.ts';
import { markdownDepth } from './markdown/markdown-depth.ts';
import { markdownToHtml } from './markdown/markdown-to-html.ts';
import { splitText, writeParagraphs } from './plain-text.ts';

export { joinParagraphs, joinSeams, type Paragraph, pinnedParagraphs };

/** What an author sent. */
export type BodyKind = 'html' | 'markdown' | 'text';

export interface Content {
  /**
   * Sanitised. The block of each paragraph carries its number: `id="p1"`, `id="p2"`, …; there are no other ids.
   *
   * Written when it is asked for: a text that is only summarised needs none.
   */
  readonly html: string;
  /** The prose, numbered from 1 in this order. */
  paragraphs: Paragraph[];
  /** The author's HTML says `<meta name="standfirst" content="off">`. */
  summaryOff: boolean;
  /** Words of the body, or told of its page, that are no paragraph's and could be taken for one's. */
  elsewhere: string[];
}

export type RenderResult = { ok: true; content: Content } | { ok: false; fault: BodyFault };

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
  const text = source.replaceAll('\0', '').toWellFormed();
  try {
    return { ok: true, content: render(kind, text, options.baseUrl) };
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    return { ok: false, fault: error.fault };
  }
}

function render(kind: BodyKind, text: string, baseUrl: string | undefined): Content {
  switch (kind) {
    case 'text':
      return textContent(text);
    case 'html':
      return htmlContent(arrangeBody(parseHtml(text), baseUrl));
    case 'markdown': {
      const depth = markdownDepth(text, BODY_MAX_DEPTH);
      if (depth > BODY_MAX_DEPTH) throw tooDeep(depth);
      return htmlContent({ ...arrangeBody(parseHtml(markdownToHtml(text)), baseUrl), summaryOff: false });
    }
  }
}

function textContent(source: string): Content {
  const paragraphs = splitText(source);
  return {
    paragraphs,
    summaryOff: false,
    elsewhere: [],
    get html() {
      return writeParagraphs(paragraphs);
    },
  };
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
