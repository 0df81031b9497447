import { TOKEN } from '../http/deployments.ts';
import { ORIGIN } from './service.ts';

const HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };

export interface Answer {
  status: number;
  isSuccess: boolean;
  etag: string;
  text: string;
}

/** What a program with a token is answered. @returns undefined where no answer came: the server died under it. */
export async function call(path: string, init: RequestInit = {}): Promise<Answer | undefined> {
  const headers = { ...HEADERS, ...(init.headers as Record<string, string> | undefined) };
  try {
    return await readWhole(path, { ...init, headers });
  } catch (error) {
    if (error instanceof TypeError) return undefined; // `fetch failed`, or the body ended before its time.
    throw error;
  }
}

async function readWhole(path: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(ORIGIN + path, init);
  const { status, ok: isSuccess, headers } = answer;
  return { status, isSuccess, etag: headers.get('ETag') ?? '', text: await answer.text() };
}

/** What is there, of a server that nobody kills. */
export async function read<T>(path: string): Promise<{ status: number; value: T }> {
  return parse<T>(await readWhole(path, { headers: HEADERS }));
}

/** As a reader, who has no token. */
export async function readAsAnybody<T>(path: string): Promise<{ status: number; value: T }> {
  return parse<T>(await readWhole(path, {}));
}

function parse<T>({ status, text }: Answer): { status: number; value: T } {
  return { status, value: JSON.parse(text) as T };
}
