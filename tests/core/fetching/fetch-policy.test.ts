import { describe, expect, it } from 'vitest';
import {
  decideFetch,
  parseLocalSite,
  parseSite,
  type Site,
} from '../../../src/core/fetching/fetch-policy.ts';
import { recheckAfterMs } from '../../../src/core/fetching/fetch-policy-recheck.ts';

function sites(...entries: string[]): Site[] {
  return entries.flatMap((entry) => parseSite(entry) ?? []);
}

function decide(
  address: string,
  entries = ['news.example', '*.daily.example', 'portal.example/news', 'http://old.example'],
) {
  const decision = decideFetch(address, { sites: sites(...entries), ownHosts: ['summaries.daily.example'] });
  return decision.allowed ? decision.url.href : decision.refusal;
}

describe('which addresses may be fetched', () => {
  it.each([
    ['https://news.example/a', 'https://news.example/a'],
    ['https://NEWS.example:443/a#part', 'https://news.example/a'],
    ['https://www.daily.example/a', 'https://www.daily.example/a'],
    ['https://portal.example/news/1', 'https://portal.example/news/1'],
    ['https://portal.example/news', 'https://portal.example/news'],
    ['http://old.example/a', 'http://old.example/a'],
    ['https://old.example/a', 'https://old.example/a'],
  ])('%s may', (address, fetched) => {
    expect(decide(address)).toBe(fetched);
  });

  it.each([
    ['http://news.example/a', 'scheme'],
    ['ftp://news.example/a', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://user@news.example/', 'user-information'],
    ['https://news.example:8443/', 'port'],
    ['https://news.example./', 'site-not-registered'],
    ['https://www.news.example/', 'site-not-registered'],
    ['https://news.example.evil.example/', 'site-not-registered'],
    ['https://evilnews.example/', 'site-not-registered'],
    ['https://daily.example/', 'site-not-registered'],
    ['https://notdaily.example/', 'site-not-registered'],
    ['https://portal.example/newsroom', 'site-not-registered'],
    ['https://portal.example/news/../admin', 'site-not-registered'],
    ['https://summaries.daily.example/', 'own-host'],
    ['https://summaries.daily.example./', 'own-host'],
    ['https://127.0.0.1/', 'address-literal'],
    ['https://0x7f.1/', 'address-literal'],
    ['https://2130706433/', 'address-literal'],
    ['https://0177.0.0.1/', 'address-literal'],
    ['https://[::1]/', 'address-literal'],
    ['https://[::ffff:169.254.169.254]/', 'address-literal'],
    ['https://', 'not-a-url'],
    [`https://news.example/${'a'.repeat(2_048)}`, 'not-a-url'],
  ])('%s may not: %s', (address, refusal) => {
    expect(decide(address)).toBe(refusal);
  });

  it('an address literal cannot be registered', () => {
    expect(sites('127.0.0.1', '*.0.0.1', 'localhost')).toEqual([{ host: '*.0.0.1', pathPrefix: '' }]);
    expect(decide('https://127.0.0.1/', ['*.0.0.1'])).toBe('address-literal');
  });
});

describe('when a page is looked at again', () => {
  const now = Date.parse('2026-05-10T12:00:00Z');
  it.each([
    ['2026-05-10T11:00:00Z', 720, 5],
    ['2026-05-07T12:00:00Z', 720, 60],
    ['2026-01-01T00:00:00Z', 720, 24 * 60],
    ['2026-01-01T00:00:00Z', 6, 6 * 60],
    ['2026-05-10T11:00:00Z', 0.05, 3],
  ])('published %s with a ceiling of %d hours: after %d minutes', (publishedAt, hours, minutes) => {
    expect(recheckAfterMs(publishedAt, now, hours) / 60_000).toBeCloseTo(minutes);
  });
});

describe('a site on this machine', () => {
  const policy = { sites: [parseLocalSite('localhost:4000/blog') ?? []].flat(), ownHosts: ['localhost'] };

  it.each([
    ['http://localhost:4000/blog/tides', true],
    ['http://localhost:4000/other', false],
    ['http://localhost:4001/blog/tides', false],
    ['https://localhost:4000/blog/tides', false],
    ['http://localhost/blog/tides', false],
    ['http://127.0.0.1:4000/blog/tides', false],
    ['http://me@localhost:4000/blog/tides', false],
  ])('is fetched at its own port and path alone: %s', (address, isAllowed) => {
    expect(decideFetch(address, policy).allowed).toBe(isAllowed);
  });
});
