import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toMarkdown } from '../../src/core/content/markdown/to-markdown.ts';
import { type BodyKind, renderContent } from '../../src/core/content/render-content.ts';

/**
 * Prints what the content pipeline costs: `node tests/bench/content.ts [suites]`.
 *
 * First the median time for an article of 6 KB in each kind, then for every hostile generator of the suites the times
 * at three sizes and the factor between the last two, which is four where the cost is linear.
 */
function benchContent(suites: string): void {
  benchArticle();
  benchGenerators(`${suites}/bad-bodies/generate-large.mjs`);
}

const SECTION = `## The bridge

The bridge over the *river* will close on **3 May**, the council said on Monday, and [a notice](https://a.example/b) was
sent to all who live near it. "It is a nuisance," said one resident, who drives across it twice a day. A detour of nine
kilometres leads through the old town; buses will run every ten minutes, and a ferry has been asked for by many.

- The closure lasts eleven weeks.
- Cyclists may use the footpath.

> A quotation of one sentence stands here.

`;
const ARTICLE = SECTION.repeat(11);
const RUNS = 400;

function benchArticle(): void {
  const html = contentOf('markdown', ARTICLE);
  console.log(
    `article: ${ARTICLE.length} characters of Markdown, ${html.length} of HTML; median of ${RUNS} runs`,
  );
  print('markdown', () => renderContent('markdown', ARTICLE));
  print('html', () => renderContent('html', html));
  print('text', () => renderContent('text', ARTICLE));
  print('html to markdown', () => toMarkdown(html));
}

function contentOf(kind: BodyKind, source: string): string {
  const result = renderContent(kind, source);
  return result.ok ? result.content.html : '';
}

function print(name: string, run: () => unknown): void {
  for (let index = 0; index < RUNS; index += 1) run();
  const times = Array.from({ length: RUNS }, () => timeOf(run)).sort((one, other) => one - other);
  console.log(`  ${name.padEnd(18)}${(times[RUNS / 2] ?? 0).toFixed(3).padStart(8)} ms`);
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const SIZES = [5_000, 20_000, 80_000];

function benchGenerators(generator: string): void {
  if (!existsSync(generator)) {
    console.log(`generators: skipped, none at ${generator}`);
    return;
  }
  console.log(`generators: ms at ${SIZES.join(', ')} and the factor between the last two`);
  const names = spawnSync(process.execPath, [generator, '?'], { encoding: 'utf8' })
    .stderr.trim()
    .split(/\s+/);
  for (const name of names) {
    for (const kind of ['html', 'markdown', 'text'] satisfies BodyKind[]) printGrowth(generator, name, kind);
  }
}

function printGrowth(generator: string, name: string, kind: BodyKind): void {
  const times = SIZES.map((size) => {
    const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
    const source = spawnSync(process.execPath, [generator, name, String(size)], options).stdout;
    return Math.min(...[1, 2, 3].map(() => timeOf(() => renderContent(kind, source))));
  });
  const factor = (times[2] ?? 0) / (times[1] ?? 1);
  const columns = times.map((time) => time.toFixed(1).padStart(9)).join('');
  console.log(`  ${name.padEnd(20)}${kind.padEnd(9)}${columns}${factor.toFixed(1).padStart(7)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  benchContent(process.argv[2] ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url)));
}
