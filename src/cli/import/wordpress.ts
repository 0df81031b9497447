import * as z from 'zod';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import type { ImportItem, ImportSource } from './import-item.ts';
import { toItem } from './import-item.ts';
import { readJson } from './read-url.ts';

const PAGE_SIZE = 100;

const rendered = z.object({ rendered: z.string(), protected: z.boolean().optional() });
const termSchema = z.object({ name: z.string(), taxonomy: z.string() });
const postSchema = z.object({
  id: z.int(),
  slug: z.string(),
  link: z.string(),
  date_gmt: z.string().nullish(),
  modified_gmt: z.string().nullish(),
  title: rendered,
  content: rendered,
  _embedded: z
    .object({
      author: z.array(z.object({ name: z.string().optional() })).optional(),
      'wp:featuredmedia': z
        .array(z.object({ source_url: z.string().optional(), alt_text: z.string().optional() }))
        .optional(),
      'wp:term': z.array(z.array(termSchema)).optional(),
    })
    .optional(),
});

/**
 * Posts by the REST API of WordPress (`wp/v2/posts`), oldest first, so that what is published meanwhile comes last and
 * shifts no page.
 *
 * @param site - Address of the site, or of its API (`…/wp-json`).
 */
export function createWordPressSource(site: string, since: string | undefined): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const { value, headers } = await readJson(pageAddress(site, page, since));
        pages = Number(headers.get('X-WP-TotalPages') ?? 1);
        total = Number(headers.get('X-WP-Total') ?? Number.NaN) || undefined;
        for (const post of z.array(z.unknown()).parse(value)) yield readPost(post);
      }
    },
  };
}

function pageAddress(site: string, page: number, since: string | undefined): string {
  const root = `${site.split('/wp-json', 1).join('').replace(/\/$/u, '')}/`;
  const url = new URL('wp-json/wp/v2/posts', root);
  const query = {
    per_page: String(PAGE_SIZE),
    page: String(page),
    _embed: '1',
    orderby: 'date',
    order: 'asc',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (since !== undefined) url.searchParams.set('modified_after', since);
  return url.href;
}

function readPost(value: unknown): ImportItem {
  const parsed = postSchema.safeParse(value);
  if (!parsed.success)
    return { kind: 'refused', name: 'a post', reason: 'is not what the REST API promises' };
  const { slug, link, date_gmt, modified_gmt, title, content, _embedded } = parsed.data;
  if (content.protected === true) return { kind: 'refused', name: slug, reason: 'needs a password' };
  const media = _embedded?.['wp:featuredmedia']?.[0];
  return toItem({
    name: slug,
    title: title.rendered,
    body: { html: content.rendered },
    url: link,
    byline:
      _embedded?.author
        ?.map(({ name }) => name)
        .filter(Boolean)
        .join(', ') ?? null,
    publishedAt: parsePublishedTime(date_gmt ?? undefined) ?? null,
    updatedAt: parsePublishedTime(modified_gmt ?? undefined) ?? null,
    tags: (_embedded?.['wp:term'] ?? [])
      .flat()
      .filter(
        ({ taxonomy, name }) =>
          taxonomy === 'post_tag' || (taxonomy === 'category' && name !== 'Uncategorized'),
      )
      .map(({ name }) => name),
    image: media?.source_url === undefined ? null : { url: media.source_url, alt: media.alt_text ?? '' },
  });
}
