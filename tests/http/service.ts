import { exports } from 'cloudflare:workers';
import type { OpenApiDocument } from '../../src/http/openapi/openapi-object.ts';
import { type Contract, createContract } from './contract.ts';

/** The whole Worker, called as the edge calls it. */
export const ORIGIN = 'https://standfirst.test';
export const AUTHORIZED = { Authorization: 'Bearer test-token' };

/** Every answer is held against the OpenAPI document. Each call comes from an address of its own: limits are per address. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetchWorker(path, init);
  const { check } = await readContract();
  await check({ method: init.method ?? 'GET', path }, response);
  return response;
}

/** The answer as it is, for what another release wrote: it may hold members that our document does not know. */
export function fetchWorker(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('CF-Connecting-IP')) headers.set('CF-Connecting-IP', crypto.randomUUID());
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers }));
}

let contract: Promise<Contract> | undefined;

export function readContract(): Promise<Contract> {
  contract ??= fetchWorker('/openapi.json', {}).then(async (response) =>
    createContract((await response.json()) as OpenApiDocument),
  );
  return contract;
}

export function putArticle(
  slug: string,
  article: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return call(`/v1/articles/${slug}`, {
    method: 'PUT',
    headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(article),
  });
}
