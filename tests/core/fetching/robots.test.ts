import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { describe, expect, it } from 'vitest';
import { isAllowedByRobots } from '../../../src/core/fetching/robots.ts';

const isAllowed = (text: string, target: string) => isAllowedByRobots(text, 'standfirst', target);

describe('robots.txt', () => {
  it.each([
    ['nothing', '', '/a', true],
    ['everything forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    [
      'our group beside that of all',
      'User-agent: *\nDisallow: /\n\nUser-agent: Standfirst/1.0\nDisallow: /b',
      '/a',
      true,
    ],
    ['two names for one group', 'User-agent: other\nUser-agent: standfirst\nDisallow: /a', '/a/b', false],
    [
      'groups of one name in two places',
      'User-agent: standfirst\nAllow: /\n\nUser-agent: x\nDisallow: /\n\nUser-agent: standfirst\nDisallow: /a',
      '/a',
      false,
    ],
    ['the longest rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['two rules as long', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['wildcards', 'User-agent: *\nDisallow: /*/print*.html$', '/a/print-1.html', false],
    ['an end that is not there', 'User-agent: *\nDisallow: /*.html$', '/a.html?b', true],
    ['letters beyond ASCII', 'User-agent: *\nDisallow: /é', '/%c3%a9/a', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
    ['a comment', 'User-agent: * # all\nDisallow: /a # not this', '/a', false],
  ])('%s', (_, text, target, allowed) => {
    expect(isAllowed(text, target)).toBe(allowed);
  });

  it('says what robots-parser says, of any rules', () => {
    const path = fc
      .array(fc.constantFrom('/', 'a', 'b', '*', '.'), { maxLength: 8 })
      .map((parts) => `/${parts.join('')}`);
    const rule = fc.tuple(fc.constantFrom('Allow', 'Disallow'), path, fc.constantFrom('', '$'));
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), path, (rules, page) => {
        const text = `User-agent: *\n${rules.map(([verb, pattern, end]) => `${verb}: ${pattern}${end}`).join('\n')}`;
        const target = page.replaceAll('*', 'c').replaceAll('.', 'd');
        const url = `https://news.example${target}`;
        const other = robotsParser('https://news.example/robots.txt', text).isAllowed(url, 'standfirst');
        expect(isAllowed(text, target)).toBe(other);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of half a megabyte of names and rules is read in one pass', () => {
    const names = 'User-agent: standfirst\n'.repeat(11_000);
    expect(isAllowed(`${names}${'Disallow: /x\n'.repeat(20_000)}`, '/a')).toBe(true);
    expect(isAllowed(`User-agent: *\nDisallow: /${'*a'.repeat(250_000)}`, `/${'a'.repeat(2_000)}b`)).toBe(
      true,
    );
  });
});
