import { ARTICLE_TEXT, QUERY } from './cases.ts';
import { cpuUs } from './load.ts';
import { medianOf, type Result } from './report.ts';
import { addressOf } from './servers.ts';

const CALLS = 1_000;
const AT_MOST = 1.5;

/** What ranking on the spot adds to a preset summary, against the bare summariser in the same process. */
export async function compareSummarizer(results: readonly Result[], pid: number): Promise<string> {
  await summarize(CALLS); // The compiler settles within these.
  const before = cpuUs(pid);
  await summarize(CALLS);
  const bareUs = (cpuUs(pid) - before) / CALLS;
  const addedUs = cpuOf(results, 'summary, query') - cpuOf(results, 'summary, preset');
  const ratio = addedUs / bareUs;
  return `summarize() alone: ${bareUs.toFixed(0)} µs CPU; a query adds ${addedUs.toFixed(0)} µs to a preset summary: ${ratio.toFixed(2)} x (target <= ${AT_MOST}) ${ratio <= AT_MOST ? 'met' : 'MISSED'}`;
}

async function summarize(times: number): Promise<void> {
  const url = `${addressOf('summarize')}/?times=${times}&query=${encodeURIComponent(QUERY)}`;
  const response = await fetch(url, { method: 'POST', body: ARTICLE_TEXT });
  if (!response.ok) throw new Error(`the bare summariser answers ${response.status}`);
  await response.text();
}

function cpuOf(results: readonly Result[], name: string): number {
  const rounds = results.find(({ benchCase }) => benchCase.name === name)?.rounds ?? [];
  return medianOf(rounds.map(({ cpuUsPerRequest }) => cpuUsPerRequest));
}
