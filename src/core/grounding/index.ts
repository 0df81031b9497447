export { groundSentence } from './ground-sentence.ts';
export type { GroundingHint } from './judge-sentence.ts';
export type { GroundingArticle } from './source/read-source.ts';
export type { Support, Verdict } from './verdict/verdict.ts';
