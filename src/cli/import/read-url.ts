import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

export interface FetchedFile {
  url: string;
  bytes: Uint8Array;
  contentType: string;
  headers: Headers;
}

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
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return {
    url: response.url === '' ? url : response.url,
    bytes: isGzip ? new Uint8Array(gunzipSync(bytes)) : bytes,
    contentType: response.headers.get('Content-Type') ?? '',
    headers: response.headers,
  };
}

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
