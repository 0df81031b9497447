import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { writeBox, writePiece } from '../../src/core/injection/box-markup.ts';
import { learnPlaces } from '../../src/core/injection/learn-places.ts';
import { loadLabels } from '../../src/core/labels/labels.ts';
import { medianOf, quantileOf } from './figures/quantiles.ts';
import { cpuUs } from './http/load.ts';
import { EDGES, type Edge, portOf, type ServedPage, startEdges } from './injection/edges.ts';

/**
 * What a reader pays for boxes at the edge, against Workers that do nothing, in one run of one raw workerd: requests a
 * second, time to the first byte, size of the box.
 */
const SENTENCE =
  'The council of Orrin voted on Monday to keep the night bus for two more years, at 240,000 crowns.';
const HOST = { Host: 'news.example' };
const ROUNDS_COUNT = 5;
const ROUND_SECONDS = 2;
const FIRST_BYTES_COUNT = 300;

const { labels } = await loadLabels('en');
const boxOf = (sentences: readonly string[]) =>
  writeBox({
    pageUrl: 'https://news.example/story',
    title: 'Night bus stays',
    language: 'en',
    direction: 'ltr',
    sentences,
    credit: 'Sentences from this article, chosen automatically',
    abstract: { abstract: sentences[0] ?? '' },
    labels,
  });
/** So many paragraphs in 100 KB: of a long page, and of one in which other things are most of it. */
const paragraphsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `<p>${index} ${SENTENCE.repeat(Math.round(990 / count))}</p>`,
  ).join('\n');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>News</title></head><body>${body}</body></html>`;
const storyOf = (paragraphs: string): ServedPage => {
  const html = page(`<div class="story">${paragraphs}</div><footer>News</footer>`);
  return { html, insert: { version: 'v1', places: learnPlaces(html, paragraphs), box } };
};
const box = boxOf([SENTENCE, SENTENCE, SENTENCE]);
const ARTICLE = storyOf(paragraphsOf(90));
const LIST = page(`<ul>${paragraphsOf(90).replaceAll('<p>', '<li>').replaceAll('</p>', '</li>')}</ul>`);
/** 10 MB: the story, and behind it what no reader has asked for. */
const LARGE = {
  ...ARTICLE,
  html: ARTICLE.html.replace('</footer>', `${`<i>${SENTENCE}</i>`.repeat(98_000)}</footer>`),
};
const PAGES: Record<string, ServedPage> = {
  '/article': ARTICLE,
  '/article-10': storyOf(paragraphsOf(10)),
  '/list': { html: LIST, insert: null },
  '/large': LARGE,
};

/** Requests a second, and CPU of the process a request, from rounds that take turns. */
async function measureLoad(path: string, pid: number) {
  const found = Object.fromEntries(
    EDGES.map((edge) => [edge, { rate: [] as number[], cpu: [] as number[] }]),
  );
  for (let round = 0; round < ROUNDS_COUNT; round += 1) {
    for (const edge of EDGES) {
      const before = cpuUs(pid);
      const url = `http://127.0.0.1:${portOf(edge)}${path}`;
      const load = await autocannon({ url, connections: 8, duration: ROUND_SECONDS, headers: HOST });
      if (load.non2xx + load.errors > 0)
        throw new Error(`${edge}: ${load.non2xx + load.errors} answers failed`);
      found[edge]?.rate.push(load.requests.total / load.duration);
      found[edge]?.cpu.push((cpuUs(pid) - before) / load.requests.total);
    }
  }
  return (edge: Edge) => ({ rate: medianOf(found[edge]?.rate ?? []), cpu: medianOf(found[edge]?.cpu ?? []) });
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * Milliseconds to the first byte of the body, one request after the other, edges in turn.
 *
 * @param isKnown - Whether the page has been asked for before; else the injector has to ask the service.
 */
async function measureFirstBytes(isKnown: boolean): Promise<Record<Edge, number[]>> {
  const found: Record<Edge, number[]> = { bare: [], noop: [], lookup: [], injector: [] };
  for (let index = 0; index < FIRST_BYTES_COUNT; index += 1)
    for (const edge of EDGES)
      found[edge].push(await firstByte(portOf(edge), isKnown ? '/article' : `/article?view=${index}`));
  return found;
}

