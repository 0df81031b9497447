import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SCOPES, type Scope } from '../../src/http/api-token.ts';
import { DESCRIBED, describeContract } from '../../src/http/openapi/describe-contract.ts';
import type { Operation } from '../../src/http/openapi/operation.ts';
import type { Method } from '../../src/http/resource.ts';
import { BODY, currentEtag } from '../adapters/article-fixtures.ts';
import { type MemoryService, openService } from '../flows/memory-service.ts';
import { callsOf } from './example-calls.ts';

/** Tokens with one scope each, and one with all of them. */
const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const API_TOKENS = [
  `test-token:${digest('test-token')}`,
  ...SCOPES.map((scope) => `${scope}:${digest(`${scope}-token`)}:${scope}`),
].join();

/** As docs/api.md says it: who may change something may read it, and who writes articles may edit summaries. */
const LET_IN: Readonly<Record<Scope, readonly string[]>> = {
  read: ['read', 'write', 'edit'],
  write: ['write'],
  edit: ['edit', 'write'],
  ingest: ['ingest'],
};

const { paths } = describeContract();
const operations = Object.entries(DESCRIBED).flatMap(([path, { operations: methods }]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method} ${path}`,
    path,
    method: method as Method,
    operation,
  })),
);

type Verdict = 'served' | 401 | 403;

/** What each caller is to meet: by name `nobody`, `stranger` (a token that is not ours), or the scope of its token. */
function verdictOf({ scope, needsToken, knowsToken }: Operation, method: Method, caller: string): Verdict {
  const looksAtTokens = scope !== undefined || knowsToken === true;
  if (!looksAtTokens) return 'served';
  if (caller === 'stranger') return 401;
  const isOpen = knowsToken === true || (method === 'GET' && scope === 'read' && needsToken === undefined);
  if (caller === 'nobody') return isOpen ? 'served' : 401;
  return scope === undefined || caller === 'all' || LET_IN[scope].includes(caller) ? 'served' : 403;
}

const CALLERS = ['nobody', 'stranger', ...SCOPES, 'all'];

function authorizationOf(caller: string): Record<string, string> {
  if (caller === 'nobody') return {};
  return { Authorization: `Bearer ${caller === 'all' ? 'test-token' : `${caller}-token`}` };
}

async function openWithArticle(): Promise<MemoryService> {
  const service = openService({ environment: { API_TOKENS } });
  const answer = await service.put('harbour-bridge', {
    title: 'Harbour bridge to close',
    text: BODY,
    url: 'https://news.example/harbour-bridge',
    access: 'full',
  });
  expect(answer.status).toBe(201);
  const overridden = await service.call('/v1/articles/harbour-bridge/summary', {
    method: 'PUT',
    headers: {
      Authorization: 'Bearer test-token',
      'Content-Type': 'application/json',
      'If-Match': (await currentEtag(service.catalogue, 'harbour-bridge')) ?? '',
    },
    body: JSON.stringify({ sentences: ['Said by hand.'] }),
  });
  expect(overridden.status).toBe(200);
  return service;
}

async function etagFor({ catalogue }: MemoryService, path: string): Promise<string | undefined> {
  return path === '/v1/rules' ? '*' : currentEtag(catalogue, 'harbour-bridge');
}

/** Of pages of hosts that are not registered here. */
const READS_PAGE = ['ingestPage', 'readInjection'];

describe.each(operations)('$name', ({ path, method, operation }) => {
  const described = paths[path]?.[method.toLowerCase()];

  it.each(CALLERS.map((caller) => [verdictOf(operation, method, caller), caller] as const))(
    'is %s for %s',
    async (verdict, caller) => {
      if (described === undefined) throw new Error('it is described');
      const service = await openWithArticle();
      const [call] = callsOf(method, path, described);
      if (call === undefined) throw new Error('it has an example');
      const isConditional = described.parameters?.some(({ name }) => name === 'If-Match') ?? false;
      const etag = isConditional ? await etagFor(service, path) : undefined;
      const answer = await service.call(call.path, {
        ...call.init,
        headers: {
          ...call.init.headers,
          ...(etag === undefined ? {} : { 'If-Match': etag }),
          ...authorizationOf(caller),
        },
      });
      expect(Object.keys(described.responses)).toContain(String(answer.status));
      await expectVerdict(answer, verdict, READS_PAGE.includes(operation.id));
    },
  );
});

async function expectVerdict(answer: Response, verdict: Verdict, readsPage: boolean): Promise<void> {
  const text = await answer.text();
  if (verdict === 'served' && !readsPage) return expect(answer.status, text).toBeLessThan(400);
  const type = new URL((JSON.parse(text) as { type: string }).type).pathname;
  if (verdict === 'served') return expect(type).toBe('/problems/site-not-registered');
  expect([answer.status, type]).toEqual(
    verdict === 401 ? [401, '/problems/unauthorized'] : [403, '/problems/insufficient-scope'],
  );
  if (verdict === 401) expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/u);
}
