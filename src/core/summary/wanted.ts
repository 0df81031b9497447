import { PRESET_SENTENCES } from './presets.ts';
import type { SummaryOptions } from './summary-options.ts';

/** What a caller gets who asks for nothing in particular: what the schema makes of that, without the schema. */
export const DEFAULT_SUMMARY_OPTIONS: SummaryOptions = {
  type: 'key-points',
  avoid: [],
  include: [],
  format: 'json',
};

/** How many sentences these options ask for. */
export function wantedSentences(options: Pick<SummaryOptions, 'type' | 'length' | 'sentences'>): number {
  return options.sentences ?? PRESET_SENTENCES[options.type][options.length ?? 'short'];
}

/** A teaser never tells the ending. */
export function rangeOf(options: Pick<SummaryOptions, 'type'>): 'whole' | 'opening' {
  return options.type === 'teaser' ? 'opening' : 'whole';
}

/** Whether the choice of sentences cannot be read off what travels with the article, and the text has to be ranked. */
export function needsRanking(options: SummaryOptions): boolean {
  return (
    options.query !== undefined ||
    options.avoid.length > 0 ||
    (options.type === 'teaser' && wantedSentences(options) > PRESET_SENTENCES.teaser.long)
  );
}

/** Whether these options ask why sentences were chosen. */
export function explainsRanking({ include }: Pick<SummaryOptions, 'include'>): boolean {
  return include.includes('ranking') || include.includes('keywords');
}
