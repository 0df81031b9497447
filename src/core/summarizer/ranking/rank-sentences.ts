import { arenaFor, readArticle } from '../article/read-article.ts';
import { languageOf } from '../language/detect-language.ts';
import { primaryTag } from '../language/primary-tag.ts';
import { Arena } from '../memory/arena.ts';
import { scanText } from '../terms/scan-terms.ts';
import type { Models } from './models.ts';
import { DETAILS, type Ranking, type RankingDetails, type RankOptions } from './ranking.ts';
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
  return ask(weighSentences(article, options, models), options.query, models);
}

/** What a question and the choice of sentences need for each letter of a text. */
const ASKING_BYTES_PER_UNIT = 8;

/**
 * The same text ranked for another question, or for none: what was learned of it is not learned again. All that this
 * and a choice from it need is in memory of its own, so that a ranking can be kept and asked any number of times.
 *
 * Cost: linear in the number of sentences and terms; the text is not read.
 */
export function rankAgain(
  { [DETAILS]: details }: Ranking,
  query: string | undefined,
  models: Models,
): Ranking {
  const arena = new Arena(details.article.text.length * ASKING_BYTES_PER_UNIT);
  const article = { ...details.article, arena };
  const input = { ...details.input, arena };
  return ask({ ...details, article, input }, query, models);
}

function ask(
  weighed: Omit<RankingDetails, 'order' | 'answers'>,
  query: string | undefined,
  models: Models,
): Ranking {
  const { article, input, questionMaterial, barred, lead } = weighed;
  const answers = query === undefined ? undefined : models.findAnswers?.(article, query, questionMaterial);
  const isAnswered = answers?.answered === true;
  const scores = isAnswered ? answers.scores.slice() : valuesOf(input);
  scaleScores(scores, barred);
  if (!isAnswered) putFirst(scores, lead);
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
  return {
    language: article.language,
    answered: query === undefined || isAnswered,
    sentences,
    [DETAILS]: { ...weighed, models, answers, order },
  };
}
