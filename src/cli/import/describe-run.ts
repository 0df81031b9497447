import { describeCost } from './cost.ts';
import { countOf, type Tally } from './progress.ts';

const REASONS_SHOWN = 20;

/** What came of a run, in words. */
export function describeRun(kind: string, tally: Tally, isDry: boolean): string {
  const { created, changed, unchanged, skipped, refused } = tally;
  const counts = isDry
    ? `${created} would be sent, ${skipped} sent before, ${refused.length} refused`
    : `${created} created, ${changed} changed, ${unchanged} unchanged, ${skipped} sent before, ${refused.length} refused`;
  const count = countOf(tally);
  const reasons = refused.slice(0, REASONS_SHOWN).map(({ name, reason }) => `  refused ${name}: ${reason}`);
  const more = refused.length > REASONS_SHOWN ? [`  … and ${refused.length - REASONS_SHOWN} more`] : [];
  const cost = isDry ? [`That is ${describeCost(created)}.`] : [];
  return [
    `${count} ${count === 1 ? 'article' : 'articles'} from ${kind}: ${counts}.`,
    ...reasons,
    ...more,
    ...cost,
  ].join('\n');
}
