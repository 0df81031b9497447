import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../../pages/chromium.ts';
import { readHardPages } from './hard-pages.ts';
import {
  hasRealPages,
  type LinkedPage,
  linkSentences,
  readHandedPages,
  readRealPages,
  type SentenceLink,
} from './linked-pages.ts';
import { MARK_STYLE, type Mark, type MarkReader, openMarkReader } from './marked-words.ts';

/** Every how manyth of the real pages, and about how many links of each. */
const REAL_PAGE_STEP = 12;
const LINKS_OF_REAL_PAGE = 6;
/** Sentences beside each other are followed apart, or their marks would run into one. */
const PASSES_OF_NEIGHBOURS = 2;

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** Whether a mark is exactly the sentence, and in its place. */
function isMarkOf({ sentence, before, after }: SentenceLink, mark: Mark): boolean {
  const isExact = [mark.seen, mark.all, mark.words].some((said) => letters(said) === letters(sentence));
  const isBehind = mark.before.some((said) => letters(said).includes(letters(before).slice(-12)));
  const isBefore = mark.after.some((said) => letters(said).includes(letters(after).slice(0, 12)));
  return isExact && isBehind && isBefore && mark.inArticle;
}

describe.skipIf(chromiumPath === undefined)('a link to a sentence', () => {
  let browser: Browser;
  let reader: MarkReader;
  let origin = '';
  const shown = new Map<string, LinkedPage>();
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`${shown.get(url)?.html ?? ''}${MARK_STYLE}`);
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
    const context = await browser.newContext({
      viewport: { width: 1000, height: 800 },
      javaScriptEnabled: false,
    });
    await context.route(
      (url) => url.origin !== origin && url.protocol !== 'data:',
      (route) => route.abort(),
    );
    reader = await openMarkReader(context);
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  /** Follows links of one page at once: each of them is a directive of its own, with a search of its own. */
  async function findFaults(page: LinkedPage, links: readonly SentenceLink[]): Promise<string[]> {
    if (links.length === 0) return [];
    const path = `/${shown.size}`;
    shown.set(path, page);
    const unmarked = (marks: readonly Mark[]) =>
      links.filter((link) => !marks.some((mark) => isMarkOf(link, mark)));
    const marks = await reader.read(
      `${origin}${path}#:~:${links.map(({ fragment }) => fragment).join('&')}`,
      (found) => unmarked(found).length === 0,
    );
    const wrong = unmarked(marks);
    const strange = marks.filter((mark) => !links.some((link) => isMarkOf(link, mark)));
    return [
      ...wrong.map(
        ({ sentence, fragment = '' }) => `${page.name}: ${sentence} | ${decodeURIComponent(fragment)}`,
      ),
      ...strange.map(({ all }) => `${page.name}: marked, and no sentence asked for: ${all.slice(0, 200)}`),
    ];
  }

  /** Prints how many links there were, and gives back what is wrong. */
  async function follow(
    title: string,
    pages: readonly LinkedPage[],
    choose: (links: SentenceLink[]) => SentenceLink[] = (all) => all,
    passes = PASSES_OF_NEIGHBOURS,
  ): Promise<{ faults: string[]; shareWithout: number }> {
    const faults: string[] = [];
    let count = 0;
    let without = 0;
    for (const page of pages) {
      const links = choose(linkSentences(page));
      count += links.length;
      without += links.filter(({ fragment }) => fragment === undefined).length;
      for (let pass = 0; pass < passes; pass += 1) {
        const some = links.filter(({ fragment }, index) => index % passes === pass && fragment !== undefined);
        faults.push(...(await findFaults(page, some)));
      }
    }
    console.log(`${title}: ${count} sentences of ${pages.length} pages, ${without} without a directive`);
    return { faults, shareWithout: without / count };
  }

  it('marks exactly that sentence in the hard pages, or carries no directive', {
    timeout: 600_000,
  }, async () => {
    const { faults, shareWithout } = await follow('hard pages', readHardPages());
    expect(faults).toEqual([]);
    expect(shareWithout).toBeLessThan(0.15);
  });

  const handed = readHandedPages();
  it.skipIf(handed === undefined)(
    'marks exactly that sentence in the handed pages, or carries no directive',
    { timeout: 600_000 },
    async () => {
      const { faults, shareWithout } = await follow('handed pages', handed ?? []);
      expect(faults).toEqual([]);
      expect(shareWithout).toBeLessThan(0.1);
    },
  );

  it.skipIf(!hasRealPages())(
    'marks exactly that sentence in real pages, or carries no directive',
    { timeout: 600_000 },
    async () => {
      const some = (all: SentenceLink[]) =>
        all.filter((_, index) => index % Math.max(2, Math.ceil(all.length / LINKS_OF_REAL_PAGE)) === 0);
      const { faults, shareWithout } = await follow(
        'real pages',
        await readRealPages(REAL_PAGE_STEP),
        some,
        1,
      );
      expect(faults).toEqual([]);
      expect(shareWithout).toBeLessThan(0.15);
    },
  );
});
