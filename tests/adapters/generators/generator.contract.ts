import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { writePrompt } from '../../../src/core/generation/prompt.ts';
import { readAnswer } from '../../../src/core/generation/read-answer.ts';
import type { Generator } from '../../../src/flows/generation-ports.ts';
import { type ModelDouble, type ModelFault, startModelDouble } from './model-double.ts';

const ARTICLE = {
  title: 'Pier closed',
  text: 'The pier is closed until May.\n\nEngineers found cracks in two of its posts.',
  language: 'en',
};
const DRAFT = {
  points: [
    { text: 'The pier is closed until May.', paragraphs: [1] },
    { text: 'Engineers found cracks in two posts.', paragraphs: [2] },
  ],
  tldr: { text: 'Cracks keep the pier closed until May.', paragraphs: [1, 2] },
};
export const KEY = 'secret-key';

/** What comes of each fault, and how long to wait where the endpoint says so. */
const KINDS: Readonly<Record<ModelFault, { kind: string; retryAfterSeconds?: unknown }>> = {
  busy: { kind: 'rate-limited', retryAfterSeconds: 7 },
  'busy-until': {
    kind: 'rate-limited',
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 80 && seconds < 95),
  },
  broken: { kind: 'unavailable' },
  slow: { kind: 'timed-out' },
  'slow-body': { kind: 'timed-out' },
  'hung-up': { kind: 'unavailable' },
  'cut-off': { kind: 'cut-off' },
  'half-json': { kind: 'not-json' },
  'not-json': { kind: 'not-json' },
  'wrong-shape': { kind: 'wrong-shape' },
  empty: { kind: 'wrong-shape' },
  refuses: { kind: 'refused' },
  filtered: { kind: 'refused' },
  endless: { kind: 'answer-too-long' },
  'no-key': { kind: 'unauthorised' },
  'unknown-model': { kind: 'rejected' },
  'moves-on': { kind: 'rejected' },
};

/** What every generator promises, over the wire that it really speaks. */
export function describeGenerator(
  open: (double: ModelDouble, model: string, timeoutMs: number) => Generator,
): void {
  let double: ModelDouble;

  beforeAll(async () => {
    double = await startModelDouble();
  });
  beforeEach(() => {
    double.calls.length = 0;
    double.knowsSchema = true;
    double.says = () => DRAFT;
  });
  afterAll(() => double.close());

  const ask = async (model: string, timeoutMs = 10_000) =>
    readAnswer(await open(double, model, timeoutMs).ask(writePrompt(ARTICLE)), ARTICLE);

  it('gives what the model says, asked once', async () => {
    expect(await ask('well')).toEqual(DRAFT);
    expect(double.calls).toHaveLength(1);
  });

  it.each([
    ['as text', JSON.stringify(DRAFT)],
    ['in a fence', `\`\`\`json\n${JSON.stringify(DRAFT, null, 2)}\n\`\`\``],
    ['after thinking aloud', `<think>Which points?</think>\n${JSON.stringify(DRAFT)}`],
  ])('reads an answer that comes %s', async (_, said) => {
    double.says = () => said;
    expect(await ask('well')).toEqual(DRAFT);
  });

  it.each(Object.entries(KINDS))('tells the fault %s by its kind', async (fault, expected) => {
    const timeoutMs = fault.startsWith('slow') ? 300 : 10_000;
    await expect(ask(fault, timeoutMs)).rejects.toMatchObject({ name: 'GenerationError', ...expected });
  });

  it('repeats nothing that an endpoint says of a refused call, where a key might stand in it', async () => {
    const error: unknown = await ask('no-key').catch((caught: unknown) => caught);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(KEY);
    expect(String((error as Error).stack)).not.toContain(KEY);
  });
}
