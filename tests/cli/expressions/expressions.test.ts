import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectExpressions } from '../../../src/cli/expressions/collect-expressions.ts';
import { pumpExamples } from '../../../src/cli/expressions/pump-examples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-expressions-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the expressions of a folder', () => {
  it('are its literals and what its modules put together while they load', async () => {
    await writeFile(join(folder, 'a.ts'), 'export const one: RegExp = /a+/gu; // /no/\n"/nor this/"');
    await writeFile(
      join(folder, 'b.tsx'),
      'export const Two = () => <p>/neither/</p>;\nexport const x = /a+/gu;',
    );
    await writeFile(join(folder, 'c.mts'), '');
    await writeFile(join(folder, 'c.ts'), 'export const built = new RegExp(["b", "+"].join(""), "i");');
    const found = await collectExpressions(folder);
    expect(found.map(({ source, flags }) => `/${source}/${flags}`).sort()).toEqual(['/a+/gu', '/b+/i']);
    expect(found.find(({ source }) => source === 'a+')?.files.sort()).toEqual(['a.ts', 'b.tsx']);
  });

  it('are also those that are read late, with quotes of either kind', async () => {
    await writeFile(
      join(folder, 'late.ts'),
      `const one = lateExpression('^\\\\d("|\\')', 'iu');\nexport const two = [one, lateExpression('b', 'u')];`,
    );
    const found = await collectExpressions(folder);
    expect(found.map(({ source, flags }) => `/${source}/${flags}`)).toEqual([`/^\\d("|')/iu`, '/b/u']);
  });

  it('are refused where one that is read late is not written out', async () => {
    await writeFile(join(folder, 'late.ts'), 'export const one = (s: string) => lateExpression(s, "u");');
    await expect(collectExpressions(folder)).rejects.toThrow('string literals');
  });

  it('are refused where one is put together later, when nobody sees it', async () => {
    await writeFile(join(folder, 'late.ts'), 'export const make = (word: string) => new RegExp(word);');
    await expect(collectExpressions(folder)).rejects.toThrow('late.ts');
  });
});

describe('pumping', () => {
  it.each([
    ['white space before an end', /\s+$/u, 'a  '],
    ['two loops over the same', /^(?:a|b)*,?[ab]*;/u, 'abab;'],
    ['everything between two marks', /\{%[\s\S]*?%\}/u, '{% a %}'],
    ['digits that are looked at again', /\d+(?=;)/u, '12;'],
  ])('finds %s', (_, expression, example) => {
    expect(pumpExamples(expression, [example])).toBeDefined();
  });

  it.each([
    ['one loop from the start', /^\s+a/u, '  a'],
    ['a loop that nothing follows', /a+/u, 'aa'],
    ['a bounded one', /<[^<>]{0,50}>/u, '<b>'],
    ['a look at the next character', /&(?=#)/u, '&#'],
  ])('passes %s', (_, expression, example) => {
    expect(pumpExamples(expression, [example])).toBeUndefined();
  });

  it('refuses an example that proves nothing', () => {
    expect(() => pumpExamples(/a/u, ['b'])).toThrow('does not match');
  });
});
