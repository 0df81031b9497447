import * as z from 'zod/mini';
import { readArguments, run } from './backup/backup-arguments.ts';
import { showProgress } from './backup/backup-progress.ts';
import { expectOk, type Service } from './backup/backup-service.ts';

/** `npm run reproject -- --url https://…`: ranks every article with the engine of this release and rewrites KV. */
const USAGE = `Ranks every article with the engine of this release and rewrites the copies.

  npm run reproject -- --url https://news.example [--after slug]

  --url <origin>    the service
  --after <slug>    goes on behind this article
  STANDFIRST_TOKEN  a token with the scope write; the local service needs none`;

const pageSchema = z.object({ refreshed: z.int(), overtaken: z.int(), next: z.nullable(z.string()) });
const statusSchema = z.object({ articles: z.record(z.string(), z.int()) });

export async function reproject(
  service: Service,
  after: string | undefined,
  onRecords: (count: number) => void,
): Promise<void> {
  for (let from = after; ; ) {
    const query = from === undefined ? '' : `?after=${from}`;
    const answer = service.request(`/v1/reprojections${query}`, { method: 'POST' });
    const { refreshed, overtaken, next } = pageSchema.parse(await expectOk(answer));
    onRecords(refreshed + overtaken);
    if (next === null) return;
    from = next;
  }
}

if (import.meta.main) {
  await run(async () => {
    const { service, values } = readArguments(USAGE, ['after']);
    const { articles } = statusSchema.parse(await expectOk(service.request('/v1/status')));
    const progress = showProgress(
      'Rewritten',
      Object.values(articles).reduce((sum, count) => sum + count, 0),
    );
    await reproject(service, values.after, progress.advance);
    progress.end();
  });
}
