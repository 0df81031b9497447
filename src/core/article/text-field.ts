import * as z from 'zod/mini';

// Expressions with Unicode's classes stand where they are used: reading one takes as long as answering a request.

/** C0 and C1 controls, line separators included: a title is one line, and what we cannot serve back exactly we refuse. */
const hasControlCharacter = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text);
/** Something a reader can see: a letter, mark, number, punctuation or symbol. */
const isVisible = (text: string): boolean => /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text);

/**
 * One line of text that is stored and served back exactly as sent.
 *
 * Refused: nothing visible, control characters, unpaired surrogates (they have no UTF-8 form).
 */
export function textField(maxLength: number) {
  return z.string().check(z.maxLength(maxLength), (context) => {
    const report = (code: string, message: string) =>
      context.issues.push({ code: 'custom', params: { code }, message, input: context.value });
    if (!isVisible(context.value)) report('blank', 'needs at least one visible character');
    if (hasControlCharacter(context.value))
      report('control-character', 'must be one line without control characters');
    if (!context.value.isWellFormed()) report('unpaired-surrogate', 'must be well-formed Unicode');
  });
}
