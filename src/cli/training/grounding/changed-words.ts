/** What became of a word against the text that it was edited from. */
export const KEPT = 0;
export const PUT_IN = 1;
/** Beside words that were taken out. */
export const BESIDE_LOSS = 2;

/** Marks the words of an edited text by a longest common subsequence. Quadratic in the words of a summary. */
export function markChanges(original: readonly string[], edited: readonly string[]): Uint8Array {
  const width = edited.length + 1;
  const longest = new Uint16Array((original.length + 1) * width);
  for (let left = original.length - 1; left >= 0; left -= 1)
    for (let right = edited.length - 1; right >= 0; right -= 1)
      longest[left * width + right] =
        original[left] === edited[right]
          ? (longest[(left + 1) * width + right + 1] as number) + 1
          : Math.max(
              longest[(left + 1) * width + right] as number,
              longest[left * width + right + 1] as number,
            );
  const marks = new Uint8Array(edited.length);
  const mark = (at: number) => {
    if (at >= 0 && at < marks.length && marks[at] === KEPT) marks[at] = BESIDE_LOSS;
  };
  let [left, right] = [0, 0];
  while (left < original.length || right < edited.length) {
    if (left < original.length && right < edited.length && original[left] === edited[right]) {
      left += 1;
      right += 1;
    } else if (
      right < edited.length &&
      (left === original.length ||
        (longest[left * width + right + 1] as number) >= (longest[(left + 1) * width + right] as number))
    ) {
      marks[right] = PUT_IN;
      right += 1;
    } else {
      mark(right - 1);
      mark(right);
      left += 1;
    }
  }
  return marks;
}
