import { describe, expect, it } from 'vitest';
import { scanPage } from '../../../src/core/injection/scan-page.ts';

describe('the tags of a page', () => {
  it.each([
    '<body><table><tbody><tr><td>One</td></tr></tbody></table><p>Two</p></body>',
    // Cells that are closed by what is around them.
    '<table><tr><td>One</tr><tr><td><table><td>Two</table></table><p>Three</p>',
    '<table><caption>One</table><table><colgroup><col></table>',
    '<p><b>One</p>Two</b></p></div>',
    '<svg><title>One</title><path/></svg><select><option>Two</select>',
  ])('come once each, as they are written: %s', (html) => {
    const written = [...html.matchAll(/<(\/?)(\w+)\/?>/gu)].map(([, slash, name]) => `${slash}${name}`);
    const scanned = scanPage(html)?.tags.map(({ kind, name }) => `${kind === 'end' ? '/' : ''}${name}`);
    expect(scanned).toEqual(written);
  });
});
