import { type ArticleInput, articleInputSchema } from '../../src/core/article/article.ts';
import type { SitemapPart } from '../../src/core/catalogue/sitemap.ts';
import type { Preconditions } from '../../src/core/catalogue/write-decision.ts';
import type { Archive, Catalogue, Desk } from '../../src/flows/ports.ts';
import { publishArticle } from '../../src/flows/publish-article.ts';

/** All sides of the catalogue, as its adapters offer them. */
export type WholeCatalogue = Catalogue & Desk & Archive;

/** What deciding on a summary needs. */
export function decidingIn(catalogue: WholeCatalogue, now: () => number = Date.now) {
  return { catalogue, desk: catalogue, now };
}

export const NO_PRECONDITIONS = { ifMatch: undefined, ifNoneMatch: undefined };

/** Changes only the version that this validator names. */
export function onlyIf(ifMatch: string | undefined): Preconditions {
  return { ...NO_PRECONDITIONS, ifMatch };
}

const SENTENCES = [
  'The harbour council voted on Monday to rebuild the eastern pier before the winter storms arrive.',
  'Engineers found 14 cracks in the old timber and closed it to heavy vehicles in March.',
  'The work will cost 3.2 million crowns and take nine months.',
  'Fishermen asked for a temporary landing place near the market hall.',
  'A smaller ferry will sail every forty minutes while the pier is closed.',
  'Residents complained that the timetable leaves night workers stranded.',
  'The mayor promised a later sailing on Fridays and Saturdays.',
  'Two companies have offered to do the work, and both are from the region.',
  'A decision is expected at the next meeting of the council.',
  'The pier was built in 1911 and has been repaired six times since.',
  'Children collected signatures for a bench that faces the sea.',
  'The old crane at its end is a listed monument and will stay.',
];

export const BODY = SENTENCES.join(' ').replaceAll(/(\. )(?=\p{Lu}\w+ (?:will|complained|was))/gu, '.\n\n');

/** An article as a client would send it. */
export function articleInput(members: Partial<ArticleInput> & { title: string }): ArticleInput {
  return articleInputSchema().parse({ text: BODY, ...members });
}

/** Publishes through the flow, so that what is stored is what the service would store. */
export async function publish(
  catalogue: Catalogue,
  slug: string,
  members: Partial<ArticleInput> & { title: string },
  now: () => number = Date.now,
) {
  return publishArticle({ catalogue, now }, slug, articleInput(members), {
    ...NO_PRECONDITIONS,
    ifMatch: await currentEtag(catalogue, slug),
  });
}

/** An If-Match that fits, or nothing where there is nothing to match. */
export async function currentEtag(catalogue: Catalogue, slug: string): Promise<string | undefined> {
  const entry = await catalogue.read(slug);
  return entry.state === 'article'
    ? `"${await catalogue.identify()}.${slug}.${entry.record.revision}.0.x"`
    : undefined;
}

/** Every list page by page, as a client would walk it. */
export async function walkList(
  catalogue: Catalogue,
  limit: number,
  filter: { tag?: string; language?: string } = {},
) {
  const slugs: string[] = [];
  let cursor: { publishedAt: number; slug: string; direction: 'after' } | undefined;
  for (;;) {
    const page = await catalogue.list(
      { limit, ...filter, ...(cursor === undefined ? {} : { cursor }) },
      'public',
    );
    slugs.push(...page.items.map(({ slug }) => slug));
    const last = page.items.at(-1);
    if (!page.hasOlder || last === undefined) return slugs;
    cursor = { publishedAt: Date.parse(last.publishedAt), slug: last.slug, direction: 'after' };
  }
}

/** Slugs from the newest on, following `previous` from article to article. */
export async function walkNeighbours(catalogue: Catalogue, newest: string | undefined): Promise<string[]> {
  const slugs: string[] = [];
  for (let slug = newest; slug !== undefined; ) {
    slugs.push(slug);
    const entry = await catalogue.read(slug);
    if (entry.state !== 'article') throw new Error(`${slug} is shown as a neighbour and is not there`);
    slug = entry.neighbours.previous?.slug;
  }
  return slugs;
}

/** What a part of the sitemap lists. */
export function listedIn(part: SitemapPart | null | undefined): { slug: string; changedAt: string }[] {
  const urls = (part?.urls ?? '').matchAll(
    /<url><loc>\{origin\}\/articles\/(?<slug>[^<]+)<\/loc><lastmod>(?<changedAt>[^<]+)<\/lastmod><\/url>/gu,
  );
  return Array.from(urls, ({ groups = {} }) => ({
    slug: groups.slug ?? '',
    changedAt: groups.changedAt ?? '',
  }));
}
