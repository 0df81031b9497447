import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMMARIZER } from '../../src/cli/build-library.ts';
import * as source from '../../src/core/summarizer/index.ts';
import { type InstalledLibrary, installLibrary } from './packed-library.ts';

const run = promisify(execFile);
const TEXT = `The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.

“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.

The bus carried 31,000 people last year. A new contract has to be signed by the end of March.`;
const OPTIONS = { title: 'Night bus stays', sentences: 2 };

/** Every export, called as its types say. Strict, and checked against the types of the package alone. */
const CONSUMER = `
import {
  chooseSentences, countWords, detectLanguage, ENGINE, explainRanking, extractKeywords, rankSentences, splitSentences,
  summarize, type ChooseOptions, type Explanation, type RankedSentence, type Ranking, type RankOptions, type Sentence,
  type Summarized,
} from 'standfirst-summarizer';
import { type PlainOptions, summarize as summarizePlainly } from 'standfirst-summarizer/plain';

const options: RankOptions & ChooseOptions = { title: 'Night bus stays', sentences: 2, avoid: ['quotes'], range: 'whole' };
const summary: Summarized = summarize('One came. Two went.', options);
const ranking: Ranking = rankSentences('One came. Two went.', { query: 'Who came?' });
const chosen: RankedSentence[] = chooseSentences(ranking, { sentences: 1 });
const explained: Explanation[] = explainRanking(ranking);
const split: Sentence[] = splitSentences('One came. Two went.', 'en');
const offsets: number[] = [...summary.sentences, ...chosen, ...split].map(({ offset }) => offset);
const rest: [number, string, string, unknown] = [countWords('One', 'en'), detectLanguage('One'), ENGINE.version, extractKeywords(ranking, 3)];
// @ts-expect-error: a word is no number of sentences
summarize('One came.', { sentences: 'two' });
const plain: PlainOptions = { title: 'Night bus stays', sentences: 2 };
summarizePlainly('One came. Two went.', plain);
// @ts-expect-error: the smaller module answers no questions
summarizePlainly('One came.', { query: 'Who came?' });
export { explained, offsets, rest };
`;

describe('the summariser as a package', () => {
  let library: InstalledLibrary;
  beforeAll(async () => {
    library = await installLibrary(SUMMARIZER);
  });
  afterAll(() => rm(dirname(library.project), { recursive: true, force: true }));

  it('depends on nothing and imports nothing', () => {
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies'])
      expect(library.described).not.toHaveProperty(kind);
    expect(library.module).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(/mu);
  });

  it('holds the module, its types, its licence and how it is used, and nothing else', () => {
    const others = library.files.filter((path) => !/^types\/.*\.d\.ts$/u.test(path));
    expect(others).toEqual(['LICENSE', 'README.md', 'index.js', 'package.json', 'plain.js']);
    expect(library.files).toEqual(expect.arrayContaining(['types/index.d.ts', 'types/plain.d.ts']));
  });

  it('says in plain Node what the service says', async () => {
    const script = `import * as library from 'standfirst-summarizer';
      const { summarize, ...rest } = library;
      console.log(JSON.stringify([summarize(${JSON.stringify(TEXT)}, ${JSON.stringify(OPTIONS)}), Object.keys(library).sort()]));`;
    await writeFile(join(library.project, 'try.js'), script);
    const { stdout } = await run(process.execPath, ['try.js'], { cwd: library.project });
    const [summary, names] = JSON.parse(stdout);
    expect(summary).toEqual(JSON.parse(JSON.stringify(source.summarize(TEXT, OPTIONS))));
    expect(names).toEqual(Object.keys(source).sort());
  });

  it('has a smaller module that says the same to who asks no question', async () => {
    const script = `import { summarize } from 'standfirst-summarizer/plain';
      console.log(JSON.stringify(summarize(${JSON.stringify(TEXT)}, ${JSON.stringify(OPTIONS)})));`;
    await writeFile(join(library.project, 'try-plain.js'), script);
    const { stdout } = await run(process.execPath, ['try-plain.js'], { cwd: library.project });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(source.summarize(TEXT, OPTIONS))));
  });

  it('is typed for a strict project, whatever way that resolves modules', async () => {
    await writeFile(join(library.project, 'consumer.ts'), CONSUMER);
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
      'bin/tsc',
    );
    const strict = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      const kind = ['--target', 'es2022', '--lib', 'es2022', '--types', '', '--module', module];
      const options = [...strict, ...kind, '--moduleResolution', resolution, 'consumer.ts'];
      const checked = await run(process.execPath, [compiler, ...options], { cwd: library.project }).catch(
        (failure: { stdout: string }) => failure,
      );
      expect(checked.stdout).toBe('');
    }
  });
});
