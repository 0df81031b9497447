import { describe, expect, it } from 'vitest';
import { formatEtag, formatListEtag, matchesEtag, namesRevision } from '../../../src/core/catalogue/etag.ts';

const version = { catalogue: 'c1', slug: 'tides', revision: 4, projection: 9 };
const etag = formatEtag(version, 'article');

describe('validators', () => {
  it('are strong and quoted', () => {
    expect(etag).toMatch(/^"c1\.tides\.4\.9\.[0-9a-f]{12}"$/);
  });

  it.each([
    [{ ...version, catalogue: 'c2' }, 'article'],
    [{ ...version, slug: 'ebb' }, 'article'],
    [{ ...version, revision: 5 }, 'article'],
    [{ ...version, projection: 10 }, 'article'],
    [version, 'page'],
  ])('differ when anything that is served may differ (%j, %s)', (other, variant) => {
    expect(formatEtag(other, variant)).not.toBe(etag);
  });

  it('of lists follow the change counter', () => {
    expect(formatListEtag('c1', 1, 'list')).not.toBe(formatListEtag('c1', 2, 'list'));
  });
});

describe('If-None-Match', () => {
  it.each([
    [etag, true],
    [`W/${etag}`, true],
    [`"other", ${etag}`, true],
    [`"other",W/${etag} , "third"`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
    [etag.slice(1, -1), false],
  ])('%s is compared weakly: %s', (field, expected) => {
    expect(matchesEtag(field, etag)).toBe(expected);
  });
});

describe('If-Match', () => {
  it.each([
    [etag, true],
    [`W/${etag}`, true],
    [formatEtag({ ...version, projection: 99 }, 'summary'), true],
    ['*', true],
    [formatEtag({ ...version, revision: 5 }, 'article'), false],
    [formatEtag({ ...version, revision: 44 }, 'article'), false],
    [formatEtag({ ...version, catalogue: 'c2' }, 'article'), false],
    [formatEtag({ ...version, slug: 'ebb' }, 'article'), false],
    ['"c1.tides.4"', false],
  ])('%s names revision 4 of tides in c1: %s', (field, expected) => {
    expect(namesRevision(field, version)).toBe(expected);
  });
});
