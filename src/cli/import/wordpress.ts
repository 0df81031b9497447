import * as z from 'zod/mini';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import '../../core/issues-in-english.ts';
import { type ImportItem, type ImportSource, isBefore, toItem } from './import-item.ts';
import { AnsweredError, type FetchedFile, readUrl } from './read-url.ts';
import { isDefaultCategory } from './wordpress-terms.ts';

const PAGE_SIZE = 100;

const rendered = z.object({ rendered: z.string(), protected: z.optional(z.boolean()) });
/** What may not be read stands there as an error object; that costs the member, not the post. */
const readable = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((values) => values.flatMap((value) => schema.safeParse(value).data ?? [])),
  );
const idSchema = z.object({ id: z.int() });
const termSchema = z.object({ id: z.optional(z.int()), name: z.string(), taxonomy: z.string() });
const postSchema = z.object({
  ...idSchema.shape,
  slug: z.string(),
  link: z.string(),
  date_gmt: z.nullish(z.string()),
  modified_gmt: z.nullish(z.string()),
  title: rendered,
  content: rendered,
  _embedded: z.optional(
    z.object({
      author: z.optional(readable(z.object({ name: z.string() }))),
      'wp:featuredmedia': z.optional(
        readable(z.object({ source_url: z.string(), alt_text: z.optional(z.string()) })),
      ),
      'wp:term': z.optional(z.array(z.unknown())),
    }),
  ),
});

/**
 * Posts by the REST API of WordPress (`wp/v2/posts`), oldest first, so that what is published meanwhile comes last and
 * shifts no page. The API is where the site says it is: without pretty permalinks that is `?rest_route=/`.
 *
 * @param site - Address of the site, or of its API (`…/wp-json`).
 */
export function createWordPressSource(site: string, since: string | undefined): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const api = await findApi(site);
      const seen = new Set<number>();
      let counted = 0;
      for (const filter of filtersFor(since)) {
        for await (const { post, count } of listPosts(api, filter)) {
          total = count === undefined ? undefined : counted + count;
          const id = idSchema.safeParse(post).data?.id;
          if (id !== undefined && seen.has(id)) continue;
          if (id !== undefined) seen.add(id);
          const item = readPost(post);
          if (!isUnchanged(item, since)) yield item;
        }
        counted = total ?? 0;
      }
    },
  };
}

/**
 * What to ask for: what was edited since, and what was published since. A scheduled post keeps the time of its last edit
 * when it is published, so the first alone would miss it (seen in WordPress 6.1.9).
 */
function filtersFor(since: string | undefined): Record<string, string>[] {
  return since === undefined ? [{}] : [{ modified_after: since }, { after: since }];
}

/** @yields each post, and how many the site says there are. */
async function* listPosts(
  api: string,
  filter: Readonly<Record<string, string>>,
): AsyncGenerator<{ post: unknown; count: number | undefined }> {
  for (let page = 1; ; page += 1) {
    const answer = await readPage(api, page, filter);
    if (answer === undefined) return;
    const { posts, headers } = answer;
    const count = Number(headers.get('X-WP-Total') ?? Number.NaN) || undefined;
    for (const post of posts) yield { post, count };
    // Proxies drop the header that counts; a page that is not full is the last.
    const pages = Number(headers.get('X-WP-TotalPages') ?? Number.NaN);
    if (Number.isNaN(pages) ? posts.length < PAGE_SIZE : page >= pages) return;
  }
}

