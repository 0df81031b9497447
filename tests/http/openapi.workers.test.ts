import { reset } from 'cloudflare:test';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { callsOf } from './example-calls.ts';
import { AUTHORIZED, call, putArticle, readContract } from './service.ts';

const { document } = await readContract();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation,
  })),
);

const BRIDGE = {
  title: 'Harbour bridge to close',
  text: 'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.\n\nBuses will run on the old road until the autumn. A new bridge would cost 90 million.',
  url: 'https://news.example/harbour-bridge',
  access: 'full',
  tags: ['News'],
};

/** Whatever the call before has made of it. */
beforeEach(async () => {
  const { status } = await putArticle('harbour-bridge', BRIDGE);
  if (status === 428) await putArticle('harbour-bridge', BRIDGE, { 'If-Match': '*' });
});

afterAll(async () => {
  await reset();
});

describe.each(operations)('$name', ({ method, path, operation }) => {
  const calls = callsOf(method, path, operation);
  const readsPage = ['ingestPage', 'readInjection'].includes(operation.operationId);

  it.each(readsPage ? [] : calls)('succeeds $title', async ({ path: address, init }) => {
    const headers = new Headers({ ...AUTHORIZED, ...init.headers });
    if (operation.parameters?.some(({ name }) => name === 'If-Match')) {
      if (method === 'DELETE' && path.endsWith('/summary')) await overrideBridge();
      const owner = path === '/v1/rules' ? path : '/v1/articles/harbour-bridge';
      const read = await call(owner, { headers: AUTHORIZED });
      headers.set('If-Match', read.headers.get('ETag') ?? '');
    }
    const response = await call(address, { ...init, headers });
    expect(response.status, await response.clone().text()).toBeLessThan(400);
  });

  it.each(readsPage ? calls : [])(
    'is understood $title, and refused because the host of its page is not registered here',
    async ({ path: address, init }) => {
      const response = await call(address, { ...init, headers: { ...AUTHORIZED, ...init.headers } });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ type: expect.stringMatching(/site-not-registered$/u) });
    },
  );

  it('tells what it is for, and names itself, its tag and each parameter', () => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/u);
    expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0]);
    for (const text of [operation.summary, operation.description]) expect(text).toMatch(/\S/u);
    for (const { description, name } of operation.parameters ?? []) expect(description, name).toMatch(/\S/u);
  });
});

async function overrideBridge(): Promise<void> {
  const read = await call('/v1/articles/harbour-bridge', { headers: AUTHORIZED });
  await call('/v1/articles/harbour-bridge/summary', {
    method: 'PUT',
    headers: {
      ...AUTHORIZED,
      'Content-Type': 'application/json',
      'If-Match': read.headers.get('ETag') ?? '',
    },
    body: JSON.stringify({ sentences: ['The bridge closes.'] }),
  });
}

describe('the document', () => {
  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that is not there, and holds nothing that is not referred to', () => {
    const text = JSON.stringify(document);
    for (const kind of ['schemas', 'headers'] as const) {
      const used = [...text.matchAll(new RegExp(`#/components/${kind}/([\\w-]+)`, 'gu'))].map(
        ([, name]) => name,
      );
      expect([...new Set(used)].sort()).toEqual(Object.keys(document.components[kind] ?? {}).sort());
    }
  });

  it.each([
    ['/s', ['url', 'length']],
    ['/articles/{slug}/summary', ['slug', 'length']],
    ['/demo/{language}/s', ['language', 'length', 'labels', 'query']],
    ['/demo/{language}/v1/summary', ['language', 'length', 'labels', 'query']],
  ])('tells what %s reads, and asks only for its address', (path, names) => {
    const all = document.paths[path]?.get?.parameters ?? [];
    const parameters = all.filter(({ in: place }) => place !== 'header');
    expect(parameters.map(({ name }) => name)).toEqual(names);
    expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(names.slice(0, 1));
    expect(parameters[1]?.schema).toMatchObject({
      type: 'string',
      enum: ['short', 'medium', 'long'],
      default: 'short',
    });
  });

  it('names the published limits', () => {
    const { ArticleInput } = document.components.schemas;
    expect(ArticleInput?.properties?.title?.maxLength).toBe(300);
    expect(ArticleInput?.properties?.tags?.maxItems).toBe(20);
    expect(ArticleInput?.additionalProperties).toBe(false);
  });
});
