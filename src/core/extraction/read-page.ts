import { joinParagraphs, renderContent } from '../content/render-content.ts';
import { DomainError } from '../errors.ts';
import { TITLE_MAX_LENGTH } from '../limits.ts';
import { type Extraction, extractArticle } from './extract-article.ts';
import { readHeaderDirectives } from './metadata/page-directives.ts';
import { decodePage } from './page/decode-page.ts';
import { decodeText } from './page/decode-text.ts';

export interface FetchedPage {
  bytes: Uint8Array;
  /** The field of the header, parameters included. */
  contentType: string;
  /** Where it was found. */
  url: string;
  /** `X-Robots-Tag`. */
  robots: string;
  /** IANA name of the zone of dates that name none; UTC where it is not known. */
  timeZone?: string | undefined;
}

/**
 * Reads a page as it came: bytes to text, text to article. Plain text and Markdown are their own body.
 *
 * @throws {DomainError} `nested-too-deeply`, `too-many-elements`; `not-an-article` with its cause for a page that the
 *   parsers, the decoder or Readability give up on: it would be so at the next look.
 */
export function readPage(page: FetchedPage): Extraction {
  try {
    return read(page);
  } catch (error) {
    throw error instanceof DomainError
      ? error
      : new DomainError({ kind: 'not-an-article' }, { cause: error });
  }
}

function read({ bytes, contentType, url, robots, timeZone }: FetchedPage): Extraction {
  const source = decodePage(bytes, contentType);
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'text/plain') return readPlain('text', source, robots);
  if (mediaType === 'text/markdown') return readPlain('markdown', source, robots);
  return extractArticle(source, url, { robots, timeZone });
}

const PLAIN_MIN_LENGTH = 600;

/** The first line is the title: there is nowhere else for one. */
function readPlain(kind: 'text' | 'markdown', source: string, robots: string): Extraction {
  const [, first = '', rest = ''] = /^\s*([^\n]*)\n?([\s\S]*)$/u.exec(source) ?? [];
  const rendered = renderContent(kind, rest);
  if (!rendered.ok) throw new DomainError(rendered.fault);
  const { html, paragraphs } = rendered.content;
  const text = joinParagraphs(paragraphs);
  return {
    ...readHeaderDirectives(robots),
    title: decodeText(first.replace(/^#+\s*/u, '')).slice(0, TITLE_MAX_LENGTH),
    byline: null,
    description: null,
    publishedAt: null,
    language: null,
    image: null,
    canonicalUrl: null,
    tags: [],
    body: { kind, source: rest },
    html,
    text,
    isArticle: text.length >= PLAIN_MIN_LENGTH,
    teaserOnly: false,
  };
}
