import type { FrontMatter } from '../folder/front-matter.ts';
import { dateOf, imageOf, isFalse, isTrue, namesOf, wordsOf } from '../folder/front-values.ts';
import type { RawArticle } from '../import-item.ts';

export const DATE_KEYS = ['date', 'pubDate', 'publishDate', 'published', 'publishedAt', 'created'] as const;
const CHANGE_KEYS = [
  'lastmod',
  'updatedDate',
  'last_modified_at',
  'updatedAt',
  'updated',
  'modified',
] as const;

/** Why no reader sees a page, whatever its system: a doubtful draft is better left out than published. */
export function reasonToLeaveOut(
  front: FrontMatter,
  folders: readonly string[],
  now: number,
): string | undefined {
  if (folders.some((folder) => /^_?drafts?$/iu.test(folder))) return 'stands in a folder of drafts';
  if (isTrue(front.get('draft'))) return 'is a draft';
  if (isFalse(front.get('published')) || isFalse(front.get('publish'))) return 'is not published';
  if (/^(?:draft|hidden|private|pending|skip)$/iu.test(wordsOf(front.get('status')) ?? ''))
    return 'is a draft';
  const { instant } = dateOf(front, ['expiryDate', 'unpublishDate'], 'UTC');
  if (instant !== null && Date.parse(instant) <= now) return 'has expired';
  return undefined;
}

/** What nearly every system's front matter says in the same way. */
export function commonFacts(
  front: FrontMatter,
  {
    zone,
    parts,
    url,
    dateKeys = DATE_KEYS,
  }: { zone: string; parts: RegExp; url: string | null; dateKeys?: readonly string[] },
): { facts: Omit<RawArticle, 'name' | 'title' | 'body'>; notes: string[] } {
  const published = dateOf(front, dateKeys, zone);
  const changed = dateOf(front, CHANGE_KEYS, zone);
  const scheduled = dateOf(front, ['publishDate'], zone);
  return {
    facts: {
      url,
      byline: authorsOf(front),
      publishedAt: later(published.instant, scheduled.instant),
      updatedAt: changed.instant,
      language: wordsOf(front.get('lang', 'language', 'locale')) ?? null,
      tags: [
        ...namesOf(front.get('tags', 'tag', 'keywords'), parts),
        ...namesOf(front.get('categories', 'category'), parts),
      ],
      image: imageOf(front, url),
    },
    notes: [published, changed, scheduled].flatMap(({ unread }) => unread ?? []),
  };
}

function authorsOf(front: FrontMatter): string | null {
  const params = front.get('params');
  const inParams =
    typeof params === 'object' && params !== null && 'author' in params ? params.author : undefined;
  return namesOf(front.get('author', 'authors') ?? inParams, /,/u).join(', ') || null;
}

const later = (one: string | null, other: string | null): string | null =>
  one !== null && other !== null ? (Date.parse(one) > Date.parse(other) ? one : other) : (one ?? other);

/** The first heading of a text, outside code. */
export function firstHeading(markdown: string): string | undefined {
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) isCode = !isCode;
    const heading = isCode ? undefined : /^#[ \t]+(\S.*)$/u.exec(line)?.[1];
    if (heading !== undefined) return heading.trimEnd();
  }
  return undefined;
}

/** `harbour-roof` -> "Harbour Roof", as several systems call a page without a title. */
export function titleFromName(name: string): string {
  return name
    .replace(/[-_]+/gu, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{M}])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
