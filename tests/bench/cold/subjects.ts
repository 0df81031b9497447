import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileEarly } from '../../../src/cli/bundle/compile-early.ts';
import { isEarly } from '../../../src/cli/bundle/early-sources.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Who is timed: ours, and the two npm packages of the field that answer soonest. Each bundled to one file, as users ship it. */
const SOURCES = {
  ours: `import { summarize } from './src/core/summarizer/plain.ts';
export default (text) => summarize(text);`,
  lexrank: `const lexrank = require('lexrank');
exports.default = (text) => new Promise((done) => lexrank.summarize(text, 3, (error, top) => done(top)));`,
  'ts-textrank': `import * as peer from 'ts-textrank';
export default (text) => {
  const config = new peer.AbsoluteSummarizerConfig(3, new peer.SorensenDiceSimilarity(), new peer.DefaultTextParser(), 0.85, peer.Summarizer.SORT_OCCURENCE);
  return new peer.Summarizer(config, new peer.NullLogger()).summarize(text, 'en');
};`,
} as const;

export type SubjectName = keyof typeof SOURCES;
export const SUBJECT_NAMES = Object.keys(SOURCES) as SubjectName[];
export const PEERS = SUBJECT_NAMES.filter((name) => name !== 'ours');

/** As the summariser stands in the Worker that is deployed. */
function early(code = '', map = ''): string {
  return compileEarly({ code, map: JSON.parse(map) }, isEarly).code;
}

/** Bundles every subject into a folder; gives the file of each. */
export async function bundleSubjects(folder: string): Promise<Record<SubjectName, string>> {
  const files: Partial<Record<SubjectName, string>> = {};
  for (const name of SUBJECT_NAMES) {
    const file = join(folder, `${name}.cjs`);
    const { outputFiles = [] } = await build({
      stdin: { contents: SOURCES[name], resolveDir: ROOT, loader: 'js' },
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      // Without the implicit condition `module`, which gives one peer an ESM build that its CommonJS code cannot read.
      conditions: [],
      target: 'es2024',
      outfile: file,
      write: false,
      sourcemap: 'external',
      logLevel: 'error',
    });
    const [map, code] = outputFiles.map(({ text }) => text);
    writeFileSync(file, name === 'ours' ? early(code, map) : (code ?? ''));
    files[name] = file;
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  return files as Record<SubjectName, string>;
}
