import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesOf } from '../folder/front-values.ts';
import { joinPath, splitPath } from '../folder/path-names.ts';

export type Data = Readonly<Record<string, unknown>>;

/** What data files say for the files beside and below them. */
export interface DataFiles {
  /** From the outermost folder to the file's own, the nearer over the farther; tags of all are put together. */
  valuesFor(name: string): Data;
  /** Whether a program says where the file's page stands: the nearest that says anything decides. */
  hasProgrammedPermalink(name: string): boolean;
}

/** `posts/posts.json` and `posts/posts.11tydata.js` speak for the folder, `posts/roof.json` for `posts/roof.md`. */
interface DataFile {
  values: Data;
  isPermalinkProgrammed: boolean;
}

const NOTHING: DataFile = { values: {}, isPermalinkProgrammed: false };

/**
 * @param input - Folder that Eleventy reads.
 * @param names - Its files, from there, with slashes.
 * @throws {Error} that names the data file that is no JSON.
 */
export async function readDataFiles(input: string, names: readonly string[]): Promise<DataFiles> {
  const found = new Map<string, DataFile>();
  for (const [folder, stems] of stemsByFolder(names)) {
    const entries = await readdir(join(input, folder)).catch(() => []);
    for (const stem of stems)
      found.set(`${folder}/${stem}`, await readDataFile(input, folder, stem, entries));
  }
  const sources = (name: string) => keysFor(name).map((key) => found.get(key) ?? NOTHING);
  return {
    valuesFor: (name) => sources(name).reduce<Data>((all, { values }) => mergeData(all, values), {}),
    hasProgrammedPermalink: (name) =>
      sources(name).findLast(
        ({ values, isPermalinkProgrammed }) => isPermalinkProgrammed || 'permalink' in values,
      )?.isPermalinkProgrammed ?? false,
  };
}

/** Which data files may stand in which folder: one of the folder's own name, one for each of its files. */
function stemsByFolder(names: readonly string[]): Map<string, Set<string>> {
  const stems = new Map<string, Set<string>>();
  for (const key of names.flatMap(keysFor)) {
    const slash = key.lastIndexOf('/');
    const folder = key.slice(0, slash);
    stems.set(folder, (stems.get(folder) ?? new Set()).add(key.slice(slash + 1)));
  }
  return stems;
}

/** Folder and stem of each data file that may speak for a file, the farthest first. */
function keysFor(name: string): string[] {
  const { folders, stem } = splitPath(name);
  const around = folders.map((own, depth) => `${joinPath(folders.slice(0, depth + 1))}/${own}`);
  return [...around, `${joinPath(folders)}/${stem}`];
}

async function readDataFile(
  input: string,
  folder: string,
  stem: string,
  entries: readonly string[],
): Promise<DataFile> {
  const present = (endings: readonly string[]) =>
    endings.map((ending) => stem + ending).filter((file) => entries.includes(file));
  let values: Data = {};
  for (const file of present(['.json', '.11tydata.json'])) {
    const source = await readFile(join(input, folder, file), 'utf8');
    values = mergeData(values, parseData(joinPath([folder, file]), source));
  }
  const programs = present(['.11tydata.js', '.11tydata.cjs', '.11tydata.mjs', '.11tydata.ts']);
  const sources = await Promise.all(programs.map((file) => readFile(join(input, folder, file), 'utf8')));
  return { values, isPermalinkProgrammed: sources.some((source) => source.includes('permalink')) };
}

function parseData(name: string, source: string): Data {
  try {
    const parsed: unknown = JSON.parse(source);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Data) : {};
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}

/** Eleventy merges deeply; of what an article is made of, only the tags are many. */
export function mergeData(far: Data, near: Data): Data {
  const tags = [far, near].flatMap(({ tags: some }) => namesOf(some, /$^/u));
  return { ...far, ...near, ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }) };
}
