import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import type { HistoryEntry } from '../../core/summary/review.ts';
import type { SummaryReview } from '../../flows/review-article.ts';

/** What an editor has typed and not saved yet. */
export interface Draft {
  /** Free sentences, one to a line. */
  own: string;
  /** Sentences of the article that are taken in. */
  taken: readonly string[];
  /** All of them in the editor's order, where that is known. */
  sentences: readonly string[] | undefined;
  correction: string;
}

export interface ReviewProps {
  record: ArticleRecord;
  review: SummaryReview;
  history: readonly HistoryEntry[];
  draft: Draft | undefined;
  message: string | undefined;
  /** Somebody saved while the draft was written. */
  isConflict: boolean;
  /** Where readers find the article. */
  pageUrl: string;
  /** The next article that waits in the same state. */
  nextSlug: string | undefined;
  /** Custom properties of the box, as the publication's pages set them. */
  theme: Readonly<Record<string, string>>;
}
