/** Single values of the catalogue: its name, its change counter, counts of failures. */
export class Facts {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  text(name: string): string | undefined {
    const [row] = this.#sql.exec<{ value: string }>('SELECT value FROM facts WHERE name = ?', name).toArray();
    return row?.value;
  }

  /** Name of this database, made with it: without one its validators could equal those of another. */
  catalogue(): string {
    const name = this.text('catalogue');
    if (name === undefined) throw new Error('the catalogue has no name');
    return name;
  }

  number(name: string): number {
    return Number(this.text(name) ?? 0);
  }

  set(name: string, value: string | number): void {
    this.#sql.exec('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)', name, String(value));
  }

  /** @returns the number that it has now. */
  increment(name: string): number {
    const next = this.number(name) + 1;
    this.set(name, next);
    return next;
  }

  clear(name: string): void {
    this.#sql.exec('DELETE FROM facts WHERE name = ?', name);
  }
}
