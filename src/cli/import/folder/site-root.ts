import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

export type Config = Readonly<Record<string, unknown>>;

/** The folder in which a site's configuration stands, and what it says. */
export interface SiteRoot {
  root: string;
  file: string;
  /** Empty where the configuration is a program. */
  config: Config;
  /** From the root to the folder that was named, with slashes; empty where they are the same. */
  inside: string;
}

const LEVELS_UP = 5;

/**
 * Looks for one of these files in a folder and the folders around it: people name `content/posts` and mean a part of
 * their site.
 */
export async function findRoot(folder: string, names: readonly string[]): Promise<SiteRoot | undefined> {
  let root = resolve(folder);
  for (let level = 0; level < LEVELS_UP; level += 1) {
    for (const name of names) {
      const source = await readFile(join(root, name), 'utf8').catch(() => undefined);
      if (source === undefined) continue;
      const inside = relative(root, resolve(folder)).split(sep).join('/');
      return { root, file: name, config: parseConfig(name, source), inside };
    }
    if (dirname(root) === root) break;
    root = dirname(root);
  }
  return undefined;
}

/**
 * @throws {Error} that names the file where it cannot be read. A `config.json` may be anybody's: one that cannot be
 *   read says nothing.
 */
function parseConfig(name: string, source: string): Config {
  try {
    const parsed: unknown = /\.toml$/u.test(name)
      ? parseToml(source)
      : /\.ya?ml$/u.test(name)
        ? parseYaml(source)
        : /\.json$/u.test(name)
          ? JSON.parse(source)
          : {};
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), value as unknown]));
  } catch (error) {
    if (name.startsWith('config.')) return {};
    throw new Error(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`, {
      cause: error,
    });
  }
}
