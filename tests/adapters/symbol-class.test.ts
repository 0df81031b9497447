import { S as symbolOfPackage } from 'uc.micro';
import { expect, it } from 'vitest';
import { S } from '../../src/adapters/symbol-class.ts';

it('the runtime takes the same characters for symbols as the package that it stands for', () => {
  const different: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue; // Halves of a pair are no characters.
    const character = String.fromCodePoint(point);
    if (S.test(character) !== symbolOfPackage.test(character)) different.push(point.toString(16));
  }
  expect(different).toEqual([]);
});
