import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Folders that hold programs, builds or what a tool keeps for itself, wherever they stand. */
const NEVER_CONTENT = new Set(['node_modules', '_site', '.git', '.obsidian', '.trash']);
/** Builds where they stand beside a configuration; elsewhere they are folders of articles about public things. */
const BUILDS = new Set(['public', 'dist', 'resources']);
const CONFIGURATION =
  /^(?:package\.json|_config\.ya?ml|(?:hugo|config)\.(?:toml|ya?ml|json)|\.eleventy\.js|[\w.]*\bconfig\.[cm]?[jt]s)$/u;
const MARKDOWN = /\.(?:md|mdx|markdown|mdown|mkd)$/iu;
export interface ContentFile {
  /** As the operating system opens it. */
  file: string;
  /** From the folder that was named, with slashes. */
  name: string;
}

export interface ContentFolder {
  folder: string;
  files: readonly ContentFile[];
  /** Folders that the operating system does not open. */
  unreadable: readonly { name: string; reason: string }[];
}

/** Every Markdown file below a folder, in order of name. Links are not followed: nothing outside it is read. */
export async function listContent(folder: string): Promise<ContentFolder> {
  const unreadable: { name: string; reason: string }[] = [];
  const entries = await entriesOf(folder, (path, reason) =>
    unreadable.push({ name: relative(folder, path), reason }),
  );
  const found = entries
    .filter((entry) => entry.isFile() && MARKDOWN.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { file, name: relative(folder, file).split(sep).join('/') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { folder, files: found, unreadable };
}

/** A folder below that cannot be read costs its own files alone, and that is told. */
async function entriesOf(folder: string, tell: (path: string, reason: string) => void): Promise<Dirent[]> {
  const found: Dirent[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const path = next;
    const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (path === folder) throw error;
      tell(path, `cannot be read (${error.code ?? error.message})`);
      return [];
    });
    found.push(...entries);
    const isRoot = entries.some(({ name }) => CONFIGURATION.test(name));
    const below = entries.filter(
      (entry) => entry.isDirectory() && !NEVER_CONTENT.has(entry.name) && !(isRoot && BUILDS.has(entry.name)),
    );
    folders.push(...below.map(({ name }) => join(path, name)));
  }
  return found;
}
