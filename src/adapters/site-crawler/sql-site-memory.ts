import type { Fault } from '../../core/errors.ts';
import { contentKeyOf, pageUrlHash } from '../../core/fetching/page-hash.ts';
import type {
  FeedState,
  PageRefusal,
  PageVisit,
  RobotsCopy,
  SiteMemory,
} from '../../flows/ingestion/ports.ts';
import { FetchAllowance } from './fetch-allowance.ts';

/** Addresses remembered of one site; the ones looked at longest ago are forgotten first. */
const VISITS_MAX_COUNT = 50_000;

type VisitRow = {
  outcome: PageVisit['outcome'];
  slug: string;
  checked_at: number;
  missing_since: number | null;
  etag: string | null;
  last_modified: string | null;
  content_key: string | null;
};

/** Two spellings of a path are one page to us, but a server may know only one of them: each is remembered. */
function addressKey(url: string): string {
  return `${pageUrlHash(url)} ${new URL(url).pathname}`;
}

function pathKey(pageUrl: string): string {
  return contentKeyOf(pageUrl, '');
}

/** What is remembered of one site, in the tables of its Durable Object. */
export class SqlSiteMemory implements SiteMemory {
  readonly #sql: SqlStorage;
  readonly #allowance = new FetchAllowance();
  /** At least as many as there are; counted anew when it says too many. */
  #visits = Number.POSITIVE_INFINITY;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  visit(pageUrl: string): PageVisit | undefined {
    const row = this.#first<VisitRow>('SELECT * FROM page_visits WHERE address = ?', addressKey(pageUrl));
    return (
      row && {
        outcome: row.outcome,
        slug: row.slug,
        checkedAt: row.checked_at,
        missingSince: row.missing_since,
        etag: row.etag,
        lastModified: row.last_modified,
        contentKey: row.content_key,
      }
    );
  }

  remember(pageUrl: string, visit: PageVisit): void {
    const address = addressKey(pageUrl);
    this.#sql.exec(
      `INSERT OR REPLACE INTO page_visits
         (address, outcome, slug, checked_at, missing_since, etag, last_modified, content_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      address,
      visit.outcome,
      visit.slug,
      visit.checkedAt,
      visit.missingSince,
      visit.etag,
      visit.lastModified,
      visit.contentKey,
    );
    this.#sql.exec('DELETE FROM refusals WHERE address = ?', address);
    this.#forgetOldest();
  }

  refusal(url: string): PageRefusal | undefined {
    const query = 'SELECT fault, until FROM refusals WHERE address = ?';
    const row = this.#first<{ fault: string; until: number }>(query, addressKey(url));
    return row && { fault: JSON.parse(row.fault) as Fault, until: row.until };
  }

  /** What is over is forgotten here, so the table holds no more than a site's share of fetches within their rests. */
  refuse(url: string, { fault, until }: PageRefusal): void {
    this.#sql.exec('DELETE FROM refusals WHERE until < ?', Date.now());
    this.#sql.exec(
      'INSERT OR REPLACE INTO refusals (address, fault, until) VALUES (?, ?, ?)',
      addressKey(url),
      JSON.stringify(fault),
      until,
    );
  }

  slugOfContent(contentKey: string): string | undefined {
    return this.#slug('SELECT slug FROM page_visits WHERE content_key = ? LIMIT 1', contentKey);
  }

  slugOfPath(pageUrl: string): string | undefined {
    return this.#slug('SELECT slug FROM own_paths WHERE path = ?', pathKey(pageUrl));
  }

  rememberPath(pageUrl: string, slug: string): void {
    this.#sql.exec('INSERT OR REPLACE INTO own_paths (path, slug) VALUES (?, ?)', pathKey(pageUrl), slug);
  }

  robots(robotsUrl: string): RobotsCopy | undefined {
    const query = 'SELECT text, fetched_at FROM robots_files WHERE url = ?';
    const row = this.#first<{ text: string; fetched_at: number }>(query, robotsUrl);
    return row && { text: row.text, fetchedAt: row.fetched_at };
  }

  rememberRobots(robotsUrl: string, { text, fetchedAt }: RobotsCopy): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO robots_files (url, text, fetched_at) VALUES (?, ?, ?)',
      robotsUrl,
      text,
      fetchedAt,
    );
  }

  takeFetch(now: number): boolean {
    return this.#allowance.take(now);
  }

  feed(feedUrl: string): FeedState | undefined {
    const row = this.#first<{ state: string }>('SELECT state FROM feeds WHERE url = ?', feedUrl);
    return row && (JSON.parse(row.state) as FeedState);
  }

  rememberFeed(feedUrl: string, state: FeedState): void {
    this.#sql.exec('INSERT OR REPLACE INTO feeds (url, state) VALUES (?, ?)', feedUrl, JSON.stringify(state));
  }

  #first<Row extends Record<string, SqlStorageValue>>(query: string, value: string): Row | undefined {
    return this.#sql.exec<Row>(query, value).toArray()[0];
  }

  #slug(query: string, value: string): string | undefined {
    return this.#first<{ slug: string }>(query, value)?.slug;
  }

  #forgetOldest(): void {
    this.#visits += 1;
    if (this.#visits <= VISITS_MAX_COUNT) return;
    this.#visits = this.#sql.exec<{ count: number }>('SELECT count(*) AS count FROM page_visits').one().count;
    if (this.#visits <= VISITS_MAX_COUNT) return;
    this.#sql.exec(
      'DELETE FROM page_visits WHERE address IN (SELECT address FROM page_visits ORDER BY checked_at LIMIT ?)',
      Math.ceil(VISITS_MAX_COUNT / 100),
    );
  }
}
