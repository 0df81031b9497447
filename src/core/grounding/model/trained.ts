import type { BoostedTrees } from './boosted-trees.ts';
import stored from './grounding-weights.json' with { type: 'json' };
import lexiconStored from './lexicon.json' with { type: 'json' };
import { Lexicon } from './lexicon.ts';

/** The language whose summaries the model was trained on; its word lists serve that language alone. */
const TRAINED_LANGUAGE = 'en';

export const lexicon: Lexicon = new Lexicon(TRAINED_LANGUAGE, lexiconStored);
export const trees: BoostedTrees = stored.trees;
/** Log-odds from which on a word is a fault. */
export const THRESHOLD: number = stored.threshold;
