export { type ChooseOptions, chooseSentences } from './choose-sentences.ts';
export { countWords } from './count-words.ts';
export { detectLanguage } from './detect-language.ts';
export { ENGINE } from './engine.ts';
export { type Explanation, explainRanking } from './explain-ranking.ts';
export { extractKeywords } from './extract-keywords.ts';
export { type RankedSentence, type Ranking, type RankOptions, rankSentences } from './rank-sentences.ts';
export { type Sentence, splitSentences } from './split-text.ts';
export { summarize } from './summarize.ts';
