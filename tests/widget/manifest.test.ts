import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeManifest, readContract } from '../../src/cli/build-widget-manifest.ts';

const ELEMENT = readFileSync('src/widget/stand-first-element.ts', 'utf8');
const contract = readContract(ELEMENT);
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
const code = readdirSync('src/widget')
  .filter((name) => /\.(?:ts|css)$/u.test(name))
  .map((name) => readFileSync(`src/widget/${name}`, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//gu, ''))
  .join('\n');
const guide = readFileSync('docs/widget.md', 'utf8');

function uses(pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

describe('custom-elements.json', () => {
  it('is what the documentation of the class says today', () => {
    expect(readFileSync('custom-elements.json', 'utf8')).toBe(describeManifest(ELEMENT));
  });

  it('names every part that is drawn, and no other', () => {
    const drawn = uses(/part: '(?:box )?([a-z]+)'/gu).filter((part) => part !== 'idle');
    expect(names(contract.cssParts)).toEqual([...drawn, 'box'].sort());
  });

  it('names every property that the sheets read, and no other', () => {
    expect(names(contract.cssProperties)).toEqual(uses(/var\(\s*(--standfirst-[a-z-]+)/gu));
  });

  it('names every event that is sent, and no other', () => {
    const sent = [...uses(/emit\((?:box|this), '([a-z]+)'/gu), 'copy', 'share'];
    expect(names(contract.events)).toEqual([...new Set(sent)].map((name) => `standfirst-${name}`).sort());
  });

  it('names every attribute that is observed, and every slot', () => {
    const [, mirrored = ''] = /const MIRRORED = \[([^\]]*)\]/u.exec(code) ?? [];
    const observed = [
      'open',
      'lang',
      ...[...mirrored.matchAll(/'([\w-]+)'/gu)].map(([, name]) => name ?? ''),
    ];
    expect(names(contract.attributes)).toEqual(observed.sort());
    expect(names(contract.slots)).toEqual(['', ...uses(/draw\('slot', \{ name: '([a-z]+)'/gu)]);
  });

  it('describes nothing that the guide leaves out', () => {
    const told = [
      contract.attributes,
      contract.events,
      contract.cssParts,
      contract.cssProperties,
      contract.cssStates,
    ].flatMap(names);
    expect(told.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
