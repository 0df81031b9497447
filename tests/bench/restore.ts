import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backUp, records, restore } from '../../src/cli/backup/backup-file.ts';
import { createService, expectOk } from '../../src/cli/backup/backup-service.ts';
import { ARTICLE_TEXT } from './http/cases.ts';
import { TOKEN } from './http/deployments.ts';
import { cpuUs } from './http/load.ts';
import { addressOf, startServers } from './http/servers.ts';

/**
 * How fast a backup is put back into raw workerd: one record a call, four at a time, against the way of
 * `npm run restore`; what the copies cost that follow; and whether a second backup has the same bytes.
 */
const COUNT = Number(process.env.BENCH_RECORDS ?? 1_500);
const MINUTE_MS = 60_000;
const SENTENCES = ARTICLE_TEXT.split(/(?<=[.])\s+/u);
const folder = mkdtempSync(join(tmpdir(), 'standfirst-restore-'));
const file = join(folder, 'backup.ndjson');
const service = createService({ origin: addressOf('service'), token: TOKEN });

/** Articles in order of slug, whose dates are not in that order, as in any archive. */
async function makeBackup(): Promise<void> {
  const server = await startServers();
  const body = JSON.stringify({ title: 'Model', text: ARTICLE_TEXT });
  await service.request('/v1/articles/model', { method: 'PUT', body });
  await backUp(service, file, () => undefined);
  await server.stop();
  const [header = '', model = ''] = readFileSync(file, 'utf8').split('\n');
  const { article } = JSON.parse(model) as { article: object };
  const lines = Array.from({ length: COUNT }, (_, number) => {
    const slug = `made-${String(number).padStart(7, '0')}`;
    const at = new Date(Date.UTC(2020, 0, 1) + ((number * 7_919) % COUNT) * MINUTE_MS);
    const instant = at.toISOString().replace('.000Z', 'Z');
    const cut = number % SENTENCES.length;
    const bodySource = [...SENTENCES.slice(cut), ...SENTENCES.slice(0, cut)].join('\n\n');
    const times = { publishedAt: instant, updatedAt: instant };
    return JSON.stringify({ slug, state: 'article', article: { ...article, slug, ...times, bodySource } });
  });
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
}

/** As a client without the batch does it. */
async function restoreOneByOne(): Promise<void> {
  const waiting = records(file);
  const work = async () => {
    for (;;) {
      const { value, done } = await waiting.next();
      if (done === true) return;
      const init = { method: 'PUT', body: JSON.stringify(value) };
      await expectOk(service.request(`/v1/records/${value.slug}`, init));
    }
  };
  await Promise.all([1, 2, 3, 4].map(work));
}

async function waitForCopies(): Promise<void> {
  for (;;) {
    const { outbox } = (await expectOk(service.request('/v1/status'))) as { outbox: { length: number } };
    if (outbox.length === 0) return;
    await sleep(500);
  }
}

async function measure(name: string, work: () => Promise<unknown>): Promise<number> {
  const server = await startServers();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const cpuMs = cpuUs(server.pid) / 1_000;
  await waitForCopies();
  const wholeSeconds = (performance.now() - started) / 1_000;
  const wholeCpuMs = cpuUs(server.pid) / 1_000;
  const again = join(folder, 'again.ndjson');
  await backUp(service, again, () => undefined);
  await server.stop();
  const isSame = readFileSync(file).equals(readFileSync(again));
  console.log(
    name.padEnd(28),
    `${(COUNT / seconds).toFixed(0)} records a second, ${(cpuMs / COUNT).toFixed(1)} ms CPU each;`,
    `with all copies ${(COUNT / wholeSeconds).toFixed(0)} a second, ${(wholeCpuMs / COUNT).toFixed(1)} ms;`,
    isSame ? 'backup identical' : 'BACKUP DIFFERS',
  );
  if (!isSame) process.exitCode = 1;
  return COUNT / seconds;
}

await makeBackup();
console.log(`${COUNT} records, ${(readFileSync(file).length / COUNT / 1_000).toFixed(1)} KB each`);
const former = await measure('one record a call', restoreOneByOne);
const now = await measure('npm run restore', () =>
  restore(service, file, { concurrency: 4, batch: 50, onRecords: () => undefined }),
);
console.log(`npm run restore is ${(now / former).toFixed(1)} times as fast`);
rmSync(folder, { recursive: true });
