import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ArticleRows } from '../../../src/adapters/catalogue/article-rows.ts';
import { Facts } from '../../../src/adapters/catalogue/facts.ts';
import { VolumeTexts } from '../../../src/adapters/catalogue/volume-texts.ts';

/** As much of a Durable Object's storage as the catalogue's tables use, over the SQLite of Node. */
export function openNodeStorage(path = ':memory:'): DurableObjectStorage {
  const database = new DatabaseSync(path);
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

/** The catalogue's rows over such a storage, their texts beside them. */
export function openRows(storage: DurableObjectStorage): ArticleRows {
  const texts = new VolumeTexts(storage, new Facts(storage.sql), () => {
    throw new Error('no volume here');
  });
  return new ArticleRows(storage.sql, texts, false);
}

function rowsOf(rows: object[]) {
  return { toArray: () => rows, one: () => rows[0], [Symbol.iterator]: () => rows.values() };
}
