export { type ChooseOptions, chooseSentences } from './choose-sentences.ts';
export { ENGINE } from './engine.ts';
export { detectLanguage } from './language/detect-language.ts';
export { functionHashesOf } from './language/function-words.ts';
export { hashStem } from './matching/stems.ts';
export { type Explanation, explainRanking } from './ranking/explain-ranking.ts';
export { extractKeywords } from './ranking/extract-keywords.ts';
export type { Models } from './ranking/models.ts';
export {
  type RankedSentence,
  type Ranking,
  type RankOptions,
  rankSentences,
} from './ranking/rank-sentences.ts';
export { type Sentence, splitSentences } from './sentences/split-text.ts';
export { type Summarized, summarize } from './summarize.ts';
export { countWords } from './terms/count-words.ts';
export { hashWord } from './terms/scan-terms.ts';
