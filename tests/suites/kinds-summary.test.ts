import { describe, expect, it } from 'vitest';
import { createMemoryService } from '../http/memory-service.ts';
import {
  type Failure,
  readStructureCases,
  readSummaryCases,
  report,
  type StructureCase,
  type SummaryCase,
  type SummaryResult,
} from './kinds-cases.ts';

/** Cases that should not pass as they are written, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'T-anzeige': 'its lead may be chosen and ranks fourth of four: a matter of choice, not of what the line is',
};

const summaries = readSummaryCases();
const structures = await readStructureCases();
const service = createMemoryService();

async function summarize(body: Record<string, unknown>): Promise<SummaryResult> {
  const response = await service.call('/v1/summaries', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as SummaryResult;
}

async function judgeSummary({
  id,
  kind,
  lang,
  text,
  options,
  chosen = [],
  neverChosen = [],
}: SummaryCase): Promise<Failure[]> {
  const { sentences } = await summarize({ text, language: lang, ...options });
  const found = sentences.map((sentence) => sentence.text);
  const holds =
    chosen.every((wanted) => found.includes(wanted)) &&
    !neverChosen.some((line) => found.some((one) => one.includes(line) || line.includes(one)));
  return holds ? [] : [{ id, kind, found, wanted: { chosen, neverChosen } }];
}

async function judgeStructure([id, options, text, check]: StructureCase): Promise<Failure[]> {
  const found = check(await summarize({ text, ...options }));
  return found === true ? [] : [{ id, found, wanted: true }];
}

describe('summaries of texts as the world writes them', () => {
  it.skipIf(summaries === undefined)('hold the lead and nothing that is no part of the story', async () => {
    const failures: Failure[] = [];
    for (const one of summaries ?? []) failures.push(...(await judgeSummary(one)));
    expect(report('summaries', summaries ?? [], failures, EXCEPTIONS)).toEqual([]);
  });

  it.skipIf(structures === undefined)(
    'read interviews, live blogs, tables, recipes and notices',
    async () => {
      const failures: Failure[] = [];
      for (const one of structures ?? []) failures.push(...(await judgeStructure(one)));
      const labelled = (structures ?? []).map(([id]) => ({ id }));
      expect(report('structures', labelled, failures, EXCEPTIONS)).toEqual([]);
    },
  );
});
