import type { Article } from '../article/read-article.ts';
import { matchSource, repeatsSource } from '../matching/match-source.ts';
import { indexStems } from '../matching/stem-index.ts';
import type { Announcements } from '../model/editor-features.ts';
import { scoreRows } from '../model/editor-model.ts';
import type { Models } from './models.ts';
import type { RankOptions } from './ranking.ts';

const REPEATED_HEADLINE = 10;

/** Where the article stands by its headline and its description. */
export function readAnnouncements(article: Article, { title, description }: RankOptions): Announcements {
  if (title === undefined && description === undefined)
    return { index: undefined, title: undefined, description: undefined };
  const index = indexStems(article);
  return {
    index,
    title: matchSource(article, index, title),
    description: matchSource(article, index, description),
  };
}

/** What an editor would say of each sentence: whether it is the gist, or a point. */
export function judgeSentences(
  { arena, sentences }: Article,
  rows: Float64Array,
  { index, title }: Announcements,
  { editor }: Models,
): { gists: Float64Array; points: Float64Array } {
  const gists = scoreRows(rows, editor.gist, arena.float64(sentences.length));
  const points = scoreRows(rows, editor.point, arena.float64(sentences.length));
  if (index !== undefined && title !== undefined)
    for (let at = 0; at < gists.length; at += 1)
      if (repeatsSource(title, index, at)) gists[at] = (gists[at] as number) + REPEATED_HEADLINE;
  return { gists, points };
}
