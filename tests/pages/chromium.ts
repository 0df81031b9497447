import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const WITH_WINDOWS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser with all of its parts: the shell keeps no pages to go back to. */
export const wholeChromiumPath = find(process.env.CHROMIUM, ...WITH_WINDOWS);

/** A browser of this machine; none is downloaded. The shell is the same engine without windows, at about half of the CPU. */
export const chromiumPath = find(process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', ...WITH_WINDOWS);

if (chromiumPath === undefined)
  console.log('Browser tests are skipped: no Chromium was found (set CHROMIUM to its path).');

export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    ...options,
    args: ['--no-sandbox', '--disable-gpu', ...(options.args ?? [])],
  });
}

function find(...places: (string | undefined)[]): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}
