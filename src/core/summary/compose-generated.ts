import { generatedLabel } from '../labels/generated-labels.ts';
import { heldLanguage } from '../labels/languages.ts';
import { describeSummary, type SummarySubject } from './compose-summary.ts';
import type { Digest } from './digest.ts';
import type { Generated, ProposedSentence } from './proposal.ts';
import type { Summary } from './summary.ts';
import type { SummaryOptions } from './summary-options.ts';
import { needsRanking, wantedSentences } from './wanted.ts';

/**
 * The sentences of a model that answer these options: key points of any number, and the sentence that tells the story
 * as the shortest `tldr`. Teasers, questions and what only a ranking can answer stay with the article's own sentences.
 *
 * @returns undefined where the article's own sentences answer.
 */
function chooseGenerated(
  { points, tldr }: Generated,
  options: SummaryOptions,
): ProposedSentence[] | undefined {
  if (options.source === 'extractive' || options.type === 'teaser' || needsRanking(options)) return undefined;
  if (options.include.includes('ranking')) return undefined;
  const wanted = wantedSentences(options);
  if (options.type === 'key-points') return points.slice(0, wanted);
  return wanted === 1 && tldr !== null ? [tldr] : undefined;
}

/** A summary that a model wrote and the gate let pass; undefined where the article's own sentences answer. */
export function composeGenerated(
  generated: Generated,
  digest: Digest,
  subject: SummarySubject,
  language: string,
  options: SummaryOptions,
): Summary | undefined {
  const chosen = chooseGenerated(generated, options);
  if (chosen === undefined) return undefined;
  const placed = [...chosen].sort((a, b) => placeOf(a) - placeOf(b));
  const { engine, sentenceCount } = digest;
  return describeSummary({
    facts: {
      engine,
      sentenceCount,
      stale: false,
      label: generated.reviewed ? 'generated-reviewed' : 'generated',
    },
    size: () => digest,
    subject,
    language,
    options,
    chosen: placed,
    wanted: wantedSentences(options),
    labelText: generatedLabel(heldLanguage(options.labels ?? language), generated.reviewed),
  });
}

/** Reading order: where the article says it first. */
function placeOf({ offset, support }: ProposedSentence): number {
  return offset ?? support[0]?.offset ?? 0;
}
