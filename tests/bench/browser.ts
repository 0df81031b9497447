import type { Page } from 'playwright-core';
import { openBox, openPage, pressBox } from '../browser/box.ts';
import { answerFor, HTML, openHost } from '../browser/host.ts';
import { harbour, readSeedArticle, renderPage } from '../browser/sample-page.ts';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';

/** `npm run bench:browser`: how long a press keeps the reader waiting for the next frame, on a CPU slowed four times. */
const SLOWDOWN = 4;
const ROUNDS = 11;

/** Longest `duration` (Event Timing) of the interactions since the last call, in ms, to the 8 ms that browsers tell. */
async function longestInteraction(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          setTimeout(() => {
            const seen = (window as unknown as { interactions: number[] }).interactions.splice(0);
            resolve(Math.max(0, ...seen));
          }, 100),
        );
      }),
  );
}

async function measure(): Promise<Map<string, number[]>> {
  const [host, browser] = await Promise.all([openHost(), launchChromium()]);
  const article = readSeedArticle() ?? harbour;
  const found = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    host.reset();
    host.put('/', { headers: HTML, body: renderPage({ article }) });
    host.answerWith(answerFor(article));
    const { page } = await openPage(browser, host, '/', { viewport: { width: 360, height: 800 } });
    await page.evaluate(() => {
      const interactions: number[] = [];
      Object.assign(window, { interactions });
      new PerformanceObserver((list) => {
        // Presses and keys alone are interactions; the pointer also comes and leaves.
        for (const entry of list.getEntries() as PerformanceEventTiming[])
          if (entry.interactionId > 0) interactions.push(entry.duration);
      }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const steps: [string, () => Promise<void>][] = [
      ['open', () => openBox(page)],
      ['long', () => page.locator('stand-first label').nth(2).click()],
      ['jump', () => page.locator('stand-first [part=source]').first().click()],
      ['back', () => page.locator('stand-first [part=back]').click()],
      ['close', () => pressBox(page)],
    ];
    for (const [name, act] of steps) {
      await act();
      found.set(name, [...(found.get(name) ?? []), await longestInteraction(page)]);
    }
    await page.context().close();
  }
  await browser.close();
  await host.close();
  return found;
}

if (chromiumPath !== undefined) {
  console.log(`Interaction to next paint, CPU slowed ${SLOWDOWN} times, ${ROUNDS} rounds, ms (0: below 16):`);
  for (const [name, durations] of await measure()) {
    const sorted = durations.toSorted((a, b) => a - b);
    console.log(
      `  ${name.padEnd(6)} median ${sorted[Math.floor(sorted.length / 2)]}  worst ${sorted.at(-1)}`,
    );
  }
}
