import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/core/extraction/extract-article.ts';
import { PARAGRAPHS, storyPage } from '../../flows/ingestion/upstream.ts';

const [first = '', second = '', ...others] = PARAGRAPHS;
const extract = (source: string) => extractArticle(source, 'https://news.example/2026/bridge');
const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>${body}</body></html>`;
const within = (block: string) =>
  extract(
    page(
      `<main><article><h1>Bridge</h1><p>${first}</p>${block}<p>${others.join('</p><p>')}</p></article></main>`,
    ),
  ).text;

describe('the article is found', () => {
  it.each([
    [
      'in blocks that fade in',
      PARAGRAPHS.map((text) => `<div style="opacity:0;transform:translateY(9px)"><p>${text}</p></div>`).join(
        '',
      ),
    ],
    ['in a wrapper that waits', `<div style="visibility:hidden">${paragraphs}</div>`],
    ['in a wrapper that waits for its style sheet', `<div style="display:none">${paragraphs}</div>`],
    ['behind an open dialog', `<div aria-hidden="true">${paragraphs}</div>`],
    [
      'in a wrapper with the state of a banner',
      `<div class="layout cookie-banner-visible">${paragraphs}</div>`,
    ],
    ['off the canvas', `<div class="offscreen">${paragraphs}</div>`],
    ['in a shadow root', `<x-story><template shadowrootmode="open">${paragraphs}</template></x-story>`],
    [
      'in the slot of a shadow root',
      `<x-story><template shadowrootmode="open"><slot></slot></template>${paragraphs}</x-story>`,
    ],
  ])('%s', (_, body) => {
    expect(extract(page(`<main><article>${body}</article></main>`)).text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it.each([
    ['transparent', '<p style="opacity:0">Hidden words of some length for machines alone to read.</p>'],
    [
      'not displayed',
      '<div style="display:none"><p>Hidden words of some length for machines alone to read.</p></div>',
    ],
    [
      'what a host holds without a slot',
      '<x-a><template shadowrootmode="open"><b>x</b></template><p>Hidden words.</p></x-a>',
    ],
    [
      'shown over a word that is pointed at',
      '<p>Gov. <span class="rollover-people"><a href="/people/holt">Nina Holt</a><span class="rollover-people-block">Hidden words.</span></span> said so.</p>',
    ],
    ['a tooltip by its role', '<p>The <i>quorum<i role="tooltip">Hidden words.</i></i> was met.</p>'],
    [
      'a tooltip by its class',
      '<p>The <i class="tooltip">quorum<i class="tooltip__text">Hidden words.</i></i> was met.</p>',
    ],
  ])('without what is %s', (_, block) => {
    expect(within(block)).not.toContain('Hidden words');
  });
});

describe('text that stays', () => {
  it('the word that a floating box explains', () => {
    expect(
      within('<p>The <i class="tooltip">quorum<i class="tooltip-text">Half.</i></i> was met.</p>'),
    ).toContain('The quorum was met.');
  });

  it.each([
    [
      'a section named after its heading',
      `<section id="related-work"><h2>Related work</h2><p>${second}</p></section>`,
    ],
    [
      'a heading with an id of its own',
      `<h2 id="newsletter-economics">Newsletter economics</h2><p>${second}</p>`,
    ],
    [
      'a section about consent',
      `<section id="the-cookie-law-in-short"><h2>The cookie law in short</h2><p>${second}</p></section>`,
    ],
    ['a word that holds another', `<div class="design-upgrade"><p>${second}</p></div>`],
    [
      'text beside a picture',
      `<div class="wp-block-media-text"><figure><img src="/m.jpg"></figure><div class="wp-block-media-text__content"><p>${second}</p></div></div>`,
    ],
    [
      'a fold of the story',
      `<button aria-controls="more" aria-expanded="false">Read on</button><div id="more" hidden><p>${second}</p></div>`,
    ],
    [
      'an answer to a question',
      `<h3><button aria-controls="a">Why?</button></h3><div id="a" hidden><p>${second}</p></div>`,
    ],
    [
      'a link to the front page of another site, within words',
      `<p>${second} <a href="https://bridges.example/">Bridges</a></p>`,
    ],
    ['a term in a button', `<p>${second.replace('pillars', '<button type="button">pillars</button>')}</p>`],
  ])('%s', (_, block) => {
    expect(within(block)).toContain(second);
  });

  it('of an article with tags about consent', () => {
    const source = page(
      `<main><article class="post tag-cookie-consent category-newsletter">${paragraphs}</article></main>`,
    );
    expect(extract(source).text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

describe('text that goes', () => {
  it.each([
    ['a button that stands by itself', '<p>Words before it.</p><button>Buy now</button>', 'Buy now'],
    [
      'an advertisement’s place',
      '<amp-ad><div placeholder>Advertisement loading here</div></amp-ad>',
      'Advertisement',
    ],
    [
      'a list of other articles, whatever its heading',
      '<section id="related-articles"><h2>Related articles</h2><p>Another story of another town, and what was said there.</p></section>',
      'Another story',
    ],
    [
      'a card',
      '<figure class="kg-bookmark-card"><div class="kg-bookmark-author">Other Site</div></figure>',
      'Other Site',
    ],
    [
      'the sign of a note in a button',
      '<p>It pays the rest<button>i</button> of the cost, they said.</p>',
      'resti',
    ],
    [
      'the name of the site, a link to its front page',
      '<p><a href="https://news.example">Orrin Post</a></p>',
      'Orrin Post',
    ],
    ['a way home', '<div><a href="/">Home</a></div>', 'Home'],
    ['a number in a button', '<p>The roof fell<button>1</button>, they said at the end of it.</p>', 'fell1'],
  ])('%s', (_, block, words) => {
    expect(within(block)).not.toContain(words);
  });

  it('the author of a card is not the article’s', () => {
    const card =
      '<figure class="kg-bookmark-card"><span class="kg-bookmark-author byline">Other Site</span></figure>';
    expect(extract(storyPage().replace('<p>Ferries', `${card}<p>Ferries`)).byline).not.toBe('Other Site');
  });
});
