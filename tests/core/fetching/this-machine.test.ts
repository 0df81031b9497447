import { expect, it } from 'vitest';
import { isThisMachine } from '../../../src/core/fetching/this-machine.ts';

it.each([
  ['http://localhost:8787', true],
  ['http://127.0.0.1', true],
  ['http://127.1', true],
  ['http://[::1]:80', true],
  ['http://[0:0:0:0:0:0:0:1]', true],
  ['http://localhost.news.example', false],
  ['http://127.0.0.1.news.example', false],
  ['http://128.0.0.1', false],
  ['http://[::2]', false],
])('tells whether %s is on this machine', (origin, isHere) => {
  expect(isThisMachine(new URL(origin).hostname)).toBe(isHere);
});
