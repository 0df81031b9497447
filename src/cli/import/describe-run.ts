import { describeCost } from './cost.ts';
import { countOf, type Tally } from './progress.ts';

const REASONS_SHOWN = 20;

/** What came of a run, in words. */
export function describeRun(kind: string, tally: Tally, isDry: boolean): string {
  const { created, changed, unchanged, skipped, refused, leftOut, notes, addresses } = tally;
  const sent = isDry
    ? `${created} would be sent, ${skipped} sent before`
    : `${created} created, ${changed} changed, ${unchanged} unchanged, ${skipped} sent before`;
  const count = countOf(tally);
  return [
    `${count} ${count === 1 ? 'article' : 'articles'} from ${kind}: ${sent}, ${leftOut.length} left out, ${refused.length} refused.`,
    ...listed('refused', refused),
    ...listed('left out', leftOut),
    ...listed('note', notes),
    ...addresses.map((address) => `  ${address}`),
    ...(isDry ? [`That is ${describeCost(created)}.`] : []),
  ].join('\n');
}

function listed(what: string, told: readonly { name: string; reason: string }[]): string[] {
  const shown = told.slice(0, REASONS_SHOWN).map(({ name, reason }) => `  ${what} ${name}: ${reason}`);
  return told.length > REASONS_SHOWN
    ? [...shown, `  … and ${told.length - REASONS_SHOWN} more ${what}`]
    : shown;
}
