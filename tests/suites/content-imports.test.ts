import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseSource } from '../../src/cli/import/choose-source.ts';
import type { SourceKind } from '../../src/cli/import/detect-source.ts';
import { openJournal } from '../../src/cli/import/journal.ts';
import { runImport } from '../../src/cli/import/run-import.ts';
import { uploadArticle } from '../../src/cli/import/upload.ts';
import { serveApp } from '../cli/import-sites.ts';
import { AUTHORIZED, createMemoryService } from '../http/memory-service.ts';
import {
  type ContentCase,
  contentCases,
  contentInput,
  describeKinds,
  faultsOf,
  hasContentCases,
} from './content-cases.ts';
import { type ServedFile, servePublisher } from './content-publisher.ts';

/** What is not as the suite wants it, and why that is right or not to be had. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const DOORS: ReadonlySet<string> = new Set(['import-markdown', 'import-wordpress', 'import-ghost', 'ndjson']);
const cases = contentCases(({ door }) => DOORS.has(door));

interface Input {
  files?: Record<string, string>;
  name?: string;
  content?: string;
  serve?: Record<string, ServedFile>;
  source?: string;
}

type Article = Record<string, unknown> & { slug: string; title: string; url: string | null };

interface Outcome {
  base: string;
  articles: Article[];
  /** Slugs that anybody may read. */
  open: ReadonlySet<string>;
  told: string[];
}

/** Brings a case in through a service of its own, and reads everything that stands there then. */
async function bringIn(one: ContentCase): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-content-'));
  const service = createMemoryService();
  const { origin, close } = await serveApp(service.fetch);
  const input = JSON.parse(contentInput(one).toString()) as Input;
  const publisher = await servePublisher(input.serve ?? {});
  const base = input.serve === undefined ? 'http://news.example' : publisher.origin;
  try {
    const location =
      input.serve === undefined ? await lay(join(folder, 'content'), input) : base + (input.source ?? '');
    const { source } = await chooseSource(location, {
      kind: one.as as SourceKind | undefined,
      since: undefined,
      key: one.door === 'import-ghost' ? '0123456789abcdef0123456789' : undefined,
      baseUrl: one.door === 'import-markdown' ? `${base}/` : undefined,
    });
    const { tally, failure } = await runImport({
      source,
      journal: await openJournal(join(folder, 'journal'), true),
      upload: (slug, article) =>
        uploadArticle({ origin, token: 'test-token', revives: false }, slug, article),
      concurrency: 4,
      limit: Number.POSITIVE_INFINITY,
      progress: { show: () => {}, end: () => {} },
      signal: new AbortController().signal,
    });
    const told = [...tally.refused, ...tally.leftOut, ...tally.notes].map(
      ({ name, reason }) => `${name}: ${reason}`,
    );
    if (failure !== undefined) told.push(String(failure));
    const articles = await everything(service.call);
    return { base, articles, open: await openTo(service.call, articles), told };
  } finally {
    await close();
    await publisher.close();
    await rm(folder, { recursive: true });
  }
}

/** @returns Where an import is to be pointed at. */
async function lay(folder: string, { files, name = 'file', content = '' }: Input): Promise<string> {
  for (const [path, text] of Object.entries(files ?? { [name]: content })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return files === undefined ? join(folder, name) : folder;
}

type Call = ReturnType<typeof createMemoryService>['call'];

async function everything(call: Call): Promise<Article[]> {
  const slugs: string[] = [];
  for (let path: string | undefined = '/v1/articles?limit=100'; path !== undefined; ) {
    const answer = await call(path, { headers: AUTHORIZED });
    const { items, page } = (await answer.json()) as {
      items: { slug: string }[];
      page: { next: string | null };
    };
    slugs.push(...items.map(({ slug }) => slug));
    path = page.next === null ? undefined : `/v1/articles?limit=100&cursor=${encodeURIComponent(page.next)}`;
  }
  return Promise.all(
    slugs.map(
      async (slug) =>
        (await call(`/v1/articles/${slug}`, { headers: AUTHORIZED })).json() as Promise<Article>,
    ),
  );
}

async function openTo(call: Call, articles: readonly Article[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    articles.map(async ({ slug }) => ({ slug, isOpen: (await call(`/v1/articles/${slug}`)).ok })),
  );
  return new Set(answers.flatMap(({ slug, isOpen }) => (isOpen ? [slug] : [])));
}

function judge(one: ContentCase, { base, articles, open, told }: Outcome): string[] {
  const wanted = (one.expect.articles ?? []) as Record<string, string>[];
  const found = one.door === 'ndjson' ? articles : articles.filter(({ url }) => url?.startsWith(`${base}/`));
  const faults = wanted.flatMap((facts) => {
    const article =
      found.find((candidate) => isMeant(candidate, facts)) ??
      (wanted.length === 1 && found.length === 1 ? found[0] : undefined);
    if (article !== undefined) return faultsOf(article, facts);
    return [
      `no article ${facts.title ?? facts.slug ?? facts.path} among ${found.map(({ title, url }) => `${title} ${url}`).join(', ')}; ${told.join('; ')}`,
    ];
  });
  const isExact = one.kind.startsWith('what is not') && one.expect.articles !== undefined;
  const { publicCount, count = isExact ? wanted.length : undefined } = one.expect;
  if (publicCount !== undefined) {
    const shown = found.filter(({ slug }) => open.has(slug)).length;
    return shown === publicCount ? faults : [...faults, `${shown} articles are public, not ${publicCount}`];
  }
  return count === undefined || count === found.length
    ? faults
    : [...faults, `${found.length} articles, not ${count}`];
}

function isMeant({ slug, title, url }: Article, wanted: Record<string, string>): boolean {
  if (wanted.slug !== undefined) return slug === wanted.slug;
  if (wanted.path === undefined) return title === wanted.title;
  const { pathname, search } = new URL(url ?? 'http://nowhere.example');
  return pathname + search === wanted.path;
}

describe.skipIf(!hasContentCases)('archives of the suite', () => {
  const failing = new Set<string>();
  afterAll(() => console.log(describeKinds(cases, failing)));

  it.each(cases.map((one) => [`${one.door} ${one.id}`, one] as const))(
    '%s comes in, and right',
    async (_, one) => {
      const faults = judge(one, await bringIn(one));
      if (faults.length > 0) failing.add(one.id);
      if (EXCEPTIONS[one.id] === undefined) expect(faults).toEqual([]);
      else expect(faults, `no longer an exception: ${EXCEPTIONS[one.id]}`).not.toEqual([]);
    },
  );
});
