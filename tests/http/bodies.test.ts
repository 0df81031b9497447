import { describe, expect, it } from 'vitest';
import { ARTICLE_JSON_MAX_BYTES } from '../../src/core/limits.ts';
import { AUTHORIZED, createMemoryService, ORIGIN } from './memory-service.ts';

const service = createMemoryService();
const TEXT = 'The harbour bridge will close on 3 May. Engineers found cracks in it.';

const post = (body: BodyInit, type = 'application/json', headers: Record<string, string> = {}, query = '') =>
  service.call(`/v1/summaries${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type, ...headers },
    body,
  });

describe('POST /v1/summaries', () => {
  it.each([
    ['application/json', JSON.stringify({ text: TEXT, sentences: 1 }), ''],
    ['Application/JSON; charset=utf-8', JSON.stringify({ text: TEXT, sentences: 1 }), ''],
    ['text/plain', TEXT, '?sentences=1'],
    ['text/plain;charset=UTF-8', TEXT, '?sentences=1'],
    ['text/markdown', `# Harbour\n\n${TEXT}`, '?sentences=1'],
    ['text/html', `<p>${TEXT}</p>`, '?sentences=1'],
  ])('reads %s', async (type, body, query) => {
    const response = await post(body, type, {}, query);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ article: null, sentences: [{ url: null }] });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('RateLimit-Policy')).toBe('"summaries";q=60;w=60');
  });

  it('answers in the language and format that are asked for', async () => {
    const response = await post(TEXT, 'text/plain', {}, '?language=en&format=markdown');
    expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('Content-Language')).toBe('en');
  });

  it.each([
    ['no media type', '', 415],
    ['another media type', 'application/xml', 415],
    ['a form', 'application/x-www-form-urlencoded', 415],
  ])('refuses %s and names what it reads', async (_, type, status) => {
    const response = await post(new TextEncoder().encode(TEXT), type);
    expect(response.status).toBe(status);
    expect(response.headers.get('Accept')).toBe('application/json, text/plain, text/markdown, text/html');
  });

  it('refuses a compressed body and says that it takes none', async () => {
    const response = await post(TEXT, 'text/plain', { 'Content-Encoding': 'gzip' });
    expect(response.status).toBe(415);
    expect(response.headers.get('Accept-Encoding')).toBe('identity');
  });

  it.each([
    ['JSON that ends early', '{"text":', 400],
    ['no body', '', 400],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['a surrogate in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['a prototype', '{"__proto__":{"polluted":1},"text":"A sentence."}', 422],
    ['two bodies', '{"text":"A.","html":"<p>B.</p>"}', 422],
    ['no words', '{"text":"…"}', 422],
    ['options that exclude each other', '{"text":"A.","length":"long","sentences":1}', 422],
  ])('refuses %s', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['text/html; charset=windows-1252', '<p>Le café ferma en été.</p>'],
    ['text/plain; charset="ISO-8859-1"', 'Le café ferma en été.'],
  ])('reads the charset that %s names', async (type, body) => {
    const response = await post(Uint8Array.from(Buffer.from(body, 'latin1')), type, {}, '?format=plain-text');
    expect(await response.text()).toContain('Le café ferma en été.');
  });

  it.each([
    ['text/plain; charset=klingon', 'not known'],
    ['text/plain', 'named by the charset'],
    ['text/plain; charset=utf-16', 'not utf-16'],
  ])('says what is wrong with the charset of %s', async (type, detail) => {
    const response = await post(Uint8Array.from([0x43, 0xe9, 0x00]), type);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(detail) });
  });

  it('keeps a byte order mark out of the text', async () => {
    const response = await post(`\ufeff${TEXT}`, 'text/plain', {}, '?sentences=1&format=plain-text');
    expect(await response.text()).not.toContain('\ufeff');
  });
});

function stream(body: ReadableStream, headers: Record<string, string> = {}): Request {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', ...headers },
    body,
    duplex: 'half',
  };
  return new Request(`${ORIGIN}/v1/summaries`, init as RequestInit);
}

describe('a body that is too large', () => {
  it('is refused by its stated length before a byte is read', async () => {
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const response = await service.fetch(
      stream(body, { 'Content-Length': String(ARTICLE_JSON_MAX_BYTES + 1) }),
    );
    expect([response.status, pulled]).toEqual([413, 0]);
  });

  it('is refused while it is read, and read no further', async () => {
    const chunk = new Uint8Array(64 * 1024);
    let [sent, isCancelled] = [0, false];
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
      cancel() {
        isCancelled = true;
      },
    });
    expect((await service.fetch(stream(body))).status).toBe(413);
    expect(isCancelled).toBe(true);
    expect(sent).toBeLessThan(ARTICLE_JSON_MAX_BYTES + 3 * chunk.length);
  });

  it.each([ARTICLE_JSON_MAX_BYTES, ARTICLE_JSON_MAX_BYTES + 1])(
    'begins above the limit (%i bytes)',
    async (bytes) => {
      const response = await service.call('/v1/articles/long', {
        method: 'PUT',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json' },
        body: `{}${' '.repeat(bytes - 2)}`,
      });
      expect(response.status).toBe(bytes > ARTICLE_JSON_MAX_BYTES ? 413 : 422);
    },
  );
});
