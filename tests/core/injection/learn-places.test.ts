import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../src/core/injection/find-places.ts';
import { learnPlaces } from '../../../src/core/injection/learn-places.ts';
import { OpenTags } from '../../../src/core/injection/open-tags.ts';
import { matchesPath, parsePath } from '../../../src/core/injection/paths.ts';
import { placeBoxes, splicePieces } from '../../../src/core/injection/place-boxes.ts';
import { PlaceFinder } from '../../../src/core/injection/place-finder.ts';
import { OWN_PLACES, type Places } from '../../../src/core/injection/places.ts';
import { scanPage } from '../../../src/core/injection/scan-page.ts';

const FIRST = 'The harbour bridge will close on 3 May, the board said on Monday.';
const SECOND = 'Buses will run on the old road until the autumn comes to Ostrey.';
const LAST = 'A new bridge would cost 90 million, which nobody has promised to pay.';
const STORY = `<p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p>`;

const page = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>\n`;

function boxed(source: string, places: Places | undefined): string {
  if (places === undefined) return 'no places';
  const spots = placeBoxes(scanPage(source)?.tags ?? [], places);
  return splicePieces(source, spots, { above: '[A]', below: '[B]' });
}

describe('places', () => {
  it.each([
    [
      'ordinary paragraphs',
      `<nav><p>Menu of the page</p></nav><div class="story">[A]${STORY}[B]</div><aside>More</aside>`,
    ],
    [
      'paragraphs that are never closed',
      `<div class="story">[A]<p>${FIRST}<p>${SECOND}<p>${LAST}[B]<div class=share>Share</div></div>`,
    ],
    [
      'an article that is never closed',
      `<article>[A]<p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p>[B]<footer>Ostrey</footer>`,
    ],
    ['text between line breaks', `<div id="text">[A]${FIRST}<br><br>${SECOND}<br><br>${LAST}[B]</div>`],
    ['text that ends with the body', `<h1>Bridge</h1>[A]<p>${FIRST}</p><p>${SECOND}</p>${LAST}[B]`],
    ['a heading above the first line', `<main>[A]<h2>What is known</h2>${STORY}[B]<form></form></main>`],
    ['a story in a cell', `<table><tr><td>[A]${STORY}[B]</td></tr></table>`],
    [
      'paragraphs that begin with a link',
      `<section>[A]<p><a href="/x"><b>The harbour</b></a> bridge will close on 3 May, the board said on Monday.</p><p>${SECOND}</p><p>${LAST}</p>[B]</section>`,
    ],
    [
      'an article that ends in a list',
      `<div class="c">[A]<p>${FIRST}</p><p>${SECOND}</p><ul><li>${LAST}</li></ul>[B]</div>`,
    ],
  ])('are found in a page with %s', (_, body) => {
    const wanted = page(body);
    const source = wanted.replace('[A]', '').replace('[B]', '');
    const html = body.includes('What is known')
      ? `<h2>What is known</h2>${STORY}`
      : body.includes('<ul>')
        ? `<p>${FIRST}</p><p>${SECOND}</p><ul><li>${LAST}</li></ul>`
        : STORY;
    expect(boxed(source, learnPlaces(source, html))).toBe(wanted);
  });

  it('are above the first line, also where the page has a card of somebody within it', () => {
    const first = (card: string) =>
      `<p>Mayor <a>Nina Houten-Brackwater</a>${card} has said on Monday that the bridge will close on 3 May.</p>`;
    const rest = `<p>${SECOND}</p><p>${LAST}</p>`;
    const wanted = page(`<div>[A]${first('<i class="card">Born in 1954. More of her</i>')}${rest}[B]</div>`);
    const source = wanted.replace('[A]', '').replace('[B]', '');
    expect(boxed(source, learnPlaces(source, first('') + rest))).toBe(wanted);
  });

  it('are below the page’s own title, where the window’s is another one', () => {
    const wanted = page(`<article><h1>Bridge to close in May</h1>[A]${STORY}[B]</article>`);
    const source = wanted.replace('[A]', '').replace('[B]', '');
    expect(boxed(source, learnPlaces(source, `<h2>Bridge to close in May</h2>${STORY}`))).toBe(wanted);
  });

  it('are those of the article, not of a teaser above it that begins with the same words', () => {
    const lead = `${FIRST} ${SECOND} ${LAST}`;
    const story = `<p>${lead}</p><p>${SECOND}</p>`;
    const wanted = page(
      `<ul><li>${lead.slice(0, -20)}...</li></ul><div class="story">[A]${story}[B]</div><footer>Ostrey</footer>`,
    );
    const source = wanted.replace('[A]', '').replace('[B]', '');
    expect(boxed(source, learnPlaces(source, story))).toBe(wanted);
  });

  it('are at the first paragraph where a label was read far above it', () => {
    const label = 'Search for cookie recipes:';
    const between = `<aside>${'<p>Other news of the day, told in a line.</p>'.repeat(20)}</aside>`;
    const wanted = page(`<div><p>${label}</p></div>${between}<div class="story">[A]${STORY}[B]</div>`);
    const source = wanted.replace('[A]', '').replace('[B]', '');
    expect(boxed(source, learnPlaces(source, `<p>${label}</p>${STORY}`))).toBe(wanted);
  });

  const learned = () => {
    const source = page(`<div class="story">${STORY}<p class="share">Share this story</p></div>`);
    return learnPlaces(source, STORY);
  };

  it('hold where the page has more above, and another paragraph', () => {
    const now = page(
      `<p>Breaking</p><div class="ad"></div><div class="story">${STORY}<p>Added later.</p><p class="share">Share</p></div>`,
    );
    expect(boxed(now, learned())).toContain(`<div class="story">[A]<p>`);
    expect(boxed(now, learned())).toContain('Added later.</p>[B]<p class="share">');
  });

  it.each([
    ['is another one', page('<div class="news"><p>Nothing of the sort.</p></div>')],
    ['has lost its story', page('<div class="other"></div>')],
  ])('are not met where the page %s', (_, now) => {
    expect(boxed(now, learned())).toBe(now);
  });

  it('leave the lower box out where paragraphs are missing', () => {
    const now = page(`<div class="story"><p>${FIRST}</p><p class="share">Share</p></div>`);
    expect(boxed(now, learned())).not.toContain('[B]');
  });

  it.each([
    ['shows other words', page('<div class="story"><p>Subscribe to read on.</p></div>')],
    ['has its story in a list', page(`<ul><li>${STORY}</ul>`).replace('<body>', '<body><nav>')],
    ['has its story in a script', page(`<script>const story = \`${STORY}\`</script>`)],
    ['has its story in noscript', page(`<noscript>${STORY}</noscript>`)],
  ])('are none where the page %s', (_, source) => {
    expect(learnPlaces(source, STORY)).toBeUndefined();
  });

  it('are left to the page where it keeps its own', () => {
    const source = page(`<stand-first position="top"></stand-first>${STORY}`);
    expect(learnPlaces(source, STORY)).toEqual(OWN_PLACES);
    expect(boxed(source, OWN_PLACES)).toContain('<stand-first position="top">[A]</stand-first>');
  });

  it('are none in a page that is filled already', () => {
    const source = page(`<div class="story"><stand-first data-filled>x</stand-first>${STORY}</div>`);
    expect(boxed(source, learned())).toBe(source);
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from(page(STORY), 'utf16le')), 'text/html'],
    ['XHTML', new TextEncoder().encode(page(STORY)), 'application/xhtml+xml'],
  ])('are none in %s', (_, bytes, contentType) => {
    expect(findPlaces({ bytes, contentType }, STORY)).toBeUndefined();
  });

  /** Start tags of a page that the rewriter calls for. */
  function callsOf(source: string, places: Places | undefined): number {
    const selectors = new PlaceFinder(places ?? OWN_PLACES).selectors;
    const open = new OpenTags();
    let calls = 0;
    for (const tag of scanPage(source)?.tags ?? []) {
      if (tag.kind === 'end') open.end(tag.name);
      else {
        const met = open.start(tag);
        calls += selectors.filter((selector) => matchesPath(parsePath(selector) ?? [], met)).length;
      }
    }
    return calls;
  }

  const many = Array.from({ length: 60 }, (_, index) => `<p>${index}: ${SECOND}</p>`).join('');
  it.each([
    ['one after the other', `<div class="story">${many}</div>`],
    ['behind a heading and a picture', `<main><h1>Bridge</h1><img src=a><section>${many}</section></main>`],
    [
      'between drawings',
      `<article><svg><path d="M0"/><g/></svg>${many}<svg><path/></svg><footer></footer></article>`,
    ],
    ['in a part without a name', `<div id="page"><div></div><div>${many}</div></div>`],
  ])('take no call for each paragraph that stands %s', (_, body) => {
    const source = page(`<p>Menu</p>${body}<p>Foot of the page</p>`);
    const places = learnPlaces(source, many);
    expect(callsOf(source, places)).toBeLessThanOrEqual(4);
    expect(boxed(source, places)).toMatch(/\[A\]<p>0: .*<p>59: [^<]*<\/p>\[B\]/u);
  });

  it('are counted where paragraphs lie in one another, since no end tag tells them apart', () => {
    const open = many.replaceAll('</p>', '');
    const source = page(`<div class="story">${open}<div class=share>Share</div></div>`);
    const places = learnPlaces(source, many);
    expect(places?.paragraph).toEqual({ selector: 'p', count: 60 });
    expect(boxed(source, places)).toContain('[B]<div class=share>');
  });

  it('are told by other tags where the rewriter would have to hold a huge one', () => {
    const huge = `<div class="player" data-state="${'x'.repeat(20_000)}"></div>`;
    const wanted = page(`<main><div class="story">[A]${STORY}</div>${huge}[B]<footer>Ostrey</footer></main>`);
    const source = wanted.replace('[A]', '').replace('[B]', '');
    const places = learnPlaces(source, STORY);
    expect(boxed(source, places)).toBe(wanted);
    expect(new PlaceFinder(places ?? OWN_PLACES).selectors.join()).not.toContain('div');
  });
});
