import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOn, joinPath } from '../folder/path-names.ts';
import type { SiteRoot } from '../folder/site-root.ts';

/** Where a site shows the entries of its collections. */
export interface AstroRoutes {
  /** Folder of addresses, by collection; one without a page of its own, or with two, is not here. */
  folders: ReadonlyMap<string, string>;
  /** A path as the site's configuration ends and begins it; null where a program decides. */
  addressOn(baseUrl: string, path: string): string | null;
}

/** `src/pages/blog/[...slug].astro` that shows an entry of `posts` by its id shows `posts` under `/blog/`. */
export async function findAstroRoutes({ root, file }: SiteRoot): Promise<AstroRoutes> {
  const config = await readFile(join(root, file), 'utf8');
  return { folders: await findFolders(join(root, 'src', 'pages')), addressOn: addressingBy(config) };
}

async function findFolders(pages: string): Promise<Map<string, string>> {
  const claims = new Map<string, Set<string>>();
  const entries = await readdir(pages, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const folder = entry.parentPath.slice(pages.length).replaceAll('\\', '/').replace(/^\//u, '');
    if (!entry.isFile() || !/^\[(?:\.\.\.)?\w+\]\.astro$/u.test(entry.name) || folder.includes('[')) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const collection of collectionsById(source))
      claims.set(collection, (claims.get(collection) ?? new Set()).add(folder));
  }
  return new Map(
    [...claims].flatMap(([collection, [folder = '', ...others]]) =>
      others.length === 0 ? [[collection, folder]] : [],
    ),
  );
}

/** What a page asks of its collections, by the name of the call. */
const CALLS = {
  getEntry: /\bgetEntry\(\s*['"](\w[\w-]*)['"]/gu,
  getCollection: /\bgetCollection\(\s*['"](\w[\w-]*)['"]/gu,
};

/** `base`, `trailingSlash` and `format`, each with its value where that is written as a word. */
const SETTINGS = [
  /\bbase\s*:\s*(?:['"`]([^'"`$]*)['"`]|)/u,
  /\btrailingSlash\s*:\s*(?:['"`]([^'"`$]*)['"`]|)/u,
  /\bformat\s*:\s*(?:['"`]([^'"`$]*)['"`]|)/u,
];

/** The collections whose entries a page shows by nothing but their id: a page of a tag, or of a year, does not. */
function collectionsById(source: string): string[] {
  const asked = (call: keyof typeof CALLS) =>
    Array.from(source.matchAll(CALLS[call]), ([, name = '']) => name);
  if (!source.includes('getStaticPaths')) return asked('getEntry');
  return /\bparams\s*:\s*\{\s*\w+\s*:\s*(?:\w+\.)?(?:id|slug)\s*(?:,\s*)?\}/u.test(source)
    ? asked('getCollection')
    : [];
}

/** A setting is read where it is written as a word; where a program says it, no address is sure. */
function addressingBy(config: string): AstroRoutes['addressOn'] {
  const settings = SETTINGS.map((setting) => setting.exec(config));
  if (settings.some((setting) => setting !== null && setting[1] === undefined)) return () => null;
  const [base = '', trailingSlash = '', format = ''] = settings.map((setting) => setting?.[1] ?? '');
  const ending = /^(?:file|preserve)$/u.test(format) ? '.html' : trailingSlash === 'never' ? '' : '/';
  return (baseUrl, path) => {
    const prefix = base.replace(/^\/|\/$/gu, '');
    const isNamed = prefix === '' || new URL(baseUrl).pathname.replace(/\/$/u, '').endsWith(`/${prefix}`);
    const whole = joinPath([isNamed ? '' : prefix, path]);
    return addressOn(baseUrl, path === '' ? whole : whole + ending);
  };
}
