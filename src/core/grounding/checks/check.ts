import type { Lexicon } from '../model/lexicon.ts';
import type { Alignment } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Fault } from '../verdict/verdict.ts';

/** A rule: what in a sentence contradicts the article, or is nowhere in it. */
export type Check = (alignment: Alignment, source: Source, sentence: string, lexicon: Lexicon) => Fault[];
