import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const WITH_WINDOWS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser of this machine, as people have it; none is downloaded. */
export const wholeChromiumPath = find(process.env.CHROMIUM, ...WITH_WINDOWS);

/** The shell is the same engine without windows, at about half of the CPU. */
export const chromiumPath = find(process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', ...WITH_WINDOWS);

if (chromiumPath === undefined)
  console.log('Browser tests are skipped: no Chromium was found (set CHROMIUM to its path).');

/** Only to end what hangs: half a minute, as long as it is waited otherwise, may pass on a busy machine. */
const PATIENCE_MS = 120_000;

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    ...options,
    args: ['--no-sandbox', '--disable-gpu', ...(options.args ?? [])],
  });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

/**
 * Where it matters how a page comes to the screen: the shell keeps no page to go back to, and lays a page out before the
 * callbacks of its first frame have run.
 */
export function launchWholeChromium(options: LaunchOptions = {}): Promise<Browser> {
  return launchChromium({ executablePath: wholeChromiumPath ?? '', ...options });
}

function find(...places: (string | undefined)[]): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}
