import { saysMore } from '../article/description.ts';
import { type Content, joinParagraphs, type Paragraph, renderContent } from '../content/render-content.ts';
import { DomainError } from '../errors.ts';
import { BYLINE_MAX_LENGTH, TITLE_MAX_LENGTH } from '../limits.ts';
import { type PageDirectives, readDirectives } from './metadata/page-directives.ts';
import { cleanName } from './metadata/person-name.ts';
import { chooseLanguage } from './metadata/read-language.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { clip } from './page/decode-text.ts';
import type { PageElement } from './page/page-tree.ts';
import { parsePage } from './page/parse-page.ts';
import { linkShare } from './page/text-measure.ts';
import { toBareMarkup } from './story/bare-markup.ts';
import { cleanPage } from './story/clean-page.ts';
import { findArticle } from './story/find-article.ts';
import { markBoxes } from './story/mark-boxes.ts';
import { readBlocks, tellElsewhere } from './story/page-words.ts';
import { trimArticle } from './story/trim-article.ts';

/** What was found on a page. */
export interface Extraction extends PageDirectives {
  title: string;
  byline: string | null;
  /** What the page says it is about; null where it only repeats the title or the opening. */
  description: string | null;
  /** RFC 3339, UTC. */
  publishedAt: string | null;
  /** As the page says; null where it has to be detected. */
  language: string | null;
  image: { url: string; alt: string } | null;
  /** What the page calls its own address (`rel=canonical`, `og:url`); not checked against any list of hosts. */
  canonicalUrl: string | null;
  tags: string[];
  /** What was taken, editors' hints included, with absolute links: to be stored as an article's body. */
  body: { kind: 'html' | 'text' | 'markdown'; source: string };
  /** Sanitised, and a fixed point of the content pipeline. */
  html: string;
  /** Paragraphs joined by a blank line: what a summary is made of. */
  text: string;
  /** The page has the marks of an article, or enough prose to be one. */
  isArticle: boolean;
  teaserOnly: boolean;
}

/** Prose that makes a page without any mark an article; one paragraph alone is none, however long. */
const UNMARKED_MIN_LENGTH = 600;
const UNMARKED_MIN_PARAGRAPHS = 2;
/** More than this of a page's words in links is a list of other pages. */
const LINKS_MAX_SHARE = 0.5;
/** Structured data is preferred to the page when the page shows less than this part of it. */
const BODY_SHARE = 0.5;

/**
 * Finds the article of a page: its metadata, its body, its text.
 *
 * @param source - The page, decoded.
 * @param pageUrl - Where it was fetched: relative links are resolved against it.
 * @param robots - The `X-Robots-Tag` field it came with.
 * @param timeZone - IANA name of the zone of dates that name none.
 * @throws {DomainError} `nested-too-deeply`, `too-many-elements`.
 *
 * Cost: p50 and p95 on 232 real pages are printed by `npm run eval:extraction`.
 */
export function extractArticle(
  source: string,
  pageUrl: string,
  { robots = '', timeZone }: { robots?: string; timeZone?: string | undefined } = {},
): Extraction {
  const page = parsePage(source, pageUrl);
  const metadata = readMetadata(page, timeZone);
  const directives = readDirectives(page, robots);
  const blocks = readBlocks(page.body);
  markBoxes(page, source);
  cleanPage(page);
  const found = findArticle(page);
  const title = metadata.title ?? clip(found?.title ?? page.title, TITLE_MAX_LENGTH) ?? '';
  const story = found && trimArticle(found.element, title);
  const isProse = story === undefined || linkShare(story) < LINKS_MAX_SHARE;
  const content = renderBody(story, metadata.articleBody, page.baseURI, blocks);
  const text = joinParagraphs(content.paragraphs);
  return {
    ...directives,
    title,
    byline: metadata.byline ?? chooseByline(found?.byline),
    description: metadata.descriptions.find((line) => saysMore(line, title, text)) ?? null,
    publishedAt: metadata.publishedAt ?? null,
    language: chooseLanguage(metadata.languages, text) ?? null,
    image: metadata.image,
    canonicalUrl: metadata.canonicalUrl ?? null,
    tags: metadata.tags,
    body: content.body,
    html: content.html,
    text,
    isArticle:
      text !== '' &&
      (metadata.saysArticle || (isProse && looksLikeArticle(content.paragraphs, text, pageUrl))),
    teaserOnly: metadata.teaserOnly,
  };
}

function chooseByline(found: string | undefined): string | null {
  const [name] = cleanName(found);
  return name === undefined || name.length > BYLINE_MAX_LENGTH ? null : name;
}

interface RenderedBody extends Content {
  body: Extraction['body'];
}

/** The body as the content pipeline takes it in; structured data where the page shows much less of the text. */
function renderBody(
  story: PageElement | undefined,
  articleBody: string | undefined,
  baseUrl: string,
  blocks: readonly string[],
): RenderedBody {
  const markup = story === undefined ? '' : toBareMarkup(story, baseUrl);
  const shown = render('html', markup);
  shown.body.source = tellElsewhere(blocks, shown.paragraphs) + markup;
  const length = joinParagraphs(shown.paragraphs).length;
  if (articleBody === undefined || length >= articleBody.length * BODY_SHARE) return shown;
  return /<(?:p|br|div)\b/i.test(articleBody)
    ? render('html', articleBody)
    : render('text', articleBody.replace(/\n+/g, '\n\n'));
}

function render(kind: 'html' | 'text', source: string): RenderedBody {
  const rendered = renderContent(kind, source);
  if (rendered.ok) return { ...rendered.content, body: { kind, source } };
  throw new DomainError(rendered.fault);
}

/** A front page has prose of many articles and is none. */
function looksLikeArticle(paragraphs: readonly Paragraph[], text: string, pageUrl: string): boolean {
  if (new URL(pageUrl).pathname === '/') return false;
  return weigh(text) >= UNMARKED_MIN_LENGTH && paragraphs.length >= UNMARKED_MIN_PARAGRAPHS;
}

/** A character of Chinese, Japanese or Korean says as much as two or three Latin letters. */
function weigh(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + 1.5 * dense;
}
