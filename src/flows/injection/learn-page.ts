import { DomainError } from '../../core/errors.ts';
import type { Extraction } from '../../core/extraction/extract-article.ts';
import { OWN_PLACES, type Places } from '../../core/injection/places.ts';
import { type IngestDependencies, ingestPage } from '../ingestion/ingest-page.ts';
import type { IngestedPage, IngestOrder, PageAnswer } from '../ingestion/ports.ts';
import type { PlaceCopies } from './ports.ts';

type PageBody = Extract<PageAnswer, { kind: 'body' }>;

export interface LearnDependencies extends IngestDependencies {
  places: PlaceCopies;
  /** Decodes a page and looks for places; loaded when the first one comes. */
  findPlaces: (page: PageBody, html: string) => Promise<Places | undefined>;
}

/**
 * Reads a page as `ingestPage` does, and remembers where its boxes go, or that it gets none. Whoever wrote the article,
 * its page is the publisher's, so places are learned of what was sent to us as well.
 *
 * @throws {DomainError} as `ingestPage`.
 */
export async function learnPage(dependencies: LearnDependencies, order: IngestOrder): Promise<IngestedPage> {
  const { places, now } = dependencies;
  let seen: { body: PageBody; extraction: Extraction } | undefined;
  const extract = async (body: PageBody) => {
    const extraction = await dependencies.extract(body);
    seen = { body, extraction };
    return extraction;
  };
  try {
    const page = await ingestPage({ ...dependencies, extract }, order);
    if (seen === undefined) return page; // Another address of the article; it has been read under its own.
    const found = await dependencies.findPlaces(seen.body, seen.extraction.html);
    const { slug, revision } = page;
    // Without a place that is sure, those that the page keeps itself, or that were set by hand, can still be filled.
    await places.save(order.pageUrl, {
      found: { slug, revision, places: found ?? OWN_PLACES },
      learnedAt: now(),
    });
    return page;
  } catch (error) {
    if (isLasting(error)) await places.save(order.pageUrl, { found: null, learnedAt: now() });
    throw error;
  }
}

/** The page said so, and would say it again tomorrow; a server in trouble has said nothing. */
function isLasting(error: unknown): boolean {
  return error instanceof DomainError && LASTING.has(error.fault.kind);
}

const LASTING: ReadonlySet<string> = new Set([
  'not-an-article',
  'page-not-found',
  'page-opted-out',
  'article-deleted',
  'nested-too-deeply',
  'too-many-elements',
]);
