import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { buildWidget } from './build-widget.ts';

/** `npm run size:widget`: bytes of what a page loads, minified and gzipped, against what we allow ourselves. */
const BUDGETS_BYTES = [
  { what: 'core, one language', file: 'standfirst.en.js', budget: 2_400 },
  { what: 'core, 26 languages', file: 'standfirst.js', budget: 3_500 },
  { what: 'box and panel, one file, one language', file: 'standfirst.full.en.js', budget: 7_000 },
  { what: 'box and panel, one file, 26 languages', file: 'standfirst.full.js', budget: 12_200 },
  { what: 'what most readers never use', file: 'more.en', budget: 2_900 },
  { what: 'questions, one language', file: 'ask.en', budget: 1_200 },
  { what: 'measuring, where a site asks for it', file: 'standfirst.measure.js', budget: 1_000 },
] as const;

export interface WidgetSize {
  what: string;
  bytes: number;
  budget: number;
}

/** @param files - As `buildWidget` gives them, English included. */
export function measureWidget(files: ReadonlyMap<string, Uint8Array>): WidgetSize[] {
  return BUDGETS_BYTES.map(({ what, file, budget }) => {
    const bytes = files.get(file) ?? findHashed(files, file);
    if (bytes === undefined) throw new Error(`${file} was not built`);
    return { what, bytes: gzipSync(bytes, { level: 9 }).length, budget };
  });
}

/** Files that others load carry their hash in their names: `more.0a1b2c3d.js`. */
function findHashed(files: ReadonlyMap<string, Uint8Array>, start: string): Uint8Array | undefined {
  for (const [name, bytes] of files)
    if (/^\.[\da-f]{8}\.js$/u.test(name.slice(start.length)) && name.startsWith(start)) return bytes;
  return undefined;
}

if (import.meta.filename === process.argv[1]) {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const files = await buildWidget(version, ['en']);
  const sizes = measureWidget(files);
  for (const { what, bytes, budget } of sizes) {
    console.log(`${bytes > budget ? 'OVER ' : 'ok   '}${String(bytes).padStart(6)} of ${budget} B  ${what}`);
  }
  for (const [name, bytes] of files)
    console.log(
      `     ${String(gzipSync(bytes, { level: 9 }).length).padStart(6)} B  ${name} (${bytes.length} raw)`,
    );
  if (sizes.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1;
}
