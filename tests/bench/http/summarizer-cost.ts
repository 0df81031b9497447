import { medianOf } from '../figures/quantiles.ts';
import { ARTICLE_TEXT, type BenchCase, QUERY } from './cases.ts';
import { cpuUs, measure } from './load.ts';
import type { Result } from './report.ts';
import { addressOf } from './servers.ts';

const CALLS = 1_000;
const ROUNDS = 5;
const AT_MOST = 0.6;

/**
 * What a question adds to a preset summary, against the bare summariser in the same process: called over and over in
 * one request, and once a request, where code and data have gone cold in between, as they have in the service. All
 * questions are about one article, which the service reads for the first of them: that one costs as much as the summariser.
 */
export async function compareSummarizer(results: readonly Result[], pid: number): Promise<string> {
  const loopUs = await measureLoop(pid);
  const onceUs = await measureOnce(pid);
  const addedUs = cpuOf(results, 'summary, query') - cpuOf(results, 'summary, preset');
  const ratio = addedUs / onceUs;
  return `summarize() with the query: ${loopUs.toFixed(0)} µs CPU in a loop, ${onceUs.toFixed(0)} µs once a request. A further query adds ${addedUs.toFixed(0)} µs to a preset summary: ${(addedUs / loopUs).toFixed(2)} x the loop, ${ratio.toFixed(2)} x once a request (target <= ${AT_MOST}) ${ratio <= AT_MOST ? 'met' : 'MISSED'}`;
}

async function measureLoop(pid: number): Promise<number> {
  await summarize(CALLS); // The compiler settles within these.
  const before = cpuUs(pid);
  await summarize(CALLS);
  return (cpuUs(pid) - before) / CALLS;
}

async function measureOnce(pid: number): Promise<number> {
  const addedUs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = await measure(bareCase(0), pid, 1);
    const once = await measure(bareCase(1), pid, 1);
    addedUs.push(once.cpuUsPerRequest - without.cpuUsPerRequest);
  }
  return medianOf(addedUs);
}

function bareCase(times: number): BenchCase {
  return {
    name: 'bare summarizer',
    server: 'summarize',
    path: `/?times=${times}&query=${encodeURIComponent(QUERY)}`,
    method: 'POST',
    body: ARTICLE_TEXT,
  };
}

async function summarize(times: number): Promise<void> {
  const { server, path, body = '' } = bareCase(times);
  const response = await fetch(addressOf(server) + path, { method: 'POST', body });
  if (!response.ok) throw new Error(`the bare summariser answers ${response.status}`);
  await response.text();
}

function cpuOf(results: readonly Result[], name: string): number {
  const rounds = results.find(({ benchCase }) => benchCase.name === name)?.rounds ?? [];
  return medianOf(rounds.map(({ cpuUsPerRequest }) => cpuUsPerRequest));
}
