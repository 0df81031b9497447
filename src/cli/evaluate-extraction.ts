import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Extraction, extractArticle } from '../core/extraction/extract-article.ts';
import { decodePage } from '../core/extraction/page/decode-page.ts';
import { loadPages, type Truth } from './evaluation/extraction-pages.ts';
import { mean, sameInstant, sameLine, sameTitle, shingleF1, wordsOf } from './evaluation/extraction-score.ts';

/** `npm run eval:extraction -- --data ../shared/suites/pages`: how well articles are found in real pages, and at what cost. */
const TARGETS = { scrapinghub: 0.947, readability: 0.97, title: 0.9, byline: 0.75, date: 0.8 };

interface Measured {
  truth: Truth;
  extraction: Extraction;
  cpuMs: number;
}

async function evaluate(folder: string, worst: number): Promise<void> {
  const measured = (await loadPages(folder)).map(measure);
  const results = [...bodyResults(measured), ...metadataResults(measured)];
  for (const { name, score, target, count } of results) {
    const verdict = target === undefined ? '' : score >= target ? `>= ${target} ok` : `below ${target}`;
    console.log(`${name.padEnd(46)} ${score.toFixed(4)}  (${count})  ${verdict}`);
  }
  const times = measured.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  console.log(`CPU per page, ms: p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`);
  printWorst(measured, worst);
  if (results.some(({ score, target }) => target !== undefined && score < target)) process.exitCode = 1;
}

function measure({ truth, bytes }: { truth: Truth; bytes: Uint8Array }): Measured {
  const contentType = truth.encoding == null ? 'text/html' : `text/html; charset=${truth.encoding}`;
  const before = process.cpuUsage();
  const extraction = extractArticle(decodePage(bytes, contentType), truth.url);
  const { user, system } = process.cpuUsage(before);
  return { truth, extraction, cpuMs: (user + system) / 1000 };
}

interface Result {
  name: string;
  score: number;
  count: number;
  target?: number;
}

/** People left captions out of scrapinghub's truth, so they are left out there; Readability keeps them. */
function bodyResults(measured: readonly Measured[]): Result[] {
  const hand = measured.filter(({ truth }) => truth.suite === 'scrapinghub');
  const golden = measured.filter(({ truth }) => truth.suite === 'readability');
  const score = (list: readonly Measured[], text: (one: Measured) => string) =>
    mean(list.map((one) => shingleF1(text(one), truthText(one.truth))));
  return [
    {
      name: 'scrapinghub F1, article without captions',
      score: score(hand, ({ extraction }) => wordsOf(extraction.html, false)),
      count: hand.length,
      target: TARGETS.scrapinghub,
    },
    {
      name: 'scrapinghub F1, numbered paragraphs alone',
      score: score(hand, ({ extraction }) => extraction.text),
      count: hand.length,
    },
    {
      name: 'readability F1, whole article',
      score: score(golden, ({ extraction }) => wordsOf(extraction.html, true)),
      count: golden.length,
      target: TARGETS.readability,
    },
    {
      name: 'scrapinghub pages taken for articles',
      score: mean(hand.map(({ extraction }) => Number(extraction.isArticle))),
      count: hand.length,
    },
  ];
}

function truthText(truth: Truth): string {
  return truth.text ?? wordsOf(truth.expected_html ?? '', true);
}

function metadataResults(measured: readonly Measured[]): Result[] {
  const rate = (
    name: string,
    target: number | undefined,
    wanted: (truth: Truth) => string | null | undefined,
    matches: (extraction: Extraction, truth: string) => boolean,
  ): Result => {
    const hits = measured.flatMap(({ truth, extraction }) => {
      const want = wanted(truth);
      return want == null || want === '' ? [] : [Number(matches(extraction, want))];
    });
    return { name, score: mean(hits), count: hits.length, ...(target === undefined ? {} : { target }) };
  };
  return [
    rate(
      'title, letter by letter as Readability has it',
      undefined,
      ({ meta }) => meta?.title,
      ({ title }, want) => sameLine(title, want),
    ),
    rate(
      'title, the name of the site apart',
      TARGETS.title,
      ({ meta }) => meta?.title,
      ({ title }, want) => sameTitle(title, want),
    ),
    rate(
      'byline',
      TARGETS.byline,
      ({ meta }) => meta?.byline,
      ({ byline }, want) => sameLine(byline, want),
    ),
    rate(
      'date',
      TARGETS.date,
      ({ meta }) => meta?.publishedTime,
      ({ publishedAt }, want) => sameInstant(publishedAt, want),
    ),
  ];
}

function printWorst(measured: readonly Measured[], count: number): void {
  const scored = measured.map(({ truth, extraction }) => ({
    id: `${truth.suite} ${truth.id}`,
    f1: shingleF1(wordsOf(extraction.html, truth.suite === 'readability'), truthText(truth)),
  }));
  for (const { id, f1 } of scored.sort((a, b) => a.f1 - b.f1).slice(0, count))
    console.log(`${f1.toFixed(3)} ${id}`);
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, worst: { type: 'string', default: '0' } },
});
if (values.data === undefined || !existsSync(values.data)) {
  console.log(`No pages to evaluate: ${values.data ?? 'name their folder with --data'} is not there.`);
} else {
  await evaluate(values.data, Number(values.worst));
}
