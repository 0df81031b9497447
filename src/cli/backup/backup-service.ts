import { setTimeout as sleep } from 'node:timers/promises';

export interface ServiceAnswer {
  status: number;
  /** Parsed; null where there is none. */
  body: unknown;
  etag: string | null;
}

/** One deployment, as its operator reaches it. */
export interface Service {
  /** Scheme and host. */
  readonly origin: string;
  /** @returns any answer that will not change by asking again. */
  request(path: string, init?: { method?: string; body?: string }): Promise<ServiceAnswer>;
}

export interface ServiceOptions {
  /** Scheme and host, without a path. */
  origin: string;
  token: string;
  fetch?: (request: Request) => Promise<Response>;
  /** Before another attempt. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

const ATTEMPTS_MAX_COUNT = 6;
const FIRST_WAIT_MS = 500;

/** Asks again, ever later, while the network fails or the service says that it is busy: every call may be repeated. */
export function createService({ origin, token, fetch: send = fetch, wait = sleep }: ServiceOptions): Service {
  const attempt = async (path: string, init: { method?: string; body?: string }) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const response = await send(new Request(`${origin}${path}`, { ...init, headers }));
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : (JSON.parse(text) as unknown),
      etag: response.headers.get('ETag'),
    };
  };
  return {
    origin,
    async request(path, init = {}) {
      for (let count = 1; ; count += 1) {
        const outcome = await attempt(path, init).catch((error: unknown) => ({ error }));
        const isFinal = !('error' in outcome) && outcome.status < 500 && outcome.status !== 429;
        if (isFinal) return outcome;
        if (count >= ATTEMPTS_MAX_COUNT) {
          if ('error' in outcome) throw outcome.error;
          return outcome;
        }
        await wait(FIRST_WAIT_MS * 2 ** (count - 1) * (0.5 + Math.random()));
      }
    },
  };
}

/** @throws {Error} that tells what the service said, when it is not 200. */
export async function expectOk(answer: Promise<{ status: number; body: unknown }>): Promise<unknown> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`The service answered ${status}: ${describeProblem(body)}`);
  return body;
}

export function describeProblem(body: unknown): string {
  const { title, detail, errors } = (body ?? {}) as { title?: string; detail?: string; errors?: unknown };
  return [title, detail, errors === undefined ? undefined : JSON.stringify(errors)].filter(Boolean).join(' ');
}
