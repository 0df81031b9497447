/**
 * An answer as data. A `Response` is only made of it at the very end: every touch of its `Headers` crosses from
 * JavaScript into the runtime, and an answer has about twenty fields.
 */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: AnswerBody | null;
}

export type AnswerBody = string | Uint8Array<ArrayBuffer> | ReadableStream;

/** Routes that pass on what another service has answered give its `Response`. */
export function toAnswer(result: Answer | Response): Answer {
  if (!(result instanceof Response)) return result;
  return { status: result.status, headers: canonicalNames(result.headers), body: result.body };
}

/** `Headers` gives names in lower case; ours are merged by their usual spelling. */
function canonicalNames(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      SPECIAL_NAMES[name] ?? name.replace(/(^|-)[a-z]/gu, (initial) => initial.toUpperCase()),
      value,
    ]),
  );
}

const SPECIAL_NAMES: Readonly<Record<string, string>> = {
  etag: 'ETag',
  'www-authenticate': 'WWW-Authenticate',
  'cloudflare-cdn-cache-control': 'Cloudflare-CDN-Cache-Control',
  'ratelimit-policy': 'RateLimit-Policy',
};
