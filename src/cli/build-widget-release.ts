import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { buildWidget, integrityOf, type WidgetFiles } from './build-widget.ts';

/**
 * `npm run release:widget`: builds the version in package.json into `public/widget/<version>/`.
 *
 * What was released never changes: where the version stands with other bytes, the version has to grow. While it has not
 * been published yet, `-- --replace` builds it again.
 */
const FOLDER = 'public/widget';
/** What our pages and the configurator need to know of it. */
const RELEASE_FILE = 'src/pages/widget-release.json';

function describeIntegrity(files: WidgetFiles): Record<string, string> {
  const entries = [...files].map(([name, bytes]) => [name, integrityOf(bytes)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function release(replace: boolean): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const folder = `${FOLDER}/${version}`;
  const files = await buildWidget(version);
  const integrity = describeIntegrity(files);
  const integrityText = `${JSON.stringify(integrity, null, 2)}\n`;
  const released = await readIfThere(`${folder}/integrity.json`);
  if (released !== undefined && released !== integrityText && !replace) {
    throw new Error(
      `${folder} holds other files. Raise the version in package.json, or build with -- --replace.`,
    );
  }
  if (released !== undefined && released !== integrityText) await emptyFolder(folder);
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(`${folder}/${name}`, bytes);
  await writeFile(`${folder}/integrity.json`, integrityText);
  await writeFile(RELEASE_FILE, `${JSON.stringify({ version }, null, 2)}\n`);
  await writeFile('public/_redirects', floatingRules(version, [...Object.keys(integrity), 'integrity.json']));
  console.log(`${files.size} files in ${folder}`);
}

/**
 * A rule a file, so that what is not there goes on to the Worker and is its 404: one rule for all of them would answer
 * for a file that does not exist, without a word, and have it kept for an hour.
 */
export function floatingRules(version: string, names: readonly string[]): string {
  return names.map((name) => `/widget/v1/${name} /widget/${version}/${name} 200\n`).join('');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined; // ENOENT: this version was not released yet.
  }
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(`${folder}/${name}`);
}

if (import.meta.filename === process.argv[1]) await release(process.argv.includes('--replace'));
