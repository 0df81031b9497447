import { existsSync } from 'node:fs';
import { wholeChromiumPath } from '../../pages/chromium.ts';
import { openChromium } from './chromium.ts';
import type { Engine, ReadConsole, Tab } from './engine.ts';
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';
import { readWebKitConsole } from './webkit-console.ts';

const firefox = findFile(process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox');
const webkitDriver = findFile(process.env.WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver');
const webkitBrowser = findFile(
  process.env.WEBKIT_BROWSER,
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
);
const display = findFile('/usr/bin/xvfb-run');

/** An engine that pages are read in. */
interface KnownEngine {
  name: string;
  /** How many of its tabs are on screen at once: what stands behind is not painted. */
  tabsOnScreen: number;
  /** Not where this machine does not have it. */
  open: (() => Promise<Engine>) | undefined;
  /** Where its driver does not tell what the console says. */
  readConsole?: ReadConsole;
}

/** The errors of an engine's console for pages, each opened anew. */
export async function readConsole(
  { open, readConsole: read }: KnownEngine,
  urls: readonly string[],
): Promise<string[]> {
  if (read !== undefined) return await read(urls);
  const engine = await (open as NonNullable<typeof open>)();
  const errors: string[] = [];
  for (const url of urls) {
    const tab = await engine.openTab({ width: 1000, height: 800 });
    await tab.goto(url);
    await rest(tab);
    errors.push(...(await tab.takeErrors()).map((error) => `${url}: ${error}`));
    await tab.close();
  }
  await engine.close();
  return errors;
}

/** Until nothing more has come for a while: what a page prefetches comes after it has loaded. */
const rest = (tab: Tab): Promise<void> =>
  tab.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let count = -1;
        const timer = setInterval(() => {
          const { length } = performance.getEntriesByType('resource');
          if (length === count) {
            clearInterval(timer);
            resolve();
          }
          count = length;
        }, 500);
      }),
  );

export const ENGINES: readonly KnownEngine[] = [
  { name: 'Chromium', tabsOnScreen: 5, open: wholeChromiumPath === undefined ? undefined : openChromium },
  {
    name: 'Firefox',
    tabsOnScreen: 1,
    open: firefox === undefined ? undefined : () => openFirefox(firefox),
  },
  {
    name: 'WebKit',
    tabsOnScreen: 1,
    open:
      webkitDriver === undefined || webkitBrowser === undefined || display === undefined
        ? undefined
        : () => openWebKit(webkitDriver, webkitBrowser),
    readConsole: (urls) => readWebKitConsole(webkitBrowser ?? '', urls),
  },
];

if (firefox === undefined)
  console.log(
    'Tests in Firefox are skipped: it was not found (Debian: firefox-esr; or set FIREFOX to its path).',
  );
if (ENGINES.at(-1)?.open === undefined)
  console.log(
    'Tests in WebKit are skipped: WebKitWebDriver, MiniBrowser or xvfb-run was not found (Debian: webkit2gtk-driver, xvfb).',
  );

function findFile(...places: (string | undefined)[]): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}
