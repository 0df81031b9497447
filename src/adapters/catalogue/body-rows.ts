import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { PACKED_TABLE, PackedRows } from './packed-rows.ts';
import { readParts, type StoredBody } from './part-rows.ts';
import { type LaidText, type Place, readPlace, type StoredText, type VolumeTexts } from './volume-texts.ts';

export const BODY_TABLES = `${PACKED_TABLE}
  INSERT INTO facts (name, value) SELECT 'walk:bodies', '' WHERE EXISTS (SELECT 1 FROM articles);
`;

/** Articles that are packed, or moved, in one step: a tenth of a second, in which nothing else is held up. */
export const WALK_MAX_COUNT = 50;
/** Of packed records, which are held in memory while they are moved. */
const WALK_MAX_BYTES = 2_000_000;

/**
 * The row of an article. `meta` is told by those of earlier releases alone, whose record stands in `parts`; `place` by
 * those whose text stands in a volume.
 */
export type BodyOwner = { slug: string; meta: string | null; place: Place | null };

/** What is stored of articles beside their rows, here or in volumes. Callers hold the transaction. */
export class BodyRows {
  readonly #sql: SqlStorage;
  readonly #own: PackedRows;
  readonly #texts: VolumeTexts;

  constructor(sql: SqlStorage, texts: VolumeTexts) {
    this.#sql = sql;
    this.#own = new PackedRows(sql);
    this.#texts = texts;
  }

  /** In the place of what stood there. @returns what the row of the article is to tell as `place`. */
  replace(slug: string, { place, packed }: Omit<LaidText, 'entry'>, now: number): Place | null {
    this.remove(slug, now);
    if (place === null) this.#own.save(slug, packed);
    else this.#texts.claim(place, now);
    return place;
  }

  remove(slug: string, now: number): void {
    this.#own.remove(slug);
    this.#sql.exec('DELETE FROM parts WHERE slug = ?', slug);
    const query = 'SELECT place FROM articles WHERE slug = ? AND place IS NOT NULL';
    for (const { place } of this.#sql.exec<{ place: Place }>(query, slug)) this.#texts.release(place, now);
  }

  /** As it stands now, whatever happens until it is unpacked. */
  load({ slug, meta, place }: BodyOwner): StoredBody {
    if (place !== null) {
      const packed = this.#texts.load(place);
      packed.catch(() => undefined); // Told to whoever unpacks it.
      return { bytes: readPlace(place).bytes, record: async () => unpack(await packed) };
    }
    if (meta !== null) return readParts(this.#sql, slug, meta);
    const packed = this.#own.load(slug);
    if (packed === undefined)
      return { bytes: 0, record: () => Promise.reject(new Error(`text-missing: nothing stands of ${slug}`)) };
    return { bytes: packed.length, record: () => unpack(packed) };
  }

  /** Articles that an earlier release wrote, in order of slug. */
  former(after: string): (BodyOwner & { revision: number })[] {
    return this.#sql
      .exec<BodyOwner & { revision: number }>(
        `SELECT slug, meta, place, revision FROM articles WHERE slug > ? AND meta IS NOT NULL
         ORDER BY slug LIMIT ?`,
        after,
        WALK_MAX_COUNT,
      )
      .toArray();
  }

  /** Puts a packed record in the place of what an earlier release wrote, if that still stands there. */
  replaceParts(slug: string, revision: number, packed: Uint8Array, now: number): void {
    const query = `UPDATE articles SET meta = NULL WHERE slug = ? AND revision = ? AND meta IS NOT NULL RETURNING slug`;
    if (this.#sql.exec(query, slug, revision).toArray().length > 0)
      this.replace(slug, { packed, place: null }, now);
  }

  /** Slugs whose text stands here, in order, with that text: at least one, and no more than are moved together. */
  own(after: string): (StoredText & { slug: string })[] {
    const page: (StoredText & { slug: string })[] = [];
    let bytes = 0;
    for (const slug of this.#own.namesAbove(after, WALK_MAX_COUNT)) {
      const packed = this.#own.load(slug) ?? new Uint8Array();
      bytes += packed.length;
      if (page.length > 0 && bytes > WALK_MAX_BYTES) break;
      const query = 'SELECT entry FROM articles WHERE slug = ?';
      const { entry } = this.#sql.exec<{ entry: string }>(query, slug).one();
      page.push({ slug, packed, entry });
    }
    return page;
  }
}

/** Its code is loaded by who reads or writes a text: most isolates never do. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ArticleRecord> {
  const { unpackRecord } = await import('./packed-body.ts');
  return unpackRecord(packed);
}
