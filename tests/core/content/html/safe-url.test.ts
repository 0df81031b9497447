import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../../../src/core/content/html/safe-url.ts';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

describe('an address in a body', () => {
  it.each([
    { raw: 'https://a.example/b?c#d', kept: 'https://a.example/b?c#d' },
    { raw: ' HTTP://A.example ', kept: 'HTTP://A.example' },
    { raw: 'https://münchen.example/straße', kept: 'https://münchen.example/straße' },
    { raw: 'mailto:a@b.example?subject=c', kept: 'mailto:a@b.example?subject=c' },
    { raw: '/news/tides?a=b#c', kept: '/news/tides?a=b#c' },
    { raw: '//a.example/b', kept: 'https://a.example/b' },
    { raw: 'https://a.example/b c', kept: 'https://a.example/b%20c' },
    { raw: 'https:\\\\a.example\\b', kept: 'https://a.example/b' },
    { raw: 'https:a.example', kept: 'https://a.example/' },
    { raw: 'ht\ntps://a.example/', kept: 'https://a.example/' },
    { raw: '', kept: undefined },
    { raw: '#p3', kept: undefined },
    { raw: 'news/tides', kept: undefined },
    { raw: '../tides', kept: undefined },
    { raw: '?page=2', kept: undefined },
    { raw: '/\\evil.example', kept: 'https://evil.example/' },
    { raw: 'javascript:alert(1)', kept: undefined },
    { raw: ' \u0001javascript:alert(1)', kept: undefined },
    { raw: 'java\tscript:alert(1)', kept: undefined },
    { raw: 'JAVASCRIPT://a.example/%0Aalert(1)', kept: undefined },
    { raw: 'data:text/html,a', kept: undefined },
    { raw: 'blob:https://a.example/b', kept: undefined },
    { raw: 'tel:112', kept: undefined },
    { raw: 'https://bank.example@evil.example/', kept: undefined },
    { raw: 'https://', kept: undefined },
  ])('$raw becomes $kept', ({ raw, kept }) => {
    expect(safeUrl(raw, SCHEMES)).toBe(kept);
  });

  it.each([
    { raw: '../b', kept: 'https://a.example/b' },
    { raw: '?c', kept: 'https://a.example/x/y?c' },
    { raw: '/b c', kept: 'https://a.example/b%20c' },
    { raw: 'javascript:a', kept: undefined },
    { raw: '#b', kept: undefined },
  ])('$raw is resolved against its page to $kept', ({ raw, kept }) => {
    expect(safeUrl(raw, SCHEMES, 'https://a.example/x/y')).toBe(kept);
  });

  it('is read by a browser with an allowed scheme, and stays the same when read again', () => {
    const scheme = fc.constantFrom('https:', 'http:', 'javascript:', 'mailto:', '//', '/', 'data:', '\\', '');
    const rest = fc.string({ unit: fc.constantFrom(...'/\\:@?#&%a.b \t\n\u0001\u00A0\u202E"<>\'`é[]') });
    fc.assert(
      fc.property(scheme, rest, (start, end) => {
        const kept = safeUrl(start + end, SCHEMES);
        if (kept === undefined) return;
        expect(SCHEMES).toContain(new URL(kept, 'https://own.example/').protocol);
        expect(safeUrl(kept, SCHEMES)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});
