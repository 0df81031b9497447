import { summarize } from '../../../src/core/summarizer/index.ts';
import { readOnce } from './floor.ts';

const TASKS: Readonly<Record<string, (text: string) => unknown>> = {
  nothing: () => 0,
  floor: readOnce,
  summarize: (text) => summarize(text, { sentences: 3 }),
};

/** Runs a task as often as asked, so that the caller can time it from outside: the clock stands still in here. */
export const handler = {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const task = TASKS[url.pathname.slice(1)];
    if (task === undefined) return new Response('no such task', { status: 404 });
    const text = await request.text();
    const rounds = Number(url.searchParams.get('rounds'));
    for (let round = 0; round < rounds; round += 1) task(text);
    return new Response('done');
  },
};
