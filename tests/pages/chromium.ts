import { existsSync } from 'node:fs';

/** A browser of this machine; none is downloaded. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined)
  console.log('Browser tests are skipped: no Chromium was found (set CHROMIUM to its path).');
