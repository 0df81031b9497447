import type { SplitSource } from '../folder/front-matter.ts';
import { wordsOf } from '../folder/front-values.ts';
import type { ContentFile } from '../folder/list-files.ts';
import { astroName, hugoName, joinPath, splitPath } from '../folder/path-names.ts';
import { findRoot } from '../folder/site-root.ts';
import { withoutMdx } from '../marks/mdx.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutAlerts } from '../marks/wiki-links.ts';
import { type AstroRoutes, findAstroRoutes } from './astro-routes.ts';
import { commonFacts, firstHeading, reasonToLeaveOut } from './common.ts';
import type { FolderSystem, Reading, SystemOptions } from './system.ts';

const CONFIG_FILES = [
  'astro.config.mjs',
  'astro.config.js',
  'astro.config.ts',
  'astro.config.mts',
  'astro.config.cjs',
];

interface Rules extends SystemOptions {
  /** From the root to the folder that was named. */
  inside: string;
  routes: AstroRoutes;
  now: number;
}

/** Astro: entries of collections, shown where a page file with a parameter asks for their collection. */
export const astro: FolderSystem = {
  name: 'Astro',
  async open(content, options) {
    const site = await findRoot(content.folder, CONFIG_FILES);
    if (site === undefined) return undefined;
    const rules = { ...options, inside: site.inside, routes: await findAstroRoutes(site), now: Date.now() };
    return { read: (file, source) => readEntry(rules, file, source) };
  },
};

function readEntry(rules: Rules, { name }: ContentFile, { front, markdown }: SplitSource): Reading {
  const path = joinPath([rules.inside, name]);
  const { folders, stem, ending } = splitPath(name);
  const reason = reasonToLeaveOut(front, folders, rules.now);
  if (reason !== undefined) return { kind: 'left-out', reason };
  const url = addressOf(rules, path, wordsOf(front.get('slug')));
  const { facts, notes } = commonFacts(front, { zone: rules.zone ?? 'UTC', parts: /$^/u, url });
  const prose = /^mdx$/iu.test(ending) ? outsideCode(markdown, withoutMdx) : markdown;
  return {
    kind: 'article',
    notes:
      url === null && rules.baseUrl !== undefined
        ? [
            ...notes,
            'stands in a collection whose page was not found, or whose addresses a program makes: left without an address',
          ]
        : notes,
    raw: {
      ...facts,
      name,
      slug: hugoName(wordsOf(front.get('slug')) ?? (stem === 'index' ? (folders.at(-1) ?? stem) : stem), {
        dropsAccents: true,
      }),
      title: wordsOf(front.get('title')) ?? firstHeading(markdown) ?? stem.replace(/[-_]+/gu, ' '),
      body: { markdown: outsideCode(prose, withoutAlerts) },
    },
  };
}

function addressOf({ baseUrl, routes }: Rules, path: string, slug: string | undefined): string | null {
  if (baseUrl === undefined) return null;
  const page = /^src\/pages\/(.+)$/u.exec(path)?.[1];
  if (page !== undefined) return routes.addressOn(baseUrl, pathOfPage(page));
  const parts = path.split('/');
  const content = parts.indexOf('content');
  const collection = content === -1 ? '' : (parts[content + 1] ?? '');
  const entry = parts.slice(content + 2).join('/');
  const folder = routes.folders.get(collection);
  if (folder === undefined || entry === '') return null;
  return routes.addressOn(baseUrl, joinPath([folder, slug ?? idOf(entry)]));
}

function pathOfPage(name: string): string {
  const { folders, stem } = splitPath(name);
  return joinPath([...folders, stem === 'index' ? '' : stem]);
}

/** An entry's id: each part of its path by the same rule, `index` left out. */
function idOf(entry: string): string {
  const { folders, stem } = splitPath(entry);
  return joinPath([...folders, stem === 'index' ? '' : stem].map(astroName));
}
