import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from './engines/engines.ts';
import { findFaults } from './find-faults.ts';
import { answerFor, type Host, HTML, openHost } from './host.ts';
import { HOST_PAGES } from './host-pages.ts';
import { readSuitePages } from './suite-pages.ts';

const WIDTHS = [360, 1100];
const HEIGHT = 800;
/** On two cores the suite takes minutes in each engine: in one of them unless all are asked for. */
const SUITE_ENGINES =
  process.env.HOSTS_IN_ALL_ENGINES === undefined ? ['Chromium'] : ['Chromium', 'Firefox', 'WebKit'];
const SUITE_PAGES = readSuitePages();
/** By then the page has been painted without the box. */
const SCRIPT_DELAY_MS = 300;

for (const engine of ENGINES) {
  const pages = SUITE_ENGINES.includes(engine.name) ? [...HOST_PAGES, ...SUITE_PAGES] : HOST_PAGES;
  describe.skipIf(engine.open === undefined)(`boxes on pages of others, in ${engine.name}`, () => {
    let host: Host;
    let opened: Awaited<ReturnType<NonNullable<typeof engine.open>>>;
    beforeAll(async () => {
      [host, opened] = await Promise.all([openHost(), (engine.open as NonNullable<typeof engine.open>)()]);
    });
    beforeEach(() => host.reset());
    afterAll(async () => {
      await opened?.close();
      await host?.close();
    });

    describe.each(WIDTHS)('at %i px', (width) => {
      it.each(pages)('stands, opens, leads there and back: $name', async (page) => {
        host.put('/', { headers: { ...HTML, ...page.headers }, body: page.html });
        host.delayScripts(SCRIPT_DELAY_MS);
        host.answerWith(
          page.isUnknown === true ? () => ({ status: 404, body: '{}' }) : answerFor(page.article),
        );
        const tab = await opened.openTab({ width, height: HEIGHT });
        try {
          await tab.goto(`${host.origin}/`);
          expect([[], page.knownFaults ?? []]).toContainEqual(await findFaults(tab, page));
        } finally {
          await tab.close();
        }
      });
    });
  });
}
