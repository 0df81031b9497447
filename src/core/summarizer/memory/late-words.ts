/**
 * A list of words that becomes a set when it is first asked for one: few texts have a street, a time zone and an ordinal,
 * and an isolate would split and hash the words of all lists before it could read its first text.
 */
// @__NO_SIDE_EFFECTS__
export function lateWords(list: string, separator = ' '): Pick<ReadonlySet<string>, 'has'> {
  let words: ReadonlySet<string> | undefined;
  return {
    has(word) {
      words ??= new Set(list.split(separator));
      return words.has(word);
    },
  };
}
