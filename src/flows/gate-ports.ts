import type { GroundingArticle, Verdict } from '../core/grounding/index.ts';

/** Holds sentences against an article; asked over the network, since the gate has a Worker of its own. */
export interface Gate {
  /** A verdict for each sentence, in their order. */
  judge(
    sentences: readonly string[],
    article: GroundingArticle,
  ): Promise<Pick<Verdict, 'grounded' | 'faults'>[]>;
}
