import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { renderContent } from '../../src/core/content/render-content.ts';

type Node = DefaultTreeAdapterTypes.Node;

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));
const file = `${suites}/pages/truth.jsonl.gz`;

const pageSchema = z.object({ id: z.string(), expected_html: z.optional(z.string()) });

/** Article bodies of real pages, as Readability's authors expect them; `undefined` where the suite is not at hand. */
function readBodies(): { id: string; html: string }[] | undefined {
  if (!existsSync(file)) {
    console.log(`skipped: no pages at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return lines.flatMap((line) => {
    const { id, expected_html: html } = pageSchema.parse(JSON.parse(line));
    return html === undefined ? [] : [{ id, html }];
  });
}

const BLOCKS = new Set(
  `address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
   h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  const text = 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  return BLOCKS.has(node.nodeName) ? ` ${text} ` : text;
}

const tokensOf = (html: string) =>
  textOf(parseFragment(html))
    .replaceAll('\u00AD', '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many of the words stand in the other list too, each as often as it does there. */
function countKept(words: readonly string[], others: readonly string[]): number {
  const there = count(others);
  let kept = 0;
  for (const [word, times] of count(words)) kept += Math.min(times, there.get(word) ?? 0);
  return kept;
}

function addressesIn(node: Node, tagName: string, attribute: string): string[] {
  const inner =
    'childNodes' in node ? node.childNodes.flatMap((child) => addressesIn(child, tagName, attribute)) : [];
  if (!('tagName' in node) || node.tagName !== tagName) return inner;
  const address = node.attrs.find(({ name }) => name === attribute)?.value.trim() ?? '';
  return /^https?:/i.test(address) ? [address, ...inner] : inner;
}

const bodies = readBodies();

describe.skipIf(bodies === undefined)('bodies of real pages', () => {
  const rendered = (bodies ?? []).map(({ id, html }) => {
    const result = renderContent('html', html);
    return { id, source: html, html: result.ok ? result.content.html : '' };
  });
  // Notes leave the text with their links, and a formula becomes a line: tests of their own hold that.
  const plain = rendered.filter(
    ({ source }) => !/<(?:sup|sub|math)\b|footnote|reflist|katex|MathJax/iu.test(source),
  );

  it('keep at least 99.5 % of their words, and none is doubled', () => {
    let words = 0;
    let kept = 0;
    for (const { source, html } of rendered) {
      const before = tokensOf(source);
      words += before.length;
      kept += countKept(before, tokensOf(html));
    }
    console.log(`words kept: ${kept} of ${words} (${((100 * kept) / words).toFixed(2)} %)`);
    expect(kept / words).toBeGreaterThanOrEqual(0.995);
    const doubled = plain.filter(({ source, html }) => {
      const after = tokensOf(html);
      return countKept(tokensOf(source), after) !== after.length;
    });
    expect(doubled.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    { what: 'links', tagName: 'a', attribute: 'href' },
    { what: 'images', tagName: 'img', attribute: 'src' },
  ])('keep at least 98 % of their $what', ({ what, tagName, attribute }) => {
    let all = 0;
    let kept = 0;
    for (const { source, html } of tagName === 'a' ? plain : rendered) {
      const before = addressesIn(parseFragment(source), tagName, attribute);
      all += before.length;
      kept += countKept(before, addressesIn(parseFragment(html), tagName, attribute));
    }
    console.log(`${what} kept: ${kept} of ${all}`);
    expect(kept / all).toBeGreaterThanOrEqual(0.98);
  });

  const kinds = ['h2', 'h3', 'ul', 'ol', 'table', 'code', 'pre', 'blockquote', 'figcaption'];

  it.each(kinds)('that have a %s keep it, unless it only lays out', (tagName) => {
    const opens = new RegExp(`<${tagName}(?![^>]*role="presentation")[ >]`);
    const lost = rendered.filter(({ source, html }) => opens.test(source) && !html.includes(`<${tagName}`));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('come back the same when they are sent again', () => {
    const changed = rendered.filter(({ html }) => {
      const again = renderContent('html', html);
      return !again.ok || again.content.html !== html;
    });
    expect(changed.map(({ id }) => id)).toEqual([]);
  });
});
