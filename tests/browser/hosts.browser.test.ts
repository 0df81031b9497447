import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from './engines/engines.ts';
import { findFaults } from './find-faults.ts';
import { answerFor, type Host, HTML, openHost } from './host.ts';
import { HOST_PAGES } from './host-pages.ts';
import { openPool, type Pool } from './pool.ts';
import { readSuitePages } from './suite-pages.ts';

const WIDTHS = [360, 1100];
const HEIGHT = 800;
/** On two cores the suite takes minutes in each engine: in one of them unless all are asked for. */
const SUITE_ENGINES =
  process.env.HOSTS_IN_ALL_ENGINES === undefined ? ['Chromium'] : ['Chromium', 'Firefox', 'WebKit'];
const SUITE_PAGES = readSuitePages();
/** By then the page has been painted without the box. */
const SCRIPT_DELAY_MS = 300;

for (const { name: engine, open, tabsOnScreen } of ENGINES) {
  const pages = SUITE_ENGINES.includes(engine) ? [...HOST_PAGES, ...SUITE_PAGES] : HOST_PAGES;
  const test = tabsOnScreen > 1 ? it.concurrent : it;
  describe.skipIf(open === undefined)(`boxes on pages of others, in ${engine}`, () => {
    let hosts: Pool<Host>;
    let opened: Awaited<ReturnType<NonNullable<typeof open>>>;
    beforeAll(async () => {
      [hosts, opened] = await Promise.all([
        openPool(tabsOnScreen, openHost),
        (open as NonNullable<typeof open>)(),
      ]);
    });
    afterAll(async () => {
      await opened?.close();
      await hosts?.close((host) => host.close());
    });

    describe.each(WIDTHS)('at %i px', (width) => {
      test.each(pages.filter(({ notIn = [] }) => !notIn.includes(engine)))(
        'stands, opens, leads there and back: $name',
        (page) =>
          hosts.lend(async (host) => {
            host.reset();
            host.put('/', { headers: { ...HTML, ...page.headers }, body: page.html });
            host.delayScripts(SCRIPT_DELAY_MS);
            host.answerWith(
              page.isUnknown === true ? () => ({ status: 404, body: '{}' }) : answerFor(page.article),
            );
            const tab = await opened.openTab({ width, height: HEIGHT });
            try {
              await tab.goto(`${host.origin}/`);
              expect(await findFaults(tab, page)).toEqual([]);
            } finally {
              await tab.close();
            }
          }),
      );
    });
  });
}
