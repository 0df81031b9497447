import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { type LocalService, run, startLocalService } from '../../cli/local-service.ts';
import { chromiumPath, launchChromium } from '../../pages/chromium.ts';
import { type GhostSite, isInstalled, startGhost } from './site.ts';

const PARAGRAPHS = [
  'The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.',
  '“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.',
  ...Array.from(
    { length: 20 },
    (_, index) =>
      `On line ${index + 1} the bus carried ${31_000 - 700 * index} people last year, more than the council had thought when it drew up the first contract.`,
  ),
  'A new contract has to be signed by the end of March.',
];

/** What the recipe has people copy. */
const [headTag = '', placesInTheme = '', scriptOfTheme = ''] = [
  ...readFileSync('docs/recipes/ghost.md', 'utf8').matchAll(/```\w+\n([\s\S]+?)```/gu),
].map(([, snippet = '']) => snippet);

const THEMES = ['source', 'casper'] as const;
const WAYS = ['code injection', 'the theme'] as const;
const cases = THEMES.flatMap((theme) => WAYS.map((way) => ({ theme, way })));

describe.skipIf(!isInstalled || chromiumPath === undefined)('the recipe for Ghost, in a real one', () => {
  let ghost: GhostSite;
  let service: LocalService;
  let browser: Browser;
  let origin = '';

  const ofService = (snippet: string) => snippet.replaceAll('https://summaries.news.example', service.origin);
  const changePost = (template: string) =>
    `${template.replace('{{content}}', () => placesInTheme)}\n${ofService(scriptOfTheme)}`;

  beforeAll(async () => {
    const host = `localhost:${await freePort()}`;
    origin = `http://${host}`;
    [service, browser] = await Promise.all([startLocalService({ SITES: host }), launchChromium()]);
    const themes = THEMES.map((from) => [
      `${from}-standfirst`,
      { from, changes: { 'post.hbs': changePost } },
    ]);
    ghost = await startGhost(origin, Object.fromEntries(themes));
    const html = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
    await ghost.call('POST', 'posts/?source=html', {
      posts: [{ title: 'Night bus stays', slug: 'night-bus', html, status: 'published' }],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.interrupt();
    await ghost?.stop();
  });

  const injectCode = (code: string) =>
    ghost.call('PUT', 'settings/', { settings: [{ key: 'codeinjection_head', value: code }] });
  /** Ghost looks a theme over with gscan before it switches it on. */
  const use = async (theme: string, way: (typeof WAYS)[number]) => {
    await injectCode(way === 'code injection' ? ofService(headTag) : '');
    const name = way === 'code injection' ? theme : `${theme}-standfirst`;
    const answer = (await ghost.call('PUT', `themes/${name}/activate/`, {})) as { themes: object[] };
    expect(answer.themes[0]).not.toHaveProperty('errors');
  };

  it.each(cases)('puts both boxes beside the text of a post: $theme, by $way', async ({ theme, way }) => {
    await use(theme, way);
    for (const width of [360, 1200]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(`${origin}/night-bus/`);
      await page.waitForFunction(() => document.querySelectorAll('stand-first').length === 2);
      const found = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('stand-first')].map((box) => box.getBoundingClientRect());
        const texts = [...document.querySelectorAll('.gh-content > p')].map((text) =>
          text.getBoundingClientRect(),
        );
        return {
          isAbove: (boxes[0]?.bottom ?? 0) <= (texts[0]?.top ?? 0) && (boxes[0]?.height ?? 0) > 20,
          isBelow: (boxes[1]?.top ?? 0) >= (texts.at(-1)?.bottom ?? 0) && (boxes[1]?.height ?? 0) > 20,
          left: Math.round((boxes[0]?.left ?? 0) - (texts[0]?.left ?? 0)),
          right: Math.round((boxes[0]?.right ?? 0) - (texts[0]?.right ?? 0)),
        };
      });
      expect(found).toEqual({ isAbove: true, isBelow: true, left: 0, right: 0 });
      await page.locator('stand-first').first().getByRole('button').first().click();
      await page.getByText('The council of Orrin voted on Monday').first().waitFor();
      if (process.env.PICTURES !== undefined)
        await page.screenshot({
          path: `${process.env.PICTURES}/ghost-${theme}-${way.replace(' ', '-')}-${width}.png`,
        });
      await page.goto(origin);
      expect(await page.locator('stand-first').count()).toBe(0);
      await page.close();
    }
  });

  it('is found well by the doctor', async () => {
    await use('source', 'code injection');
    const args = ['src/cli/doctor.ts', '--url', service.origin, '--site', `${origin}/night-bus/`];
    const { code, stdout } = await run(process.execPath, args);
    expect(stdout).not.toContain('BAD');
    expect(code).toBe(0);
  });
});
