import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORIZED } from '../http/memory-service.ts';
import { type CachingClient, CLIENTS } from './clients.ts';
import { History, type Shown, shownBy } from './model.ts';
import { limitMs, type Origin, openOrigin } from './origin.ts';

/**
 * Random writes and reads through real caches, held against what the service showed at each moment. `CACHE_READS` is
 * how many reads a run makes (`npm run test:caches`: 10,000), `CACHE_SEED` repeats one.
 */
const READS = Number(process.env.CACHE_READS ?? 600);
const SEED = Number(process.env.CACHE_SEED ?? 1);
const READS_BETWEEN_WRITES = 12;
const TIMEOUT_MS = 300_000 + READS * 60;

const SLUGS = ['ebb', 'flood', 'gale', 'reef'];
/** One page, so that articles take each other's place on it. */
const PAGE = 'https://news.example/one';
/** Where one article can take the place of another: half of the reads go there. */
const PAGE_PATHS = [`/v1/summary?url=${PAGE}`, `/s?url=${PAGE}`];
const PATHS = [
  ...SLUGS.flatMap((slug) => [`/v1/articles/${slug}`, `/v1/articles/${slug}/summary`, `/articles/${slug}`]),
  ...PAGE_PATHS,
  ...['/v1/articles', '/feed.json', '/'],
];
const TOKENS = [AUTHORIZED, { Authorization: 'Bearer nobody' }];

/** Park and Miller's minimal standard generator: the same run for the same seed. */
function createRandom(seed: number) {
  let state = seed % 2_147_483_647 || 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    chance: (share: number) => next() < share,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}

const absent = CLIENTS.filter(({ isInstalled }) => !isInstalled).map(({ name }) => name);
if (absent.length > 0) console.warn(`Not installed, so not read through: ${absent.join(', ')}.`);

describe.skipIf(absent.length === CLIENTS.length)('through real caches', () => {
  const random = createRandom(SEED);
  const history = new History();
  let origin: Origin;
  const clients: CachingClient[] = [];
  let marks = 0;

  beforeAll(async () => {
    origin = await openOrigin();
    // One after another: where one fails, those before it are known and closed.
    for (const { open } of CLIENTS.filter(({ isInstalled }) => isInstalled)) clients.push(await open(origin));
  }, TIMEOUT_MS);

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await origin?.close();
  });

  const headers = { ...AUTHORIZED, 'Content-Type': 'application/json' };
  /** Which article has the page. */
  let owner: string | undefined;

  async function remove(slug: string): Promise<void> {
    await origin.ask(`/v1/articles/${slug}`, { method: 'DELETE', headers: { ...headers, 'If-Match': '*' } });
  }

  /** Writes something: an article, a draft, another article for a page, an end. Refusals are part of life. */
  async function write(): Promise<void> {
    if (random.chance(0.2))
      return remove(owner !== undefined && random.chance(0.5) ? owner : random.pick(SLUGS));
    marks += 1;
    // A name that nobody has used begins to count anew, and so do its validators.
    const slug = random.chance(0.5) ? random.pick(SLUGS) : `new-${marks}`;
    const url = random.chance(0.7) ? PAGE : null;
    if (url !== null && owner !== undefined && owner !== slug && random.chance(0.9)) await remove(owner);
    const article = {
      title: `Mark${marks}`,
      text: `The ferry sailed past Mark${marks} at noon.`,
      url,
      access: 'full',
      status: random.chance(0.2) ? 'draft' : 'published',
    };
    const init = { method: 'PUT', headers, body: JSON.stringify(article) };
    const address = `/v1/articles/${slug}`;
    const created = await origin.ask(address, init);
    const { status } =
      created.status === 428
        ? await origin.ask(address, { ...init, headers: { ...headers, 'If-Match': '*' } })
        : created;
    if (status < 300 && url !== null) owner = slug;
  }

  /** What every address shows now, to everybody and to each token. */
  async function look(): Promise<void> {
    for (const path of PATHS) {
      for (const headers of [{}, ...(path.startsWith('/v1/') ? TOKENS : [])]) {
        const askedAt = performance.now();
        const response = await origin.ask(path, { headers });
        const shown = shownBy(response.status, await response.text());
        history.record(nameOf(path, headers), shown, limitMs(response), askedAt);
      }
    }
  }

  async function read(client: CachingClient): Promise<string | undefined> {
    const path = random.pick(random.chance(0.5) ? PAGE_PATHS : PATHS);
    const headers = path.startsWith('/v1/') && random.chance(0.25) ? random.pick(TOKENS) : {};
    const asks = random.chance(0.5);
    const askedAt = performance.now();
    const { status, body } = await client.read(path, headers, asks);
    const shown: Shown = shownBy(status, body);
    if (history.allows(nameOf(path, headers), shown, askedAt, asks)) return undefined;
    return `${client.name} ${asks ? 'asked for' : 'read'} ${nameOf(path, headers)}: ${shown}`;
  }

  it(
    'nobody reads what was withdrawn after its time, nor what only a token may see',
    async () => {
      const violations: string[] = [];
      let reads = 0;
      for (; reads < READS; ) {
        await write();
        await look();
        for (let read_ = 0; read_ < READS_BETWEEN_WRITES; read_ += 1) {
          const violation = await read(random.pick(clients));
          reads += 1;
          if (violation !== undefined) violations.push(violation);
        }
      }
      const names = clients.map(({ name }) => name).join(', ');
      console.log(
        `${violations.length} violations in ${reads} reads through ${names}, ${marks} articles, seed ${SEED}`,
      );
      expect(violations).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

function nameOf(path: string, headers: Record<string, string>): string {
  return `${path} ${headers.Authorization ?? 'anonymously'}`;
}
