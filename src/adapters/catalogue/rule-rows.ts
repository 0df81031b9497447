import {
  type Rule,
  type RuleEntry,
  type SavedRules,
  strictest,
  type TagRule,
} from '../../core/summary/rule.ts';
import { Facts } from './facts.ts';

/**
 * An article's row has the rule that what is served of it follows; the walk brings it in line with the rules. In
 * `tag_rules` stand 'review' and 'off': what has no row is automatic.
 */
export const RULE_TABLES = `
  ALTER TABLE articles ADD COLUMN rule TEXT NOT NULL DEFAULT 'automatic';
  CREATE TABLE tag_rules (
    tag TEXT PRIMARY KEY,
    rule TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE tag_rule_history (
    entry INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    tag TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
  );
`;

const WALK = 'walk:rules';
/** Tags whose articles are still to be looked at, and the slug after which the first of them goes on. */
export type RuleWork = { tags: string[]; after: string };

/** The rules by tag and their history. Callers hold the transaction. */
export class RuleRows {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
  }

  /** The one that holds for an article with these tags. */
  of(tags: readonly string[]): Rule {
    if (tags.length === 0) return 'automatic';
    const query = 'SELECT rule FROM json_each(?) AS tags CROSS JOIN tag_rules ON tag = tags.value';
    const rows = this.#sql.exec<{ rule: Rule }>(query, JSON.stringify(tags)).toArray();
    return strictest(rows.map(({ rule }) => rule));
  }

  all(): TagRule[] {
    return this.#sql.exec<TagRule>('SELECT tag, rule FROM tag_rules ORDER BY tag').toArray();
  }

  /** Number of the newest entry of the history: it names what stands. */
  version(): number {
    const query = 'SELECT coalesce(max(entry), 0) AS version FROM tag_rule_history';
    return this.#sql.exec<{ version: number }>(query).one().version;
  }

  isApplied(): boolean {
    return this.#facts.text(WALK) === undefined;
  }

  set({ tag, rule }: TagRule, event: Pick<RuleEntry, 'at' | 'by'>): void {
    this.#note({ ...event, tag, before: this.of([tag]), after: rule, entry: this.version() + 1 });
    this.#put({ tag, rule });
    this.#walk([tag]);
  }

  /** Newest first. */
  below(before: number | null, limit: number): RuleEntry[] {
    return this.#sql
      .exec<RuleEntry>(
        'SELECT entry, at, by, tag, before, after FROM tag_rule_history WHERE entry < ? ORDER BY entry DESC LIMIT ?',
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .toArray();
  }

  /** As a backup has them, entry by entry. */
  replace({ rules, history }: SavedRules): void {
    const former = this.all();
    this.#sql.exec('DELETE FROM tag_rules');
    this.#sql.exec('DELETE FROM tag_rule_history');
    for (const rule of rules) this.#put(rule);
    for (const entry of history) this.#note(entry);
    this.#walk([...former, ...rules].map(({ tag }) => tag));
  }

  #put({ tag, rule }: TagRule): void {
    if (rule === 'automatic') this.#sql.exec('DELETE FROM tag_rules WHERE tag = ?', tag);
    else this.#sql.exec('INSERT OR REPLACE INTO tag_rules (tag, rule) VALUES (?, ?)', tag, rule);
  }

  #note({ entry, at, by, tag, before, after }: RuleEntry): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO tag_rule_history (entry, at, by, tag, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      ...[entry, at, by, tag, before, after],
    );
  }

  /** These tags are walked through from the beginning, after those that are under way. */
  #walk(changed: readonly string[]): void {
    const work = parseWork(this.#facts.text(WALK));
    const waiting = work.tags.filter((tag) => !changed.includes(tag));
    const after = waiting[0] !== undefined && waiting[0] === work.tags[0] ? work.after : '';
    const tags = [...new Set([...waiting, ...changed])];
    if (tags.length > 0) this.#facts.set(WALK, JSON.stringify({ tags, after } satisfies RuleWork));
  }
}

export function parseWork(position: string | undefined): RuleWork {
  return position === undefined ? { tags: [], after: '' } : (JSON.parse(position) as RuleWork);
}