async function firstByte(port: number, path: string): Promise<number> {
  return (await read(port, path)).firstByteMs;
}

function read(port: number, path: string): Promise<{ firstByteMs: number; body: string }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    request({ port, path, agent, host: '127.0.0.1', headers: HOST }, (response) => {
      let firstByteMs = 0;
      let body = '';
      response.once('data', () => {
        firstByteMs = performance.now() - started;
      });
      response
        .on('data', (chunk) => (body += String(chunk)))
        .once('end', () => resolve({ firstByteMs, body }));
    })
      .once('error', reject)
      .end();
  });
}

const edges = await startEdges(PAGES);
try {
  for (const path of ['/article', '/article-10', '/list']) await read(portOf('injector'), path); // What the service says is known.
  await sleep(300);
  const boxes = (await read(portOf('injector'), '/article')).body.match(/<details/gu)?.length ?? 0;
  if (boxes !== 2) throw new Error(`the page has ${boxes} boxes`);
  console.log(
    `page ${(ARTICLE.html.length / 1024).toFixed(0)} KB, load at start ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`,
  );
  const article = await measureLoad('/article', edges.pid);
  const few = await measureLoad('/article-10', edges.pid);
  const list = await measureLoad('/list', edges.pid);
  const tell = (what: string, ratio: number, aim: string, more: string) =>
    console.log(`${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)} (${aim}) ${more}`);
  const [ours, noop] = [article('injector'), article('noop')];
  tell(
    'requests/s, injected page : no-op rewriter',
    ours.rate / noop.rate,
    '>= 0.8',
    `${ours.rate.toFixed(0)} : ${noop.rate.toFixed(0)}, CPU ${(ours.cpu / noop.cpu).toFixed(2)}`,
  );
  const [ours10, noop10] = [few('injector'), few('noop')];
  tell(
    'the same, 10 paragraphs in place of 90',
    ours10.rate / noop10.rate,
    '>= 0.8',
    `${ours10.rate.toFixed(0)} : ${noop10.rate.toFixed(0)}, CPU ${(ours10.cpu / noop10.cpu).toFixed(2)}`,
  );
  const [passed, bare] = [list('injector'), list('bare')];
  tell(
    'requests/s, no article : bare pass-through',
    passed.rate / bare.rate,
    '>= 0.95',
    `${passed.rate.toFixed(0)} : ${bare.rate.toFixed(0)}, CPU ${(passed.cpu / bare.cpu).toFixed(2)}`,
  );
  const tellFirstBytes = (what: string, times: readonly number[], floor: readonly number[], aim: string) => {
    for (const [name, of] of [
      ['median', medianOf],
      ['p95', (all: readonly number[]) => quantileOf(all, 0.95)],
    ] as const)
      tell(
        `first byte, ${name}, ${what}`,
        of(times) / of(floor),
        aim,
        `${of(times).toFixed(2)} : ${of(floor).toFixed(2)} ms`,
      );
  };
  const known = await measureFirstBytes(true);
  tellFirstBytes('injected : no-op', known.injector, known.noop, '<= 1.15');
  const unknown = await measureFirstBytes(false);
  tellFirstBytes(
    'one read of KV : no-op',
    unknown.lookup,
    unknown.noop,
    'the floor of a page that is looked up',
  );
  tellFirstBytes('page not yet known : one read of KV', unknown.injector, unknown.lookup, 'no aim');
  const held = await edges.heldBytes('injector', '/large');
  const heldBare = await edges.heldBytes('bare', '/large');
  tell(
    'KB held of a page of 10 MB whose reader stands still',
    held / 1024,
    '<= 256',
    `bare pass-through ${(heldBare / 1024).toFixed(0)}, page ${(LARGE.html.length / 1e6).toFixed(1)} MB`,
  );
  const empty = boxOf([]);
  const boxed = ARTICLE.html
    .replace('<p>', `${writePiece(empty, 'above', false)}<p>`)
    .replace('</div><footer', `${writePiece(empty, 'below', false)}</div><footer`);
  tell(
    'KB of both boxes without sentences, gzip in the page',
    (gzipSync(boxed).length - gzipSync(ARTICLE.html).length) / 1024,
    '<= 1.5',
    '',
  );
} finally {
  await edges.stop();
  agent.destroy();
}
