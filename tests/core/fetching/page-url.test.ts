import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageUrlHash, slugForPage } from '../../../src/core/fetching/page-hash.ts';
import { normalizePageUrl } from '../../../src/core/fetching/page-identity.ts';
import { pageUrlSchema } from '../../../src/core/fetching/page-url.ts';

describe('normalizePageUrl', () => {
  it.each([
    ['https://news.example/tides', 'http://news.example/tides', 'scheme'],
    ['https://news.example/tides', 'https://NEWS.example/tides', 'case of the host'],
    ['https://news.example/tides', 'https://news.example:443/tides', 'default port'],
    ['https://news.example/tides', 'https://news.example/tides/', 'one trailing slash'],
    ['https://news.example/tides', 'https://news.example/tides#comments', 'fragment'],
    [
      'https://news.example/tides',
      'https://news.example/tides?utm_source=x&utm_medium=y&fbclid=1',
      'tracking',
    ],
    ['https://news.example/t?a=1&b=2', 'https://news.example/t?b=2&a=1', 'order of the query'],
    ['https://news.example/caf%C3%A9', 'https://news.example/caf%c3%a9', 'case of the encoding'],
    ['https://news.example/~ann', 'https://news.example/%7Eann', 'encoding of unreserved characters'],
    ['https://news.example/', 'https://news.example', 'the empty path'],
  ])('%s is the page %s (%s)', (one, other) => {
    expect(normalizePageUrl(other)).toBe(normalizePageUrl(one));
    expect(pageUrlHash(other)).toBe(pageUrlHash(one));
  });

  it.each([
    ['https://news.example/tides', 'https://news.example/Tides', 'case of the path'],
    ['https://news.example/tides', 'https://www.news.example/tides', 'www'],
    ['https://news.example/tides', 'https://news.example/tides?page=2', 'page'],
    ['https://news.example/tides', 'https://news.example:8080/tides', 'another port'],
    ['https://news.example/a%2Fb', 'https://news.example/a/b', 'an encoded slash'],
  ])('%s is not the page %s (%s)', (one, other) => {
    expect(normalizePageUrl(other)).not.toBe(normalizePageUrl(one));
  });

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        fc.pre(!new URL(url).pathname.endsWith('//')); // Only one trailing slash is dropped.
        const once = normalizePageUrl(url);
        expect(normalizePageUrl(`https://${once}`)).toBe(once);
      }),
    );
  });
});

describe('pageUrlSchema', () => {
  it.each([
    ['ftp://news.example/x', 'invalid-scheme'],
    ['javascript:alert(1)', 'invalid-scheme'],
    ['https://user:secret@news.example/x', 'user-information'],
    ['/tides', 'invalid-url'],
    ['https://news.example/a b', 'invalid-url'],
    ['https://news.example/"onload=', 'invalid-url'],
    ['https://news.example/\r\nSet-Cookie:x', 'invalid-url'],
  ])('refuses %s as %s', (url, code) => {
    const issue = pageUrlSchema().safeParse(url).error?.issues[0];
    expect(issue).toMatchObject({ code: 'custom', params: { code } });
  });

  it('gives back what it accepts exactly', () => {
    expect(pageUrlSchema().parse('https://News.Example/Äpfel?x=1#y')).toBe(
      'https://News.Example/Äpfel?x=1#y',
    );
  });
});

describe('slugForPage', () => {
  it.each([
    ['https://news.example/2026/11/The-Wall_That%20Listens.html', /^the-wall-that-listens-[0-9a-f]{8}$/],
    ['https://news.example/caf%C3%A9-cr%C3%A8me/', /^cafe-creme-[0-9a-f]{8}$/],
    ['https://news.example/', /^page-[0-9a-f]{8}$/],
    ['https://news.example/新聞', /^page-[0-9a-f]{8}$/],
    [`https://news.example/${'long-'.repeat(60)}`, /^(?:long-)+long-[0-9a-f]{8}$/],
  ])('%s becomes a slug that can exist', (url, expected) => {
    const slug = slugForPage(url);
    expect(slug).toMatch(expected);
    expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(slug.length).toBeLessThanOrEqual(89);
  });
});

describe('an address that is too long', () => {
  it.each(['ftp://', '«', 'https://。[@'])('is refused for its length and read no further: %s', (start) => {
    const { error } = pageUrlSchema().safeParse(start.repeat(3_000));
    expect(error?.issues.map(({ code }) => code)).toEqual(['too_big']);
  });
});
