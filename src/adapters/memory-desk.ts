import { type ArticleRecord, isSummaryShown, toListEntry } from '../core/catalogue/article-record.ts';
import { presetsOnly } from '../core/summary/presets-only.ts';
import {
  type HistoryEntry,
  SUMMARY_STATES,
  type SummaryEvent,
  type SummaryState,
  summaryStateOf,
} from '../core/summary/review.ts';
import { type Rule, type RuleEntry, type SavedRules, strictest, type TagRule } from '../core/summary/rule.ts';
import type { ListScope, QueueItem, StandingRules } from '../flows/ports.ts';

export function toQueueItem(record: ArticleRecord): QueueItem {
  return { ...toListEntry(record), state: summaryStateOf(record), revision: record.revision };
}

export function countStates(records: readonly ArticleRecord[]): Record<SummaryState, number> {
  const states = records.map(summaryStateOf);
  const counts = SUMMARY_STATES.map((state) => [state, states.filter((other) => other === state).length]);
  return Object.fromEntries(counts) as Record<SummaryState, number>;
}

/** Decisions by slug, oldest first. */
export class MemoryHistory {
  readonly #entries = new Map<string, HistoryEntry[]>();

  add(slug: string, revision: number, event: SummaryEvent): void {
    const entries = this.#entries.get(slug) ?? [];
    const entry = (entries.at(-1)?.entry ?? 0) + 1;
    this.#entries.set(slug, [...entries, { ...event, entry, revision }]);
  }

  below(slug: string, before: number | null, limit: number): HistoryEntry[] {
    const entries = this.#entries.get(slug) ?? [];
    return entries
      .filter(({ entry }) => before === null || entry < before)
      .reverse()
      .slice(0, limit);
  }

  all(slug: string): HistoryEntry[] {
    return this.#entries.get(slug) ?? [];
  }

  replace(slug: string, entries: readonly HistoryEntry[]): void {
    this.#entries.set(slug, [...entries]);
  }

  follow(from: string, to: string): void {
    for (const { entry: _entry, revision, ...event } of this.#entries.get(from) ?? [])
      this.add(to, revision, event);
    this.#entries.delete(from);
  }

  forget(slug: string): void {
    this.#entries.delete(slug);
  }
}

/** The rules by tag, and what was decided of them, oldest first. */
export class MemoryRules {
  readonly #rules = new Map<string, Rule>();
  #entries: readonly RuleEntry[] = [];

  apply(record: ArticleRecord): ArticleRecord {
    return { ...record, rule: strictest(record.tags.map((tag) => this.#ruleOf(tag))) };
  }

  standing(): StandingRules {
    const items = [...this.#rules].map(([tag, rule]) => ({ tag, rule }));
    items.sort((a, b) => (a.tag < b.tag ? -1 : 1));
    return { version: this.#entries.at(-1)?.entry ?? 0, items, isApplied: true };
  }

  set({ tag, rule }: TagRule, event: Pick<RuleEntry, 'at' | 'by'>): void {
    const entry = this.standing().version + 1;
    this.#entries = [...this.#entries, { ...event, entry, tag, before: this.#ruleOf(tag), after: rule }];
    if (rule === 'automatic') this.#rules.delete(tag);
    else this.#rules.set(tag, rule);
  }

  below(before: number | null, limit: number): RuleEntry[] {
    const below = this.#entries.filter(({ entry }) => before === null || entry < before);
    return below.reverse().slice(0, limit);
  }

  replace({ rules, history }: SavedRules): void {
    this.#rules.clear();
    for (const { tag, rule } of rules) this.#rules.set(tag, rule);
    this.#entries = [...history];
  }

  #ruleOf(tag: string): Rule {
    return this.#rules.get(tag) ?? 'automatic';
  }
}

/** How well an article holds all the terms: 0 where it lacks one, 2 where all stand in the title. */
export function matches(record: ArticleRecord, terms: readonly string[], scope: ListScope): 0 | 1 | 2 {
  const title = words(record.title);
  const all = `${title}${words(visibleText(record, scope))}`;
  const holds = (text: string) => terms.every((term) => holdsTerm(text, term));
  if (terms.length === 0 || !holds(all)) return 0;
  return holds(title) ? 2 : 1;
}

function visibleText(record: ArticleRecord, scope: ListScope): string {
  const { description, byline, tags, access, text } = record;
  const about = [description ?? '', byline ?? '', ...tags];
  if (access === 'full' || scope === 'all') return [...about, text].join('\n');
  const shown = isSummaryShown(record) ? presetsOnly(record.digest).sentences : [];
  return [...about, ...shown.map((sentence) => sentence.text)].join('\n');
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A term of pairs is a run of characters, and stands anywhere; a word stands at the beginning of one. */
function holdsTerm(text: string, term: string): boolean {
  if (!UNSPACED.test(term)) return text.includes(words(term).trimEnd());
  const pairs = term.split(' ');
  const run = [...pairs.map((pair) => [...pair][0]), ...[...(pairs.at(-1) ?? '')].slice(1)].join('');
  return text.includes(words(run).trimStart());
}

/** Folded, each word with a space before it. */
function words(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return ` ${folded.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? ''}`;
}
