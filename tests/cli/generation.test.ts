import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ModelDouble, startModelDouble } from '../adapters/generators/model-double.ts';
import { type LocalService, startLocalService } from './local-service.ts';

const KEY = 'local-secret-key';
const AUTHORIZED = { Authorization: 'Bearer local-token', 'Content-Type': 'application/json' };
const TEXT =
  'The harbour council voted on Monday to rebuild the eastern pier.\n\nThe work will cost 3.2 million crowns and take nine months.\n\nTwo companies have offered to do the work, and both are from the region.';
const POINTS = [
  { text: 'The harbour council voted to rebuild the eastern pier.', paragraphs: [1] },
  { text: 'The work will take nine months.', paragraphs: [2] },
];

describe('npm start with a model on the same machine', () => {
  let double: ModelDouble;
  let service: LocalService;

  beforeAll(async () => {
    double = await startModelDouble();
    double.says = ({ user }) =>
      user.includes('eastern pier') ? { points: POINTS, tldr: POINTS[0] } : 'I have nothing to say.';
    service = await startLocalService({
      GENERATOR: `openai:double@${double.base.replace('127.0.0.1', 'localhost')}`,
      GENERATOR_KEY: KEY,
      GENERATED: 'publish',
    });
  });
  afterAll(async () => {
    await service.interrupt();
    await double.close();
  });

  it('has an article’s summary written within seconds, judged, shown, and called for once', async () => {
    const answer = await fetch(`${service.origin}/v1/articles/pier`, {
      method: 'PUT',
      headers: AUTHORIZED,
      body: JSON.stringify({ title: 'Pier to be rebuilt', text: TEXT }),
    });
    expect(answer.status).toBe(201);
    const read = async () =>
      (await (await fetch(`${service.origin}/v1/articles/pier/summary`, { headers: AUTHORIZED })).json()) as {
        method: string;
        text: string;
      };
    await vi.waitUntil(async () => (await read()).method === 'generated', {
      timeout: 60_000,
      interval: 500,
    });
    expect((await read()).text).toBe(POINTS.map(({ text }) => text).join('\n'));
    const calls = double.calls.filter(({ body }) => JSON.stringify(body).includes('eastern pier'));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(service.output()).not.toContain(KEY);
  });

  it('shows an editor what of a sentence of their own the article does not hold', async () => {
    const path = `${service.origin}/v1/articles/pier/review`;
    const before = await fetch(path, { headers: AUTHORIZED });
    const answer = await fetch(path, {
      method: 'POST',
      headers: { ...AUTHORIZED, 'If-Match': before.headers.get('ETag') ?? '' },
      body: JSON.stringify({
        decision: 'edit',
        sentences: ['The council did not vote to rebuild the eastern pier.'],
      }),
    });
    const { sentences } = (await answer.json()) as { sentences: { faults: { kind: string }[] }[] };
    expect(sentences[0]?.faults.map(({ kind }) => kind)).toContain('negation');
  });
});
