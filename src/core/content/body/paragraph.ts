import type { Seams } from './seams.ts';

/** One block of prose: a `p`, a list item, a quotation. */
export interface Paragraph {
  /** Its words with spaces folded; never empty. */
  text: string;
  /** The author wants its first sentence in every summary. */
  pinned: boolean;
  /** Where it was put together from pieces of the page, if it was. */
  seams?: Seams;
}

/**
 * The article's text: its paragraphs joined by one blank line. Offsets of sentences are UTF-16 units into it.
 */
export function joinParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}

/** The seams of all paragraphs, in units of the joined text. */
export function joinSeams(paragraphs: readonly Paragraph[]): Seams {
  const joined: Seams = { breaks: [], joints: [] };
  let start = 0;
  for (const { text, seams } of paragraphs) {
    for (const at of seams?.breaks ?? []) joined.breaks.push(start + at);
    for (const at of seams?.joints ?? []) joined.joints.push(start + at);
    start += text.length + 2;
  }
  return joined;
}

/** Numbers, from 1, of the paragraphs whose first sentence is always chosen. */
export function pinnedParagraphs(paragraphs: readonly Paragraph[]): number[] {
  return paragraphs.flatMap(({ pinned }, index) => (pinned ? [index + 1] : []));
}
