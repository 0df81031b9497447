import { type BoxMarkup, writeBox } from '../../core/injection/box-markup.ts';
import { labelsFor, textDirection } from '../../core/labels/labels.ts';

/** What a box says, wherever its sentences come from. */
export interface BoxWords {
  url: string;
  title: string;
  language: string;
  sentences: readonly string[];
  credit: string;
  abstract: string;
}

export function describeBox({ url, language, ...words }: BoxWords): BoxMarkup {
  const { labels } = labelsFor(language);
  return writeBox({ ...words, pageUrl: url, language, direction: textDirection(language), labels });
}
