import { lateExpression } from '../summarizer/memory/late-expression.ts';

/** Longer than any description, so that one with a caption or a place name before it is found as well. */
const OPENING_LENGTH = 1_500;

/**
 * Whether a description tells more than the title and the beginning of the text. Many systems make it of the first
 * sentences, cut anywhere: that is no description, and no sign of what matters in the text.
 *
 * Letters and digits alone are compared.
 */
export function saysMore(description: string, title: string, text: string): boolean {
  const said = comparable(description);
  return (
    said !== '' &&
    !comparable(title).includes(said) &&
    !comparable(text.slice(0, OPENING_LENGTH)).includes(said)
  );
}

const between = lateExpression('[^\\p{L}\\p{M}\\p{N}]+', 'gu');

function comparable(text: string): string {
  return text.toLowerCase().replace(between(), '');
}
