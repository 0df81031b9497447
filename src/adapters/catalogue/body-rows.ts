import { logWarning } from '../console-log.ts';
import type { Facts } from './facts.ts';
import { packRecord, unpackRecord } from './packed-body.ts';
import { readParts, type StoredBody } from './part-rows.ts';
import { moveOn } from './walks.ts';

/** `packed` is the record (`packed-body.ts`), in one piece unless it is too long for a row. */
export const BODY_TABLES = `
  CREATE TABLE bodies (
    slug TEXT NOT NULL,
    piece INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (slug, piece)
  );
  INSERT INTO facts (name, value) SELECT 'walk:bodies', '' WHERE EXISTS (SELECT 1 FROM articles);
`;

/** No row passes 2 MB. */
const PIECE_MAX_BYTES = 1_500_000;
/** Articles that are packed in one step: a tenth of a second, in which nothing else is held up. */
const WALK_MAX_COUNT = 50;

type BodyRow = { packed: ArrayBuffer };
/** The row of an article. `meta` is told by those of earlier releases alone, whose record stands in `parts`. */
export type BodyOwner = { slug: string; meta: string | null };

/** Rows of the table `bodies`. Callers hold the transaction. */
export class BodyRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  save(slug: string, packed: Uint8Array): void {
    this.remove(slug);
    for (let piece = 0; piece * PIECE_MAX_BYTES < packed.length; piece += 1) {
      const from = piece * PIECE_MAX_BYTES;
      this.#sql.exec(
        'INSERT INTO bodies (slug, piece, packed) VALUES (?, ?, ?)',
        slug,
        piece,
        packed.slice(from, from + PIECE_MAX_BYTES),
      );
    }
  }

  remove(slug: string): void {
    for (const table of ['bodies', 'parts']) this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, slug);
  }

  /** As it stands now, whatever happens until it is unpacked. */
  load({ slug, meta }: BodyOwner): StoredBody {
    if (meta !== null) return readParts(this.#sql, slug, meta);
    const query = 'SELECT packed FROM bodies WHERE slug = ? ORDER BY piece';
    const pieces = this.#sql.exec<BodyRow>(query, slug).toArray();
    const packed = join(pieces.map((row) => new Uint8Array(row.packed)));
    return { bytes: packed.length, record: () => unpackRecord(packed) };
  }

  /** Articles that an earlier release wrote, in order of slug. */
  former(after: string): (BodyOwner & { revision: number })[] {
    return this.#sql
      .exec<BodyOwner & { revision: number }>(
        'SELECT slug, meta, revision FROM articles WHERE slug > ? AND meta IS NOT NULL ORDER BY slug LIMIT ?',
        after,
        WALK_MAX_COUNT,
      )
      .toArray();
  }

  /** Puts a packed record in the place of what an earlier release wrote, if that still stands there. */
  replaceParts(slug: string, revision: number, packed: Uint8Array): void {
    const query = `UPDATE articles SET meta = NULL WHERE slug = ? AND revision = ? AND meta IS NOT NULL RETURNING slug`;
    if (this.#sql.exec(query, slug, revision).toArray().length > 0) this.save(slug, packed);
  }
}

/** One step through the articles of an earlier release: packed first, written all together if they still stand. */
export async function walkBodies(
  storage: Pick<DurableObjectStorage, 'transactionSync'>,
  bodies: BodyRows,
  facts: Facts,
  after: string,
): Promise<void> {
  const owners = bodies.former(after);
  const loaded = owners.map((owner) => ({ ...owner, body: bodies.load(owner) }));
  const packed: { slug: string; revision: number; bytes: Uint8Array }[] = [];
  for (const { slug, revision, body } of loaded) {
    try {
      packed.push({ slug, revision, bytes: await packRecord(await body.record()) });
    } catch (error) {
      logWarning('record-not-packed', error); // It stays as it is, and holds up none of the others.
    }
  }
  storage.transactionSync(() => {
    for (const { slug, revision, bytes } of packed) bodies.replaceParts(slug, revision, bytes);
    moveOn(facts, 'bodies', owners.length < WALK_MAX_COUNT ? undefined : owners.at(-1)?.slug);
  });
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [first = new Uint8Array(), ...rest] = pieces;
  if (rest.length === 0) return first;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
