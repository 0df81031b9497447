import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORIZED, call } from '../../http/service.ts';
import { PUBLISHER_HOST, requestsLeftBehind } from './publisher.ts';

const STORY = `https://${PUBLISHER_HOST}/stories/bridge`;

function order(url: string): Promise<Response> {
  return call('/v1/ingestions', {
    method: 'POST',
    headers: { ...AUTHORIZED, 'Content-Type': 'application/json' },
    body: JSON.stringify({ url }),
  });
}

function look(url: string): Promise<Response> {
  return call(`/v1/summary?url=${encodeURIComponent(url)}`);
}

describe('pages in workerd', () => {
  afterEach(() => reset());

  it('forty first looks at once are one reading', async () => {
    const responses = await Promise.all(Array.from({ length: 40 }, () => look(STORY)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    const items = await call('/v1/articles', { headers: AUTHORIZED });
    const [{ slug }] = ((await items.json()) as { items: [{ slug: string }] }).items;
    const { text, revision } = (await (
      await call(`/v1/articles/${slug}`, { headers: AUTHORIZED })
    ).json()) as { text: string; revision: number };
    expect(revision).toBe(1);
    const first = Number(/reading number (\d+)/u.exec(text)?.[1]);
    expect(await (await order(STORY)).json()).toEqual({ slug, revision: 2 });
    const again = (await (await call(`/v1/articles/${slug}`, { headers: AUTHORIZED })).json()) as {
      text: string;
    };
    expect(again.text).toContain(`reading number ${first + 1} `);
  });

  it('a page that takes long is asked for once, by those who come later too', async () => {
    await requestsLeftBehind(PUBLISHER_HOST);
    const slow = `https://${PUBLISHER_HOST}/stories/slow`;
    const first = Array.from({ length: 5 }, () => look(slow));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const answers = await Promise.all([...first, ...Array.from({ length: 5 }, () => look(slow))]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await requestsLeftBehind(PUBLISHER_HOST)).filter((url) => url === slow)).toEqual([slow]);
  });

  it('another isolate’s question finds what the crawler remembers', async () => {
    expect((await look(`https://${PUBLISHER_HOST}/nothing`)).status).toBe(404);
    const crawler = env.SITE_CRAWLERS.getByName(PUBLISHER_HOST);
    const settings = {
      policy: { sites: [{ host: PUBLISHER_HOST, pathPrefix: '' }], ownHosts: [] },
      userAgent: 'Standfirst/test',
      secret: undefined,
      timeZone: undefined,
    };
    const pageUrl = `https://${PUBLISHER_HOST}/nothing`;
    const result = await crawler.ingest({ pageUrl, reason: 'view', maxAgeMs: 0 }, settings);
    expect(result).toEqual({ ok: false, fault: { kind: 'page-not-found' } });
  });

  it('an extraction reads what browsers read: encodings by header, mark and meta', async () => {
    const cases: [number[], string, string][] = [
      [[0xd2, 0xe5, 0xf1, 0xf2], 'text/html; charset=windows-1251', 'Тест'],
      [[0x83, 0x65, 0x83, 0x58, 0x83, 0x67], 'text/html; charset=shift_jis', 'テスト'],
      [[0xb2, 0xe2, 0xca, 0xd4], 'text/html; charset=gbk', '测试'],
      [[0x63, 0x61, 0x66, 0xe9], 'text/html', 'café'],
      [[0x63, 0x61, 0x66, 0xc3, 0xa9], 'text/html', 'café'],
    ];
    for (const [word, contentType, expected] of cases) {
      const before = new TextEncoder().encode('<title>');
      const after = new TextEncoder().encode('</title><p>One paragraph of words.</p>');
      const response = await call('/v1/extractions', {
        method: 'POST',
        headers: { 'Content-Type': contentType },
        body: new Uint8Array([...before, ...word, ...after]),
      });
      expect(((await response.json()) as { title: string }).title).toBe(expected);
    }
  });

  it('a page over five megabytes is refused before it is read', async () => {
    const response = await call('/v1/extractions', {
      method: 'POST',
      headers: { 'Content-Type': 'text/html' },
      body: 'x'.repeat(5 * 1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });
});