/** Where the API stands: `…/wp-json/`, or what the Link header of the site names (`?rest_route=/`). */
async function findApi(site: string): Promise<string> {
  if (/\/wp-json(?:\/|$)|[?&]rest_route=/u.test(site))
    return site.includes('/wp-json') ? `${site.split('/wp-json', 1)[0]}/wp-json/` : site;
  const home = site.replace(/\/?$/u, '/');
  const { headers, bytes } = await readUrl(home).catch(() => ({
    headers: new Headers(),
    bytes: new Uint8Array(),
  }));
  const named =
    /<([^<>]+)>\s*;\s*rel="https:\/\/api\.w\.org\/"/u.exec(headers.get('Link') ?? '')?.[1] ??
    /<link\s+rel=["']https:\/\/api\.w\.org\/["']\s+href=["']([^"']+)["']/u.exec(
      new TextDecoder().decode(bytes.slice(0, 200_000)),
    )?.[1];
  const found = named === undefined ? null : URL.parse(named.replaceAll('&#038;', '&'), home);
  // A header may name the host that the site believes in; what was asked for is what is read.
  return found === null ? `${home}wp-json/` : new URL(found.pathname + found.search, home).href;
}

function pageAddress(api: string, page: number, filter: Readonly<Record<string, string>>): string {
  const url = new URL(api);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/?$/u, '/')}wp/v2/posts`;
  else url.searchParams.set('rest_route', `${route.replace(/\/?$/u, '/')}wp/v2/posts`.replace(/^\/\//u, '/'));
  const query = {
    per_page: String(PAGE_SIZE),
    page: String(page),
    _embed: '1',
    orderby: 'date',
    order: 'asc',
    ...filter,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** @returns undefined where there is no such page any more: posts may be withdrawn during a run. */
async function readPage(
  api: string,
  page: number,
  filter: Readonly<Record<string, string>>,
): Promise<{ posts: unknown[]; headers: Headers } | undefined> {
  try {
    const file = await readUrl(pageAddress(api, page, filter), { headers: { Accept: 'application/json' } });
    return { posts: z.array(z.unknown()).parse(parseJson(file)), headers: file.headers };
  } catch (error) {
    if (page > 1 && error instanceof AnsweredError && error.status === 400) return undefined;
    throw error;
  }
}

/** Plugins print notices before the answer; JSON begins at the first bracket. */
function parseJson({ bytes, url }: FetchedFile): unknown {
  const text = new TextDecoder().decode(bytes);
  const start = text.search(/\[\s*(?:\{|\])/u);
  try {
    return JSON.parse(start === -1 ? text : text.slice(start));
  } catch (error) {
    const { origin, pathname } = new URL(url);
    throw new Error(`${origin}${pathname} answers no JSON: is its REST API switched off?`, { cause: error });
  }
}

/** WordPress before 5.7 does not know `modified_after`, and answers with everything. */
function isUnchanged(item: ImportItem, since: string | undefined): boolean {
  return (
    item.kind === 'article' &&
    isBefore(item.article.updatedAt, since) &&
    isBefore(item.article.publishedAt, since)
  );
}

function readPost(value: unknown): ImportItem {
  const parsed = postSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: 'refused',
      name: 'a post',
      reason: `is not what the REST API promises: ${issue?.path.join('.') ?? ''}`,
    };
  }
  const { id, slug, link, date_gmt, modified_gmt, title, content, _embedded } = parsed.data;
  if (content.protected === true) return { kind: 'left-out', name: slug, reason: 'needs a password' };
  const [media] = _embedded?.['wp:featuredmedia'] ?? [];
  const terms = readable(termSchema).parse((_embedded?.['wp:term'] ?? []).flat());
  return toItem({
    name: slug === '' ? `post ${id}` : slug,
    title: title.rendered,
    body: { html: content.rendered.replaceAll('<!--nextpage-->', '') },
    url: link,
    byline: _embedded?.author?.map(({ name }) => name).join(', ') || null,
    publishedAt: parsePublishedTime(date_gmt ?? undefined) ?? null,
    updatedAt: parsePublishedTime(modified_gmt ?? undefined) ?? null,
    tags: terms
      .filter(
        (term) => term.taxonomy === 'post_tag' || (term.taxonomy === 'category' && !isDefaultCategory(term)),
      )
      .map(({ name }) => name),
    image: media === undefined ? null : { url: media.source_url, alt: media.alt_text ?? '' },
  });
}
