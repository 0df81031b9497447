import { expect, it, vi } from 'vitest';
import { lazily } from '../../src/core/lazily.ts';

it('is made when it is first asked for, and once', () => {
  const make = vi.fn(() => ({}));
  const made = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect(made()).toBe(made());
  expect(make).toHaveBeenCalledOnce();
});
