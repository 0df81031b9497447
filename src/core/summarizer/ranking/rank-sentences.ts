import { arenaFor, readArticle } from '../article/read-article.ts';
import { languageOf } from '../language/detect-language.ts';
import { primaryTag } from '../language/primary-tag.ts';
import type { Arena } from '../memory/arena.ts';
import { scanText } from '../terms/scan-terms.ts';
import type { Models } from './models.ts';
import { DETAILS, type Ranking, type RankOptions } from './ranking.ts';
import { putFirst, scaleScores } from './scale-scores.ts';
import { valuesOf, weighSentences } from './weigh-sentences.ts';

/**
 * Ranks every sentence of a text by what it adds to a summary.
 *
 * @param source - Plain text; a blank line parts paragraphs.
 *
 * Cost: linear in the text. Deterministic: the same text, options and engine version give the same scores.
 */
export function rankSentences(source: string, options: RankOptions, models: Models): Ranking {
  return rankIn(arenaFor(source), source, options, models);
}

/** {@link rankSentences} in memory of the caller's, which the ranking needs for as long as it is used. */
export function rankIn(arena: Arena, source: string, options: RankOptions, models: Models): Ranking {
  const scan = scanText(source, arena);
  const language = primaryTag(options.language) ?? languageOf(source, scan, arena);
  const article = readArticle(source, language, arena, scan);
  const details = weighSentences(article, options, models);
  const { answers } = details;
  const scores = answers?.answered === true ? answers.scores.slice() : valuesOf(details.input);
  scaleScores(scores, details.barred);
  if (answers?.answered !== true) putFirst(scores, details.lead);
  const sentences = article.sentences.map(({ text, offset, length }, index) => ({
    text,
    offset,
    length,
    rankScore: scores[index] as number,
    paragraph: article.paragraphs[index] as number,
  }));
  const order: number[] = [];
  for (let at = 0; at < scores.length; at += 1) order.push(at);
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const answered = options.query === undefined || answers?.answered === true;
  return { language, answered, sentences, [DETAILS]: { ...details, order } };
}
