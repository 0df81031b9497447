import { describe, expect, it } from 'vitest';
import type { PageVisit, SiteMemory } from '../../src/flows/ingestion/ports.ts';

const PAGE = 'https://news.example/2026/bridge';
const VISIT: PageVisit = {
  outcome: 'stored',
  slug: 'bridge-1',
  checkedAt: 1_000,
  missingSince: null,
  etag: '"1"',
  lastModified: null,
  contentKey: 'words',
};

/** What every memory of a site promises. */
export function describeSiteMemory(run: (use: (memory: SiteMemory) => void) => Promise<void>): void {
  describe('remembers', () => {
    it('visits by address, under every spelling that means the same page', () =>
      run((memory) => {
        memory.remember(`${PAGE}?b=2&a=1&utm_source=x`, VISIT);
        expect(memory.visit(`${PAGE}?a=1&b=2`)).toEqual(VISIT);
        expect(memory.visit(PAGE)).toBeUndefined();
        memory.remember(`${PAGE}?a=1&b=2`, { ...VISIT, outcome: 'withdrawn', missingSince: 7 });
        expect(memory.visit(`${PAGE}?a=1&b=2`)).toMatchObject({ outcome: 'withdrawn', missingSince: 7 });
      }));

    it('a path with a slash at its end apart: a server may know only one of the two', () =>
      run((memory) => {
        memory.remember(PAGE, VISIT);
        expect(memory.visit(`${PAGE}/`)).toBeUndefined();
      }));

    it('why an address gave nothing, until it gives something', () =>
      run((memory) => {
        const refusal = {
          fault: { kind: 'page-unavailable', detail: 'no', retryAfterSeconds: 60 } as const,
          until: Date.now() + 60_000,
        };
        memory.refuse(PAGE, refusal);
        expect(memory.refusal(PAGE)).toEqual(refusal);
        memory.remember(PAGE, VISIT);
        expect(memory.refusal(PAGE)).toBeUndefined();
      }));

    it('articles by their words, and by the path that a page calls its address', () =>
      run((memory) => {
        memory.remember(PAGE, VISIT);
        memory.rememberPath(PAGE, 'bridge-1');
        expect([memory.slugOfContent('words'), memory.slugOfContent('others')]).toEqual([
          'bridge-1',
          undefined,
        ]);
        expect([memory.slugOfPath(`${PAGE}?x=1`), memory.slugOfPath(`${PAGE}-2`)]).toEqual([
          'bridge-1',
          undefined,
        ]);
      }));

    it('robots.txt of each host', () =>
      run((memory) => {
        const copy = { text: 'User-agent: *', fetchedAt: 5 };
        memory.rememberRobots('https://news.example/robots.txt', copy);
        expect(memory.robots('https://news.example/robots.txt')).toEqual(copy);
        expect(memory.robots('https://www.news.example/robots.txt')).toBeUndefined();
      }));

    it('how many pages were read this minute', () =>
      run((memory) => {
        const taken = Array.from({ length: 130 }, () => memory.takeFetch(60_000));
        expect(taken.filter(Boolean)).toHaveLength(120);
        expect(memory.takeFetch(120_000)).toBe(true);
      }));
  });
}
