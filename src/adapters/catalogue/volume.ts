import { PackedRows } from './packed-rows.ts';

/** A text and its list entry, and the number that they were given: no others are ever given that number. */
export type NumberedText = readonly [number: number, packed: Uint8Array, entry: string];

/**
 * Texts and list entries of articles that no longer fit beside the order. A volume is an object of the catalogue's class, of which it uses
 * this table alone: an account has 500 classes (developers.cloudflare.com/durable-objects/platform/limits), and each
 * title takes some. It knows nothing of its texts but their numbers. Which one an article has is told by the order, so
 * nothing here is ever half changed.
 */
export class Volume {
  readonly #storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
  readonly #texts: PackedRows;

  constructor(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
    this.#storage = storage;
    this.#texts = new PackedRows(storage.sql);
  }

  /** All or none. @returns the bytes that the volume takes now. */
  put(texts: readonly NumberedText[]): number {
    this.#storage.transactionSync(() => {
      for (const [number, packed, entry] of texts) {
        this.#texts.save(`${number}`, packed);
        const query = 'INSERT OR REPLACE INTO volume_entries (number, entry) VALUES (?, ?)';
        this.#storage.sql.exec(query, number, entry);
      }
    });
    return this.#storage.sql.databaseSize;
  }

  /** In the order of the numbers; undefined where there is none. */
  get(numbers: readonly number[]): (Uint8Array<ArrayBuffer> | undefined)[] {
    return numbers.map((number) => this.#texts.load(`${number}`));
  }

  /** As JSON, in the order of the numbers; undefined where there is none. */
  entries(numbers: readonly number[]): (string | undefined)[] {
    const query = 'SELECT entry FROM volume_entries WHERE number = ?';
    const find = (number: number) => this.#storage.sql.exec<{ entry: string }>(query, number).toArray()[0];
    return numbers.map((number) => find(number)?.entry);
  }

  drop(numbers: readonly number[]): void {
    this.#storage.transactionSync(() => {
      for (const number of numbers) {
        this.#texts.remove(`${number}`);
        this.#storage.sql.exec('DELETE FROM volume_entries WHERE number = ?', number);
      }
    });
  }
}
