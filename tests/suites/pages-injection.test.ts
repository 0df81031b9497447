import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPages, type Truth } from '../../src/cli/evaluation/extraction-pages.ts';
import { readPage } from '../../src/core/extraction/read-page.ts';
import { writeBox, writePiece } from '../../src/core/injection/box-markup.ts';
import { findPlaces } from '../../src/core/injection/find-places.ts';
import type { Places } from '../../src/core/injection/places.ts';
import { loadLabels } from '../../src/core/labels/labels.ts';
import { type Edge, startEdge } from '../injector/edge.ts';
import { ask } from '../injector/exchange.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/suites/pages', import.meta.url));

const BOX = writeBox({
  pageUrl: 'https://news.example/story',
  title: 'The tide came early',
  language: 'de',
  direction: 'ltr',
  sentences: ['Die Fähre fährt nicht — “heute” 潮汐.', '<b>&amp; so on</b>'],
  credit: 'Sätze',
  abstract: { abstract: 'Die Fähre fährt nicht. </script><!--' },
  labels: (await loadLabels('de')).labels,
});
const PIECES = { above: writePiece(BOX, 'above', false), below: writePiece(BOX, 'below', false) };

interface Case {
  truth: Truth;
  bytes: Uint8Array;
  contentType: string;
  places: Places | undefined;
}

/** A byte at a time takes a while: the shorter the chunks, the shorter the pages, unless `INJECTION_PAGES=all`. */
const CHUNKS = [
  { chunk: 0, maxBytes: Number.POSITIVE_INFINITY },
  { chunk: 1_000, maxBytes: Number.POSITIVE_INFINITY },
  { chunk: 7, maxBytes: 24_000 },
  { chunk: 1, maxBytes: 8_000 },
];
const IS_ALL = process.env.INJECTION_PAGES === 'all';

describe.skipIf(!existsSync(FOLDER))('boxes in real pages', () => {
  let cases: Case[];
  let edge: Edge;

  beforeAll(async () => {
    cases = (await loadPages(FOLDER)).map(({ truth, bytes }) => {
      const contentType = truth.encoding == null ? 'text/html' : `text/html; charset=${truth.encoding}`;
      const { html, isArticle } = readPage({ bytes, contentType, url: truth.url, robots: '' });
      return {
        truth,
        bytes,
        contentType,
        places: isArticle ? findPlaces({ bytes, contentType }, html) : undefined,
      };
    });
    edge = await startEdge(
      'news.example',
      ({ url = '' }, response) => servePage(cases, url, response),
      ({ url = '' }, response) => {
        const page = new URL(new URL(url, 'http://service').searchParams.get('url') ?? '');
        const { places } = cases[Number(page.pathname.slice(1))] ?? {};
        response.statusCode = places === undefined ? 404 : 200;
        response.end(JSON.stringify({ version: '1.1', places, box: BOX }));
      },
    );
  });
  afterAll(() => edge.stop());

  it.each(
    CHUNKS.flatMap((row) => [
      { ...row, coding: 'plain' },
      { ...row, coding: 'gzip' },
    ]),
  )(
    'are all that is added where pages come $coding in chunks of $chunk bytes (0: whole)',
    async ({ chunk, maxBytes, coding }) => {
      const changed: string[] = [];
      for (const [index, { truth, bytes, places }] of cases.entries()) {
        if (!IS_ALL && bytes.length > maxBytes) continue;
        const path = `/${index}?${chunk}-${coding}`;
        const first = await ask(edge.port, path, { headers: { 'Accept-Encoding': 'gzip' } });
        // The first view may come before the service has answered.
        const {
          bytes: raw,
          headers,
          isWhole,
        } = first.headers.standfirst === undefined && places !== undefined
          ? await ask(edge.port, path, { headers: { 'Accept-Encoding': 'gzip' } })
          : first;
        const answered = headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
        const { rest, found } = withoutPieces(answered);
        const wanted = places === undefined ? 0 : places.above === null ? 0 : places.below === null ? 1 : 2;
        if (!isWhole || !rest.equals(bytes) || found !== wanted)
          changed.push(`${truth.file}: ${found} of ${wanted} boxes, ${rest.length} of ${bytes.length} bytes`);
      }
      expect(changed).toEqual([]);
    },
    600_000,
  );
});

function servePage(cases: readonly Case[], url: string, response: ServerResponse): void {
  const { pathname, search } = new URL(url, 'http://origin');
  const { bytes, contentType } = cases[Number(pathname.slice(1))] as Case;
  const [chunk = '0', coding] = search.slice(1).split('-');
  response.setHeader('Content-Type', contentType);
  if (coding === 'gzip') response.setHeader('Content-Encoding', 'gzip');
  const body = coding === 'gzip' ? gzipSync(bytes) : Buffer.from(bytes);
  const step = Number(chunk) === 0 ? body.length : Number(chunk);
  void sendInChunks(body, step, response);
}

/** Each chunk is a chunk of HTTP/1.1, which the edge reads one by one. */
async function sendInChunks(body: Buffer, step: number, response: ServerResponse): Promise<void> {
  for (let from = 0; from < body.length; from += step) {
    if (!response.write(body.subarray(from, from + step)))
      await new Promise((resolve) => {
        response.once('drain', resolve);
      });
  }
  response.end();
}

function withoutPieces(answered: Buffer): { rest: Buffer; found: number } {
  let rest = answered;
  let found = 0;
  for (const piece of [PIECES.above, PIECES.below]) {
    const at = rest.indexOf(piece, 0, 'latin1');
    if (at === -1) continue;
    found += 1;
    rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + piece.length)]);
  }
  return { rest, found };
}
