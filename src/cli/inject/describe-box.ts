import { type BoxMarkup, writeBox } from '../../core/injection/box-markup.ts';
import { loadLabels } from '../../core/labels/labels.ts';
import { textDirection } from '../../core/labels/languages.ts';
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

export async function describeBox({ url, language, abstract, ...words }: BoxWords): Promise<BoxMarkup> {
  const { labels } = await loadLabels(language);
  return writeBox({
    ...words,
    abstract: describeAbstract(abstract),
    pageUrl: url,
    language,
    direction: textDirection(language),
    labels,
  });
}
