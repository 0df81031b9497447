import { describe, expect, it } from 'vitest';
import { type ArticleInput, articleInputSchema } from '../../../src/core/article/article.ts';
import { decideWrite, type StoredState } from '../../../src/core/catalogue/write-decision.ts';
import { renderRecord } from '../../../src/flows/render-record.ts';

const NOW = '2026-06-01T00:00:00Z';
const ANY = { ifMatch: '*', ifNoneMatch: undefined };
const input = (members: object): ArticleInput =>
  articleInputSchema().parse({ title: 'Tides', text: 'One ferry sailed. Two men waved.', ...members });

const decide = (stored: StoredState, members: object) =>
  decideWrite(stored, 'tides', input(members), ANY, { catalogue: 'c1', now: NOW });

/** The article as it stands once this was sent. */
function stored(members: object): StoredState {
  const absent: StoredState = { state: 'absent' };
  const none = { ifMatch: undefined, ifNoneMatch: undefined };
  const decision = decideWrite(absent, 'tides', input(members), none, { catalogue: 'c1', now: NOW });
  if (decision.action === 'none') throw new Error('there was nothing to be equal to');
  const extras = { revision: 1, formerUrls: [], override: null, teaserOnly: false };
  return { state: 'article', record: renderRecord(decision.authored, extras) };
}

const FULL = {
  url: 'https://news.example/tides',
  aliases: ['https://news.example/1', 'https://news.example/2'],
  byline: 'A. Writer',
  publishedAt: '2026-05-01T00:00:00Z',
  updatedAt: '2026-05-02T00:00:00Z',
  language: 'en',
  tags: ['sea', 'sky'],
  image: { url: 'https://news.example/a.jpg', alt: 'A pier' },
  status: 'published',
  access: 'full',
  summaryEnabled: true,
};

describe('what is sent again', () => {
  it('is no change, in whatever order its aliases stand', () => {
    expect(decide(stored(FULL), FULL).action).toBe('none');
    expect(decide(stored(FULL), { ...FULL, aliases: FULL.aliases.toReversed() }).action).toBe('none');
  });

  it.each<[string, object]>([
    ['url', { url: 'https://news.example/ebb' }],
    ['aliases', { aliases: FULL.aliases.slice(1) }],
    ['title', { title: 'Ebb' }],
    ['byline', { byline: null }],
    ['description', { description: 'What the sea does' }],
    ['publishedAt', { publishedAt: '2026-05-01T00:00:01Z' }],
    ['language', { language: 'en-GB' }],
    ['tags', { tags: ['sky', 'sea'] }],
    ['address of the image', { image: { ...FULL.image, url: 'https://news.example/b.jpg' } }],
    ['words of the image', { image: { ...FULL.image, alt: '' } }],
    ['status', { status: 'draft' }],
    ['access', { access: 'summary' }],
    ['summaryEnabled', { summaryEnabled: false }],
    ['body', { text: 'One ferry sailed. Two men slept.' }],
    ['kind of its body', { text: undefined, markdown: 'One ferry sailed. Two men waved.' }],
  ])('with another %s is a change', (_, change) => {
    expect(decide(stored(FULL), { ...FULL, ...change })).toMatchObject({ action: 'replace', revision: 2 });
  });

  it('by a stronger source is a change: from then on the weaker one changes nothing', () => {
    const decision = decide(stored({ ...FULL, source: 'feed' }), { ...FULL, source: 'api' });
    expect(decision).toMatchObject({ action: 'replace', authored: { source: 'api' } });
  });
});

describe('the time of the last change', () => {
  it.each<[string, object, string]>([
    ['the one that is sent', { updatedAt: '2026-05-02T00:00:00Z' }, '2026-05-02T00:00:00Z'],
    ['now', {}, NOW],
    ['that of a publication long ago', { publishedAt: '2020-01-01T00:00:00Z' }, '2020-01-01T00:00:00Z'],
    ['now, for an article of tomorrow', { publishedAt: '2026-06-02T00:00:00Z' }, NOW],
  ])('of a new article is %s', (_, members, updatedAt) => {
    expect(decideNew(members)).toMatchObject({ authored: { updatedAt } });
  });

  it('of a replaced article is now, unless it is sent', () => {
    const old = stored({ publishedAt: '2020-01-01T00:00:00Z' });
    expect(decide(old, { title: 'Ebb' })).toMatchObject({ authored: { updatedAt: NOW } });
  });
});

function decideNew(members: object) {
  const none = { ifMatch: undefined, ifNoneMatch: undefined };
  return decideWrite({ state: 'absent' }, 'tides', input(members), none, { catalogue: 'c1', now: NOW });
}
