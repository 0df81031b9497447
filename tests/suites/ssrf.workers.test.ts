import { describe, expect, inject, it } from 'vitest';
import { requestsLeftBehind } from '../flows/ingestion/publisher.ts';
import { call } from '../http/service.ts';

const cases = inject('ssrfCases');

async function ask(url: string): Promise<{ status: number; sent: string[] }> {
  await requestsLeftBehind();
  const { status } = await call(`/v1/summary?url=${encodeURIComponent(url)}`);
  return { status, sent: await requestsLeftBehind() };
}

/** Counted where the Worker's requests leave workerd, whoever makes them. */
describe.skipIf(cases.length === 0)(
  'addresses that try to be somebody else’s, against a list with allowed.example',
  () => {
    it('are refused with 4xx and nothing is sent', async () => {
      const failures: unknown[] = [];
      for (const { id, url } of cases.filter(({ must_refuse }) => must_refuse)) {
        const { status, sent } = await ask(url);
        const isRefused = status >= 400 && status < 500 && status !== 429;
        if (!isRefused || sent.length > 0) failures.push([id, status, url, sent]);
      }
      expect(failures).toEqual([]);
      expect(cases.length).toBeGreaterThan(800);
    });

    it('are asked for once at the host of the URL standard where they are honest', async () => {
      for (const { url, whatwg } of cases.filter(({ must_refuse }) => !must_refuse)) {
        const { sent } = await ask(url);
        const pages = sent.filter((address) => new URL(address).pathname !== '/robots.txt');
        expect([url, pages.map((address) => new URL(address).host)]).toEqual([url, [whatwg.host]]);
      }
    });
  },
);
