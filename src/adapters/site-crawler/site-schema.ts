/**
 * Tables of a site's memory, made when the object wakes. Tables that are there stay as they are, and an older release
 * has others: after a rollback it goes on with its own. Nothing here is the truth, so what is lost is read again.
 *
 * `page_visits.address` is the sha256 of the normalised URL, and the path as it was asked for; `outcome` is 'stored' or
 * 'withdrawn'; `refusals.fault` is the JSON of a Fault; `own_paths.path` is the sha256 of host and path that a page calls
 * its address.
 */
export function migrateSite(sql: SqlStorage): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS page_visits (
      address TEXT PRIMARY KEY,
      outcome TEXT NOT NULL,
      slug TEXT NOT NULL,
      checked_at INTEGER NOT NULL,
      missing_since INTEGER,
      etag TEXT,
      last_modified TEXT,
      content_key TEXT
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS page_visits_by_content ON page_visits (content_key) WHERE content_key IS NOT NULL;
    CREATE INDEX IF NOT EXISTS page_visits_by_age ON page_visits (checked_at);
    CREATE TABLE IF NOT EXISTS refusals (
      address TEXT PRIMARY KEY,
      fault TEXT NOT NULL,
      until INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS refusals_by_age ON refusals (until);
    CREATE TABLE IF NOT EXISTS own_paths (
      path TEXT PRIMARY KEY,
      slug TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS robots_files (url TEXT PRIMARY KEY, text TEXT NOT NULL, fetched_at INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, state TEXT NOT NULL);
  `);
  takeOverFormerVisits(sql);
}

/** Visits of the first release, whose table held refusals as well. */
function takeOverFormerVisits(sql: SqlStorage): void {
  const isThere = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'visits'";
  if (sql.exec(isThere).toArray().length === 0) return;
  sql.exec(`
    INSERT OR IGNORE INTO page_visits
      SELECT hash, CASE outcome WHEN 'stored' THEN 'stored' ELSE 'withdrawn' END, slug, checked_at, missing_since,
             etag, last_modified, content_key
        FROM visits WHERE outcome IN ('stored', 'gone', 'opted-out') AND slug IS NOT NULL;
    DROP TABLE visits;
    DROP TABLE IF EXISTS robots;
  `);
}
