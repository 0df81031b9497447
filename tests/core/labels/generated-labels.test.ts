import { describe, expect, it } from 'vitest';
import { generatedLabel } from '../../../src/core/labels/generated-labels.ts';
import { LANGUAGES } from '../../../src/core/labels/languages.ts';

describe('the label of a summary that a model wrote', () => {
  it.each(LANGUAGES)('says more in %s where an editor has approved it', (language) => {
    const written = generatedLabel(language, false);
    const approved = generatedLabel(language, true);
    expect(written.length).toBeGreaterThan(5);
    expect(approved.startsWith(written)).toBe(true);
    expect(approved.length).toBeGreaterThan(written.length + 3);
  });

  it('is another one in each language', () => {
    expect(new Set(LANGUAGES.map((language) => generatedLabel(language, true))).size).toBe(LANGUAGES.length);
  });
});
