import { detectSource, type SourceKind } from './detect-source.ts';
import { createFolderSource, type SystemName } from './folder-source.ts';
import { createGhostSource } from './ghost.ts';
import { createGhostExportSource } from './ghost-export.ts';
import type { ImportSource } from './import-item.ts';
import { createJsonSource, createNdjsonSource } from './json-articles.ts';
import { createSiteSource } from './site-folder.ts';
import { createFeedSource, createSitemapSource } from './web-pages.ts';
import { createWordPressSource } from './wordpress.ts';
import { createWxrSource } from './wxr.ts';

export interface SourceOptions {
  kind: SourceKind | undefined;
  since: string | undefined;
  /** Content key of Ghost. */
  key: string | undefined;
  baseUrl: string | undefined;
  /** What publishes a folder of Markdown, where it cannot be told. */
  system?: SystemName | undefined;
  permalink?: string | undefined;
  zone?: string | undefined;
}

/** Opens what `npm run import --` was pointed at; its kind is found out where it was not said. */
export async function chooseSource(
  location: string,
  options: SourceOptions,
): Promise<{ kind: SourceKind; source: ImportSource }> {
  const found =
    options.kind === undefined ? await detectSource(location, options.key) : { kind: options.kind, location };
  return { kind: found.kind, source: openSource(found.kind, found.location, options) };
}

function openSource(kind: SourceKind, location: string, options: SourceOptions): ImportSource {
  const { since, key, baseUrl, system, permalink, zone } = options;
  switch (kind) {
    case 'feed':
      return createFeedSource(location, { since, zone });
    case 'sitemap':
      return createSitemapSource(location, { since, zone });
    case 'wordpress':
      return createWordPressSource(location, since);
    case 'ghost':
      if (key === undefined) throw new Error('Ghost needs a content key: --key …');
      return createGhostSource(location, key, since);
    case 'site':
      if (baseUrl === undefined)
        throw new Error('A built site needs its address: --base-url https://news.example/');
      return createSiteSource(location, { since, baseUrl, zone });
    case 'markdown':
      return createFolderSource(location, { since, baseUrl, system, permalink, zone });
    case 'wxr':
      return createWxrSource(location, since);
    case 'ghost-export':
      return createGhostExportSource(location, { since, baseUrl });
    case 'json':
      return createJsonSource(location, since);
    case 'ndjson':
      return createNdjsonSource(location, since);
  }
}
