import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Host } from './host.ts';

declare global {
  interface HTMLElementTagNameMap {
    /** What a page sees of the element. */
    'stand-first': HTMLElement & {
      open: boolean;
      readonly state: string;
      readonly points: readonly { text: string }[];
      readonly ready: Promise<void>;
      show(): void;
      hide(): void;
      reload(): void;
      jump(n: number): void;
    };
  }
}

/** A page of the host, with everything that went wrong in it. */
export interface OpenPage {
  page: Page;
  /** Errors of the console and of scripts. */
  errors: string[];
}

export async function openPage(
  browser: Browser,
  host: Host,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 680, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  // A voice for each language of the samples: the browser under test has none.
  await page.addInitScript(() => {
    const voices = ['en-GB', 'ar'].map((lang) => ({ lang, localService: true, name: lang }));
    Object.defineProperty(speechSynthesis, 'getVoices', { configurable: true, value: () => voices });
  });
  await page.goto(`${host.origin}${path}`);
  await page.waitForFunction(() => document.querySelector('stand-first:defined') !== null);
  return { page, errors };
}

export async function pressBox(page: Page, index = 0): Promise<void> {
  await page.locator('stand-first [part=button]').nth(index).click();
}

/** Waits until a box has come to one of these states. */
export async function untilState(page: Page, states: string, index = 0): Promise<void> {
  await page.waitForFunction(
    ([wanted, at]) =>
      String(wanted)
        .split(' ')
        .includes(document.querySelectorAll('stand-first')[Number(at)]?.state ?? ''),
    [states, index],
  );
}

export async function openBox(page: Page, index = 0): Promise<void> {
  await pressBox(page, index);
  await untilState(page, 'ready short', index);
}

/** Names of the widget's events as they reach the document, with their details. */
export async function recordEvents(page: Page): Promise<() => Promise<[name: string, detail: unknown][]>> {
  await page.evaluate(() => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const name of 'open close load error length jump back listen copy share feedback ask'.split(' ')) {
      document.addEventListener(`standfirst-${name}`, (event) =>
        heard.push([name, (event as CustomEvent).detail]),
      );
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);
}
