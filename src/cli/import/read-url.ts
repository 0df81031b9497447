import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

export interface FetchedFile {
  url: string;
  bytes: Uint8Array;
  contentType: string;
  headers: Headers;
}

/** A sitemap may have 50 MB (sitemaps.org); whatever is longer would be held in memory several times over. */
const FILE_MAX_BYTES = 64 * 1024 * 1024;
const ATTEMPTS_MAX_COUNT = 4;
const DEADLINE_MS = 30_000;
const FIRST_PAUSE_MS = 500;
const PAUSE_MAX_MS = 60_000;

/** The publisher's server answered, and not with what was asked for. */
export class AnsweredError extends Error {
  readonly status: number;

  constructor(url: string, status: number) {
    const { origin, pathname } = new URL(url);
    super(`${origin}${pathname} answered ${status}`);
    this.status = status;
  }
}

/** Reads an address of the publisher's, patiently: busy and failing servers are asked again. Gzip files are opened. */
export async function readUrl(url: string, init: RequestInit = {}): Promise<FetchedFile> {
  const response = await sendPatiently(url, init);
  if (!response.ok) throw new AnsweredError(url, response.status);
  const bytes = await readBody(response, url);
  return {
    url: response.url === '' ? url : response.url,
    bytes: isGzip(bytes) ? unzip(bytes, url) : bytes,
    contentType: response.headers.get('Content-Type') ?? '',
    headers: response.headers,
  };
}

async function readBody(response: Response, url: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > FILE_MAX_BYTES) throw tooLong(url);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unzip(bytes: Uint8Array, url: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: FILE_MAX_BYTES });
  } catch (error) {
    throw error instanceof RangeError ? tooLong(url) : error;
  }
}

const tooLong = (url: string): Error => new Error(`${url} is longer than 64 MB`);

/** Sends a request until it is answered by something else than 429, 5xx or a broken connection. */
export async function sendPatiently(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(url, init, attempt);
    if (response !== undefined && (!isPassing(response.status) || attempt >= ATTEMPTS_MAX_COUNT))
      return response;
    const seconds = Number(response?.headers.get('Retry-After') ?? Number.NaN);
    await response?.body?.cancel();
    const pauseMs = Number.isNaN(seconds) ? FIRST_PAUSE_MS * 2 ** attempt : seconds * 1000;
    await sleep(Math.min(pauseMs, PAUSE_MAX_MS));
  }
}

function isPassing(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

async function send(url: string, init: RequestInit, attempt: number): Promise<Response | undefined> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch (error) {
    if (attempt >= ATTEMPTS_MAX_COUNT)
      throw new Error(`${new URL(url).origin} cannot be reached`, { cause: error });
    return undefined;
  }
}

export async function readJson(url: string): Promise<{ value: unknown; headers: Headers }> {
  const { bytes, headers } = await readUrl(url, { headers: { Accept: 'application/json' } });
  return { value: JSON.parse(new TextDecoder().decode(bytes)), headers };
}
