import { describe, expect, it } from 'vitest';
import { joinEtag, originConditions } from '../../../src/core/injection/validators.ts';

const NOW = '1a2b3c4d.3.7.0123456789ab';
const BEFORE = '1a2b3c4d.2.6.0123456789ab';
const TIME = 'Sat, 28 Nov 2026 10:00:00 GMT';
const of = (etag: string | null, lastModified: string | null = null) => ({ etag, lastModified });
const asks = (ifNoneMatch: string | null, ifModifiedSince: string | null = null) => ({
  ifNoneMatch,
  ifModifiedSince,
});
const NOTHING = asks(null);

describe('the entity tag of a page with boxes', () => {
  it.each([
    ['strong', '"abc"'],
    ['weak', 'W/"abc"'],
    ['with marks like ours', '"abc~sfs-1"'],
    ['empty', '""'],
  ])('is weak, and gives back an origin’s that is %s', (_, etag) => {
    const joined = joinEtag(of(etag), NOW);
    expect(joined).toMatch(/^W\//u);
    expect(originConditions(asks(joined), NOW)).toEqual(asks(etag));
  });

  it('carries the time where the origin has nothing else', () => {
    const joined = joinEtag(of(null, TIME), NOW);
    expect(originConditions(asks(joined, TIME), NOW)).toEqual(asks(null, TIME));
  });

  it.each([of(null), of('abc'), of(null, 'yesterday')])(
    'is none where the origin gives none: %j',
    (validators) => {
      expect(joinEtag(validators, NOW)).toBeNull();
    },
  );
});

describe('conditions for the origin', () => {
  const joined = joinEtag(of('"abc"'), NOW) ?? '';
  it.each([
    ['of other boxes are not passed on', asks(joinEtag(of('"abc"'), BEFORE), TIME), NOW, NOTHING],
    ['of the page without boxes are not passed on', asks('"abc"', TIME), NOW, NOTHING],
    ['of a page whose boxes went are not passed on', asks(joined, TIME), undefined, NOTHING],
    ['of a page without boxes pass as they are', asks('"abc", W/"d"'), undefined, asks('"abc", W/"d"')],
    ['that name several keep those that still hold', asks(`"old", ${joined}, "x"`), NOW, asks('"abc"')],
    ['that any page meets pass', asks('*'), NOW, asks('*')],
    ['by time alone cannot know of a summary', asks(null, TIME), NOW, NOTHING],
    ['by time alone pass where there is no box', asks(null, TIME), undefined, asks(null, TIME)],
    ['made up by somebody name no time', asks('W/"x~sft-1a2b3c4d.3.7.0123456789ab"'), NOW, NOTHING],
  ])('%s', (_, given, version, wanted) => {
    expect(originConditions(given, version)).toEqual(wanted);
  });
});
