import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMMARIZER } from '../../src/cli/build-library.ts';
import { summarize } from '../../src/core/summarizer/index.ts';
import { type InstalledLibrary, installLibrary } from '../cli/packed-library.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { HTML } from './host.ts';
import { harbour } from './sample-page.ts';
import { onStage, type Stage } from './stage.ts';

describe.skipIf(chromiumPath === undefined)('the summariser as a package, in a page', () => {
  let stage: Stage;
  let library: InstalledLibrary;
  onStage((ready) => {
    stage = ready;
  });
  beforeAll(async () => {
    library = await installLibrary(SUMMARIZER);
  });
  afterAll(() => rm(dirname(library.project), { recursive: true, force: true }));

  it('says what the service says', async () => {
    const text = harbour.paragraphs.join('\n\n');
    const { host, browser } = stage;
    host.put('/library.js', { headers: { 'Content-Type': 'text/javascript' }, body: library.module });
    host.put('/', {
      headers: HTML,
      body: `<!doctype html><title>Try</title>
        <script type="module">import * as library from '/library.js'; globalThis.library = library;</script>`,
    });
    const page = await browser.newPage();
    await page.goto(host.origin);
    const said = await page.evaluate(
      (words) =>
        (globalThis as unknown as { library: { summarize: typeof summarize } }).library.summarize(words, {
          sentences: 3,
        }).sentences,
      text,
    );
    expect(said).toEqual(JSON.parse(JSON.stringify(summarize(text, { sentences: 3 }).sentences)));
  });
});
