import type { MarkList } from '../characters/mark-list.ts';
import type { LineShape } from './line-shape.ts';
import type { QuotedSpans } from './quoted-spans.ts';

/** One paragraph on its way to be cut: a range of the text without a blank line inside. */
export interface Paragraph {
  text: string;
  language: string;
  start: number;
  end: number;
  /** The marks of the whole text, and the number of the first that stands in the paragraph or behind it. */
  marks: MarkList;
  firstMark: number;
  spans: QuotedSpans;
  lines: LineShape | undefined;
}
