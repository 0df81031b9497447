import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { addressOn } from './import/folder/path-names.ts';

const PAGE = /\.html?$/iu;

/** A page that a generator has built to a file. */
export interface BuiltPage {
  file: string;
  /** Its path below the folder of the site, with slashes. */
  name: string;
}

export function isPageName(name: string): boolean {
  return PAGE.test(name);
}

/** Pages below a folder, in order of their names. @throws {Error} where there is no such folder, or it cannot be listed. */
export async function listPages(folder: string): Promise<BuiltPage[]> {
  return (await listFiles(folder))
    .filter(isPageName)
    .map((file) => ({ file, name: relative(folder, file).split(sep).join('/') }));
}

/** Files below a folder, in order. @throws {Error} as `listPages`. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => undefined); // Not there, or not to be seen.
  if (found === undefined) throw new Error(`There is no folder ${folder}; the site has to be built first.`);
  if (!found.isDirectory()) throw new Error(`${folder} is a file; name the folder that it is in.`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `posts/roof/index.html` is served as `/posts/roof/`. */
export function addressOf(name: string, baseUrl: string): string {
  return addressOn(baseUrl, name.replace(/(^|\/)index\.html?$/iu, '$1'));
}
