import { logWarning } from '../console-log.ts';
import { APART_WALK } from './desk-index.ts';
import type { Facts } from './facts.ts';
import type { NumberedText } from './volume.ts';

/**
 * `place` is where the text of an article stands: volume/number/bytes; null: in `bodies`, or in `parts`. In `text_drops`
 * stand the places of texts that no article names: not yet, or no longer.
 */
export const VOLUME_TABLES = `
  ALTER TABLE articles ADD COLUMN place TEXT;
  CREATE TABLE text_drops (
    place TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX text_drops_due ON text_drops (due_at);
`;

/** In a volume: the list entries of its texts, under their numbers. */
export const ENTRY_TABLES = 'CREATE TABLE volume_entries (number INTEGER PRIMARY KEY, entry TEXT NOT NULL);';

/** As long as the catalogue is no larger, texts stay beside the order: a read or write then asks one object only. */
const OWN_MAX_BYTES = 2_000_000_000;
/** An object holds 10 GB; what is under way when a volume is found full still finds room. */
const VOLUME_MAX_BYTES = 9_000_000_000;
/**
 * What no article names is kept for so long: whoever has read its place still finds it, and whoever has laid it down can
 * still name it.
 */
const REST_MS = 10 * 60_000;
const DROPS_AT_ONCE = 100;

/** Where the text of an article stands. */
export type Place = string;
/** A record that is to be stored: packed, and its list entry as JSON. */
export interface StoredText {
  packed: Uint8Array;
  entry: string;
}
/** One that is to stand beside the order has no place yet. */
export type LaidText = StoredText & { place: Place | null };

/** A volume as the catalogue sees it (`volume.ts`). */
export interface VolumeDoor {
  putTexts(texts: readonly NumberedText[]): Promise<number>;
  getTexts(numbers: readonly number[]): Promise<(Uint8Array<ArrayBuffer> | undefined)[]>;
  getEntries(numbers: readonly number[]): Promise<(string | undefined)[]>;
  dropTexts(numbers: readonly number[]): Promise<void>;
}

/**
 * Texts in volumes. No transaction spans two objects, so each text is first noted as one to be dropped, then laid down
 * in its volume, and then named by the transaction that counts, which strikes out the note. Whatever ends the object in
 * between leaves a text that nobody names, and a note that has it dropped. A text that an article no longer names is
 * noted in the same way.
 */
export class VolumeTexts {
  readonly #storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
  readonly #facts: Facts;
  readonly #open: (name: string) => VolumeDoor;
  readonly #texts: Rounds<Uint8Array<ArrayBuffer>>;
  readonly #entries: Rounds<string>;

  constructor(
    storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>,
    facts: Facts,
    open: (name: string) => VolumeDoor,
  ) {
    this.#storage = storage;
    this.#facts = facts;
    this.#open = open;
    this.#texts = new Rounds((volume, numbers) => this.#volume(volume).getTexts(numbers));
    this.#entries = new Rounds((volume, numbers) => this.#volume(volume).getEntries(numbers));
  }

  /** Lays records down where the next transaction may name them. */
  async lay(texts: readonly StoredText[]): Promise<LaidText[]> {
    if (!this.#isOutgrown() || texts.length === 0) return texts.map((text) => ({ ...text, place: null }));
    const { volume, first } = this.#storage.transactionSync(() => this.#announce(texts));
    const bytes = await this.#volume(volume).putTexts(
      texts.map(({ packed, entry }, index) => [first + index, packed, entry]),
    );
    if (bytes > VOLUME_MAX_BYTES) this.#close(volume);
    return texts.map((text, index) => ({ ...text, place: placeOf(volume, first + index, text) }));
  }

