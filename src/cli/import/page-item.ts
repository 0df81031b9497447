import type { readPage } from '../../core/extraction/read-page.ts';
import { type ImportItem, toItem } from './import-item.ts';

/** What is known of a page beside what stands in it. */
interface PagePlace {
  url: string;
  name: string;
  /** Whether a page without an article is a loss or was to be expected. */
  missing: 'left-out' | 'refused';
  /** What the list says that named the page; the page's own date wins. */
  listedAt?: string | null;
}

/** An article out of a page that was read, whether from its site or from the folder that the site is built in. */
export function itemOfPage(
  page: ReturnType<typeof readPage>,
  { url, name, missing, listedAt }: PagePlace,
): ImportItem {
  if (page.optedOut !== undefined)
    return { kind: 'left-out', name, reason: `asks to be left out (${page.optedOut})` };
  if (!page.isArticle) return { kind: missing, name, reason: 'holds no article' };
  const { body } = page;
  return toItem({
    ...page,
    name,
    body:
      body.kind === 'html'
        ? { html: body.source }
        : body.kind === 'text'
          ? { text: body.source }
          : { markdown: body.source },
    url: canonicalOn(url, page.canonicalUrl),
    publishedAt: page.publishedAt ?? listedAt ?? null,
    updatedAt: null,
    access: page.teaserOnly ? 'summary' : null,
    source: 'page',
  });
}

/** The page's own name for itself, where it stays on its host and is no front page. */
export function canonicalOn(url: string, canonical: string | null): string {
  if (canonical === null) return url;
  const named = new URL(canonical);
  const isFront = named.pathname === '/' && named.search === '' && new URL(url).pathname !== '/';
  return named.host === new URL(url).host && !isFront ? canonical : url;
}
