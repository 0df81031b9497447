import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** As much of a Durable Object's storage as the catalogue's tables use, over the SQLite of Node. */
export function openNodeStorage(): DurableObjectStorage {
  const database = new DatabaseSync(':memory:');
  const prepared = new Map<string, StatementSync>(); // As a Durable Object keeps them.
  const prepare = (query: string) => {
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    return statement;
  };
  const sql = {
    exec(query: string, ...bindings: (string | number | null)[]) {
      if (bindings.length === 0 && /;\s*\S/u.test(query)) {
        database.exec(query);
        return rowsOf([]);
      }
      return rowsOf(prepare(query).all(...bindings));
    },
  };
  const transactionSync = <T>(change: () => T): T => {
    database.exec('BEGIN');
    const result = change();
    database.exec('COMMIT');
    return result;
  };
  return { sql, transactionSync } as unknown as DurableObjectStorage;
}

function rowsOf(rows: object[]) {
  return { toArray: () => rows, one: () => rows[0], [Symbol.iterator]: () => rows.values() };
}
