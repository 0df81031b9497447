import { readdir, readFile } from 'node:fs/promises';
import { readPage } from '../../core/extraction/read-page.ts';
import { addressOf, isPageName, listPages } from '../built-site.ts';
import { type ImportItem, type ImportSource, isOld } from './import-item.ts';
import { itemOfPage } from './page-item.ts';

/** Whether a folder holds pages as a generator builds them, and no sources of them. */
export async function isBuiltSite(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.some(isPageName) && !names.some((name) => /\.(?:md|mdx|markdown)$/iu.test(name));
}

/**
 * A built site: Hugo's `public`, Jekyll's `_site`, `dist` of Astro, Eleventy, Pelican or a Next export. Each page is
 * read as the service reads it by its address, so what comes in is what readers stand on; pages that are no articles
 * are left out and counted.
 *
 * @param baseUrl - Where the folder is served.
 */
export function createSiteSource(
  folder: string,
  { since, baseUrl, zone }: { since: string | undefined; baseUrl: string; zone: string | undefined },
): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const pages = await listPages(folder);
      total = pages.length;
      const taken = new Map<string, string>();
      for (const { file, name } of pages) {
        const item = await readItem({ file, name, url: addressOf(name, baseUrl), timeZone: zone });
        if (item.kind === 'article') {
          const rival = taken.get(item.slug);
          taken.set(item.slug, rival ?? name);
          // Copies of one page (print, AMP, an old address) name the page that they are copies of.
          if (rival !== undefined) {
            yield { kind: 'left-out', name, reason: `names the address of ${rival} as its own` };
            continue;
          }
        }
        if (!isOld(item, since)) yield item;
      }
    },
  };
}

async function readItem({
  file,
  name,
  url,
  timeZone,
}: Record<'file' | 'name' | 'url', string> & { timeZone: string | undefined }): Promise<ImportItem> {
  try {
    const page = readPage({
      url,
      bytes: new Uint8Array(await readFile(file)),
      contentType: 'text/html',
      robots: '',
      timeZone,
    });
    return itemOfPage(page, { url, name, missing: 'left-out' });
  } catch (error) {
    return { kind: 'refused', name, reason: error instanceof Error ? error.message : String(error) };
  }
}
