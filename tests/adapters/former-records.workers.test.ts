import { reset } from 'cloudflare:test';
import { afterEach, expect, it, vi } from 'vitest';
import { type ArticleRecord, decidedMembers } from '../../src/core/catalogue/article-record.ts';
import { setOverride } from '../../src/flows/override-summary.ts';
import { BODY, currentEtag, decidingIn, onlyIf, publish, type WholeCatalogue } from './article-fixtures.ts';
import { drain, FaultPlan, MapKv, onBench, openCatalogue, realStorage } from './catalogue-bench.ts';

/** Records as the release before wrote them, packed by the alarm: read right before, between and after its steps. */
const SLUGS = Array.from({ length: 60 }, (_, index) => `n${100 + index}`); // More than one step takes.

async function readRecord(catalogue: WholeCatalogue, slug: string): Promise<ArticleRecord> {
  const entry = await catalogue.read(slug);
  if (entry.state !== 'article') throw new Error(`${slug} is an article`);
  return entry.record;
}

async function readAll(catalogue: WholeCatalogue): Promise<string[]> {
  return Promise.all(
    SLUGS.map(async (slug) => JSON.stringify(Object.entries(await readRecord(catalogue, slug)).sort())),
  );
}

/** Takes a record apart again, as the release before had it. */
function makeFormer(sql: SqlStorage, record: ArticleRecord): void {
  const { bodySource, html, text, digest, ...meta } = record;
  sql.exec('UPDATE articles SET meta = ? WHERE slug = ?', JSON.stringify(meta), record.slug);
  for (const [name, value] of Object.entries({ bodySource, html, text, digest: JSON.stringify(digest) }))
    sql.exec('INSERT OR REPLACE INTO parts (slug, name, value) VALUES (?, ?, ?)', record.slug, name, value);
  sql.exec('DELETE FROM bodies WHERE slug = ?', record.slug);
}

async function fill(state: DurableObjectState): Promise<string[]> {
  const { catalogue } = openCatalogue({ state, kv: new MapKv() });
  for (const slug of SLUGS) await publish(catalogue, slug, { title: slug, text: `${slug}. ${BODY}` });
  const etag = await currentEtag(catalogue, 'n100');
  await setOverride(
    decidingIn(catalogue),
    'n100',
    { sentences: ['Written by an editor.'] },
    'tester',
    onlyIf(etag),
  );
  const before = await readAll(catalogue);
  const { sql } = realStorage(state);
  for (const slug of SLUGS) makeFormer(sql, await readRecord(catalogue, slug));
  sql.exec("INSERT OR REPLACE INTO facts (name, value) VALUES ('walk:bodies', '')");
  return before;
}

const partsLeft = (state: DurableObjectState) =>
  realStorage(state).sql.exec<{ count: number }>('SELECT count(DISTINCT slug) AS count FROM parts').one()
    .count;

afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

it(
  'the same is read before, between and after the steps, whatever operation ends one of them',
  onBench(async (state) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const before = await fill(state);
    const plan = new FaultPlan();
    const bench = openCatalogue({ state, kv: new MapKv(), plan });
    expect(await readAll(bench.catalogue)).toEqual(before);
    for (let operation = 1; operation <= 400 && partsLeft(state) === SLUGS.length; operation += 23) {
      plan.arm(operation);
      await bench.object.alarm().catch(() => undefined);
    }
    plan.arm(0);
    expect(await readAll(bench.catalogue)).toEqual(before);
    await drain(bench, state);
    expect(partsLeft(state)).toBe(0);
    expect(await readAll(openCatalogue({ state, kv: new MapKv() }).catalogue)).toEqual(before);
  }),
);

it(
  'what is changed, removed or put back while a step is under way stays as it was left',
  onBench(async (state) => {
    await fill(state);
    const bench = openCatalogue({ state, kv: new MapKv() });
    const saved = decidedMembers(await readRecord(bench.catalogue, 'n102'));
    const step = bench.object.alarm();
    await publish(bench.catalogue, 'n101', { title: 'Changed', text: 'Two men waved.' });
    await bench.catalogue.remove('n103', 1, 'held');
    await step;
    await drain(bench, state);
    expect(await readRecord(bench.catalogue, 'n101')).toMatchObject({
      title: 'Changed',
      text: 'Two men waved.',
    });
    expect(await bench.catalogue.read('n103')).toMatchObject({ state: 'tombstone' });
    expect(decidedMembers(await readRecord(bench.catalogue, 'n102'))).toEqual(saved);
    expect(partsLeft(state)).toBe(0);
  }),
);

it(
  'a record that cannot be read holds up none of the others',
  onBench(async (state) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await fill(state);
    realStorage(state).sql.exec("UPDATE articles SET meta = '{' WHERE slug = 'n104'");
    const bench = openCatalogue({ state, kv: new MapKv() });
    for (let step = 1; step <= 4; step += 1) await bench.object.alarm();
    expect(partsLeft(state)).toBe(1);
    expect(warn).toHaveBeenCalled();
  }),
);
