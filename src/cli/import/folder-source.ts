import { readFile } from 'node:fs/promises';
import { splitFrontMatter } from './folder/front-matter.ts';
import { type ContentFile, listContent } from './folder/list-files.ts';
import { type ImportItem, type ImportSource, isOld, toItem } from './import-item.ts';
import { astro } from './systems/astro.ts';
import { eleventy } from './systems/eleventy.ts';
import { hugo } from './systems/hugo.ts';
import { jekyll } from './systems/jekyll.ts';
import { pelican } from './systems/pelican.ts';
import { plain } from './systems/plain.ts';
import type { FolderSystem, OpenSite, SystemOptions } from './systems/system.ts';

/** The first that knows the folder reads it; the last knows every folder. */
const SYSTEMS = { hugo, eleventy, astro, pelican, jekyll, plain } as const satisfies Record<
  string,
  FolderSystem
>;
export type SystemName = keyof typeof SYSTEMS;
export const SYSTEM_NAMES = Object.keys(SYSTEMS) as [SystemName, ...SystemName[]];

export interface FolderOptions extends SystemOptions {
  since: string | undefined;
  /** Said where it cannot be told. */
  system: SystemName | undefined;
}

/** A folder of Markdown with front matter, read as the system reads it that publishes it. */
export function createFolderSource(folder: string, options: FolderOptions): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const content = await listContent(folder);
      const site = await openSite(content, options);
      total = content.files.length;
      for (const { name, reason } of content.unreadable) yield { kind: 'refused', name, reason };
      const taken = new Map<string, string>();
      for (const file of content.files) {
        const item = withoutRivals(await readItem(site, file), file.name, taken);
        if (!isOld(item, options.since)) yield item;
      }
    },
  };
}

async function openSite(
  content: Awaited<ReturnType<typeof listContent>>,
  options: FolderOptions,
): Promise<OpenSite> {
  const systems = options.system === undefined ? Object.values(SYSTEMS) : [SYSTEMS[options.system]];
  for (const system of systems) {
    const site = await system.open(content, options);
    if (site !== undefined) return site;
  }
  throw new Error(
    `${content.folder} does not look like a site of ${systems[0]?.name ?? ''}: its configuration was not found.`,
  );
}

/** Files for those who write, not for those who read; with front matter they are pages of that name. */
const FOR_AUTHORS =
  /(?:^|\/)(?:readme|contributing|license|licence|changelog|code_of_conduct|security|support)\.\w+$/iu;

async function readItem(site: OpenSite, file: ContentFile): Promise<ImportItem> {
  const { name } = file;
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file.file));
    const split = splitFrontMatter(source);
    if (FOR_AUTHORS.test(name) && !split.hasFront)
      return { kind: 'left-out', name, reason: 'is written for authors' };
    const reading = site.read(file, split);
    if (reading.kind === 'left-out') return { kind: 'left-out', name, reason: reading.reason };
    const item = toItem(reading.raw);
    return item.kind === 'article' ? { ...item, notes: [...(item.notes ?? []), ...reading.notes] } : item;
  } catch (error) {
    return { kind: 'refused', name, reason: describeFault(error) };
  }
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not in UTF-8';
  return /^E[A-Z]+$/u.test(code)
    ? `cannot be read (${code})`
    : `front matter: ${message.split('\n', 1).join('')}`;
}

/** Two files with one address would overwrite each other in silence. */
function withoutRivals(item: ImportItem, name: string, taken: Map<string, string>): ImportItem {
  if (item.kind !== 'article') return item;
  const rival = taken.get(item.slug);
  if (rival === undefined) {
    taken.set(item.slug, name);
    return item;
  }
  const where = item.article.url ?? item.slug;
  return { kind: 'refused', name, reason: `has the same address as ${rival}: ${where}` };
}
