import { exports } from 'cloudflare:workers';

/** The whole Worker, called as the edge calls it. */
export const ORIGIN = 'https://standfirst.test';
export const AUTHORIZED = { Authorization: 'Bearer test-token' };

export function call(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init }));
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
