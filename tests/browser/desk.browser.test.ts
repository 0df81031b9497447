import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';
import { type DeskHost, openDeskHost } from './desk-host.ts';

const TEXT = `The harbour bridge will close on 3 May after divers found cracks in two of its piers. Nobody was hurt. Engineers said the damage had been growing for years.

Buses will run on the old road until the autumn, the council said on Monday. “We had no choice,” said Marit Solheim, who leads the harbour board. A new bridge would cost 90 million.

The ferry has taken three times as many passengers since January. Shops on the quay fear for their summer. The council promised help, but has not said where the money will come from.`;
const ARABIC =
  'دوّت أول صفارة في الشتاء عند الرابعة وعشر دقائق فجر الأحد، ولم يغادر أحد سريره. كانت البلدة قد سمعتها إحدى عشرة مرة في العام السابق.\n\nفعل مجلس الميناء أمراً غير مألوف. بدلاً من رفع الجدار متراً آخر، أنفق ثلث المال على أربعين ميكروفوناً تحت الماء.';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { viewport: { width: 1440, height: 900 } };

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, RULES);
}

describe.skipIf(chromiumPath === undefined)('the desk, in Chromium', () => {
  let browser: Browser;
  let host: DeskHost;
  let errors: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    errors = [];
    host = await openDeskHost({ BOX_THEME: 'accent: #990f3d; background: #fff1e5; color: #33302e' });
    for (const slug of ['first', 'second', 'third'])
      await host.put(slug, { title: `The ${slug} story of the harbour`, text: TEXT, tags: ['harbour'] });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await host.close();
    expect(errors).toEqual([]);
  });
  afterAll(() => browser.close());

  /** Signs in, by keyboard, on the page where the editor wants to go. */
  async function signIn(path: string, options: Parameters<Browser['newContext']>[0] = WIDE): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${host.origin}${path}`);
    await typeToken(page);
    return page;
  }

  async function typeToken(page: Page): Promise<void> {
    await page.locator('input:focus').waitFor(); // The field takes the focus once the page is painted.
    await page.keyboard.type('test-token');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.waitForLoadState(); // Until its script has run, keys are only keys.
  }

  /** A key that leads to another page, or to the same one anew. */
  async function pressAndLoad(page: Page, key: string): Promise<void> {
    const loaded = page.waitForEvent('load');
    await page.keyboard.press(key);
    await loaded;
  }

  /** The same by a press; what is counted or typed right after it would meet a page that is still being read. */
  async function clickAndLoad(target: Locator): Promise<void> {
    const loaded = target.page().waitForEvent('load');
    await target.click();
    await loaded;
  }

  /** Tab by Tab to what has this name. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (text.includes(name)) return;
    }
    throw new Error(`no Tab leads to ${name}`);
  }

  const actionsOf = async (slug: string) =>
    (await host.catalogue.history(slug, null, 20)).map(({ action }) => action).reverse();

  /** What the real box shows in the preview. */
  const seen = (page: Page, text: string) => page.locator('stand-first').getByText(text).waitFor();

  it('lets an editor do a morning’s work by keyboard alone', async () => {
    const page = await signIn('/desk/articles/second');
    await pressAndLoad(page, 'a');
    await host.put('second', {
      title: 'The second story of the harbour',
      text: TEXT.replace('3 May', '4 May'),
    });
    await pressAndLoad(page, 'q');
    await tabTo(page, 'Out of date 1');
    await pressAndLoad(page, 'Enter');
    await page.keyboard.press('j');
    await pressAndLoad(page, 'Enter');
    expect(page.url()).toContain('/desk/articles/second');

    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The bridge closes on 5 May.');
    await page.getByText('Not in the article: 5').waitFor();
    await seen(page, 'The bridge closes on 5 May.');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The bridge closes on 4 May.');
    await page.getByText('Not in the article').waitFor({ state: 'detached' });
    await pressAndLoad(page, 'Control+Enter');
    expect(await page.locator('.state').first().textContent()).toBe('Edited');
    await pressAndLoad(page, 'a');
    expect(page.url()).toContain('/desk/articles/third');

    await page.keyboard.press('c');
    await page.keyboard.type('The date was wrong.');
    await tabTo(page, 'Publish the correction');
    await pressAndLoad(page, 'Enter');
    expect(await page.locator('p.correction').textContent()).toBe('The date was wrong.');
    await pressAndLoad(page, 'z');
    expect(await page.locator('p.correction').count()).toBe(0);

    await pressAndLoad(page, 'o');
    expect(await page.locator('.state').first().textContent()).toBe('Off');
    await pressAndLoad(page, 'o');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await pressAndLoad(page, 'q');
    await tabTo(page, 'Sign out');
    await pressAndLoad(page, 'Enter');
    expect(await page.getByRole('heading').textContent()).toBe('Sign in');
    expect(await actionsOf('second')).toEqual(['approve', 'edit', 'approve']);
    expect(await actionsOf('third')).toEqual(['correct', 'restore', 'switch-off', 'switch-on']);
  });

  it('approves the next one that waits with one key, the changed words with it', async () => {
    const page = await signIn('/desk/articles/third');
    await seen(page, 'The harbour bridge will close on 3 May');
    await pressAndLoad(page, 'a');
    expect(page.url()).toContain('/desk/articles/second');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Nobody was hurt at the bridge.');
    await page.keyboard.press('Escape');
    await pressAndLoad(page, 'a');
    expect(page.url()).toContain('/desk/articles/first');
    expect(await actionsOf('third')).toEqual(['approve']);
    expect(await actionsOf('second')).toEqual(['edit', 'approve']);
    const [{ after } = { after: undefined }] = await host.catalogue.history('second', null, 1);
    expect(after?.sentences?.[0]).toBe('Nobody was hurt at the bridge.');
  });

  it('takes sentences in and out by a press, and shows them as readers will see them', async () => {
    const page = await signIn('/desk/articles/first');
    const box = page.locator('stand-first');
    await seen(page, 'The harbour bridge will close on 3 May');
    expect(
      await box.evaluate((element) => getComputedStyle(element).getPropertyValue('--standfirst-background')),
    ).toBe('#fff1e5');
    const sentence = page.locator('.sentence', { hasText: 'Shops on the quay fear' });
    const isIn = await sentence.locator('input').isChecked();
    await sentence.click();
    expect(
      await page
        .locator('#chosen textarea')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value)),
    ).toEqual(
      isIn
        ? expect.not.arrayContaining(['Shops on the quay fear for their summer.'])
        : expect.arrayContaining(['Shops on the quay fear for their summer.']),
    );
    await page.getByText('Not saved yet').waitFor();
    for (let left = await page.locator('.sentence:has(:checked)').count(); left > 0; left -= 1)
      await page.locator('.sentence:has(:checked)').first().click();
    await page.locator('.sentence', { hasText: 'Nobody was hurt.' }).click();
    await seen(page, 'Nobody was hurt.');
    for (const length of ['Medium', 'Long', 'Short']) {
      const loaded = box.evaluate(
        (element) =>
          new Promise<void>((resolve) => {
            element.addEventListener('standfirst-load', () => resolve(), { once: true });
          }),
      );
      await box.getByText(length, { exact: true }).click();
      await loaded; // Until then it shows the length before.
      await seen(page, 'Nobody was hurt.');
    }
    await page.locator('.sentence', { hasText: 'Nobody was hurt.' }).click();
    await seen(page, 'The harbour bridge will close on 3 May'); // Nothing chosen: the engine chooses.
  });

  it('loses no word that was typed when the session ends in the middle', async () => {
    const page = await signIn('/desk/articles/first');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Typed for "an hour" <b>.');
    await page.keyboard.press('Escape');
    await page.context().clearCookies();
    await pressAndLoad(page, 's');
    expect(await page.getByRole('alert').textContent()).toContain('Your session has ended');
    await typeToken(page);
    expect(await page.locator('#chosen textarea').first().inputValue()).toBe('Typed for "an hour" <b>.');

    // The same where the page itself is lost, and the editor comes back to it.
    await page.keyboard.press('c');
    await page.keyboard.type('A note.');
    await page.context().clearCookies();
    await page.goto(`${host.origin}/desk/articles/first`);
    await typeToken(page);
    await page.getByText('What you typed is back.').waitFor();
    expect(await page.locator('#chosen textarea').first().inputValue()).toBe('Typed for "an hour" <b>.');
    expect(await page.locator('#correction').inputValue()).toBe('A note.');
    await page.keyboard.press('Escape');
    await pressAndLoad(page, 's');
    expect(await actionsOf('first')).toEqual(['edit']);
    expect(await page.locator('#correction').inputValue()).toBe('A note.'); // Not sent by Save, so still kept.
  });

  it('shows the second of two editors both texts', async () => {
    const [one, two] = [await signIn('/desk/articles/first'), await signIn('/desk/articles/first')];
    for (const [page, words] of [
      [one, 'Said by the first.'],
      [two, 'Said by the second.'],
    ] as const) {
      await page.keyboard.press('e');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(words);
      await pressAndLoad(page, 'Control+Enter');
    }
    expect(await two.getByRole('alert').textContent()).toContain('Somebody was quicker');
    expect(await two.locator('#chosen textarea').first().inputValue()).toBe('Said by the second.');
    expect(await two.locator('#standing').textContent()).toContain('Said by the first.');
    await pressAndLoad(two, 's');
    expect(await two.locator('#automatic').count()).toBe(1);
    const sentences = (await host.catalogue.history('first', null, 2)).map(
      ({ after }) => after.sentences?.[0],
    );
    expect(sentences).toEqual(['Said by the second.', 'Said by the first.']);
  });

  it('does the same work by forms, without a script', async () => {
    const page = await signIn('/desk', { ...WIDE, javaScriptEnabled: false });
    await clickAndLoad(page.getByRole('link', { name: 'The first story of the harbour' }));
    await page.locator('.sentence', { hasText: 'A new bridge would cost' }).click();
    await page.getByLabel('Your own words').fill('The bridge closes on 9 May.');
    await clickAndLoad(page.getByRole('button', { name: 'Save' }));
    expect(await page.locator('#standing').textContent()).toContain('Not in the article: 9');
    await page.getByLabel('Your own words').fill('The bridge closes on 3 May.');
    await clickAndLoad(page.getByRole('button', { name: 'Approve' }));
    await page.goto(`${host.origin}/desk/articles/first`);
    await page.getByLabel('Public correction').fill('The date was wrong.');
    await clickAndLoad(page.getByRole('button', { name: 'Publish' }));
    await clickAndLoad(page.getByRole('button', { name: 'Undo' }));
    await clickAndLoad(page.getByRole('button', { name: 'Restore' }).last());
    expect(await actionsOf('first')).toEqual(['edit', 'edit', 'approve', 'correct', 'restore', 'restore']);
    await clickAndLoad(page.getByRole('button', { name: 'Sign out' }));
    expect(await page.getByRole('heading').textContent()).toBe('Sign in');
  });

  it.each([true, false])(
    'has a tag reviewed first, and lets its articles out, with a script: %s',
    async (javaScriptEnabled) => {
      const page = await signIn('/desk', { ...WIDE, javaScriptEnabled });
      await clickAndLoad(page.getByRole('link', { name: 'Rules' }));
      await page.getByLabel('Tag').fill('harbour');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab'); // The choice stands at "Review first".
      await pressAndLoad(page, 'Enter');
      await page.getByLabel('Rule: harbour').waitFor();
      expect(await page.locator('.history .entry').textContent()).toContain(
        'harbour: Automatic Review first',
      );
      await clickAndLoad(page.getByRole('link', { name: 'harbour' }));
      await clickAndLoad(page.getByRole('link', { name: 'Waits for approval 3' }));
      for (const box of await page.getByRole('checkbox', { name: 'Choose: ' }).all()) await box.check();
      await clickAndLoad(page.getByRole('button', { name: 'Approve the chosen ones' }));
      await page.getByRole('link', { name: 'Approved 3' }).waitFor();
      expect((await host.catalogue.reviewQueue({ limit: 1 })).counts).toMatchObject({
        approved: 3,
        waiting: 0,
      });
    },
  );

  it('has room for 200 articles: counted, searched, filtered, leafed through, approved a page at a time', async () => {
    for (let number = 1; number <= 197; number += 1)
      await host.put(`story-${number}`, {
        title: `Story ${number} of the harbour`,
        text: 'The bridge is closed. It opens in May. The ferry goes on.',
        tags: number % 2 === 0 ? ['even'] : [],
      });
    const page = await signIn('/desk');
    await clickAndLoad(page.getByRole('link', { name: 'Automatic 200' }));
    await page.getByLabel('Choose all on this page').check();
    await clickAndLoad(page.getByRole('button', { name: 'Approve the chosen ones' }));
    expect(await page.getByRole('status').first().textContent()).toBe('Approved: 20.');
    await clickAndLoad(page.getByRole('link', { name: 'Automatic 180' }));
    let pages = 1;
    for (; (await page.getByRole('link', { name: 'Older' }).count()) > 0; pages += 1)
      await clickAndLoad(page.getByRole('link', { name: 'Older' }));
    expect(pages).toBe(9);
    await page.keyboard.press('/');
    await page.keyboard.type('Story 42');
    await pressAndLoad(page, 'Enter');
    await page.getByRole('link', { name: 'Story 42 of the harbour' }).waitFor();
    await page.goto(`${host.origin}/desk?tag=even`);
    expect(await page.locator('.item').first().textContent()).toContain('Story 196');
  });

  it('keeps the tools of a sentence small and beside each other on a phone, and keys beside what they do', async () => {
    const page = await signIn('/desk/articles/first', { viewport: { width: 360, height: 740 } });
    const tools = page.locator('#chosen .words').nth(1).locator('.tool');
    const [up, remove] = await tools.evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect()).map(({ y, width }) => ({ y, width })),
    );
    expect(remove).toEqual(up);
    expect(up?.width).toBeLessThan(60);
    await page.keyboard.press('?');
    const told = page.getByRole('dialog').locator('td').first();
    expect(await told.evaluate((cell) => getComputedStyle(cell).textAlign)).toBe('start');
  });

  const LOOKS = [
    { look: '360 px', options: { viewport: { width: 360, height: 740 } } },
    { look: '1,440 px, dark', options: { ...WIDE, colorScheme: 'dark' as const } },
    {
      look: '360 px, dark, a text from right to left',
      options: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const },
      text: ARABIC,
    },
  ];
  it.each(LOOKS)('has no barrier that axe knows, and fits: $look', async ({ options, text }) => {
    if (text !== undefined)
      await host.put('first', { title: 'الجدار الذي يصغي إلى البحر', text, language: 'ar' });
    // A sentence that fades in has too little contrast for the while.
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const judge = async () => {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await findViolations(page)).toEqual([]);
    };
    await page.goto(`${host.origin}/desk`);
    await judge();
    await typeToken(page);
    await judge();
    await page.goto(`${host.origin}/desk/articles/first`);
    await page.locator('stand-first li').first().waitFor();
    await judge();
    await host.catalogue.setRule(
      { tag: 'harbour', rule: 'review' },
      { by: 'Ed', at: '2026-11-01T00:00:00Z' },
      0,
    );
    await page.goto(`${host.origin}/desk/rules`);
    await page.getByLabel('Rule: harbour').waitFor();
    await judge();
    await page.goto(`${host.origin}/desk/articles/first`);
    await page.locator('stand-first li').first().waitFor();
    await judge();
    await page.keyboard.press('?');
    await judge();
    await page.keyboard.press('Escape');
    await page.locator('#chosen textarea').first().fill('Wilma said 99.');
    await page.locator('.fault:not(:empty)').waitFor();
    await pressAndLoad(page, 'Control+Enter');
    await judge();
  });
});
