import type { SelectionInput } from './selection-input.ts';

const introduces = (input: SelectionInput, sentence: number, name: number): boolean =>
  input.introductions.full.get(sentence)?.includes(name) === true;

/**
 * The sentence that a set lacks so that another one in it, or about to be, can be understood: the predecessor of one
 * that leans back, or the one that introduces a name. Undefined when nothing is missing.
 */
export function missingSupport(
  input: SelectionInput,
  set: readonly number[],
  sentence: number,
): number | undefined {
  if (input.dangling[sentence] === 1 && sentence > 0 && !set.includes(sentence - 1)) return sentence - 1;
  const { bare, introducedIn } = input.introductions;
  const unknown = bare
    .get(sentence)
    ?.find(
      (name) =>
        !introduces(input, sentence, name) &&
        !set.some((other) => other < sentence && introduces(input, other, name)),
    );
  return unknown === undefined ? undefined : introducedIn.get(unknown);
}
