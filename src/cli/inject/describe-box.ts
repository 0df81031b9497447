import { type BoxMarkup, writeBox } from '../../core/injection/box-markup.ts';
import { labelsFor, textDirection } from '../../core/labels/labels.ts';
import { describeAbstract } from '../../core/summary/describe-abstract.ts';

/** What a box says, wherever its sentences come from. */
export interface BoxWords {
  url: string;
  title: string;
  language: string;
  sentences: readonly string[];
  credit: string;
  /** The shortest summary, for search engines. */
  abstract: Parameters<typeof describeAbstract>[0];
}

export function describeBox({ url, language, abstract, ...words }: BoxWords): BoxMarkup {
  const { labels } = labelsFor(language);
  return writeBox({
    ...words,
    abstract: describeAbstract(abstract),
    pageUrl: url,
    language,
    direction: textDirection(language),
    labels,
  });
}
