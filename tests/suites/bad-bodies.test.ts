import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createMemoryService } from '../http/memory-service.ts';
import { type BadBody, generateBody, generatorKinds, readBadBodies } from './bad-bodies-cases.ts';

const bodies = readBadBodies();
const kinds = generatorKinds();
const service = createMemoryService();
const PROBLEM = 'application/problem+json';

const send = (path: string, method: string, type: string, body: Uint8Array<ArrayBuffer> | string) =>
  service.call(path, { method, headers: { ...AUTHORIZED, 'Content-Type': type }, body });

const bytesOf = ({ b64 }: BadBody) => new Uint8Array(Buffer.from(b64, 'base64'));
const ofKind = (...names: string[]) =>
  bodies?.filter(({ kind }) => names.some((name) => kind.startsWith(name))) ?? [];

/** What is wrong with the answer, or undefined. Every answer is also held against the OpenAPI document by `call`. */
function judge({ id, expect: wanted }: BadBody, response: Response): string | undefined {
  const { status, headers } = response;
  if (status >= 500) return `${id}: ${status}`;
  if (status >= 400 && headers.get('Content-Type') !== PROBLEM)
    return `${id}: ${status} without a problem document`;
  if (wanted === 'must-4xx' && status < 400) return `${id}: ${status}`;
  if (wanted === 'must-accept-json' && status === 400) return `${id}: good JSON was not read`;
  return undefined;
}

describe.skipIf(bodies === undefined)('bad bodies', () => {
  it.each([
    ['PUT', '/v1/articles/bad-body'],
    ['POST', '/v1/summaries'],
    ['POST', '/v1/ingestions'],
    ['PUT', '/v1/articles/bad-body/summary'],
  ])('sent as JSON by %s %s are refused where they must be, and break nothing', async (method, path) => {
    const findings: string[] = [];
    for (const body of ofKind('JSONTestSuite', 'invalid-utf8')) {
      const finding = judge(body, await send(path, method, 'application/json', bytesOf(body)));
      if (finding !== undefined) findings.push(finding);
    }
    expect(findings).toEqual([]);
  });

  it.each(['text/plain', 'text/markdown', 'text/html'])(
    'of any kind sent as %s break nothing',
    async (type) => {
      for (const body of bodies ?? []) {
        const { status } = await send('/v1/summaries', 'POST', type, bytesOf(body));
        expect(status, body.id).toBeLessThan(500);
      }
    },
  );

  it('in another encoding break no extraction', async () => {
    for (const body of ofKind('html5lib-encoding', 'invalid-utf8')) {
      const { status } = await send(
        '/v1/extractions?url=https://news.example/a',
        'POST',
        'text/html',
        bytesOf(body),
      );
      expect(status, body.id).toBeLessThan(500);
    }
  });
});

describe.skipIf(bodies === undefined)('naughty strings', () => {
  const strings = ofKind('naughty-string').map((body) => Buffer.from(body.b64, 'base64').toString('utf8'));

  it('as title, byline and tag are served back exactly, or refused', async () => {
    for (const text of strings) {
      const body = { title: text, byline: text, tags: [text], text };
      const put = await send('/v1/articles/naughty', 'PUT', 'application/json', JSON.stringify(body));
      expect([201, 422], text).toContain(put.status);
      if (put.status === 422) continue;
      expect(await (await service.call('/v1/articles/naughty')).json()).toMatchObject({
        title: text,
        byline: text,
        tags: [text],
      });
      const headers = { ...AUTHORIZED, 'If-Match': '*' };
      expect((await service.call('/v1/articles/naughty', { method: 'DELETE', headers })).status).toBe(204);
    }
  });

  it('in addresses, parameters and header fields are taken as data', async () => {
    await service.put('plain', { title: 'Plain', text: 'A plain sentence. Another one.' });
    for (const text of strings) {
      const encoded = encodeURIComponent(text);
      const paths = [
        `/v1/articles/${encoded}`,
        `/articles/${encoded}`,
        `/v1/articles?tag=${encoded}`,
        `/v1/articles/plain/summary?query=${encoded}`,
        `/v1/summary?url=${encoded}`,
        `/problems/${encoded}`,
      ];
      for (const path of paths) expect((await service.call(path)).status, path).toBeLessThan(500);
      if (!/^[\t\x20-\x7e]*$/u.test(text)) continue;
      const headers = { 'If-None-Match': text, 'User-Agent': text, Referer: text, Accept: text };
      expect((await service.call('/v1/articles', { headers })).status, text).toBeLessThan(500);
    }
  });
});

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html',
  md: 'text/markdown',
  text: 'text/plain',
};

describe.skipIf(kinds.length === 0)('hostile bodies', () => {
  it.each(kinds.flatMap((kind) => [2_000, 50_000].map((size) => ({ kind, size }))))(
    'of $kind, $size long, are summarised or refused',
    async ({ kind, size }) => {
      const body = new Uint8Array(generateBody(kind, size));
      const response = await send('/v1/summaries', 'POST', MEDIA_TYPES[kind.split('-')[0] ?? ''] ?? '', body);
      expect(response.status).toBeLessThan(500);
      if (response.status >= 400) expect(response.headers.get('Content-Type')).toBe(PROBLEM);
    },
  );
});
