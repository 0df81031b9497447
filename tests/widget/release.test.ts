import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildWidget, integrityOf } from '../../src/cli/build-widget.ts';
import { floatingRules } from '../../src/cli/build-widget-release.ts';
import { LANGUAGES } from '../../src/core/labels/languages.ts';
import { CACHE_POLICY } from '../../src/http/cache-policy.ts';
import { WIDGET_VERSION } from '../../src/pages/widget-release.ts';
import { createMemoryService } from '../http/memory-service.ts';

const FOLDER = `public/widget/${WIDGET_VERSION}`;
const integrity = JSON.parse(readFileSync(`${FOLDER}/integrity.json`, 'utf8')) as Record<string, string>;

/** Headers that `public/_headers` gives to a path: every rule that fits adds its own. */
function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let fits = false;
  for (const line of readFileSync('public/_headers', 'utf8').split('\n')) {
    if (line.startsWith('/')) fits = path.startsWith(line.replace(/\*$/u, ''));
    const [, name, value] = /^ {2}([\w-]+): (.+)$/u.exec(line) ?? [];
    if (fits && name !== undefined && value !== undefined) headers[name] = value;
  }
  return headers;
}

describe('the released widget', () => {
  it('is the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(WIDGET_VERSION).toBe(version);
  });

  it('holds core and full file of every language, and no file without its hash', () => {
    for (const suffix of ['', ...LANGUAGES.map((language) => `.${language}`)]) {
      expect(integrity).toHaveProperty([`standfirst${suffix}.js`]);
      expect(integrity).toHaveProperty([`standfirst.full${suffix}.js`]);
    }
  });

  it.each(Object.entries(integrity))('%s has the published hash', (name, hash) => {
    expect(integrityOf(readFileSync(`${FOLDER}/${name}`))).toBe(hash);
  });

  it('is named by the configurator with the same hashes', async () => {
    const page = await createMemoryService().call('/embed?language=nb&file=full');
    const name = 'standfirst.full.nb.js';
    expect(await page.text()).toContain(`${name}&quot; integrity=&quot;${integrity[name]}&quot;`);
  });

  it('has what its files load where they look for it, with the hash that they ask for', () => {
    for (const name of Object.keys(integrity)) {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
      const loaded = [...text.matchAll(/"(\.\.\/[\d.]+\/[\w.]+\.js)","(sha256-[^"]+)"/gu)];
      expect(loaded).toHaveLength(/^ask|measure/u.test(name) ? 0 : 1);
      for (const [, file, hash] of loaded) {
        const bytes = readFileSync(`${FOLDER}/${file}`);
        expect(`sha256-${createHash('sha256').update(bytes).digest('base64')}`).toBe(hash);
      }
    }
  });

  it('is what the source builds: whoever changes the source builds the release anew', async () => {
    const built = await buildWidget(WIDGET_VERSION, ['en', 'ar']); // With that of all languages: every text, every module.
    for (const [name, bytes] of built) expect([name, integrity[name]]).toEqual([name, integrityOf(bytes)]);
  });

  it.each([
    { path: `/widget/${WIDGET_VERSION}/standfirst.en.js`, row: 'widgetVersion' as const },
    { path: '/widget/v1/standfirst.js', row: 'widgetFloating' as const },
  ])('$path is served by the cache policy and to any site', ({ path, row }) => {
    expect(headersFor(path)).toEqual({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      Allow: 'GET, HEAD',
      ...CACHE_POLICY[row],
    });
  });

  it('is what the floating path leads to, file by file', () => {
    const names = [...Object.keys(integrity), 'integrity.json'];
    expect(readFileSync('public/_redirects', 'utf8')).toBe(floatingRules(WIDGET_VERSION, names));
  });
});
