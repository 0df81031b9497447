import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/errors.ts';
import type { Extraction } from '../../../src/core/extraction/extract-article.ts';
import { readPage } from '../../../src/core/extraction/read-page.ts';

function read(markup: string, contentType = 'text/html; charset=utf-8'): Extraction {
  const bytes = new TextEncoder().encode(markup);
  return readPage({ bytes, contentType, url: 'https://news.example/harbour/ferry', robots: '' });
}

/** What becomes of a page: its text, or the kind of fault; anything else that is thrown is thrown on. */
function outcomeOf(markup: string): string {
  try {
    return read(markup).text;
  } catch (error) {
    if (error instanceof DomainError) return error.fault.kind;
    throw error;
  }
}

const SENTENCE =
  'The ferry to the island will sail every hour from Monday, the harbour office said, and more often at weekends. ';
const PROSE = `<p>${SENTENCE.repeat(3)}</p>`.repeat(4);

describe('a page that browsers show', () => {
  it.each([
    ['with a link that is never closed in its header', `<body><header><a href="/"></header>${PROSE}`],
    ['with links around everything', `<body><a href="/"><div>${PROSE}</div></a>`],
    ['without a body', PROSE],
  ])('%s is read', (_, markup) => {
    expect(read(`<title>The ferry</title>${markup}`).text).toContain('every hour from Monday');
  });

  it('whose paragraphs are all links ends in an answer', () => {
    const linked = `<p><a href="/a">${SENTENCE.repeat(3)}</a></p>`.repeat(4);
    expect(outcomeOf(`<title>Links</title><body><main>${linked}</main>`)).toBeTypeOf('string');
  });

  it('names what stopped it where a parser gave up', () => {
    const broken = {
      get length(): number {
        throw new RangeError('out of room');
      },
    } as unknown as Uint8Array;
    const page = { bytes: broken, contentType: 'text/html', url: 'https://news.example/a', robots: '' };
    const error = (() => {
      try {
        return readPage(page);
      } catch (thrown) {
        return thrown as DomainError;
      }
    })();
    expect(error).toMatchObject({ fault: { kind: 'not-an-article' }, cause: expect.any(Error) });
  });
});

const TAGS =
  'a p div article header main ul li table tr td b i font form noscript template svg math select frameset body html br h1 figure'.split(
    ' ',
  );
const piece = fc.oneof(
  fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
  fc
    .constantFrom(...TAGS)
    .map((tag) => `<${tag} class="article-body related byline" id="content" style="display:none" hidden>`),
  fc.constantFrom(
    SENTENCE,
    '<p>',
    '<!--',
    '-->',
    '&',
    '<a href="//x">',
    '<base href="::">',
    '<img data-src=/a>',
    '<br><br>',
  ),
);

describe('any page', () => {
  it('is read or refused for a reason that has a name, and no reader gives up on it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          read(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect((error as DomainError).cause).toBeUndefined();
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
