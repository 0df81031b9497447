import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/summarizer/index.ts';
import { type Directive, encodeDirective } from '../../src/core/summary/fragment/directive.ts';
import type { Summary } from '../../src/core/summary/summary.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, recordEvents } from './box.ts';
import { type Host, HTML, summarize } from './host.ts';
import { harbour, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

const PAGE = 'https://courier.example/wall';
const SENTENCES = splitSentences(harbour.paragraphs.join('\n\n'), 'en').map(({ text }) => text);
const [FIRST = '', SECOND = '', THIRD = ''] = SENTENCES;

/** Said by a model, and held up by what these directives name. */
function written(text: string, directives: readonly Directive[], url?: string): Summary['sentences'][number] {
  const fragment = directives.map(encodeDirective).join('&');
  return {
    text,
    offset: null,
    length: null,
    rankScore: 1,
    paragraph: 1,
    url: url ?? `${PAGE}#:~:${fragment}`,
    support: directives.map((_, index) => ({ offset: index, length: 1, paragraph: 1 + index })),
  };
}

describe.skipIf(chromiumPath === undefined)('a summary that a model wrote, in the box', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  async function openWith(members: Partial<Summary>, page = renderPage()): Promise<Page> {
    host.put('/', { headers: HTML, body: page });
    host.answerWith((query) => ({
      body: JSON.stringify({ ...summarize(harbour, query), ...members }),
    }));
    const opened = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    await openBox(opened.page);
    return opened.page;
  }

  const marks = (page: Page) => page.locator('stand-first').first().locator('[part=source]');
  async function markedAfterPress(page: Page): Promise<string[]> {
    await marks(page).first().click();
    await page.locator('[part=back]').waitFor();
    return page.evaluate(() => [...(CSS.highlights.get('standfirst') ?? [])].map(String));
  }

  it('leads from its mark to all that holds it up, and back', async () => {
    const sentences = [written('In other words.', [{ start: FIRST }, { start: THIRD }])];
    const page = await openWith({ sentences });
    const events = await recordEvents(page);
    expect(await markedAfterPress(page)).toEqual([FIRST, THIRD]);
    await page.keyboard.press('Escape');
    expect(await marks(page).evaluateAll(([mark]) => mark?.matches(':focus'))).toBe(true);
    expect(await page.evaluate(() => CSS.highlights.has('standfirst'))).toBe(false);
    expect((await events()).map(([name]) => name)).toEqual(expect.arrayContaining(['jump', 'back']));
  });

  const behind = SECOND.split(' ').slice(3).join(' ');
  it.each([
    {
      name: 'its beginning and end',
      directive: { start: FIRST.slice(0, 12), end: FIRST.slice(-12) },
      found: FIRST,
    },
    {
      name: 'the words before it',
      directive: { prefix: SECOND.split(' ').slice(0, 3).join(' '), start: behind },
      found: behind,
    },
    {
      name: 'the words after it',
      directive: { start: FIRST, suffix: SECOND.split(' ').slice(0, 2).join(' ') },
      found: FIRST,
    },
  ])('finds what an address names by $name', async ({ directive, found }) => {
    const page = await openWith({ sentences: [written('In other words.', [directive])] });
    expect(await markedAfterPress(page)).toEqual([found]);
  });

  it('leads to the paragraphs on our own page, which names them', async () => {
    const [first = '', second = ''] = harbour.paragraphs;
    const own = harbour.paragraphs.reduce(
      (html, paragraph, index) => html.replace(`<p>${paragraph}`, () => `<p id="p${index + 1}">${paragraph}`),
      renderPage(),
    );
    const sentences = [written('In other words.', [{ start: 'x' }, { start: 'y' }], `${PAGE}#p1`)];
    const page = await openWith({ sentences }, own);
    expect(await markedAfterPress(page)).toEqual([first, second]);
  });

  it('says so where the page does not hold what holds it up', async () => {
    const page = await openWith({
      sentences: [written('Elsewhere.', [{ start: 'Words of another page.' }])],
    });
    await marks(page).first().click();
    const told = page.locator('stand-first').first().locator('[part=point] p');
    await told.waitFor();
    expect(await told.textContent()).toBe('The page does not show this sentence now.');
  });

  it('fetches nothing for it before somebody is about to press a mark', async () => {
    await openWith({ sentences: [written('In other words.', [{ start: FIRST }])] });
    expect(host.requests.filter((path) => path.includes('/more'))).toEqual([]);
  });

  it('lets the browser mark the place where the file that leads there cannot be had', async () => {
    const page = await openWith({ sentences: [written('In other words.', [{ start: FIRST }])] });
    await page.route(/\/more\./u, (route) => route.abort());
    await page.route('https://courier.example/**', (route) => route.fulfill({ body: 'the page' }));
    await marks(page).first().click();
    await page.waitForURL(/^https:\/\/courier\.example\/wall/u);
  });
});

describe.skipIf(chromiumPath === undefined)('a public correction', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  it('stands under the points as a text, whatever it holds', async () => {
    const text = 'An earlier summary named the <b>wrong</b> year.';
    host.answerWith((query) => ({
      body: JSON.stringify({
        ...summarize(harbour, query),
        correction: { text, at: '2026-11-28T10:00:00Z' },
      }),
    }));
    const { page, errors } = await openPage(browser, host);
    await openBox(page);
    const note = page.locator('stand-first').first().locator('[part=summary] > [part=list] + p');
    expect(await note.textContent()).toBe(text);
    expect(errors).toEqual([]);
  });
});
