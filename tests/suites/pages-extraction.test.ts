import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPages } from '../../src/cli/evaluation/extraction-pages.ts';
import { mean, shingleF1, wordsOf } from '../../src/cli/evaluation/extraction-score.ts';
import { extractArticle } from '../../src/core/extraction/extract-article.ts';
import { decodePage } from '../../src/core/extraction/page/decode-page.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/suites/pages', import.meta.url));

/** Every fourth page, above floors a little under what `npm run eval:extraction` shows for all of them. */
describe.skipIf(!existsSync(FOLDER))('articles in real pages', () => {
  it('are found as people and Readability find them', async () => {
    const scores: Record<string, number[]> = { scrapinghub: [], readability: [] };
    const pages = await loadPages(FOLDER);
    for (const { truth, bytes } of pages.filter((_, index) => index % 4 === 0)) {
      const contentType = truth.encoding == null ? 'text/html' : `text/html; charset=${truth.encoding}`;
      const { html } = extractArticle(decodePage(bytes, contentType), truth.url);
      const isByHand = truth.suite === 'scrapinghub';
      const wanted = truth.text ?? wordsOf(truth.expected_html ?? '', true);
      scores[truth.suite]?.push(shingleF1(wordsOf(html, !isByHand), wanted));
    }
    expect(mean(scores.scrapinghub ?? [])).toBeGreaterThan(0.947);
    expect(mean(scores.readability ?? [])).toBeGreaterThan(0.96);
  });
});
