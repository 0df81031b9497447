import { type ArticleRecord, pageUrlsOf, toListEntry } from '../../core/catalogue/article-record.ts';
import {
  isKnownToReaders,
  isVisibleAt,
  type StoredRecord,
  type TombstoneState,
} from '../../core/catalogue/catalogue-change.ts';
import type { Rule } from '../../core/summary/rule.ts';
import { type BodyOwner, BodyRows } from './body-rows.ts';
import { DeskIndex } from './desk-index.ts';
import { entryInRow } from './entry-rows.ts';
import { GenerationRows } from './generation-rows.ts';
import { HistoryRows } from './history-rows.ts';
import type { StoredBody } from './part-rows.ts';
import { RuleRows } from './rule-rows.ts';
import { UrlRows } from './url-rows.ts';
import type { LaidText, VolumeTexts } from './volume-texts.ts';

export type ArticleRow = {
  slug: string;
  state: 'article' | TombstoneState;
  moved_to: string | null;
  revision: number;
  projection: number;
  visible: number;
  published_at: number | null;
  /** When what is served of it last changed; 0 where an older release wrote the row. */
  changed_at: number;
  title: string | null;
  /** The one that what is served of it follows. */
  rule: Rule;
} & BodyOwner;

const COLUMNS = `slug, state, moved_to, revision, projection, visible, published_at, changed_at,
                 json_extract(entry, '$.title') AS title, rule, meta, place`;

/** As its entry has them: an index of the tags by article would take as much room as the order of all articles. */
const TAGS_OF = `SELECT own.value AS tag FROM articles, json_each(articles.entry, '$.tags') AS own
                 WHERE articles.slug = ?1`;
export const TAGS_IN_ENTRIES = 'DROP INDEX tags_of_article;';

export interface Tombstone {
  state: TombstoneState;
  movedTo: string | null;
  revision: number;
  projection: number;
  /** Hashes of the page URLs that it holds. */
  pages: readonly string[];
  now: number;
}

/** A record, and what is stored of it beside its row. */
export interface LaidRecord {
  record: ArticleRecord;
  laid: LaidText;
}

/**
 * Rows of the tables `articles` and `tags`, and with them those of `bodies`, of the pages and of the desk. Callers hold
 * the transaction.
 */
export class ArticleRows {
  readonly urls: UrlRows;
  readonly bodies: BodyRows;
  readonly desk: DeskIndex;
  readonly history: HistoryRows;
  readonly generation: GenerationRows;
  readonly rules: RuleRows;
  readonly texts: VolumeTexts;
  readonly #sql: SqlStorage;

  /** @param isGenerationOn - Whether there is a model that writes proposals. */
  constructor(sql: SqlStorage, texts: VolumeTexts, isGenerationOn: boolean) {
    this.#sql = sql;
    this.texts = texts;
    this.urls = new UrlRows(sql);
    this.bodies = new BodyRows(sql, texts);
    this.desk = new DeskIndex(sql);
    this.history = new HistoryRows(sql);
    this.generation = new GenerationRows(sql, isGenerationOn);
    this.rules = new RuleRows(sql);
  }

  find(slug: string): ArticleRow | undefined {
    return this.#sql.exec<ArticleRow>(`SELECT ${COLUMNS} FROM articles WHERE slug = ?`, slug).toArray()[0];
  }

