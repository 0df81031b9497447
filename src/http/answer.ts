import type { CachePolicyName } from './cache-policy.ts';

/** An answer as data: what a route has to say of it. The exchange makes the `Response`. */
export interface Answer {
  status: number;
  /** Row of the cache policy. Whatever names none is kept by nobody. */
  cache?: CachePolicyName;
  /** Of what has a body. */
  contentType?: string;
  /** Fields of its own; they win over those that every answer has. */
  headers?: Readonly<Record<string, string>>;
  body: AnswerBody | null;
}

export type AnswerBody = string | Uint8Array<ArrayBuffer> | Blob;

export const JSON_MEDIA = 'application/json';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

/** An answer of JSON that no cache keeps. */
export function answerJson(value: unknown, cache: 'none' | 'private', status = 200): Answer {
  return { status, cache, contentType: JSON_TYPE, body: JSON.stringify(value) };
}
