import {
  ALT_MAX_LENGTH,
  BYLINE_MAX_LENGTH,
  DESCRIPTION_MAX_LENGTH,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
  TITLE_MAX_LENGTH,
} from '../../limits.ts';
import { clip, decodeText } from '../page/decode-text.ts';
import { webAddress } from '../page/page-links.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { type JsonLdNode, listOf, readArticleNodes, textOf, wholeTextOf } from './json-ld.ts';
import { MetaTags } from './meta-tags.ts';
import { dayInAddress, parsePublishedTime } from './published-time.ts';
import { readByline } from './read-byline.ts';

/** What a page says about its article, before anybody looks for the text. */
export interface PageMetadata {
  title: string | undefined;
  byline: string | undefined;
  /** What it is about, as said in several places, the most trusted first. */
  descriptions: string[];
  /** RFC 3339, UTC. */
  publishedAt: string | undefined;
  language: string | undefined;
  image: { url: string; alt: string } | null;
  canonicalUrl: string | undefined;
  tags: string[];
  siteName: string | undefined;
  /** The text itself, where structured data holds it. */
  articleBody: string | undefined;
  /** The page calls itself an article (JSON-LD type, `og:type`). */
  saysArticle: boolean;
  /** `isAccessibleForFree: false`: what is on the page may be its beginning only. */
  teaserOnly: boolean;
}

/** More article nodes than this on one page are a list of other pages' articles. */
const OWN_NODES_MAX_COUNT = 3;

/** Reads JSON-LD, Open Graph, meta elements, microdata and links, in this order of trust. */
export function readMetadata(page: PageDocument): PageMetadata {
  const nodes = readArticleNodes(page);
  const node: JsonLdNode = nodes.length > OWN_NODES_MAX_COUNT ? {} : (nodes[0] ?? {});
  const meta = new MetaTags(page);
  return {
    title: clip(readTitle(page, node, meta), TITLE_MAX_LENGTH),
    byline: clip(readByline(page, node, meta), BYLINE_MAX_LENGTH),
    descriptions: readDescriptions(node, meta),
    publishedAt: readPublishedAt(page, node, meta),
    language: readLanguage(page, node, meta),
    image: readImage(page, node, meta),
    canonicalUrl: readCanonical(page, meta),
    tags: readTags(node, meta),
    siteName: meta.first('og:site_name'),
    articleBody: wholeTextOf(node.articleBody, 'text'),
    saysArticle: '@type' in node || /^article\b/i.test(meta.first('og:type') ?? ''),
    teaserOnly: nodes.some(({ isAccessibleForFree }) => /^false$/i.test(String(isAccessibleForFree))),
  };
}

function readTitle(page: PageDocument, node: JsonLdNode, meta: MetaTags): string | undefined {
  return (
    readHeadline(page, node) ??
    meta.first('og:title', 'twitter:title', 'dc.title', 'dcterm.title', 'parsely-title', 'title') ??
    page.find((element) => element.getAttribute('itemprop') === 'headline')?.textContent ??
    undefined
  );
}

/** `headline`, unless `name` is what the window says: some encyclopaedias write a description into the headline. */
function readHeadline(page: PageDocument, node: JsonLdNode): string | undefined {
  const headline = textOf(node.headline);
  const name = textOf(node.name);
  if (headline === undefined || name === undefined) return headline ?? name;
  return !page.title.includes(headline) && page.title.includes(name) ? name : headline;
}

function readPublishedAt(page: PageDocument, node: JsonLdNode, meta: MetaTags): string | undefined {
  const marked = page.find((element) => /^datePublished$/i.test(element.getAttribute('itemprop') ?? ''));
  const time = page.find(
    (element) =>
      element.localName === 'time' && (element.hasAttribute('pubdate') || element.hasAttribute('datetime')),
  );
  const candidates = [
    textOf(node.datePublished),
    textOf(node.dateCreated),
    ...meta.all(
      'article:published_time',
      'og:published_time',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'pubdate',
      'publish-date',
      'publication_date',
      'date',
    ),
    marked?.getAttribute('content') ?? marked?.getAttribute('datetime') ?? marked?.textContent,
    time?.getAttribute('datetime') ?? undefined,
  ];
  for (const candidate of candidates) {
    const instant = parsePublishedTime(candidate ?? undefined);
    if (instant !== undefined) return instant;
  }
  return dayInAddress(page.documentURI);
}

function readLanguage(page: PageDocument, node: JsonLdNode, meta: MetaTags): string | undefined {
  const root = page.documentElement;
  const said =
    root.getAttribute('lang') ??
    root.getAttribute('xml:lang') ??
    textOf(node.inLanguage) ??
    meta.first('content-language', 'og:locale', 'dc.language');
  return canonicalTag(said?.split(',')[0]?.trim().replaceAll('_', '-'));
}

function canonicalTag(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // RangeError: the page made its tag up.
  }
}

function readImage(page: PageDocument, node: JsonLdNode, meta: MetaTags): PageMetadata['image'] {
  const candidates = [
    ...meta.all('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'),
    textOf(node.image, 'url'),
  ];
  for (const candidate of candidates) {
    const url = webAddress(candidate, page.baseURI);
    if (url !== undefined)
      return { url, alt: clip(meta.first('og:image:alt', 'twitter:image:alt'), ALT_MAX_LENGTH) ?? '' };
  }
  return null;
}

function readCanonical(page: PageDocument, meta: MetaTags): string | undefined {
  const link = page.find(
    (element) =>
      element.localName === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? ''),
  );
  return webAddress(link?.getAttribute('href') ?? meta.first('og:url'), page.baseURI);
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
