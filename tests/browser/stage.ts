import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../pages/chromium.ts';
import { type Host, openHost } from './host.ts';

export interface Stage {
  host: Host;
  browser: Browser;
}

/** One host and one browser for all tests of a block; each test finds the host as it was and no page open. */
export function onStage(use: (stage: Stage) => void): void {
  let stage: Stage;
  beforeAll(async () => {
    const [host, browser] = await Promise.all([openHost(), launchChromium()]);
    stage = { host, browser };
    use(stage);
  });
  beforeEach(() => stage.host.reset());
  afterEach(async () => {
    for (const context of stage.browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.host.close();
  });
}
