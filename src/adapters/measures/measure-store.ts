import {
  LEAST_SEEN_COUNT,
  MEASURES,
  type MeasureQuery,
  type MeasureRow,
  type Tally,
} from '../../core/measures/measure.ts';
import type { LocatedPage } from '../../flows/locate-page.ts';

/** Counts by day, article, place and method: nothing else is kept, so nothing else can leak. */
export class MeasureStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`CREATE TABLE IF NOT EXISTS measures (
      day TEXT NOT NULL, slug TEXT NOT NULL, place TEXT NOT NULL, method TEXT NOT NULL, measure TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY (day, slug, place, method, measure)
    ) WITHOUT ROWID`);
  }

  add({ day, place, measure, count }: Tally, { slug, method }: LocatedPage): void {
    this.#sql.exec(
      `INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
      ...[day, slug, place, method, measure, count],
    );
  }

  read({ from, to, slug, by, order, limit }: MeasureQuery): MeasureRow[] {
    const name = by === 'article' ? 'slug' : by; // One of four words that are ours.
    const sums = MEASURES.map(
      (measure) => `sum(CASE measure WHEN '${measure}' THEN count ELSE 0 END) AS ${measure}`,
    );
    const isLeast = order === 'least';
    const sorted = by === 'article' ? (isLeast ? 'opened * 1.0 / seen, seen DESC' : 'opened DESC') : 'name';
    return this.#sql
      .exec<MeasureRow>(
        `SELECT ${name} AS name, ${sums.join(', ')} FROM measures
         WHERE day BETWEEN ? AND ? ${slug === undefined ? '' : 'AND slug = ?'}
         GROUP BY name ${isLeast ? `HAVING seen >= ${LEAST_SEEN_COUNT}` : ''} ORDER BY ${sorted}, name LIMIT ?`,
        ...[from, to, ...(slug === undefined ? [] : [slug]), limit],
      )
      .toArray();
  }
}
