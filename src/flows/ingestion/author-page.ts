import type { ArticleInput, Source } from '../../core/article/article.ts';
import { bodyOf } from '../../core/article/body-kind.ts';
import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { joinParagraphs, renderContent } from '../../core/content/render-content.ts';
import type { Extraction } from '../../core/extraction/extract-article.ts';
import { URL_MAX_LENGTH } from '../../core/limits.ts';

interface PageFacts {
  url: string;
  aliases: string[];
  source: Source;
  listedPublishedAt: string | null;
  now: number;
}

/** An extraction as the article it would have been sent as. */
export function authorPage(
  extraction: Extraction,
  { url, aliases, source, listedPublishedAt, now }: PageFacts,
): { input: ArticleInput; extras: { teaserOnly: boolean } } {
  const { title, byline, description, publishedAt, language, image, tags, body, teaserOnly } = extraction;
  const said = publishedAt ?? listedPublishedAt;
  const published = said === null || Date.parse(said) > now ? undefined : said;
  return {
    input: {
      title: title === '' ? titleFromAddress(url) : title,
      [body.kind]: body.source,
      url,
      aliases,
      byline,
      description,
      ...(published === undefined ? {} : { publishedAt: published }),
      ...(language === null ? {} : { language }),
      tags,
      image: image !== null && image.url.length <= URL_MAX_LENGTH ? image : null,
      ...(teaserOnly ? { access: 'summary' as const } : {}),
      source,
    },
    extras: { teaserOnly },
  };
}

/** A stored article as it would be sent again, with more ways to it. */
export function withAliases(record: ArticleRecord, aliases: string[]): ReturnType<typeof authorPage> {
  const {
    title,
    bodyKind,
    bodySource,
    url,
    byline,
    description,
    updatedAt,
    tags,
    image,
    source,
    teaserOnly,
  } = record;
  return {
    input: {
      title,
      [bodyKind]: bodySource,
      url,
      aliases,
      byline,
      description,
      updatedAt,
      tags,
      image,
      source,
    },
    extras: { teaserOnly },
  };
}

function titleFromAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return pathname === '/' ? hostname : pathname.slice(0, 200);
}

/**
 * Whether what was read says what is stored already. Words count, not markup: pages carry counters, advertisements and
 * signed picture addresses that differ at every visit.
 */
export function isSamePage(
  stored: ArticleRecord,
  input: ArticleInput,
  { teaserOnly }: { teaserOnly: boolean },
): boolean {
  const { kind, source } = bodyOf(input);
  const rendered = renderContent(kind, source);
  if (!rendered.ok) return false;
  const text = joinParagraphs(rendered.content.paragraphs);
  const ours = [input.url, input.title, input.byline ?? null, input.description ?? null, text, teaserOnly];
  const theirs = [
    stored.url,
    stored.title,
    stored.byline,
    stored.description,
    stored.text,
    stored.teaserOnly,
  ];
  const isDated = input.publishedAt === undefined || input.publishedAt === stored.publishedAt;
  return (
    isDated && JSON.stringify(ours) === JSON.stringify(theirs) && sameSet(input.aliases ?? [], stored.aliases)
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