  /** Rows of slugs above `after`, up to `through` where it is given, in order. */
  *between(after: string, through: string | null, limit: number): Generator<ArticleRow> {
    const upTo = through === null ? '' : 'AND slug <= ?';
    yield* this.#sql.exec<ArticleRow>(
      `SELECT ${COLUMNS} FROM articles WHERE slug > ? ${upTo} ORDER BY slug LIMIT ?`,
      ...(through === null ? [after, limit] : [after, through, limit]),
    );
  }

  /** The record of an article as it stands now, to be unpacked later. */
  body(row: ArticleRow): StoredBody {
    const { bytes, record } = this.bodies.load(row);
    return { bytes, record: async () => ({ ...(await record()), rule: row.rule }) };
  }

  /** Articles of a tag above `after`, in order. */
  tagged(tag: string, after: string, limit: number): ArticleRow[] {
    const query = `SELECT ${COLUMNS} FROM articles WHERE slug IN
      (SELECT slug FROM tags WHERE tag = ? AND slug > ? ORDER BY slug LIMIT ?) ORDER BY slug`;
    return this.#sql.exec<ArticleRow>(query, tag, after, limit).toArray();
  }

  /** The rule that an article is to follow. */
  ruleOf(slug: string): Rule {
    const tags = this.#sql.exec<{ tag: string }>(TAGS_OF, slug).toArray();
    return this.rules.of(tags.map(({ tag }) => tag));
  }

  /** The record or the tombstone that a row stands for, as it stands now. */
  stored(row: ArticleRow): { bytes: number; unpack(): Promise<StoredRecord> } {
    const { slug, state, revision, moved_to: movedTo } = row;
    if (state === 'article') {
      const { bytes, record } = this.body(row);
      const history = this.history.all(slug);
      const decided = history.length === 0 ? {} : { history };
      return { bytes, unpack: async () => ({ state, record: await record(), ...decided }) };
    }
    const tombstone = { state, slug, revision, movedTo, pages: this.urls.heldBy(slug) };
    return { bytes: 0, unpack: async () => tombstone };
  }

  save(saved: LaidRecord, { projection, now }: { projection: number; now: number }): void {
    const record = this.#ruled(saved.record);
    const { slug } = record;
    const isVisible = isVisibleAt(record, now);
    const place = this.bodies.replace(slug, saved.laid, now);
    this.#untag(slug);
    this.#sql.exec(
      `INSERT OR REPLACE INTO articles
         (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, entry, rule, place)
       VALUES (?, 'article', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      slug,
      record.revision,
      projection,
      isVisible ? 1 : 0,
      record.status === 'published' && !isVisible ? 1 : 0,
      Date.parse(record.publishedAt),
      record.language,
      now,
      entryInRow(toListEntry(record), saved.laid),
      record.rule,
      place,
    );
    for (const tag of record.tags)
      this.#sql.exec('INSERT OR IGNORE INTO tags (tag, slug) VALUES (?, ?)', tag, slug);
    this.urls.lead(slug, pageUrlsOf(record));
    this.desk.save(record);
    this.generation.note(record, now);
  }

  /** The text of an article, as it stands in `bodies`, stands where it was laid down from now on. */
  move(slug: string, laid: LaidText, now: number): void {
    const entry = entryInRow(JSON.parse(laid.entry), laid);
    const place = this.bodies.replace(slug, laid, now);
    this.#sql.exec('UPDATE articles SET place = ?, entry = ? WHERE slug = ?', place, entry, slug);
  }

  /** JSON of the list entry that the article has if it is saved now. */
  entryOf(record: ArticleRecord): string {
    return JSON.stringify(toListEntry(this.#ruled(record)));
  }

  #ruled(record: ArticleRecord): ArticleRecord {
    return { ...record, rule: this.rules.of(record.tags) };
  }

  /** Has what is served of an article follow another rule. */
  follow(record: ArticleRecord, now: number): void {
    this.#sql.exec(
      'UPDATE articles SET rule = ?, entry = ?, projection = projection + 1, changed_at = ? WHERE slug = ?',
      record.rule,
      JSON.stringify(toListEntry(record)),
      now,
      record.slug,
    );
    this.desk.save(record);
    this.generation.note(record, now);
  }

  /** Leaves nothing of the article but its numbers, and the names of the pages that the tombstone holds. */
  bury(slug: string, { state, movedTo, revision, projection, pages, now }: Tombstone): void {
    this.bodies.remove(slug, now);
    this.#untag(slug);
    this.urls.hold(slug, pages);
    this.desk.forget(slug);
    this.generation.forget(slug);
    this.history.forget(slug);
    this.#sql.exec(
      `INSERT OR REPLACE INTO articles (slug, state, moved_to, revision, projection, visible, scheduled, changed_at)
       VALUES (?, ?, ?, ?, ?, 0, 0, ?)`,
      slug,
      state,
      movedTo,
      revision,
      projection,
      now,
    );
  }

  #untag(slug: string): void {
    this.#sql.exec(`DELETE FROM tags WHERE slug = ?1 AND tag IN (${TAGS_OF})`, slug);
  }

  movedTo(slug: string): string[] {
    return this.#sql
      .exec<{ slug: string }>('SELECT slug FROM articles WHERE moved_to = ?', slug)
      .toArray()
      .map(({ slug: from }) => from);
  }

  /** Articles that moved to `from` answer with `to` from now on. */
  followMoves(from: string, to: string): string[] {
    const followers = this.movedTo(from);
    this.#sql.exec('UPDATE articles SET moved_to = ? WHERE moved_to = ?', to, from);
    return followers;
  }

  bumpProjection(slug: string, now: number): void {
    this.#sql.exec(
      'UPDATE articles SET projection = projection + 1, changed_at = ? WHERE slug = ?',
      now,
      slug,
    );
  }

  makeVisible(slug: string): void {
    this.#sql.exec('UPDATE articles SET visible = 1, scheduled = 0 WHERE slug = ?', slug);
    this.desk.changed(slug);
  }

  scheduledBefore(now: number, limit: number): string[] {
    const query =
      'SELECT slug FROM articles WHERE scheduled = 1 AND published_at <= ? ORDER BY published_at LIMIT ?';
    return this.#sql
      .exec<{ slug: string }>(query, now, limit)
      .toArray()
      .map(({ slug }) => slug);
  }

  nextScheduledAt(): number | undefined {
    const query = 'SELECT min(published_at) AS at FROM articles WHERE scheduled = 1';
    return this.#sql.exec<{ at: number | null }>(query).one().at ?? undefined;
  }

  isVisible(slug: string): boolean {
    return this.find(slug)?.visible === 1;
  }

  isKnownToReaders(slug: string): boolean {
    return isRowKnown(this.find(slug));
  }
}

export function isRowKnown(row: ArticleRow | undefined): boolean {
  return isKnownToReaders(row && { state: row.state, isVisible: row.visible === 1 });
}
