/** One block of prose: a `p`, a list item, a quotation. */
export interface Paragraph {
  /** Its words with spaces folded; never empty. */
  text: string;
  /** The author wants its first sentence in every summary. */
  pinned: boolean;
}

/**
 * The article's text: its paragraphs joined by one blank line. Offsets of sentences are UTF-16 units into it.
 */
export function joinParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}

/** Numbers, from 1, of the paragraphs whose first sentence is always chosen. */
export function pinnedParagraphs(paragraphs: readonly Paragraph[]): number[] {
  return paragraphs.flatMap(({ pinned }, index) => (pinned ? [index + 1] : []));
}
