import { describe, expect, it } from 'vitest';
import { findTarget, parseTarget, splitTargets } from '../../../src/core/injection/targets.ts';

const read = (setting: string) => splitTargets(setting).map(parseTarget);

describe('INJECT', () => {
  it('names hosts, paths, places by hand and what is left out', () => {
    expect(
      read('news.example, *.news.example/stories above(.story > p, .lead) below(.share), !news.example/live'),
    ).toMatchObject([
      { site: { host: 'news.example', pathPrefix: '' }, isExcluded: false, above: undefined },
      {
        site: { host: '*.news.example', pathPrefix: '/stories' },
        above: '.story > p, .lead',
        below: '.share',
      },
      { site: { pathPrefix: '/live' }, isExcluded: true },
    ]);
  });

  it('keeps brackets of a selector together', () => {
    expect(read('news.example above(p:not(.lead)) below(a[href="x,y"])')).toMatchObject([
      { above: 'p:not(.lead)', below: 'a[href="x,y"]' },
    ]);
  });

  it.each([
    'localhost',
    'news',
    'news.example above',
    'news.example below(p)',
    '!news.example above(p)',
    'https://news.example',
  ])('does not take %s', (entry) => {
    expect(parseTarget(entry)).toBeUndefined();
  });

  it.each([
    ['https://news.example/a', true],
    ['https://news.example/live', false],
    ['https://news.example/live/1', false],
    ['https://news.example/lively', true],
    ['https://other.example/', false],
  ])('finds %s: %s', (address, isFound) => {
    const targets = read('news.example, !news.example/live').flatMap((target) => target ?? []);
    expect(findTarget(targets, new URL(address)) !== undefined).toBe(isFound);
  });
});
