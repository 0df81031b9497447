import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createUpstream, storyPage } from '../flows/ingestion/upstream.ts';
import { createMemoryService } from '../http/memory-service.ts';

const FILE = fileURLToPath(new URL('../../../shared/suites/ssrf/urls.dev.jsonl.gz', import.meta.url));

interface Case {
  id: string;
  url: string;
  whatwg: { host?: string };
  must_refuse: boolean;
}

/** Outside cases (cujanovic, PayloadsAllTheThings, ssrf_filter): see the README of the suites. */
describe.skipIf(!existsSync(FILE))(
  'addresses that try to be somebody else’s, against the list {allowed.example}',
  () => {
    const cases = existsSync(FILE)
      ? gunzipSync(readFileSync(FILE))
          .toString()
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Case)
      : [];

    function createProbe() {
      const upstream = createUpstream();
      const { call } = createMemoryService({ SITES: 'allowed.example' }, {}, { send: upstream.send });
      return {
        /** Status of one question, and what was sent for it; robots.txt counts while something may be refused. */
        async ask(url: string) {
          const before = upstream.requests.length;
          const { status } = await call(`/v1/summary?url=${encodeURIComponent(url)}`);
          return {
            status,
            sent: upstream.requests.slice(before).map((request) => new URL(request.url).host),
          };
        },
        upstream,
      };
    }

    it('are refused with 4xx and nothing is sent', { timeout: 60_000 }, async () => {
      const { ask, upstream } = createProbe();
      const failures: string[] = [];
      for (const { id, url } of cases.filter(({ must_refuse }) => must_refuse)) {
        const { status } = await ask(url);
        if (status < 400 || status >= 500 || status === 429) failures.push(`${id} ${status} ${url}`);
      }
      expect(failures).toEqual([]);
      expect(upstream.requests.length + upstream.robotsRequests).toBe(0);
      expect(cases.length).toBeGreaterThan(800);
    });

    it('are asked for once at the host of the URL standard where they are honest', async () => {
      const { ask } = createProbe();
      for (const { url, whatwg } of cases.filter(({ must_refuse }) => !must_refuse)) {
        expect([url, (await ask(url)).sent]).toEqual([url, [whatwg.host]]);
      }
    });

    it('an honest page is answered', async () => {
      const upstream = createUpstream();
      upstream.put('https://allowed.example/story', storyPage());
      const { call } = createMemoryService({ SITES: 'allowed.example' }, {}, { send: upstream.send });
      expect((await call('/v1/summary?url=https://allowed.example/story')).status).toBe(200);
    });
  },
);
