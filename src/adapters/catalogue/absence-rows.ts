import type { Absence } from '../../core/catalogue/absence.ts';

/** `hash`: of a page that was looked at and gave no article; `absence`: JSON of an Absence. */
export const ABSENCE_TABLES = `
  CREATE TABLE absences (
    hash TEXT PRIMARY KEY,
    absence TEXT NOT NULL,
    until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX absences_by_age ON absences (until);
`;

/** Pages that gave nothing, for as long as they are not looked at again. Callers hold the transaction. */
export class AbsenceRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** What is over is forgotten here, so there are never more than the sites' crawlers may read within a rest. */
  note(hash: string, absence: Absence & { until: number }, now: number): void {
    this.#sql.exec('DELETE FROM absences WHERE until <= ?', now);
    this.#sql.exec(
      'INSERT OR REPLACE INTO absences (hash, absence, until) VALUES (?, ?, ?)',
      hash,
      JSON.stringify(absence),
      absence.until,
    );
  }

  find(hash: string, now: number): (Absence & { until: number }) | undefined {
    const query = 'SELECT absence FROM absences WHERE hash = ? AND until > ?';
    const [row] = this.#sql.exec<{ absence: string }>(query, hash, now).toArray();
    return row && JSON.parse(row.absence);
  }
}
