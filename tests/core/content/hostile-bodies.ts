import type { BodyKind } from '../../../src/core/content/render-content.ts';

/** The bodies that our own suites found worse than the outside ones, `size` units long. */
export const HOSTILE_BODIES: Record<string, (size: number) => string> = {
  'formatting opened again in every paragraph': (size) =>
    `<p>${Array.from({ length: 200 }, (_, index) => `<b a${index}>`).join('')}${'<p>x'.repeat(size)}`,
  'formatting around many blocks': (size) =>
    `${Array.from({ length: 200 }, (_, index) => `<q a${index}>`).join('')}${'<p>x</p>'.repeat(size)}`,
  'attributes without end': (size) => `<p ${'a=b '.repeat(size)}`,
  'a date of spaces': (size) => `<del datetime="${' '.repeat(10 * size)}x">a</del>`,
  'an address with spaces within': (size) => `<a href="x${' '.repeat(10 * size)}x">a</a>`,
  'numbers of spaces': (size) =>
    `<img src=/a width="1${' '.repeat(10 * size)}x"><table><td colspan="2${' '.repeat(10 * size)}x">`,
  'brackets to both sides': (size) => '['.repeat(size) + ']'.repeat(size),
  'notes that refer to each other': (size) =>
    `${Array.from({ length: size }, (_, index) => `[^${index}]: [^${index + 1}]\n`).join('')}[^0]`,
  'lines that go on with a deep quotation': (size) => `${'> '.repeat(250)}x\n${'y\n'.repeat(size)}`,
  'deep quotations in every line': (size) => `${'>'.repeat(250)}x\n\n`.repeat(size / 10),
  'lines of one letter': (size) => 'a\n'.repeat(size),
  'formatted words in one paragraph': (size) => `<p>${'x<b>y</b> '.repeat(size)}`,
  'bare links in one paragraph': (size) => 'http://a.b '.repeat(size / 2),
  'marks of notes in one paragraph': (size) => `<p>${'word<sup>1</sup> '.repeat(size)}`,
  'links of www alone': (size) => 'www.'.repeat(size),
  'cells that span': (size) => `<table><tr>${'<td colspan=1000>x'.repeat(size)}`,
  'list items without a list': (size) => '<li>x<b>'.repeat(size),
};

/** A body that is one thing over and over, in the kind in which it is worst. */
export interface TinyUnit {
  kind: BodyKind;
  unit: string;
}

export const TINY_UNITS: readonly TinyUnit[] = [
  { kind: 'html', unit: '<p>x' },
  { kind: 'html', unit: '<p>twenty letters in it.' },
  { kind: 'html', unit: '<li>x' },
  { kind: 'html', unit: '<b>x</b>' },
  { kind: 'html', unit: 'x<br>' },
  { kind: 'html', unit: '<q><p>' },
  { kind: 'html', unit: '<!-->' },
  { kind: 'html', unit: '<table><tr><td>x<td>x</table>' },
  { kind: 'html', unit: '<p a=b c=d e=f g=h>' },
  { kind: 'markdown', unit: 'x\n\n' },
  { kind: 'markdown', unit: 'twenty letters in it.\n\n' },
  { kind: 'markdown', unit: '- x\n' },
  { kind: 'markdown', unit: '*x* ' },
  { kind: 'markdown', unit: '[a](b)' },
  { kind: 'markdown', unit: '&amp;' },
  { kind: 'markdown', unit: 'www.a.b ' },
  { kind: 'markdown', unit: '[^1]: x\n' },
  { kind: 'markdown', unit: '[a]: b\n' },
  { kind: 'markdown', unit: '|a|b|\n|-|-|\n' },
  { kind: 'markdown', unit: 'x\n' },
  { kind: 'text', unit: 'x\n\n' },
  { kind: 'text', unit: 'twenty letters in it.\n\n' },
  { kind: 'text', unit: 'A b. ' },
  { kind: 'text', unit: 'One man saw two dogs. ' },
];