  #isOutgrown(): boolean {
    if (this.#facts.text('volume') !== undefined) return true;
    if (this.#storage.sql.databaseSize < OWN_MAX_BYTES) return false;
    this.#storage.transactionSync(() => {
      this.#facts.set('volume', 1);
      this.#facts.set('walk:texts', ''); // Those that stand here already follow.
      this.#facts.set(APART_WALK, '');
    });
    return true;
  }

  #announce(texts: readonly StoredText[]): { volume: number; first: number } {
    const volume = this.#facts.number('volume');
    const first = this.#facts.number('texts') + 1;
    this.#facts.set('texts', first + texts.length - 1);
    texts.forEach((text, index) => {
      this.release(placeOf(volume, first + index, text), Date.now());
    });
    return { volume, first };
  }

  #close(volume: number): void {
    if (this.#facts.number('volume') === volume) this.#facts.set('volume', volume + 1);
  }

  /** An article names it from now on. Callers hold the transaction. @throws where it may have been dropped. */
  claim(place: Place, now: number): void {
    const query = 'DELETE FROM text_drops WHERE place = ? AND due_at > ? AND attempts = 0 RETURNING place';
    if (this.#storage.sql.exec(query, place, now).toArray().length === 0)
      throw new Error(`text-late: ${place} was laid down too long ago`);
  }

  /** No article names it. Callers hold the transaction. */
  release(place: Place, now: number): void {
    this.#storage.sql.exec(
      'INSERT OR REPLACE INTO text_drops (place, due_at, attempts) VALUES (?, ?, 0)',
      place,
      now + REST_MS,
    );
  }

  /** @throws `text-missing`. */
  async load(place: Place): Promise<Uint8Array<ArrayBuffer>> {
    const packed = await this.#texts.ask(place);
    if (packed === undefined) throw new Error(`text-missing: nothing stands at ${place}`);
    return packed;
  }

  /** The list entry that was laid down with a text, as JSON; undefined where it is missing. */
  loadEntry(place: Place): Promise<string | undefined> {
    return this.#entries.ask(place);
  }

  /** Drops what nobody has named. A volume that cannot be reached is asked again, ever later. */
  async dropDue(now: number): Promise<void> {
    const query = 'SELECT place FROM text_drops WHERE due_at <= ? ORDER BY due_at LIMIT ?';
    const { sql } = this.#storage;
    const due = sql.exec<{ place: string }>(query, now, DROPS_AT_ONCE).toArray();
    const places = Map.groupBy(due, ({ place }) => readPlace(place).volume);
    for (const [volume, rows] of places) {
      let settle = 'DELETE FROM text_drops WHERE place = ?';
      try {
        await this.#volume(volume).dropTexts(rows.map(({ place }) => readPlace(place).number));
      } catch (error) {
        logWarning('text-not-dropped', error);
        settle = `UPDATE text_drops SET attempts = attempts + 1,
                    due_at = ${now + REST_MS} WHERE place = ?`;
      }
      this.#storage.transactionSync(() => {
        for (const { place } of rows) sql.exec(settle, place);
      });
    }
  }

  nextDropAt(): number | undefined {
    const query = 'SELECT min(due_at) AS at FROM text_drops';
    return this.#storage.sql.exec<{ at: number | null }>(query).one().at ?? undefined;
  }

  /** Named after the catalogue too: one that is made anew begins with volumes of its own. */
  #volume(volume: number): VolumeDoor {
    return this.#open(`${this.#facts.catalogue()}/${volume}`);
  }
}

/** What is asked of a volume at one moment goes to it in one call. */
class Rounds<T> {
  readonly #call: (volume: number, numbers: readonly number[]) => Promise<(T | undefined)[]>;
  readonly #underWay = new Map<number, { numbers: number[]; answer: Promise<(T | undefined)[]> }>();

  constructor(call: (volume: number, numbers: readonly number[]) => Promise<(T | undefined)[]>) {
    this.#call = call;
  }

  async ask(place: Place): Promise<T | undefined> {
    const { volume, number } = readPlace(place);
    const { numbers, answer } = this.#underWay.get(volume) ?? this.#begin(volume);
    const index = numbers.push(number) - 1;
    return (await answer)[index];
  }

  #begin(volume: number) {
    const numbers: number[] = [];
    const answer = Promise.resolve().then(() => {
      this.#underWay.delete(volume);
      return this.#call(volume, numbers);
    });
    const round = { numbers, answer };
    this.#underWay.set(volume, round);
    return round;
  }
}

function placeOf(volume: number, number: number, { packed }: StoredText): Place {
  return `${volume}/${number}/${packed.length}`;
}

export function readPlace(place: Place): { volume: number; number: number; bytes: number } {
  const [volume = 0, number = 0, bytes = 0] = place.split('/').map(Number);
  return { volume, number, bytes };
}
