import type { SourceLabels } from './source-labels.ts';

/**
 * The English texts, and the list of what every other language must say.
 * Plain text, never markup. `published` and `updated` stand before a date, `by` before a name.
 * Numbers are followed by abbreviations, so that no language needs plural forms.
 */
export const en = (source: SourceLabels) => ({
  noTime: 'No time to read?',
  getSummary: 'Get a summary',
  loading: 'Preparing the summary…',
  ready: 'Summary ready',
  failed: 'The summary could not be loaded.',
  offline: 'You seem to be offline.',
  alreadyShort: 'This article is already short.',
  none: 'No summary for this article.',
  busy: 'Busy. Try again in {wait}.',
  retry: 'Try again',
  openPage: 'Open the summary page',
  length: 'Length',
  short: 'Short',
  medium: 'Medium',
  long: 'Long',
  listen: 'Listen',
  stop: 'Stop',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
  share: 'Share',
  showSource: 'Show in the article, paragraph {n}',
  sourceHidden: 'The page does not show this sentence now.',
  back: 'Back to the summary',
  ...source,
  how: 'How it works',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  thanks: 'Thank you',
  previousArticle: 'Previous Article',
  nextArticle: 'Next Article',
  readingTime: '{n} min read',
  summary: 'Summary',
  readArticle: 'Read the article',
  paragraphMark: '¶',
  published: 'Published',
  updated: 'Updated',
  by: 'By',
  latest: 'Latest articles',
  tags: 'Topics',
});

/** Texts of one language. Only `by` may be empty: many languages print a byline as the bare name. */
export type Labels = Readonly<ReturnType<typeof en>>;
