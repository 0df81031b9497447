import {
  ALT_MAX_LENGTH,
  BYLINE_MAX_LENGTH,
  DESCRIPTION_MAX_LENGTH,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
} from '../../limits.ts';
import { clip, decodeReferences, decodeText } from '../page/decode-text.ts';
import { webAddress } from '../page/page-links.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { findHeadings } from './headings.ts';
import { type JsonLdNode, listOf, readStructuredData, textOf, valuesOf, wholeTextOf } from './json-ld.ts';
import { MetaTags } from './meta-tags.ts';
import { findOwnNode } from './own-node.ts';
import type { DateHabits } from './published-time.ts';
import { readByline } from './read-byline.ts';
import { readPublishedAt } from './read-date.ts';
import { readLanguages } from './read-language.ts';
import { readTitle } from './read-title.ts';

/** What a page says about its article, before anybody looks for the text. */
export interface PageMetadata {
  title: string | undefined;
  byline: string | undefined;
  /** What it is about, as said in several places, the most trusted first. */
  descriptions: string[];
  /** RFC 3339, UTC. */
  publishedAt: string | undefined;
  /** Tags, the most trusted first; the text may know better. */
  languages: string[];
  image: { url: string; alt: string } | null;
  canonicalUrl: string | undefined;
  tags: string[];
  /** The text itself, where structured data holds it. */
  articleBody: string | undefined;
  /** The page calls itself an article (JSON-LD type, `og:type`). */
  saysArticle: boolean;
  /** `isAccessibleForFree: false`: what is on the page may be its beginning only. */
  teaserOnly: boolean;
}

/**
 * Reads JSON-LD, Open Graph, meta elements, microdata and links, in this order of trust.
 *
 * @param timeZone - Of dates that name none.
 */
export function readMetadata(page: PageDocument, timeZone?: DateHabits['timeZone']): PageMetadata {
  const data = readStructuredData(page);
  const meta = new MetaTags(page);
  const headings = findHeadings(page);
  const canonicalUrl = readCanonical(page, meta);
  const node = findOwnNode(data.articles, { page, canonicalUrl, headings });
  const [publisher] = valuesOf(node.publisher, data);
  const siteName = meta.first('og:site_name') ?? textOf(publisher);
  const languages = readLanguages(page, node, meta);
  const [language] = languages;
  return {
    title: readTitle({ page, node, meta, headings, siteName }),
    byline: clip(readByline({ page, node, data, meta, language }), BYLINE_MAX_LENGTH),
    descriptions: readDescriptions(node, meta),
    publishedAt: readPublishedAt({ page, node, meta, headings, habits: { language, timeZone } }),
    languages,
    image: readImage(page, valuesOf(node.image, data), meta),
    canonicalUrl,
    tags: readTags(node, meta),
    articleBody: wholeTextOf(node.articleBody, 'text'),
    saysArticle: '@type' in node || /^article\b/i.test(meta.first('og:type') ?? ''),
    teaserOnly: data.articles.some(({ isAccessibleForFree }) => /^false$/i.test(String(isAccessibleForFree))),
  };
}

function readImage(page: PageDocument, images: readonly unknown[], meta: MetaTags): PageMetadata['image'] {
  const candidates = [
    ...meta.all('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'),
    ...images.flatMap((image) => [textOf(image, 'url'), textOf(image, 'contentUrl')]),
  ];
  for (const candidate of candidates) {
    const url = candidate === undefined ? undefined : webAddress(decodeReferences(candidate), page.baseURI);
    if (url !== undefined)
      return { url, alt: clip(meta.first('og:image:alt', 'twitter:image:alt'), ALT_MAX_LENGTH) ?? '' };
  }
  return null;
}

function readCanonical(page: PageDocument, meta: MetaTags): string | undefined {
  const links = page.findAll(
    (element) =>
      element.localName === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? ''),
  );
  const said = [...links.map((link) => link.getAttribute('href')), ...meta.all('og:url')];
  return said
    .map((address) => webAddress(address, page.baseURI))
    .find((address) => address !== undefined && !isFront(address, page.documentURI));
}

/** Some themes call the front page canonical on every page: then all articles would be one. */
function isFront(address: string, pageUrl: string): boolean {
  const { pathname, search } = new URL(address);
  const page = new URL(pageUrl);
  const isHome =
    search === '' && /^\/(?:(?:[a-z]{2}(?:-[a-z]{2})?\/?)?|index\.\w{1,5}|home\/?)$/i.test(pathname);
  return isHome && (page.pathname !== pathname || (pathname === '/' && page.search !== ''));
}

function readDescriptions(node: JsonLdNode, meta: MetaTags): string[] {
  const said = [
    ...meta.all('description', 'og:description'),
    textOf(node.description, 'text'),
    ...meta.all('twitter:description', 'dc.description', 'dcterms.description'),
  ];
  const lines = said.map((line) => clip(line, DESCRIPTION_MAX_LENGTH));
  return [...new Set(lines.filter((line) => line !== undefined))];
}

function readTags(node: JsonLdNode, meta: MetaTags): string[] {
  const keywords = listOf(node.keywords).flatMap((value) =>
    typeof value === 'string' ? value.split(',') : [],
  );
  const tags = keywords.length > 0 ? keywords : meta.all('article:tag');
  const all =
    tags.length > 0 ? tags : meta.all('news_keywords', 'keywords').flatMap((list) => list.split(','));
  const clean = all.map(decodeText).filter((tag) => tag !== '' && tag.length <= TAG_MAX_LENGTH);
  return [...new Set(clean)].slice(0, TAGS_MAX_COUNT);
}
