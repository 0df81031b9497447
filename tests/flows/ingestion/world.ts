import { AUTHORIZED, createMemoryService, type MemoryService } from '../../http/memory-service.ts';
import { createUpstream, type Upstream } from './upstream.ts';

/** A publisher's site, the service that reads it, and a clock that can be moved on. */
export const STORY = 'https://news.example/2026/bridge';
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export interface World extends MemoryService {
  upstream: Upstream;
  clock: { now: number };
  summary(url?: string): Promise<Response>;
  order(url?: string): Promise<Response>;
  /** Lets the background work end. */
  settle(): Promise<void>;
}

export function createWorld(environment: Record<string, string> = {}): World {
  const upstream = createUpstream();
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const service = createMemoryService(
    { SITES: 'news.example,*.news.example', ...environment },
    { now: () => clock.now },
    { send: upstream.send },
  );
  return {
    ...service,
    upstream,
    clock,
    summary: (url = STORY) => service.call(`/v1/summary?url=${encodeURIComponent(url)}`),
    order: (url = STORY) =>
      service.call('/v1/ingestions', {
        method: 'POST',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json' },
        body: JSON.stringify({ url }),
      }),
    settle: async () => void (await Promise.all(service.background.splice(0))),
  };
}

export async function kindOf(response: Response): Promise<string> {
  const { type } = (await response.json()) as { type: string };
  return `${response.status} ${type.split('/').at(-1)}`;
}

export async function listed({ call }: World) {
  const response = await call('/v1/articles?limit=100', { headers: AUTHORIZED });
  const { items } = (await response.json()) as { items: { slug: string; title: string; url: string }[] };
  return items;
}
