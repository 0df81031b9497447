import { contentKeyOf, pageUrlHash } from '../../core/page-url.ts';
import type { FeedState, PageVisit, RobotsCopy, SiteMemory } from '../../flows/ingestion/ports.ts';
import { FetchAllowance } from './fetch-allowance.ts';

/** So many queries of a path have to agree before the next one is taken for the same article. */
export const VARIANTS_MIN_COUNT = 3;
/** Addresses remembered of one site; the ones looked at longest ago are forgotten first. */
const VISITS_MAX_COUNT = 50_000;

type VisitRow = {
  outcome: string;
  slug: string | null;
  checked_at: number;
  missing_since: number | null;
  etag: string | null;
  last_modified: string | null;
  content_key: string | null;
};

/** Made when the object wakes; a table that is there stays. */
export function migrateSite(sql: SqlStorage): void {
  sql.exec(`CREATE TABLE IF NOT EXISTS visits (
    hash TEXT PRIMARY KEY, path TEXT NOT NULL, has_query INTEGER NOT NULL, outcome TEXT NOT NULL, slug TEXT,
    checked_at INTEGER NOT NULL, missing_since INTEGER, etag TEXT, last_modified TEXT, content_key TEXT
  ) WITHOUT ROWID`);
  sql.exec(
    'CREATE INDEX IF NOT EXISTS visits_by_content ON visits (content_key) WHERE content_key IS NOT NULL',
  );
  sql.exec('CREATE INDEX IF NOT EXISTS visits_by_path ON visits (path) WHERE has_query = 1');
  sql.exec('CREATE INDEX IF NOT EXISTS visits_by_age ON visits (checked_at)');
  sql.exec(
    'CREATE TABLE IF NOT EXISTS robots (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT, fetched_at INTEGER)',
  );
  sql.exec('CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, state TEXT NOT NULL)');
}

/** Two spellings of a path are one page to us, but a server may know only one of them: each is remembered. */
function visitKey(pageUrl: string): string {
  return `${pageUrlHash(pageUrl)} ${new URL(pageUrl).pathname}`;
}

/** What is remembered of one site, in the tables of its Durable Object. */
export class SqlSiteMemory implements SiteMemory {
  readonly #sql: SqlStorage;
  readonly #allowance = new FetchAllowance();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  visit(pageUrl: string): PageVisit | undefined {
    const [row] = this.#sql.exec<VisitRow>('SELECT * FROM visits WHERE hash = ?', visitKey(pageUrl));
    if (row === undefined) return undefined;
    return {
      outcome: row.outcome as PageVisit['outcome'],
      slug: row.slug,
      checkedAt: row.checked_at,
      missingSince: row.missing_since,
      etag: row.etag,
      lastModified: row.last_modified,
      contentKey: row.content_key,
    };
  }

  remember(pageUrl: string, visit: PageVisit): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      visitKey(pageUrl),
      contentKeyOf(pageUrl, ''),
      new URL(pageUrl).search === '' ? 0 : 1,
      visit.outcome,
      visit.slug,
      visit.checkedAt,
      visit.missingSince,
      visit.etag,
      visit.lastModified,
      visit.contentKey,
    );
    this.#forgetOldest();
  }

  slugOfContent(contentKey: string): string | undefined {
    const [row] = this.#sql.exec<{ slug: string }>(
      'SELECT slug FROM visits WHERE content_key = ? AND slug IS NOT NULL LIMIT 1',
      contentKey,
    );
    return row?.slug;
  }

  slugOfPath(pageUrl: string): string | undefined {
    const [row] = this.#sql.exec<{ count: number; slugs: number; slug: string | null }>(
      `SELECT count(*) AS count, count(DISTINCT coalesce(slug, '')) AS slugs, min(slug) AS slug
         FROM (SELECT slug FROM visits WHERE path = ? AND has_query = 1 LIMIT 50)`,
      contentKeyOf(pageUrl, ''),
    );
    const agree = row !== undefined && row.count >= VARIANTS_MIN_COUNT && row.slugs === 1;
    return agree ? (row.slug ?? undefined) : undefined;
  }

  robots(): RobotsCopy | undefined {
    const [row] = this.#sql.exec<{ text: string; fetched_at: number }>('SELECT text, fetched_at FROM robots');
    return row === undefined ? undefined : { text: row.text, fetchedAt: row.fetched_at };
  }

  rememberRobots({ text, fetchedAt }: RobotsCopy): void {
    this.#sql.exec('INSERT OR REPLACE INTO robots VALUES (1, ?, ?)', text, fetchedAt);
  }

  takeFetch(now: number): boolean {
    return this.#allowance.take(now);
  }

  feed(feedUrl: string): FeedState | undefined {
    const [row] = this.#sql.exec<{ state: string }>('SELECT state FROM feeds WHERE url = ?', feedUrl);
    return row === undefined ? undefined : (JSON.parse(row.state) as FeedState);
  }

  rememberFeed(feedUrl: string, state: FeedState): void {
    this.#sql.exec('INSERT OR REPLACE INTO feeds VALUES (?, ?)', feedUrl, JSON.stringify(state));
  }

  #forgetOldest(): void {
    const [row] = this.#sql.exec<{ count: number }>('SELECT count(*) AS count FROM visits');
    if (row === undefined || row.count <= VISITS_MAX_COUNT) return;
    this.#sql.exec(
      'DELETE FROM visits WHERE hash IN (SELECT hash FROM visits ORDER BY checked_at LIMIT ?)',
      Math.ceil(VISITS_MAX_COUNT / 100),
    );
  }
}
