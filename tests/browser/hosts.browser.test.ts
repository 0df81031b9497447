import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from './engines/engines.ts';
import { findFaults } from './find-faults.ts';
import { answerFor, type Host, HTML, openHost } from './host.ts';
import { HOST_PAGES } from './host-pages.ts';

const WIDTHS = [360, 1100];
const HEIGHT = 800;

for (const engine of ENGINES) {
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
      it.each(HOST_PAGES)('stands, opens, leads there and back: $name', async (page) => {
        host.put('/', { headers: HTML, body: page.html });
        host.answerWith(answerFor(page.article));
        const tab = await opened.openTab({ width, height: HEIGHT });
        try {
          await tab.goto(`${host.origin}/`);
          expect(await findFaults(tab, page)).toEqual([]);
        } finally {
          await tab.close();
        }
      });
    });
  });
}
