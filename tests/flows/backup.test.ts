import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, partialName, restore } from '../../src/cli/backup/backup-file.ts';
import { createService, type Service } from '../../src/cli/backup/backup-service.ts';
import { reproject } from '../../src/cli/reproject.ts';
import { BODY, currentEtag } from '../adapters/article-fixtures.ts';
import { AUTHORIZED, type MemoryService, ORIGIN, openService } from './memory-service.ts';

/** Every article as readers and as editors get it, and its summary in several forms. */
const READS = [
  '',
  ' token',
  '/summary',
  '/summary?type=tldr&length=long',
  '/summary?sentences=12&include=stats token',
  '/history token',
];
let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-backup-'));
  file = join(folder, 'backup.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

const serviceOf = (memory: MemoryService, send = memory.fetch): Service =>
  createService({ origin: ORIGIN, token: 'test-token', fetch: send, wait: async () => undefined });
/** One record in a call, so that calls are counted as records. */
const putAll = { concurrency: 4, batch: 1, onRecords: () => undefined };
const page = (name: string) => `https://news.example/${name}`;

/** Articles that {@link fill} makes besides the plain ones. */
const SPECIAL = 12;

/** Everything that a record can be, `count` plain articles among them. */
async function fill(memory: MemoryService, count: number): Promise<void> {
  const { catalogue, call, put } = memory;
  for (let number = 0; number < count; number += 1) {
    const publishedAt = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
    await put(`article-${number}`, {
      title: `Number ${number}`,
      text: `${BODY}\n\nIt is number ${number}.`,
      publishedAt,
    });
  }
  const edit = async (slug: string, method: 'PUT' | 'DELETE' | 'POST', path: string, body?: object) => {
    const ifMatch = (await currentEtag(catalogue, slug)) ?? '';
    const headers = { ...AUTHORIZED, 'If-Match': ifMatch, 'Content-Type': 'application/json' };
    const response = await call(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(response.ok).toBe(true);
  };
  const override = (slug: string, body: object) => edit(slug, 'PUT', `/v1/articles/${slug}/summary`, body);
  await put('html', {
    title: 'HTML',
    html: `<p onclick="x()">${BODY}</p><p data-standfirst="pin">Pinned.</p>`,
    byline: 'Ed',
    tags: ['a', 'b'],
    image: { url: page('i.jpg'), alt: 'A pier' },
  });
  await put('linked', { title: 'Linked', markdown: BODY, url: page('l'), aliases: [page('l2')] });
  await edit('linked', 'PUT', '/v1/articles/linked', { title: 'Linked', markdown: BODY, url: page('l3') });
  await put('edited', { title: 'Edited', text: BODY });
  await override('edited', { sentences: ['Said by hand in 1911.'], exclude: ['Nothing.'], editor: 'Ed' });
  await put('decided', { title: 'Decided', text: BODY });
  for (const decision of [
    { decision: 'approve' },
    { decision: 'edit', sentences: ['Said by hand in 1911.'], editor: 'Wilma' },
    { decision: 'correct', text: 'The year was wrong.' },
    { decision: 'restore', entry: 1 },
  ])
    await edit('decided', 'POST', '/v1/articles/decided/review', decision);
  await put('stale', { title: 'Stale', text: BODY });
  await override('stale', { sentences: ['Said by hand in 1911.'] });
  await edit('stale', 'PUT', '/v1/articles/stale', {
    title: 'Stale',
    text: 'Another text. It has no year. It is short.',
  });
  await put('draft', { title: 'Draft', text: BODY, status: 'draft' });
  await put('scheduled', { title: 'Scheduled', text: BODY, publishedAt: '2199-01-01T00:00:00Z' });
  await put('off', { title: 'Off', text: BODY, summaryEnabled: false, language: 'de' });
  await put('gone', { title: 'Gone', text: BODY });
  await edit('gone', 'DELETE', '/v1/articles/gone');
  await put('found', { title: 'Found', text: BODY, url: page('f'), source: 'page' });
  await put('taken', { title: 'Taken', text: BODY, url: page('f') });
  await put('empty', { title: 'A picture', text: '' });
}

/** What anybody can read, catalogue ids and projection numbers apart. */
async function readAll({ catalogue, call }: MemoryService): Promise<Record<string, unknown>> {
  const { records } = await catalogue.records(null, 100_000);
  const slugs = records.map((saved) => (saved.state === 'article' ? saved.record.slug : saved.slug));
  const seen: Record<string, unknown> = {};
  for (const slug of slugs) {
    for (const read of READS) {
      const [path, token] = read.split(' ');
      const response = await call(`/v1/articles/${slug}${path}`, {
        headers: token === undefined ? {} : AUTHORIZED,
      });
      const text = await response.text();
      const body = text === '' ? {} : (JSON.parse(text) as object);
      seen[`${slug}${read}`] = [
        response.status,
        response.headers.get('Location'),
        { ...body, instance: null },
      ];
    }
  }
  for (const name of ['l', 'l2', 'l3', 'f']) seen[name] = await catalogue.resolve(page(name));
  seen.list = (await catalogue.list({ limit: 100_000 }, 'all')).items;
  return seen;
}

describe('backup and restore', () => {
  it('bring back a thousand articles, overrides, aliases, moves and tombstones, equal in every member', async () => {
    const before = openService();
    await fill(before, 1_000);
    let saved = 0;
    expect(
      await backUp(serviceOf(before), file, (count) => {
        saved += count;
      }),
    ).toBe(1_000 + SPECIAL);
    expect(saved).toBe(1_000 + SPECIAL);
    const after = openService();
    const counts = await restore(serviceOf(after), file, putAll);
    expect(counts).toEqual({ restored: 1_000 + SPECIAL, unchanged: 0, refused: [] });
    expect((await after.catalogue.records(null, 2_000)).records).toEqual(
      (await before.catalogue.records(null, 2_000)).records,
    );
    const decisions = await after.catalogue.history('decided', null, 10);
    expect(decisions.map(({ entry, action, revision }) => [entry, action, revision])).toEqual([
      [4, 'restore', 5],
      [3, 'correct', 4],
      [2, 'edit', 3],
      [1, 'approve', 2],
    ]);
    const articles = await readAll(before);
    expect(Object.keys(articles).length).toBeGreaterThan(5_000);
    expect(await readAll(after)).toEqual(articles);
    expect(await restore(serviceOf(after), file, putAll)).toEqual({
      restored: 0,
      unchanged: 1_000 + SPECIAL,
      refused: [],
    });
  });

  it('put many records back in a call, and tell of each that is refused', async () => {
    const memory = openService();
    await fill(memory, 130);
    await backUp(serviceOf(memory), file, () => undefined);
    const [header = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const deep = JSON.parse(lines[3] ?? '') as { slug: string; article: object };
    const bodySource = '<b>'.repeat(300);
    lines[3] = JSON.stringify({ ...deep, article: { ...deep.article, bodyKind: 'html', bodySource } });
    await writeFile(file, `${[header, ...lines].join('\n')}\n`);
    const target = openService();
    const calls: string[] = [];
    const count = (request: Request) => {
      calls.push(request.method);
      return target.fetch(request);
    };
    let done = 0;
    const counts = await restore(serviceOf(target, count), file, {
      concurrency: 2,
      batch: 60,
      onRecords: (records) => {
        done += records;
      },
    });
    expect(counts).toEqual({
      restored: 129 + SPECIAL,
      unchanged: 0,
      refused: [expect.stringMatching(new RegExp(`^${deep.slug}: 422 The body is nested too deeply`, 'u'))],
    });
    expect([done, calls]).toEqual([130 + SPECIAL, ['GET', 'POST', 'POST', 'POST']]);
  });

  it('put long records into calls of a megabyte', async () => {
    const memory = openService();
    for (const slug of ['a', 'b', 'c', 'd'])
      await memory.put(slug, { title: slug, text: `${BODY}\n\n`.repeat(450_000 / BODY.length) });
    await backUp(serviceOf(memory), file, () => undefined);
    const target = openService();
    const sizes: number[] = [];
    const weigh = async (request: Request) => {
      if (request.method === 'POST') sizes.push((await request.clone().text()).length);
      return target.fetch(request);
    };
    expect((await restore(serviceOf(target, weigh), file, { ...putAll, batch: 100 })).restored).toBe(4);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(1_050_000);
  });

  it('leave alone what is newer, and say so', async () => {
    const memory = openService();
    await fill(memory, 2);
    await backUp(serviceOf(memory), file, () => undefined);
    const etag = (await currentEtag(memory.catalogue, 'article-1')) ?? '';
    await memory.put('article-1', { title: 'Newer', text: 'Newer.' }, { 'If-Match': etag });
    const { refused, unchanged } = await restore(serviceOf(memory), file, putAll);
    expect([unchanged, refused]).toEqual([
      1 + SPECIAL,
      [expect.stringMatching(/^article-1: 412 .*at revision 2/u)],
    ]);
    expect(await (await memory.call('/v1/articles/article-1')).json()).toMatchObject({ title: 'Newer' });
  });

  it('begin anew in another database, and with another file', async () => {
    const memory = openService();
    const first = openService({ database: 'first' });
    const second = openService({ database: 'second' });
    await fill(memory, 20);
    await backUp(serviceOf(memory), file, () => undefined);
    let calls = 0;
    const breaking = async (request: Request) => {
      calls += 1;
      if (calls > 15) throw new Error('the line is dead');
      return first.fetch(request);
    };
    await expect(restore(serviceOf(first, breaking), file, putAll)).rejects.toThrow('the line is dead');
    expect((await restore(serviceOf(second), file, putAll)).restored).toBe(20 + SPECIAL);

    calls = 0;
    const other = join(folder, 'other.ndjson');
    await expect(restore(serviceOf(first, breaking), file, putAll)).rejects.toThrow('the line is dead');
    await backUp(serviceOf(second), other, () => undefined);
    await writeFile(`${other}.restored`, await readFile(`${file}.restored`));
    const { restored, unchanged } = await restore(serviceOf(first), other, putAll);
    expect(restored + unchanged).toBe(20 + SPECIAL);
  });

  it('write a backup of one service, never the rest of another one behind it', async () => {
    const memory = openService();
    const other = openService({ database: 'other' });
    await fill(memory, 120);
    await fill(other, 3);
    let calls = 0;
    const breaking = async (request: Request) => {
      calls += 1;
      if (calls > 2) throw new Error('the line is dead');
      return memory.fetch(request);
    };
    await expect(backUp(serviceOf(memory, breaking), file, () => undefined)).rejects.toThrow('dead');
    expect(await backUp(serviceOf(other), file, () => undefined)).toBe(3 + SPECIAL);
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(1 + 3 + SPECIAL);
  });

  it('go on where they were interrupted, with a torn last line or none', async () => {
    const memory = openService();
    await fill(memory, 150);
    let calls = 0;
    const breaking = (limit: number) => async (request: Request) => {
      calls += 1;
      if (calls > limit) throw new Error('the line is dead');
      return memory.fetch(request);
    };
    await expect(backUp(serviceOf(memory, breaking(2)), file, () => undefined)).rejects.toThrow(
      'the line is dead',
    );
    await expect(stat(file)).rejects.toThrow('ENOENT');
    await writeFile(partialName(file), '{"state":"article","slug":"to', { flag: 'a' });
    expect(await backUp(serviceOf(memory), file, () => undefined)).toBe(50 + SPECIAL);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(new Set(lines).size).toBe(151 + SPECIAL);
    const restored = openService();
    calls = 0;
    const half = async (request: Request) => {
      calls += 1;
      if (calls > 81) throw new Error('the line is dead');
      return restored.fetch(request);
    };
    await expect(restore(serviceOf(restored, half), file, putAll)).rejects.toThrow('the line is dead');
    const { restored: rest, unchanged } = await restore(serviceOf(restored), file, putAll);
    expect(rest + unchanged).toBe(150 + SPECIAL - 80);
    expect((await restored.catalogue.records(null, 500)).records).toEqual(
      (await memory.catalogue.records(null, 500)).records,
    );
  });

  it('never have more calls under way than allowed, and wait while the service is busy', async () => {
    const memory = openService();
    await fill(memory, 20);
    await backUp(serviceOf(memory), file, () => undefined);
    const target = openService();
    let underWay = 0;
    let most = 0;
    let calls = 0;
    const busy = async (request: Request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      calls += 1;
      const isBusy = calls % 3 === 0;
      const answer = isBusy ? new Response('{"title":"busy"}', { status: 503 }) : await target.fetch(request);
      underWay -= 1;
      return answer;
    };
    const counts = await restore(serviceOf(target, busy), file, {
      ...putAll,
      concurrency: 3,
    });
    expect(counts).toMatchObject({ restored: 20 + SPECIAL, refused: [] });
    expect(most).toBe(3);
  });

  it('let in no HTML that was not sanitised, and nothing that a PUT would refuse', async () => {
    const memory = openService();
    await memory.put('a', { title: 'A', html: '<p>One.</p>', url: page('a') });
    await backUp(serviceOf(memory), file, () => undefined);
    const [, line = ''] = (await readFile(file, 'utf8')).split('\n');
    expect(line).not.toMatch(/"html":|"digest"/u);
    const record = JSON.parse(line);
    const target = openService();
    const send = async (article: object) => {
      const body = JSON.stringify({ ...record, article: { ...record.article, ...article } });
      const headers = { ...AUTHORIZED, 'Content-Type': 'application/json' };
      return target.call('/v1/records/a', { method: 'PUT', headers, body });
    };
    for (const bad of [
      { url: 'javascript:alert(1)' },
      { title: '' },
      { revision: 0 },
      { slug: 'b' },
      { tags: ['\n'] },
    ])
      expect((await send(bad)).status).toBe(422);
    expect(
      (await send({ bodySource: '<p onclick=x()>One.</p><script>x()</script>', laterMember: 1 })).status,
    ).toBe(200);
    expect(await (await target.call('/v1/articles/a', { headers: AUTHORIZED })).json()).toMatchObject({
      html: '<p id="p1">One.</p>',
    });
  });
});

describe('the records', () => {
  it('are refused together where two have one slug, or one has two', async () => {
    const { call } = openService();
    const headers = { ...AUTHORIZED, 'Content-Type': 'application/json' };
    const gone = { state: 'deleted', slug: 'a', revision: 1, movedTo: null };
    const send = (body: object) =>
      call('/v1/records', { method: 'POST', headers, body: JSON.stringify(body) });
    for (const body of [{}, { records: [] }, { records: [gone, gone] }, { records: Array(101).fill(gone) }])
      expect((await send(body)).status).toBe(422);
    const answer = await send({ records: [gone, { ...gone, slug: 'b' }] });
    expect(await answer.json()).toEqual({
      outcomes: [
        { slug: 'a', outcome: 'restored' },
        { slug: 'b', outcome: 'restored' },
      ],
    });
  });

  it.each([
    ['GET', '/v1/records', {}, 401],
    ['GET', '/v1/records', { Authorization: 'Bearer reader-token' }, 200],
    ['GET', '/v1/records?cursor=x', AUTHORIZED, 422],
    ['GET', '/v1/records?limit=101', AUTHORIZED, 422],
    ['POST', '/v1/records', {}, 401],
    ['POST', '/v1/records', { Authorization: 'Bearer reader-token' }, 403],
    ['PUT', '/v1/records/a', {}, 401],
    ['PUT', '/v1/records/a', { Authorization: 'Bearer reader-token' }, 403],
    ['POST', '/v1/reprojections', {}, 401],
    ['POST', '/v1/reprojections', { Authorization: 'Bearer reader-token' }, 403],
    ['GET', '/v1/status', {}, 401],
    ['GET', '/v1/status', { Authorization: 'Bearer reader-token' }, 200],
    ['GET', '/v1/status?verbose', AUTHORIZED, 422],
  ])('%s %s with %j answers %i', async (method, path, headers, status) => {
    const memory = openService();
    const response = await memory.call(path, { method, headers: headers as Record<string, string> });
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toMatch(/no-store/u);
    if (response.ok) expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('reprojection', () => {
  it('ranks every article with the engine of this release and changes no revision', async () => {
    const memory = openService();
    await fill(memory, 12);
    const before = (await memory.catalogue.records(null, 100)).records;
    for (const saved of before) {
      if (saved.state !== 'article') continue;
      const digest = {
        ...saved.record.digest,
        engine: { name: 'standfirst', version: '0.0.1' },
        sentences: [],
        whole: [],
        opening: [],
      };
      await memory.catalogue.refresh(saved.record.slug, saved.record.revision, digest);
    }
    const projection = async () => {
      const entry = await memory.catalogue.read('article-3');
      return entry.state === 'article' ? entry.projection : 0;
    };
    const number = await projection();
    let count = 0;
    await reproject(serviceOf(memory), undefined, (records) => {
      count += records;
    });
    expect(count).toBe(before.length);
    expect((await memory.catalogue.records(null, 100)).records).toEqual(before);
    expect(await projection()).toBeGreaterThan(number);
  });
});
