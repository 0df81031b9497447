import type { AuthoredArticle } from '../../../src/core/catalogue/write-decision.ts';

/** What an author says who says no more than needed. */
export function authorText(slug: string, members: Partial<AuthoredArticle> = {}): AuthoredArticle {
  return {
    slug,
    url: null,
    aliases: [],
    title: slug,
    byline: null,
    description: null,
    publishedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    tags: [],
    image: null,
    status: 'published',
    access: 'full',
    source: 'api',
    summaryEnabled: true,
    bodyKind: 'text',
    bodySource: 'One ferry sailed. Two men waved.',
    language: 'en',
    ...members,
  };
}
