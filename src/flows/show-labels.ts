import { loadLabels } from '../core/labels/labels.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';

/** Adds what a box says around the summary, where that is asked for. */
export async function showLabels(
  summary: Summary,
  options: Pick<SummaryOptions, 'include' | 'labels'>,
): Promise<Summary> {
  if (!options.include.includes('labels')) return summary;
  const { language, labels } = await loadLabels(options.labels ?? summary.language);
  const { ranking, keywords, ...described } = summary;
  return {
    ...described,
    labels: { language, ...labels },
    ...(ranking === undefined ? {} : { ranking }),
    ...(keywords === undefined ? {} : { keywords }),
  };
}
