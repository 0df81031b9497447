/**
 * Of the catalogue, where a row is named by its slug, and of its volumes, where it is by a number. `packed` is the record
 * (`packed-body.ts`), in one piece unless it is too long for a row.
 */
export const PACKED_TABLE = `
  CREATE TABLE bodies (
    slug TEXT NOT NULL,
    piece INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (slug, piece)
  );
`;

/** No row passes 2 MB. */
const PIECE_MAX_BYTES = 1_500_000;

/** Rows of the table `bodies`. Callers hold the transaction. */
export class PackedRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  save(name: string, packed: Uint8Array): void {
    this.remove(name);
    for (let piece = 0; piece * PIECE_MAX_BYTES < packed.length; piece += 1) {
      const from = piece * PIECE_MAX_BYTES;
      this.#sql.exec(
        'INSERT INTO bodies (slug, piece, packed) VALUES (?, ?, ?)',
        name,
        piece,
        packed.slice(from, from + PIECE_MAX_BYTES),
      );
    }
  }

  remove(name: string): void {
    this.#sql.exec('DELETE FROM bodies WHERE slug = ?', name);
  }

  /** Undefined where there is none. */
  load(name: string): Uint8Array<ArrayBuffer> | undefined {
    const query = 'SELECT packed FROM bodies WHERE slug = ? ORDER BY piece';
    const pieces = this.#sql.exec<{ packed: ArrayBuffer }>(query, name).toArray();
    return join(pieces.map(({ packed }) => new Uint8Array(packed)));
  }

  /** Names above `after` that have a row, in order. */
  namesAbove(after: string, limit: number): string[] {
    const query = 'SELECT slug FROM bodies WHERE slug > ? AND piece = 0 ORDER BY slug LIMIT ?';
    return this.#sql
      .exec<{ slug: string }>(query, after, limit)
      .toArray()
      .map(({ slug }) => slug);
  }
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> | undefined {
  const [first, ...rest] = pieces;
  if (rest.length === 0) return first;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
