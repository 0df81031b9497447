import { dateOf } from '../core/article/dates.ts';
import { formatDate } from './dates.ts';

/** The day of an article and what parts it from the rest of its line; nothing where nobody dated it. */
export function PublishedTime({ article }: { article: { publishedAt: string; language: string } }) {
  const date = dateOf(article);
  if (date === null) return null;
  return (
    <>
      <time datetime={date}>{formatDate(date, article.language)}</time> ·{' '}
    </>
  );
}
